/** Gommettes: opening them on a selection, placing them, showing the counts together, putting them away. */
import type { DecisionContext } from '../events/new-event.ts';
import { newEvent } from '../events/new-event.ts';
import { ok, refused } from '../result.ts';
import type { ContributionDecision, ContributionRoom } from './contribution-room.ts';
import { foundByOthers, notShowable } from './contribution-room.ts';
import type { Dots } from './dots.ts';

export type DotsCommand = { readonly dotsId: string } & (
  | {
      readonly type: 'dots/open';
      readonly budget: number;
      readonly contributionIds: readonly string[];
    }
  | PlaceDots
  | { readonly type: 'dots/show' | 'dots/put-away' }
);
/** How many this person has on it from now on. */
type PlaceDots = { readonly type: 'dots/place'; readonly contributionId: string; readonly count: number };

/** One vote at a time; those that are shown give way to the next. */
export function decideDots(
  room: ContributionRoom,
  command: DotsCommand,
  context: DecisionContext,
): ContributionDecision {
  const { dots } = room.contributions;
  const { dotsId } = command;
  switch (command.type) {
    case 'dots/open': {
      if (dots?.id === dotsId) return ok([]);
      if (room.seminarClosed) return refused('seminar/closed');
      if (dots && !dots.shown) return refused('dots/going-on');
      const contributionIds = [...new Set(command.contributionIds)];
      for (const id of contributionIds) {
        const missing = notShowable(foundByOthers(room, id));
        if (missing) return missing;
      }
      return ok([newEvent('dots/opened', { dotsId, budget: command.budget, contributionIds }, context)]);
    }
    case 'dots/put-away':
      if (dots === null) return ok([]);
      if (dots.id !== dotsId) return refused('dots/unknown');
      return ok([newEvent('dots/put-away', { dotsId }, context)]);
    case 'dots/show':
      if (dots?.id !== dotsId) return refused('dots/unknown');
      return ok(dots.shown ? [] : [newEvent('dots/shown', { dotsId }, context)]);
    case 'dots/place':
      if (dots?.id !== dotsId || dots.shown) return refused('dots/unknown');
      return decidePlaced(room, dots, command, context);
  }
}

/** A person has one budget, whatever their devices; each device takes back its own only. */
function decidePlaced(
  room: ContributionRoom,
  dots: Dots,
  { contributionId, count }: PlaceDots,
  context: DecisionContext,
): ContributionDecision {
  if (context.actor === null) return refused('access/forbidden');
  if (room.seminarClosed) return refused('seminar/closed');
  const found = foundByOthers(room, contributionId);
  if (!found || !dots.contributionIds.includes(contributionId)) return refused('contribution/unknown');
  const before = dots.placed.get(context.actor)?.[contributionId] ?? 0;
  if (count === before) return ok([]);
  // What can no longer be voted for can still be let go of.
  const missing = count > before ? notShowable(found) : null;
  if (missing) return missing;
  const person = room.onLists(context.actor);
  const placed = [...dots.placed].filter(([id]) => room.onLists(id) === person).map(([, mine]) => mine);
  const inAll = placed.flatMap((mine) => Object.values(mine)).reduce((sum, it) => sum + it, 0);
  if (inAll - before + count > dots.budget) return refused('dots/over-budget');
  return ok([newEvent('dots/placed', { dotsId: dots.id, contributionId, count }, context)]);
}
