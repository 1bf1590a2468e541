/** A shared text as Markdown that is read back as the same text: `readMarkdown` is its other half. */
import type { MarkdownBlock } from './markdown-blocks.ts';
import { blocksMarkdown } from './markdown-blocks.ts';
import { inlineMarkdown } from './markdown-inline.ts';
import type { Block, RichText, TableCell } from './rich-text.ts';
import { sayableText } from './sayable-text.ts';
import { withoutTypedLists } from './typed-lists-markdown.ts';

export type MarkdownLanguage = 'fr' | 'en';

type Kind = Extract<Block, { type: 'proposal' }>['kind'];

/** The first line of a quotation that is a proposal or a decision: words of the format, not of the page. */
const LABELS: Readonly<Record<MarkdownLanguage, Readonly<Record<Kind, string>>>> = {
  fr: { proposal: 'Proposition', decision: 'Décision' },
  en: { proposal: 'Proposal', decision: 'Decision' },
};

/** What stands before the id of an image's attachment in place of its address. */
export const ATTACHMENT_SCHEME = 'attachment:';

/** What a quotation with this first line is; null for any other line. */
export const kindOfLabel = (line: string): Kind | null =>
  KINDS.find(({ label }) => line === `**${label}**`)?.kind ?? null;

const KINDS = Object.values(LABELS).flatMap(({ proposal, decision }) => [
  { kind: 'proposal', label: proposal } as const,
  { kind: 'decision', label: decision } as const,
]);

/** The text as Markdown; `language` names its proposals and decisions. '' when there is nothing to say. */
export function textMarkdown(text: RichText, language: MarkdownLanguage = 'fr'): string {
  const labels = LABELS[language];

  const written = (block: Block): MarkdownBlock => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return block;
      case 'image':
        return { type: 'line', markdown: imageMarkdown(block) };
      case 'list':
        return { ...block, items: block.items.map(({ content }) => content.map(written)) };
      case 'quotation': {
        const [first, ...rest] = block.content;
        const line = first?.type === 'paragraph' ? inlineMarkdown(first.content) : '';
        if (kindOfLabel(line) === null) return { ...block, content: block.content.map(written) };
        return { ...block, content: [asWords(line), ...rest.map(written)] };
      }
      case 'proposal': {
        const label: MarkdownBlock = { type: 'line', markdown: `**${labels[block.kind]}**` };
        return { type: 'quotation', attribution: '', content: [label, ...block.content.map(written)] };
      }
      case 'table': {
        const cells = block.rows.map((row) => row.map(cellMarkdown));
        const columns = cells[0]?.length ?? 0;
        return block.rows[0]?.[0]?.header === true
          ? { type: 'table', columns, head: cells[0] ?? null, rows: cells.slice(1) }
          : { type: 'table', columns, head: null, rows: cells };
      }
    }
  };

  const blocks = sayableText(text).map(written);
  return blocks.length === 0 ? '' : `${withoutTypedLists(blocksMarkdown(blocks))}\n`;
}

/** A bold line that reads like a label and is none: its first letter is written as a reference. */
const asWords = (line: string): MarkdownBlock => ({
  type: 'line',
  markdown: line.replace(/^\*\*./u, (start) => `**&#x${start.charCodeAt(2).toString(16).toUpperCase()};`),
});

function imageMarkdown({ attachment, alternative }: Extract<Block, { type: 'image' }>): string {
  const link = ATTACHMENT_SCHEME + attachment;
  return alternative === ''
    ? `![](${link})`
    : `!${inlineMarkdown([{ type: 'text', text: alternative, link }], ' ')}`;
}

/** A cell is one line: `<br>` breaks it, two part its paragraphs. */
const cellMarkdown = ({ content }: TableCell): string =>
  content
    .flatMap((block) => {
      if (block.type === 'paragraph') return [inlineMarkdown(block.content, '<br>')];
      return block.type === 'image' ? [imageMarkdown(block)] : [];
    })
    .join('<br><br>');
