/** Which blocks may stand where, and what a block becomes where it may not: its words stay. */
import type { ActesBlock } from './actes.ts';
import { blocksInside } from './blocks-inside.ts';
import { inBold, withoutBreaks } from './normalise-inlines.ts';
import type { Inline } from './rich-text.ts';

/** What a block stands in. */
export type Place = 'part' | 'item' | 'quotation' | 'proposal' | 'presentation' | 'cell';

/** As in the editor: what holds words holds no headings, and a cell or a quotation holds little else. */
const MAY_STAND: Readonly<Record<Place, ReadonlySet<ActesBlock['type']> | null>> = {
  part: null,
  item: new Set(['paragraph', 'list', 'quotation', 'image']),
  quotation: new Set(['paragraph', 'list']),
  proposal: new Set(['paragraph', 'list', 'quotation']),
  presentation: new Set(['paragraph', 'list', 'quotation', 'image']),
  cell: new Set(['paragraph', 'image']),
};

export const mayStand = (block: ActesBlock, place: Place): boolean =>
  MAY_STAND[place]?.has(block.type) ?? true;

const paragraph = (content: readonly Inline[]): ActesBlock => ({ type: 'paragraph', content, sources: [] });
const line = (text: string): readonly ActesBlock[] =>
  text === '' ? [] : [paragraph([{ type: 'text', text }])];
const boldLine = (text: string): readonly ActesBlock[] =>
  text === '' ? [] : [paragraph(inBold([{ type: 'text', text }]))];

/** The block as simpler ones; to be asked for again while they may not stand there either. */
export function simplerBlocks(block: ActesBlock): readonly ActesBlock[] {
  switch (block.type) {
    case 'heading':
      return [paragraph(inBold(withoutBreaks(block.content)))];
    case 'paragraph':
    case 'facts':
      return [paragraph(block.content)];
    case 'image':
      return line(block.alternative);
    case 'list':
      return block.items.flatMap(({ content }, index) =>
        marked(content, block.ordered ? `${String(block.start + index)}. ` : '• '),
      );
    case 'quotation':
      return [...block.content, ...line(block.attribution === '' ? '' : `— ${block.attribution}`)];
    case 'proposal':
      return [...boldLine(block.label), ...block.content];
    case 'contribution': {
      const by = [block.label, block.author].filter((it) => it !== '').join(' · ');
      return [...block.content, ...line(by === '' ? '' : `— ${by}`)];
    }
    case 'presentation':
      return [...boldLine(block.who), ...block.quotation, ...block.content];
    case 'attendance':
      return block.entries.flatMap(({ who, note }) =>
        line([who, note].filter((it) => it !== '').join(' – ')),
      );
    case 'table':
      return blocksInside(block);
  }
}

function marked(blocks: readonly ActesBlock[], marker: string): readonly ActesBlock[] {
  const [first, ...rest] = blocks;
  return first?.type === 'paragraph'
    ? [{ ...first, content: [{ type: 'text', text: marker }, ...first.content] }, ...rest]
    : blocks;
}

/** All that can be read in the block, one paragraph after the other, however deep it lies. */
export function paragraphsInside(outer: ActesBlock): readonly ActesBlock[] {
  const found: ActesBlock[] = [];
  const waiting: ActesBlock[] = [outer];
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    if (block.type === 'paragraph') found.push(block);
    else if (block.type === 'list') waiting.push(...blocksInside(block).toReversed());
    else waiting.push(...simplerBlocks(block).toReversed());
  }
  return found;
}
