/** XML and HTML as text: what is said never becomes markup. */

export type Attributes = Readonly<Record<string, string | number | null>>;

/** What no XML 1.0 document can hold: control signs, halves of signs, and two that are none. */
const UNSAYABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Words between tags. */
export const escaped = (words: string): string =>
  words.replace(UNSAYABLE, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const escapedValue = (value: string): string =>
  escaped(value)
    .replaceAll('"', '&quot;')
    .replace(/[\t\r\n]/g, ' ');

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escapedValue(String(value))}"`))
    .join('');

/** An XML element; attributes of value null are left out. */
export function element(name: string, attributes: Attributes = {}, content = ''): string {
  const start = `<${name}${written(attributes)}`;
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** An HTML element with a closing tag. */
export const tag = (name: string, attributes: Attributes = {}, content = ''): string =>
  `<${name}${written(attributes)}>${content}</${name}>`;

/** An HTML element that has no content. */
export const voidTag = (name: string, attributes: Attributes = {}): string =>
  `<${name}${written(attributes)}>`;

export const XML_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Addresses that a reader may follow from a document. */
export const isSafeLink = (address: string): boolean => /^(?:https?:\/\/|mailto:|tel:)\S+$/i.test(address);
