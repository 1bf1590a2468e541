/** What people wrote in a shared text: its words, as plain text and as numbers. */
import type { Block, Inline, RichText } from '../actes/rich-text.ts';

/** Inline content as one text; a line break is a line's end. */
export const lineText = (content: readonly Inline[]): string =>
  content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');

/** What is said under each other as one text, a line for each paragraph, heading, item and cell; pictures have none. */
export const plainText = (blocks: RichText): string =>
  blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n');

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return lineText(block.content).trim();
    case 'list':
      return block.items
        .map(({ content }) => plainText(content))
        .filter((text) => text !== '')
        .map((text) => `– ${text}`)
        .join('\n');
    case 'quotation':
    case 'proposal':
      return plainText(block.content);
    case 'table':
      return block.rows
        .map((row) => row.map(({ content }) => plainText(content).replaceAll('\n', ' ')).join(' | '))
        .join('\n');
    case 'image':
      return '';
  }
}

/** The words of a text, without lone marks. */
export const countWords = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The words that people wrote: headings are the plan's. */
export const wordsIn = (text: RichText): number =>
  text.reduce((sum, block) => sum + (block.type === 'heading' ? 0 : wordsOf(block)), 0);

function wordsOf(block: Block): number {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return countWords(lineText(block.content));
    case 'list':
      return block.items.reduce((sum, { content }) => sum + wordsIn(content), 0);
    case 'quotation':
    case 'proposal':
      return wordsIn(block.content);
    case 'table':
      return block.rows.flat().reduce((sum, { content }) => sum + wordsIn(content), 0);
    case 'image':
      return 0;
  }
}

/** Somebody wrote something in it, be it one picture. */
export const isWritten = (text: RichText): boolean =>
  wordsIn(text) > 0 || text.some(({ type }) => type === 'image');
