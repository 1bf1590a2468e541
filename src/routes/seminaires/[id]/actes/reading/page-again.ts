/** The place of whoever reads the pages, once they were made anew. */
import type { PagesView, PlacedPart } from '#protocol/actes-views.ts';

type Pages = Pick<PagesView, 'pages' | 'parts'>;

/** The page of `after` that tells what `page` told of `before`: as far into the same part; without one, the same number. */
export function pageAgain(page: number, before: Pages, after: Pages): number {
  const part = before.parts.findLast((it) => it.page <= page);
  const index = part === undefined ? -1 : after.parts.findIndex((it) => isSame(it, part));
  const again = after.parts[index];
  if (part === undefined || again === undefined) return Math.min(page, after.pages);
  const end = after.parts[index + 1]?.page ?? after.pages;
  return Math.min(again.page + page - part.page, Math.max(again.page, end));
}

const isSame = (one: PlacedPart, other: PlacedPart): boolean =>
  one.kind === other.kind && one.subject === other.subject;
