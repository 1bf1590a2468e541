/** Where the parts open: below the one before them, or on a page of their own. */
import type { Actes, PartKind } from '#core/actes/actes.ts';
import { linesOf } from './lengths-on-paper.ts';

/** What the day was held for, and the words before it: these open a page however short they are. */
const OPENING: ReadonlySet<PartKind> = new Set<PartKind>(['preamble', 'atelier', 'points']);
/** A good half of a page. */
const SHORT_PART_LINES = 28;

/** By the place of the part. Minutes and reports of committees are read in one go: all their parts follow one another. */
export function opensBelow({ contents, model, parts }: Actes, index: number): boolean {
  const part = parts[index];
  if (part === undefined || contents === '') return contents === '';
  if (index === 0 || model !== 'seminar') return index > 0;
  return !OPENING.has(part.kind) && linesOf(part.blocks) <= SHORT_PART_LINES;
}

/** Printed on both sides, these open on a right-hand page, as groups hand them on. */
export const opensOnTheRight = (actes: Actes, index: number): boolean =>
  ['atelier', 'points'].includes(actes.parts[index]?.kind ?? '') && !opensBelow(actes, index);
