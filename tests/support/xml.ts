/** Reads XML strictly, for tests: what is not well-formed throws. */

export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
};

const NAME = String.raw`[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?`;
const TOKEN = new RegExp(
  String.raw`<\?[^?]*\?>|<!DOCTYPE[^>]*>|</(?<end>${NAME})\s*>|<(?<start>${NAME})(?<attributes>(?:\s+${NAME}="[^"<]*")*)\s*(?<empty>/?)>|(?<text>[^<]+)`,
  'gy',
);
const ATTRIBUTE = new RegExp(String.raw`(${NAME})="([^"<]*)"`, 'g');
const CONTROL_SIGN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w*));?/g,
    (said, hex?: string, decimal?: string, name?: string) => {
      if (!said.endsWith(';')) throw new Error(`a bare & in ${JSON.stringify(text.slice(0, 60))}`);
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      const known = ENTITIES[name ?? ''];
      if (known === undefined) throw new Error(`unknown entity ${said}`);
      return known;
    },
  );

/** The root element; texts are decoded. */
export function readXml(source: string): XmlElement {
  const bad = CONTROL_SIGN.exec(source);
  if (bad) throw new Error(`a sign that XML cannot hold at ${bad.index}`);
  const root = { name: '', attributes: {}, children: [] as (XmlElement | string)[] };
  const open = [root];
  let at = source.startsWith('\ufeff') ? 1 : 0;
  TOKEN.lastIndex = at;
  for (let match = TOKEN.exec(source); match !== null; match = TOKEN.exec(source)) {
    at = TOKEN.lastIndex;
    const { end, start, attributes, empty, text } = match.groups ?? {};
    const inside = open.at(-1) ?? root;
    if (text !== undefined) inside.children.push(decoded(text));
    if (end !== undefined && open.pop()?.name !== end) throw new Error(`</${end}> closes another element`);
    if (start === undefined) continue;
    const said = [...(attributes ?? '').matchAll(ATTRIBUTE)].map(
      ([, name = '', value = '']) => [name, decoded(value)] as const,
    );
    const names = new Set(said.map(([name]) => name));
    if (names.size < said.length) throw new Error(`<${start}> says an attribute twice`);
    const element = { name: start, attributes: Object.fromEntries(said), children: [] };
    inside.children.push(element);
    if (empty === '') open.push(element);
  }
  if (at < source.length) throw new Error(`not well-formed at ${source.slice(at, at + 60)}`);
  const [only, ...more] = root.children.filter((it) => typeof it !== 'string');
  if (open.length > 1 || only === undefined || more.length > 0) throw new Error('not one whole element');
  return only;
}

/** Every element below with one of these names, in the order of the document. */
export function elementsOf(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return element.children.flatMap((child) =>
    typeof child === 'string'
      ? []
      : [...(names.includes(child.name) ? [child] : []), ...elementsOf(child, ...names)],
  );
}

export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
