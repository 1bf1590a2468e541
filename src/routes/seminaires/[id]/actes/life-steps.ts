/** Where the actes stand in their life, and what their organiser may do next. */
import type { Publication, VersionKind } from '#core/publication/publication.ts';
import type { Instant } from '#core/time/instant.ts';

export type Life = Pick<
  Publication,
  'stage' | 'versions' | 'review' | 'corrections' | 'approval' | 'published'
>;

const TRACK = ['draft', 'provisional', 'review', 'approval', 'published'] as const;
type TrackStage = (typeof TRACK)[number];

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

/** `skipped`: passed by without it. */
type TrackState = 'done' | 'skipped' | 'current' | 'ahead';

/** The way from draft to published, as it was gone so far. */
export function track(life: Life): readonly { readonly stage: TrackStage; readonly state: TrackState }[] {
  const at = TRACK.indexOf(trackStage(life));
  const stateOf = (stage: TrackStage, index: number): TrackState => {
    if (index === at) return 'current';
    const was = stage !== 'provisional' && stage !== 'review' ? index < at : hasKept(life, stage);
    return was ? 'done' : index < at ? 'skipped' : 'ahead';
  };
  return TRACK.map((stage, index) => ({ stage, state: stateOf(stage, index) }));
}

/** Withdrawn actes had come to the end of the way; after a refusal they stand where they were refused. */
function trackStage(life: Life): TrackStage {
  switch (life.stage) {
    case 'draft':
      if (isRefused(life)) return 'approval';
      return hasKept(life, 'review') ? 'review' : hasKept(life, 'provisional') ? 'provisional' : 'draft';
    case 'review':
      return 'review';
    case 'approval':
    case 'approved':
      return 'approval';
    case 'published':
    case 'withdrawn':
      return 'published';
  }
}

const hasKept = ({ versions }: Life, kind: VersionKind): boolean =>
  versions.some((version) => version.kind === kind);

/** The valideur asked for changes, and nothing was given to reread since. */
export const isRefused = ({ stage, approval, versions }: Life): boolean =>
  stage === 'draft' &&
  approval?.given === false &&
  versions.every(({ kind, at }) => kind !== 'review' || at <= approval.at);

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
      if (isRefused(life)) return of('approval', ['provisional', 'review', ...corrections]);
      const reread = waiting ? 'corrections' : 'approval';
      const left = hasKept(life, 'provisional') ? 'review' : 'provisional';
      const main = hasKept(life, 'review') ? reread : left;
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
