/** What the projector shows beside the question: one thing at a time, so that a room reads one idea a screen. */
import type { AgendaItem } from '#core/agenda/plan.ts';
import type { Restitution } from '#core/restitution/restitution.ts';
import type { DotsView, RoundView, SilenceView } from '#protocol/room-views.ts';
import type { ContributionView, SittingState } from '#protocol/views.ts';

export type ScreenFocus =
  /** A shared time or an alarm: nothing of what the room is doing. */
  | { readonly is: 'pause' }
  /** A synthesis: alone on the screen. */
  | { readonly is: 'restitution'; readonly restitution: Restitution }
  | { readonly is: 'silence'; readonly silence: SilenceView }
  | { readonly is: 'dots'; readonly dots: DotsView }
  | { readonly is: 'round'; readonly round: RoundView }
  | { readonly is: 'pinned'; readonly texts: readonly ContributionView[] }
  | { readonly is: 'wall'; readonly texts: readonly ContributionView[] }
  /** The point alone, as large as it can be. */
  | { readonly is: 'point' };

/**
 * A synthesis is put on the screen and taken from it by hand: only what stops the room hides it. Of the rest, what a room
 * is asked to do comes before what it is asked to read, and what somebody chose before what comes by
 * itself: silent writing, gommettes, tour de table, pinned contributions, wall.
 */
export function screenFocus({
  stopped,
  paused,
  restitution,
  silence,
  dots,
  round,
  screenTexts,
}: Pick<SittingState, 'silence' | 'dots' | 'round' | 'screenTexts' | 'restitution'> & {
  /** By an alarm, or because all is over. */
  readonly stopped: boolean;
  /** By a shared time. */
  readonly paused: boolean;
}): ScreenFocus {
  if (stopped) return { is: 'pause' };
  if (restitution !== null) return { is: 'restitution', restitution };
  if (paused) return { is: 'pause' };
  if (silence !== null) return { is: 'silence', silence };
  if (dots !== null && dots.contributions.length > 0) return { is: 'dots', dots };
  if (round !== null && !round.closed) return { is: 'round', round };
  const readable = screenTexts.filter(({ text }) => text !== null);
  const pinned = readable.filter((it) => it.pinned);
  if (pinned.length > 0) return { is: 'pinned', texts: pinned };
  return readable.length > 0 ? { is: 'wall', texts: readable } : { is: 'point' };
}

/** The title of the point that it was said about, where that is not the one on the screen; '' else. */
export function otherPoint(
  { itemId }: Pick<ContributionView, 'itemId'>,
  items: readonly Pick<AgendaItem, 'id' | 'title'>[],
  currentItemId: string | null,
): string {
  if (itemId === currentItemId) return '';
  return items.find(({ id }) => id === itemId)?.title ?? '';
}

/** Whether the point gives way: its question smaller, its time at the side. */
export const givesWay = ({ is }: ScreenFocus): boolean =>
  is !== 'pause' && is !== 'point' && is !== 'silence';

/** Whether who speaks is said with it: in silence nobody does, and in a tour de table whoever has the turn. */
export const saysFloor = ({ is }: ScreenFocus): boolean => !['pause', 'silence', 'round'].includes(is);

/** The most characters of each of so many pinned texts that a room can still read from its last row. */
export const mostCharacters = (texts: number): number => (texts <= 1 ? 900 : texts === 2 ? 560 : 420);

/** A text within so many characters, cut after a whole word. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most - 1);
  const space = start.search(/\s\S*$/);
  return `${(space > most / 2 ? start.slice(0, space) : start).trimEnd()}…`;
}
