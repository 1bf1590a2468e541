/** The wall in pages: what comes waits until what stands has been read. */

type Text = { readonly id: string; readonly seq: number; readonly text: string | null };

/** What a page holds at most. */
export const PAGE = { texts: 4, characters: 520 } as const;

/** Milliseconds: somebody at the back reads some twelve characters a second, and looks up first. */
const TO_LOOK_UP = 5_000;
const PER_CHARACTER = 80;

const lengthOf = ({ text }: Text): number => text?.length ?? 0;

/** How long a page stands. */
export const readingTime = (texts: readonly Text[]): number =>
  TO_LOOK_UP + texts.reduce((sum, it) => sum + lengthOf(it), 0) * PER_CHARACTER;

/** The first of these that a page holds: at least one. */
function fitting<T extends Text>(texts: readonly T[]): readonly T[] {
  let characters = 0;
  const over = texts.findIndex((it, index) => {
    characters += lengthOf(it);
    return index > 0 && (index >= PAGE.texts || characters > PAGE.characters);
  });
  return over === -1 ? texts : texts.slice(0, over);
}

export type WallPage = {
  /** Those that stand, in their order. */
  readonly ids: readonly string[];
  /** The newest that was ever shown: what is newer comes next. */
  readonly seenSeq: number;
};
export const NO_PAGE: WallPage = { ids: [], seenSeq: 0 };

/**
 * The page after this one, of texts newest first: those that came since come first, as many as fit, filled up with
 * older ones; else it goes on where this one ended, and begins anew after the oldest. The first page is the newest.
 */
export function nextPage(texts: readonly Text[], page: WallPage): WallPage {
  const byTime = texts.toSorted((a, b) => b.seq - a.seq);
  const newest = byTime[0]?.seq ?? 0;
  const unseen = byTime.filter(({ seq }) => seq > page.seenSeq);
  if (page === NO_PAGE) return { ids: fitting(byTime).map(({ id }) => id), seenSeq: newest };
  if (unseen.length > 0 || fitting(byTime).length === byTime.length) {
    // Of many that came at once, the oldest: the others follow.
    const backlog = fitting(unseen.toReversed()).toReversed();
    const shown = backlog.length < unseen.length ? backlog : fitting(byTime);
    const seenSeq = Math.max(page.seenSeq, shown[0]?.seq ?? newest);
    return { ids: shown.map(({ id }) => id), seenSeq };
  }
  const last = byTime.findIndex(({ id }) => id === page.ids.at(-1));
  const rest = last === -1 ? [] : byTime.slice(last + 1);
  const shown = fitting(rest.length > 0 ? rest : byTime);
  return { ids: shown.map(({ id }) => id), seenSeq: page.seenSeq };
}

/** Which page of how many it is, from the newest: one that begins between two counts from where it begins. */
export function pageNumber(
  texts: readonly Text[],
  { ids }: WallPage,
): { readonly page: number; readonly pages: number } {
  const byTime = texts.toSorted((a, b) => b.seq - a.seq);
  const here = new Set(ids);
  const first = byTime.findIndex(({ id }) => here.has(id));
  if (first === -1) return { page: 1, pages: 1 };
  const last = byTime.findLastIndex(({ id }) => here.has(id));
  const page = pagesOf(byTime.slice(0, first)) + 1;
  return { page, pages: page + pagesOf(byTime.slice(last + 1)) };
}

function pagesOf(texts: readonly Text[]): number {
  let pages = 0;
  for (let rest = texts; rest.length > 0; rest = rest.slice(fitting(rest).length)) pages += 1;
  return pages;
}

/** The page as it stands now: what was hidden or withdrawn has left it, and nothing else has moved. */
export const standing = <T extends Text>(texts: readonly T[], { ids }: WallPage): readonly T[] => {
  const known = new Map(texts.map((it) => [it.id, it]));
  return ids.flatMap((id) => known.get(id) ?? []);
};
