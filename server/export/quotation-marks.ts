/** Quoted paragraphs between quotation marks, unless the words bring their own. */
import type { ActesBlock, ActesLanguage } from '#core/actes/actes.ts';
import type { Inline } from '#core/actes/rich-text.ts';

const MARKS = { fr: ['«\u00a0', '\u00a0»'], en: ['“', '”'] } as const;
const OPENED = /^\s*[«“"]/u;

export function inQuotationMarks(
  content: readonly ActesBlock[],
  language: ActesLanguage,
): readonly ActesBlock[] {
  const first = content[0];
  const last = content.at(-1);
  if (first?.type !== 'paragraph' || last?.type !== 'paragraph' || OPENED.test(plainWords(first.content)))
    return content;
  const [open, close] = MARKS[language].map((text): Inline => ({ type: 'text', text }));
  return content.map((block, index) =>
    block.type !== 'paragraph'
      ? block
      : {
          ...block,
          content: [
            ...(index === 0 && open ? [open] : []),
            ...block.content,
            ...(index === content.length - 1 && close ? [close] : []),
          ],
        },
  );
}

export const plainWords = (content: readonly Inline[]): string =>
  content.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('');
