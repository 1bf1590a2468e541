/** What those who sort do with what was said. */
import type { Place } from '../agenda/place-in-plan.ts';
import { itemOf } from '../agenda/plan.ts';
import type { DecisionContext } from '../events/new-event.ts';
import { newEvent } from '../events/new-event.ts';
import type { Refused } from '../result.ts';
import { ok, refused } from '../result.ts';
import type { Contribution } from './contribution.ts';
import { MOST_GROUPS, MOST_PINNED } from './contribution.ts';
import type { ContributionDecision, ContributionErrorCode, ContributionRoom } from './contribution-room.ts';
import { foundByOthers, notShowable } from './contribution-room.ts';
import type { WallContent } from './wall.ts';

type One = { readonly contributionId: string };

type OneCommand =
  | (One & Place & { readonly type: 'contribution/place' })
  | (One & { readonly type: 'contribution/hide'; readonly reason: string })
  | (One & {
      readonly type: 'contribution/show' | 'contribution/pin' | 'contribution/unpin' | 'contribution/approve';
    });

type GroupCommand =
  | {
      readonly type: 'contribution/group';
      readonly contributionIds: readonly string[];
      /** Null takes them out of their group. */
      readonly groupId: string | null;
    }
  | {
      readonly type: 'group/make';
      readonly groupId: string;
      readonly heading: string;
      readonly contributionIds: readonly string[];
    }
  | { readonly type: 'group/rename'; readonly groupId: string; readonly heading: string }
  | { readonly type: 'group/dissolve'; readonly groupId: string };

export type SortingCommand =
  OneCommand | GroupCommand | { readonly type: 'wall/set'; readonly shows: WallContent };

/** The events of a sorting command; words of a silence that is not revealed are not there to be sorted. */
export function decideSorting(
  room: ContributionRoom,
  command: SortingCommand,
  context: DecisionContext,
): ContributionDecision {
  switch (command.type) {
    case 'wall/set': {
      const { shows } = command;
      return ok(room.contributions.wall === shows ? [] : [newEvent('wall/set', { shows }, context)]);
    }
    case 'contribution/group':
    case 'group/make':
    case 'group/rename':
    case 'group/dissolve':
      return decideGroup(room, command, context);
    default: {
      const found = foundByOthers(room, command.contributionId);
      if (!found) return refused('contribution/unknown');
      return decideOne(room, found, command, context);
    }
  }
}

function decideOne(
  room: ContributionRoom,
  found: Contribution,
  command: OneCommand,
  context: DecisionContext,
): ContributionDecision {
  const one = { contributionId: found.id };
  switch (command.type) {
    case 'contribution/place': {
      if (found.withdrawn) return refused('contribution/withdrawn');
      const { itemId, questionId } = command;
      if (found.itemId === itemId && found.questionId === questionId) return ok([]);
      const missing = missingPlace(room, command);
      return missing ?? ok([newEvent('contribution/placed', { ...one, itemId, questionId }, context)]);
    }
    case 'contribution/hide': {
      const { reason } = command;
      if (found.hidden?.reason === reason) return ok([]);
      return ok([newEvent('contribution/hidden', { ...one, reason }, context)]);
    }
    case 'contribution/show':
      return ok(found.hidden === null ? [] : [newEvent('contribution/shown', one, context)]);
    case 'contribution/unpin':
      return ok(found.pinned ? [newEvent('contribution/unpinned', one, context)] : []);
    case 'contribution/pin': {
      if (found.pinned) return ok([]);
      const pinned = room.contributions.byId.values().filter((it) => it.pinned);
      if (pinned.length >= MOST_PINNED) return notShowable(found) ?? refused('contribution/too-many-pinned');
      return notShowable(found) ?? ok([newEvent('contribution/pinned', one, context)]);
    }
    case 'contribution/approve':
      if (found.approved) return ok([]);
      return notShowable(found) ?? ok([newEvent('contribution/approved', one, context)]);
  }
}

/** Someone who sorts looks at the plan: what it does not have is refused, not let go. */
function missingPlace(
  { plan }: ContributionRoom,
  { itemId, questionId }: Place,
): Refused<ContributionErrorCode> | null {
  const item = itemId === null ? undefined : itemOf(plan, itemId);
  if (itemId !== null && !item) return refused('run/unknown-item');
  if (questionId === null || item?.questions.some(({ id }) => id === questionId)) return null;
  return refused('run/unknown-question');
}

function decideGroup(
  room: ContributionRoom,
  command: GroupCommand,
  context: DecisionContext,
): ContributionDecision {
  const { groupId } = command;
  const group = room.contributions.groups.find(({ id }) => id === groupId);
  if (command.type === 'group/dissolve')
    return ok(group ? [newEvent('group/dissolved', { groupId: group.id }, context)] : []);
  if (command.type === 'group/rename') {
    const { heading } = command;
    if (!group) return refused('group/unknown');
    const renamed = { groupId: group.id, heading };
    return ok(group.heading === heading ? [] : [newEvent('group/renamed', renamed, context)]);
  }
  const known: Contribution[] = [];
  for (const id of new Set(command.contributionIds)) {
    const found = foundByOthers(room, id);
    if (!found) return refused('contribution/unknown');
    known.push(found);
  }
  if (command.type === 'group/make') {
    if (group) return refused('group/exists');
    if (room.contributions.groups.length >= MOST_GROUPS) return refused('group/too-many');
    const { heading } = command;
    const contributionIds = known.map(({ id }) => id);
    return ok([newEvent('group/made', { groupId: command.groupId, heading, contributionIds }, context)]);
  }
  if (groupId !== null && !group) return refused('group/unknown');
  const contributionIds = known.filter((it) => it.groupId !== groupId).map(({ id }) => id);
  if (contributionIds.length === 0) return ok([]);
  return ok([newEvent('contribution/grouped', { contributionIds, groupId }, context)]);
}
