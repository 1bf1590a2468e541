/** What a synthesis can start from: its points, their questions, and what the room supported most, to keep or drop. */
import type { Block, RichText } from '../actes/rich-text.ts';
import type { AgendaItem, Plan } from '../agenda/plan.ts';

/** Contributions of a point that are proposed, or of each question that has some. */
export const MOST_PROPOSED = 3;

/** A contribution that the room sees. */
export type TemplateContribution = {
  readonly id: string;
  readonly itemId: string | null;
  readonly questionId: string | null;
  readonly text: string | null;
  readonly supports: number;
};

/** What the template puts under a point's heading. */
export type TemplateSection = {
  readonly itemId: string;
  readonly title: string;
  readonly blocks: RichText;
};

/**
 * A section for each point where people speak: a heading for each question, and under it, as proposals with their
 * source, the contributions that were supported most; those that nobody supported are not chosen. What is in `taken`
 * already stands in the synthesis. Of equals the first said comes first, as `contributions` has them.
 */
export const templateOf = (
  plan: Plan,
  contributions: readonly TemplateContribution[],
  taken: ReadonlySet<string> = new Set(),
): readonly TemplateSection[] => {
  const supported = contributions
    .filter(({ id, supports, text }) => supports > 0 && (text ?? '').trim() !== '' && !taken.has(id))
    .toSorted((one, other) => other.supports - one.supports);
  return plan.items.filter(isSpoken).map((item) => ({
    itemId: item.id,
    title: item.title,
    blocks: sectionBlocks(item, supported),
  }));
};

/** Points where people speak have a section in notes and syntheses. */
export const isSpoken = ({ kind }: AgendaItem): boolean => kind !== 'break' && kind !== 'synthesis';

function sectionBlocks(item: AgendaItem, supported: readonly TemplateContribution[]): RichText {
  const here = supported.filter(({ itemId }) => itemId === item.id);
  const questions = new Set(item.questions.map(({ id }) => id));
  const ofPoint = here.filter(({ questionId }) => questionId === null || !questions.has(questionId));
  return [
    ...proposals(ofPoint),
    ...item.questions.flatMap((question): readonly Block[] => [
      { type: 'heading', level: 3, item: null, content: [{ type: 'text', text: question.text }] },
      ...proposals(here.filter(({ questionId }) => questionId === question.id)),
    ]),
  ];
}

const proposals = (contributions: readonly TemplateContribution[]): readonly Block[] =>
  contributions.slice(0, MOST_PROPOSED).map(({ id, text }) => ({
    type: 'proposal',
    kind: 'proposal',
    sources: [id],
    content: (text ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => ({ type: 'paragraph', sources: [], content: [{ type: 'text', text: line }] })),
  }));
