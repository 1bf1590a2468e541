/** The place of whoever reads the pages, once they were made anew. */
import type { PagesView, PlacedPart } from '#protocol/actes-views.ts';
import type { IsPart } from './heading-places.ts';

type Pages = Pick<PagesView, 'pages' | 'parts'>;

/**
 * The page of `after` that tells what `page` told of `before`: as far into the same part; without one, the same number.
 * Where several parts share the page it is `chosen`, if that is one of them, else the first that opens there.
 */
export function pageAgain(page: number, before: Pages, after: Pages, chosen: IsPart | null = null): number {
  const part =
    partsOn(page, before).find((it) => chosen?.(it)) ??
    before.parts.find((it) => it.page === page) ??
    before.parts.findLast((it) => it.page <= page);
  const index = part === undefined ? -1 : after.parts.findIndex((it) => isSame(it, part));
  const again = after.parts[index];
  if (part === undefined || again === undefined) return Math.min(page, after.pages);
  const end = after.parts[index + 1]?.page ?? after.pages;
  return Math.min(again.page + page - part.page, Math.max(again.page, end));
}

/** A part ends where the next one opens, and that may be on the same page. */
const partsOn = (page: number, { pages, parts }: Pages): readonly PlacedPart[] =>
  parts.filter((it, index) => it.page <= page && page <= (parts[index + 1]?.page ?? pages));

const isSame = (one: PlacedPart, other: PlacedPart): boolean =>
  one.kind === other.kind && one.subject === other.subject;
