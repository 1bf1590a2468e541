/** The rooms in the order they were prepared in: ateliers by number, then the plenaries. */
import type { LiveRow } from '#lib/client/live-seminar.svelte.ts';

export const inOrder = (rows: readonly LiveRow[]): readonly LiveRow[] =>
  rows.toSorted(({ row: a }, { row: b }) => placeOf(a.head) - placeOf(b.head));

/** A plenary bears no number and comes last. */
const placeOf = ({ plenary, atelierNumber }: LiveRow['row']['head']): number =>
  plenary ? Number.MAX_SAFE_INTEGER : atelierNumber;
