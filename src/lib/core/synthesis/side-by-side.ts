/** What several sittings of one atelier said, point by point, for whoever writes its one synthesis. */
import type { RichText } from '../actes/rich-text.ts';
import type { Plan } from '../agenda/plan.ts';
import { isSpoken } from './template.ts';

/** A point of the synthesis; `itemId` null gathers what was said under no point that a plan still has. */
export type SharedPoint = { readonly itemId: string | null; readonly title: string };

/** The atelier's points where people speak, then those that only a sitting's own plan has, then none. */
export function sharedPoints(plan: Plan, ownPlans: readonly Plan[]): readonly SharedPoint[] {
  const titles = new Map<string, string>();
  for (const { items } of [plan, ...ownPlans])
    for (const item of items) if (isSpoken(item) && !titles.has(item.id)) titles.set(item.id, item.title);
  return [...[...titles].map(([itemId, title]) => ({ itemId, title })), { itemId: null, title: '' }];
}

/** What notes say under the heading of a point, up to the next heading that is not below it; null is before all points. */
export function sectionOf(notes: RichText, itemId: string | null): RichText {
  const begins = notes.findIndex((block) => block.type === 'heading' && block.item === itemId);
  if (itemId === null) {
    const first = notes.findIndex((block) => block.type === 'heading' && block.item !== null);
    return first < 0 ? notes : notes.slice(0, first);
  }
  const heading = notes[begins];
  if (heading?.type !== 'heading') return [];
  const after = notes.slice(begins + 1);
  const ends = after.findIndex(
    (block) => block.type === 'heading' && (block.item !== null || block.level <= heading.level),
  );
  return ends < 0 ? after : after.slice(0, ends);
}

/** Most supported first; of equals, the first said. */
export const mostSupportedFirst = <C extends { readonly supports: number; readonly seq: number }>(
  contributions: readonly C[],
): readonly C[] =>
  contributions.toSorted((one, other) => other.supports - one.supports || one.seq - other.seq);
