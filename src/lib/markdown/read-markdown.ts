/** Markdown as a shared text. The words always stay; what the editor has no block for becomes paragraphs. */
import type { RichText } from '#core/actes/rich-text.ts';
import { sayableText } from '#core/actes/sayable-text.ts';
import { ATTACHMENT_SCHEME } from '#core/actes/text-markdown.ts';
import { withTypedLists } from '#core/actes/typed-lists-markdown.ts';
import { limitMarkdown, MARKDOWN_LIMITS } from './limit-markdown.ts';
import type { Dialect } from './token-blocks.ts';
import { blocksOf, lineKinds, tokensOf } from './token-blocks.ts';

/** As `textMarkdown` writes it. */
const TEXT: Dialect = {
  hasProposals: true,
  attachmentOf: (address) =>
    address.startsWith(ATTACHMENT_SCHEME) ? address.slice(ATTACHMENT_SCHEME.length) : null,
};

/**
 * The text that the Markdown says, with the lists of plain text too. Addresses that are not the destination of a link stay words; pictures of elsewhere
 * become links, because they would tell their server who reads.
 */
export function readMarkdown(markdown: string): RichText {
  const text = markdown.replace(/^\ufeff/u, '');
  const { characters } = MARKDOWN_LIMITS;
  const read = text.slice(0, characters);
  const typed = withTypedLists(read, lineKinds(limitMarkdown(read)));
  const limited = limitMarkdown(typed + text.slice(characters));
  return sayableText(blocksOf(tokensOf(limited), TEXT));
}
