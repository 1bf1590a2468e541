/** « Suites proposées »: what, who, by when. */
import type { NextStep } from '../publication/publication.ts';
import { NEXT_STEP_LIMITS } from '../publication/publication.ts';
import { plainText } from '../synthesis/written-words.ts';
import type { ActesBlock } from './actes.ts';
import type { Block, RichText } from './rich-text.ts';
import { takenOver } from './rich-text.ts';
import type { Making } from './text-blocks.ts';
import { textCell } from './text-blocks.ts';

/** The proposals and decisions of the syntheses as lines that nobody has yet taken on, in the order they were written. */
export function nextStepsFrom(syntheses: readonly RichText[]): readonly NextStep[] {
  const proposals = writtenProposals(syntheses).slice(0, NEXT_STEP_LIMITS.steps);
  const idFor = idsByWords();
  return proposals.map((proposal) => {
    const what = onOneLine(proposal.content);
    return { id: idFor(what), what, who: '', byWhen: '', sources: [...takenOver([proposal])] };
  });
}

/** How many proposals and decisions are more than a table of steps holds. */
export const proposalsWithoutRoom = (syntheses: readonly RichText[]): number =>
  Math.max(0, writtenProposals(syntheses).length - NEXT_STEP_LIMITS.steps);

const writtenProposals = (syntheses: readonly RichText[]): readonly Proposal[] =>
  syntheses
    .flatMap((text) => text.flatMap(proposalsIn))
    .filter(({ content }) => plainText(content).trim() !== '');

/** A table with its header row; nothing without a step. */
export function nextStepsBlocks(steps: readonly NextStep[], { labels }: Making): readonly ActesBlock[] {
  if (steps.length === 0) return [];
  const { what, who, byWhen } = labels.steps;
  const header = [what, who, byWhen].map((text) => textCell(text, true));
  const rows = steps.map((step) => [
    textCell(step.what, false, step.sources),
    textCell(step.who, false),
    textCell(step.byWhen, false),
  ]);
  return [{ type: 'table', columns: 3, rows: [header, ...rows] }];
}

type Proposal = Extract<Block, { type: 'proposal' }>;

function proposalsIn(block: Block): readonly Proposal[] {
  switch (block.type) {
    case 'proposal':
      return [block];
    case 'list':
      return block.items.flatMap(({ content }) => content.flatMap(proposalsIn));
    case 'quotation':
      return block.content.flatMap(proposalsIn);
    case 'table':
      return block.rows.flatMap((row) => row.flatMap(({ content }) => content.flatMap(proposalsIn)));
    default:
      return [];
  }
}

/** An id follows the words, for proposals come and go before them while somebody writes in a step; equal ones are counted. */
function idsByWords(): (words: string) => string {
  const times = new Map<string, number>();
  return (words) => {
    const id = `proposed-${hashOf(words).toString(36).padStart(7, '0')}`;
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    return time === 1 ? id : `${id}-${time}`;
  };
}

/** FNV-1a of the UTF-16 units, in 32 bits: words that share one are told apart by counting. */
function hashOf(words: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** What is longer than a step may be ends between two words; the synthesis says it whole. */
function onOneLine(blocks: RichText): string {
  const line = plainText(blocks).replace(/\s+/gu, ' ').trim();
  if (line.length <= NEXT_STEP_LIMITS.whatLength) return line;
  const start = line.slice(0, NEXT_STEP_LIMITS.whatLength - 2);
  return `${start.slice(0, start.lastIndexOf(' ') === -1 ? start.length : start.lastIndexOf(' '))} …`;
}
