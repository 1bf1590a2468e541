/** What a PDF says, page by page. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of each page, its white space folded. */
export async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false });
  const document = await task.promise;
  try {
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(
        items
          .map((it) => ('str' in it ? `${it.str}${it.hasEOL ? '\n' : ''}` : ''))
          .join('')
          .replace(/\u00ad/g, ''),
      );
    }
    return pages;
  } finally {
    await task.destroy();
  }
}

/** Text as one line, without hyphenation and with plain spaces, so that words can be looked for in it. */
export const flat = (text: string): string =>
  text
    .replace(/[-‐]\n/g, '')
    .replace(/\s+/g, ' ')
    .trim();
