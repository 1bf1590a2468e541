/** What a reading aid learns of a PDF: its description, its bookmarks, and its structure. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An element of the structure with the words in it, in reading order. */
export type Tagged = { readonly role: string; readonly page: number; readonly words: string };

export async function structureOf(bytes: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  try {
    const { info, metadata } = await document.getMetadata();
    const tagged: Tagged[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const words = wordsById(items);
      const visit = (node: unknown): string => {
        if (typeof node !== 'object' || node === null) return '';
        if ('type' in node && node.type === 'content' && 'id' in node)
          return words.get(String(node.id)) ?? '';
        const place = 'role' in node && typeof node.role === 'string' ? tagged.push(empty) - 1 : null;
        const said = ('children' in node && Array.isArray(node.children) ? node.children : [])
          .map(visit)
          .join('');
        if (place !== null && 'role' in node)
          tagged[place] = { role: String(node.role), page: number, words: said.replace(/\s+/g, ' ').trim() };
        return said;
      };
      visit(await page.getStructTree());
    }
    const { Title: title, Author: author, Language: language } = info as Readonly<Record<string, unknown>>;
    return {
      ...{ title, author, language, tagged },
      xmp: String(metadata?.getRaw()),
      marked: (await document.getMarkInfo())?.Marked,
      bookmarks: ((await document.getOutline()) ?? []).map((entry) => entry.title.replace(/\s+/g, ' ')),
    };
  } finally {
    await task.destroy();
  }
}

const empty: Tagged = { role: '', page: 0, words: '' };

/** The words of each marked piece of a page. */
function wordsById(items: readonly object[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const open: string[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.at(-1) ?? '';
      const line = `${String(item.str)}${'hasEOL' in item && item.hasEOL === true ? '\n' : ''}`;
      words.set(id, (words.get(id) ?? '') + line);
    } else if ('type' in item && item.type === 'endMarkedContent') {
      open.pop();
    } else {
      open.push('id' in item ? String(item.id) : (open.at(-1) ?? ''));
    }
  }
  return words;
}
