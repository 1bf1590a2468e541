/** What each file of the actes says, as one line of plain words. */
import { filesIn, textIn } from './zip-reader.ts';
import { flat, pagesOf } from './pdf-text.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Without tags: a paragraph, a cell, a list's item end words. */
const untagged = (markup: string): string =>
  flat(
    markup
      .replace(/<(style|script)\b[^]*?<\/\1>/g, ' ')
      .replace(
        /<\/(?:w:p|text:p|text:h|p|h\d|li|td|th|figcaption|cite)>|<(?:w:tab|w:br|text:s|br)\b[^>]*>/g,
        ' ',
      )
      .replace(/<[^>]*>/g, '')
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? ''),
  );

const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

const READERS: Readonly<Record<string, (bytes: Uint8Array) => Promise<string> | string>> = {
  pdf: async (bytes) => flat((await pagesOf(bytes)).join('\n')),
  docx: (bytes) => untagged(textIn(bytes, 'word/document.xml')),
  odt: (bytes) => untagged(textIn(bytes, 'content.xml')),
  html: (bytes) => untagged(asText(bytes)),
  md: (bytes) => flat(asText(bytes).replace(/[\\*_>#]/g, '')),
  json: (bytes) => flat(asText(bytes)),
};

export type ActesFormat = 'pdf' | 'docx' | 'odt' | 'html' | 'md' | 'json';

export const wordsIn = async (format: ActesFormat, bytes: Uint8Array): Promise<string> =>
  (await READERS[format]?.(bytes)) ?? '';

/** What the texts of an archive say, one after the other: its tables, notes and lists, and the actes themselves. */
export async function wordsInArchive(zip: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const said = new Map<string, string>();
  for (const { path, bytes } of filesIn(zip)) {
    const ending = path.split('.').at(-1) ?? '';
    if (ending in READERS) said.set(path, await wordsIn(ending as ActesFormat, bytes));
    else if (ending === 'csv') said.set(path, flat(asText(bytes)));
  }
  return said;
}
