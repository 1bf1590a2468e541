/** What an organiser changes in the « suites proposées », and those that the syntheses propose. */
import type { Actes, ActesBlock } from '#core/actes/actes.ts';
import { blocksInside } from '#core/actes/blocks-inside.ts';
import { NEXT_STEP_LIMITS } from '#core/publication/publication.ts';
import type { NextStep } from '#core/publication/publication.ts';

/** Of a step, as the server takes them. */
const SOURCES = 50;

export type NextStepsChange = (steps: readonly NextStep[]) => readonly NextStep[];

export const writeStep =
  (id: string, field: 'what' | 'who' | 'byWhen', words: string): NextStepsChange =>
  (steps) =>
    steps.map((step) => (step.id === id ? { ...step, [field]: words.replaceAll(/\s*\n\s*/g, ' ') } : step));

export const addSteps =
  (added: readonly NextStep[]): NextStepsChange =>
  (steps) =>
    [...steps, ...added.filter((it) => steps.every(({ id }) => id !== it.id))].slice(
      0,
      NEXT_STEP_LIMITS.steps,
    );

export const removeStep =
  (id: string): NextStepsChange =>
  (steps) =>
    steps.filter((step) => step.id !== id);

/** To a place counted from 0, of all steps without it. */
export const moveStep =
  (id: string, to: number): NextStepsChange =>
  (steps) => {
    const moved = steps.find((step) => step.id === id);
    return moved === undefined ? steps : steps.filter((step) => step.id !== id).toSpliced(to, 0, moved);
  };

/** The proposals of the syntheses that are no step yet, in their order; `newId` names each. */
export function proposedSteps(
  actes: Pick<Actes, 'parts'>,
  steps: readonly NextStep[],
  newId: () => string,
): readonly NextStep[] {
  const known = new Set(steps.map(({ what }) => bare(what)));
  const found: NextStep[] = [];
  const look = (block: ActesBlock): void => {
    if (block.type !== 'proposal') return blocksInside(block).forEach(look);
    const what = wordsOf(block.content).slice(0, NEXT_STEP_LIMITS.whatLength).trim();
    if (what === '' || known.has(bare(what))) return;
    known.add(bare(what));
    found.push({ id: newId(), what, who: '', byWhen: '', sources: block.sources.slice(0, SOURCES) });
  };
  for (const { kind, blocks } of actes.parts)
    if (kind === 'atelier' || kind === 'points') blocks.forEach(look);
  return found;
}

/** Typography aside: a step was typed, a proposal is typeset. */
const bare = (words: string): string =>
  words
    .replaceAll(/[\s.]+/g, ' ')
    .replaceAll('’', "'")
    .trim()
    .toLowerCase();

/** The plain words of blocks, on one line. */
export const wordsOf = (blocks: readonly ActesBlock[]): string =>
  blocks
    .map((block) => [ownWords(block), wordsOf(blocksInside(block))].filter((it) => it !== '').join(' '))
    .filter((words) => words !== '')
    .join(' ')
    .replaceAll(/\s+/g, ' ');

function ownWords(block: ActesBlock): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'facts':
      return block.content.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('');
    case 'presentation':
      return block.who;
    case 'attendance':
      return block.entries.map(({ who }) => who).join(' ; ');
    case 'image':
      return block.alternative;
    default:
      return '';
  }
}
