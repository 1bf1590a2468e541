/** The actes as Markdown (CommonMark with tables): what was written literally is read back literally. */
import type { Actes, ActesLabels } from './actes.ts';
import { inlineMarkdown, lineMarkdown } from './markdown-inline.ts';
import { normaliseActes } from './normalise-actes.ts';
import type { PrintBlock, PrintCell } from './print-tree.ts';
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
    ...parts.map(blocksMarkdown),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

type ListBlock = Extract<PrintBlock, { type: 'list' }>;
type Contribution = Extract<PrintBlock, { type: 'contribution' }>;

/** The blocks one under the other; two lists in a row change their marker, or they would be read as one. */
function blocksMarkdown(blocks: readonly PrintBlock[]): string {
  const written: string[] = [];
  let marker: string | null = null;
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index] as PrintBlock;
    if (block.type === 'list') {
      marker = otherMarker(block.ordered, marker);
      written.push(listMarkdown(block, marker));
    } else if (block.type === 'contribution') {
      const end = blocks.findIndex((it, at) => at > index && it.type !== 'contribution');
      const said = blocks.slice(index, end === -1 ? blocks.length : end) as readonly Contribution[];
      marker = otherMarker(false, marker);
      written.push(
        itemsMarkdown(
          said.map(contributionMarkdown),
          said.map(() => marker ?? '-'),
        ),
      );
      index += said.length - 1;
    } else {
      marker = null;
      written.push(blockMarkdown(block));
    }
  }
  return written.join('\n\n');
}

const otherMarker = (ordered: boolean, last: string | null): string =>
  ordered ? (last === '.' ? ')' : '.') : last === '-' ? '*' : '-';

function blockMarkdown(block: Exclude<PrintBlock, ListBlock | Contribution>): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${headingLine(block.content)}`;
    case 'paragraph':
      return inlineMarkdown(block.content);
    case 'facts':
      return inlineMarkdown(block.content.map(quiet));
    case 'image':
      return inlineMarkdown([quiet({ type: 'text', text: block.alternative })]);
    case 'quotation':
      return quoted(
        block.attribution === ''
          ? blocksMarkdown(block.content)
          : `${blocksMarkdown(block.content)}\n\n${lineMarkdown(`— ${block.attribution}`)}`,
      );
    case 'proposal':
      return blocksMarkdown(labelled(block.label, block.content));
    case 'table':
      return tableMarkdown(block.rows, block.columns);
  }
}

const quiet = (inline: Inline): Inline => (inline.type === 'text' ? { ...inline, emphasis: true } : inline);

/** A heading is one line; a `#` at its end belongs to its words. */
const headingLine = (content: readonly Inline[]): string =>
  inlineMarkdown(content, ' ').replace(/(?<!\\)#$/u, '\\#');

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');

function labelled(label: string, content: readonly PrintBlock[]): readonly PrintBlock[] {
  const [first, ...rest] = content;
  const name: Inline = { type: 'text', text: label, strong: true };
  return first?.type === 'paragraph'
    ? [{ type: 'paragraph', content: [name, { type: 'text', text: ' – ' }, ...first.content] }, ...rest]
    : [{ type: 'paragraph', content: [name] }, ...content];
}

const listMarkdown = (list: ListBlock, marker: string): string =>
  itemsMarkdown(
    list.items.map(itemMarkdown),
    list.items.map((_, index) => (list.ordered ? `${list.start + index}${marker}` : marker)),
  );

/** What follows in an item stands under its first word; an empty line anywhere parts all items. */
function itemsMarkdown(items: readonly string[], markers: readonly string[]): string {
  const written = items.map((item, index) => {
    const marker = `${markers[index] ?? '-'} `;
    return marker + item.replace(/\n(?!\n|$)/gu, `\n${' '.repeat(marker.length)}`);
  });
  return written.join(items.some((item) => item.includes('\n\n')) ? '\n\n' : '\n');
}

/** A list right under its paragraph keeps the item tight, where Markdown lets it. */
function itemMarkdown(content: readonly PrintBlock[]): string {
  const [first, second, ...rest] = content;
  const tight =
    first?.type === 'paragraph' &&
    second?.type === 'list' &&
    rest.length === 0 &&
    (!second.ordered || second.start === 1);
  return tight ? `${blocksMarkdown([first])}\n${blocksMarkdown([second])}` : blocksMarkdown(content);
}

function contributionMarkdown(contribution: Contribution): string {
  const by = inlineMarkdown([quiet({ type: 'text', text: aboutOf(contribution) })]);
  return `${blocksMarkdown(contribution.content)}\\\n${by}`;
}

const aboutOf = ({ label, author }: Contribution): string => (label === '' ? author : `${label} · ${author}`);

/** A table has a head row in Markdown, an empty one when the first row is none. */
function tableMarkdown(rows: readonly (readonly PrintCell[])[], columns: number): string {
  const cells = rows.map((row) => row.map(({ content }) => cellLines(content).join('<br>')));
  const [head, ...body] = rows[0]?.every(({ header }) => header)
    ? cells
    : [Array<string>(columns).fill(''), ...cells];
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  return [line(head ?? []), line(Array<string>(columns).fill('---')), ...body.map(line)].join('\n');
}

/** What a cell says, line by line: a cell holds no blocks in Markdown. */
function cellLines(blocks: readonly PrintBlock[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
      case 'facts':
        return [inlineMarkdown(block.content, '<br>')];
      case 'image':
        return [lineMarkdown(block.alternative)];
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
