/** The actes as Markdown (CommonMark with tables): what was written literally is read back literally. */
import type { Actes, ActesLabels } from './gathered-actes.ts';
import type { MarkdownBlock } from './markdown-blocks.ts';
import { blocksMarkdown, headingLine } from './markdown-blocks.ts';
import { inlineMarkdown, lineMarkdown } from './markdown-inline.ts';
import { normaliseActes } from './gathered-normalise.ts';
import type { PrintBlock } from './print-tree.ts';
import { printTree } from './print-tree.ts';
import type { Inline } from './rich-text.ts';

/** The actes as one text; lines end with `\n`, the title is the only heading of level 1. */
export function toMarkdown(actes: Actes, labels: ActesLabels): string {
  const { actes: readable } = normaliseActes(actes, { covers: () => true, labels });
  const { organisation, title, cover, parts } = printTree(readable, labels);
  const facts = [organisation, cover.theme, cover.dayAndPlace, cover.counts].filter((fact) => fact !== '');
  const blocks = [
    `# ${headingLine([{ type: 'text', text: title }])}`,
    facts.map(lineMarkdown).join('\\\n'),
    ...parts.map((part) => blocksMarkdown(writtenBlocks(part))),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

type Contribution = Extract<PrintBlock, { type: 'contribution' }>;

/** The blocks as Markdown has them; contributions that follow each other make one list. */
function writtenBlocks(blocks: readonly PrintBlock[]): readonly MarkdownBlock[] {
  const written: MarkdownBlock[] = [];
  let said: (readonly MarkdownBlock[])[] = [];
  for (const block of blocks) {
    if (block.type !== 'contribution') {
      said = [];
      written.push(...writtenBlock(block));
      continue;
    }
    if (said.length === 0) written.push({ type: 'list', ordered: false, start: 1, items: said });
    said.push(signed(block));
  }
  return written;
}

function writtenBlock(block: Exclude<PrintBlock, Contribution>): readonly MarkdownBlock[] {
  switch (block.type) {
    case 'heading':
      return [{ type: 'heading', level: (block.level + 1) as 2 | 3 | 4 | 5 | 6, content: block.content }];
    case 'paragraph':
      return [block];
    case 'facts':
      return [{ type: 'paragraph', content: block.content.map(quiet) }];
    case 'image':
      return [{ type: 'paragraph', content: [quiet({ type: 'text', text: block.inWords })] }];
    case 'list':
      return [{ ...block, items: block.items.map(writtenBlocks) }];
    case 'quotation':
      return [{ ...block, content: writtenBlocks(block.content) }];
    case 'proposal':
      return writtenBlocks(labelled(block.label, block.content));
    case 'table': {
      const cells = block.rows.map((row) => row.map(({ content }) => cellLines(content).join('<br>')));
      const hasHead = block.rows[0]?.every(({ header }) => header) === true;
      const { columns } = block;
      return [
        hasHead
          ? { type: 'table', columns, head: cells[0] ?? null, rows: cells.slice(1) }
          : { type: 'table', columns, head: null, rows: cells },
      ];
    }
  }
}

const quiet = (inline: Inline): Inline => (inline.type === 'text' ? { ...inline, emphasis: true } : inline);

function labelled(label: string, content: readonly PrintBlock[]): readonly PrintBlock[] {
  const [first, ...rest] = content;
  const name: Inline = { type: 'text', text: label, strong: true };
  return first?.type === 'paragraph'
    ? [{ type: 'paragraph', content: [name, { type: 'text', text: ' – ' }, ...first.content] }, ...rest]
    : [{ type: 'paragraph', content: [name] }, ...content];
}

/** The words with who said them on a line under them. */
function signed(contribution: Contribution): readonly MarkdownBlock[] {
  const by: Inline = quiet({ type: 'text', text: aboutOf(contribution) });
  const content = writtenBlocks(contribution.content);
  const last = content.at(-1);
  return last?.type === 'paragraph'
    ? [...content.slice(0, -1), { type: 'paragraph', content: [...last.content, { type: 'break' }, by] }]
    : [...content, { type: 'paragraph', content: [by] }];
}

const aboutOf = ({ label, author }: Contribution): string => (label === '' ? author : `${label} · ${author}`);

/** What a cell says, line by line: a cell holds no blocks in Markdown. */
function cellLines(blocks: readonly PrintBlock[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
      case 'facts':
        return [inlineMarkdown(block.content, '<br>')];
      case 'image':
        return [lineMarkdown(block.inWords)];
      case 'list':
        return block.items.flatMap((item, index) =>
          cellLines(item).map((line, at) =>
            at > 0 ? line : `${block.ordered ? `${block.start + index}\\.` : '•'} ${line}`,
          ),
        );
      case 'quotation':
        return [
          ...cellLines(block.content),
          ...(block.attribution === '' ? [] : [lineMarkdown(`— ${block.attribution}`)]),
        ];
      case 'proposal':
        return cellLines(labelled(block.label, block.content));
      case 'contribution':
        return [...cellLines(block.content), lineMarkdown(aboutOf(block))];
      case 'table':
        return block.rows.flatMap((row) => row.flatMap(({ content }) => cellLines(content)));
    }
  });
}
