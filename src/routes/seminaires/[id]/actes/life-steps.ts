/** Where the actes stand in their life, and what their organiser may do next. */
import type { Publication } from '#core/publication/publication.ts';
import type { Instant } from '#core/time/instant.ts';

export type Life = Pick<
  Publication,
  'stage' | 'versions' | 'review' | 'corrections' | 'approval' | 'published'
>;

export const TRACK = ['draft', 'provisional', 'review', 'approval', 'published'] as const;
export type TrackStage = (typeof TRACK)[number];

export type LifeAction =
  | 'provisional'
  | 'review'
  | 'links'
  | 'closeReview'
  | 'corrections'
  | 'approval'
  | 'valideur'
  | 'publish'
  | 'publishing'
  | 'correct'
  | 'withdraw'
  | 'read';

/** The place on the way from draft to published; withdrawn actes had come to its end. */
export function trackStage({ stage, versions }: Life): TrackStage {
  if (stage === 'draft') return versions.some(({ kind }) => kind === 'provisional') ? 'provisional' : 'draft';
  if (stage === 'review') return 'review';
  return stage === 'approval' || stage === 'approved' ? 'approval' : 'published';
}

export const waitingCorrections = ({ corrections }: Life): number =>
  corrections.filter(({ settled }) => settled === null).length;

/** The version that may be published, and whether it was before; null while there is none. */
export function publishable({ stage, approval, published }: Life): string | null {
  if (stage === 'approved') return approval?.versionId ?? null;
  return stage === 'published' || stage === 'withdrawn' ? (published?.versionId ?? null) : null;
}

/** The one next step, and the others that are possible. */
export function nextActions(
  life: Life,
  now: Instant,
): { readonly main: LifeAction; readonly others: readonly LifeAction[] } {
  const waiting = waitingCorrections(life) > 0;
  const corrections: readonly LifeAction[] = life.corrections.length > 0 ? ['corrections'] : [];
  const of = (main: LifeAction, others: readonly LifeAction[]) => ({
    main,
    others: others.filter((it) => it !== main),
  });
  switch (life.stage) {
    case 'draft': {
      const refused = life.approval?.given === false;
      const left = life.versions.some(({ kind }) => kind === 'provisional');
      const main = refused ? 'approval' : left ? 'review' : 'provisional';
      return of(main, ['provisional', 'review', ...corrections, 'approval']);
    }
    case 'review': {
      const going = life.review !== null && now <= life.review.until;
      const main = waiting ? 'corrections' : going ? 'links' : 'approval';
      return of(main, ['links', ...corrections, 'approval', 'closeReview', 'provisional']);
    }
    case 'approval':
      return of('valideur', [...corrections, 'review', 'provisional']);
    case 'approved':
      return of('publish', [...corrections, 'approval', 'review', 'provisional']);
    case 'published':
      return of('read', ['correct', 'publishing', ...corrections, 'withdraw']);
    case 'withdrawn':
      return of('publish', [...corrections, 'approval', 'review', 'provisional']);
  }
}
