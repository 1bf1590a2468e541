/** What becomes of words that someone says, changes, takes back, agrees to or supports, and of what is done with them. */
import type { Place } from '../agenda/place-in-plan.ts';
import { placeLeft } from '../agenda/place-in-plan.ts';
import type { NewDomainEvent } from '../events/event-types.ts';
import type { DecisionContext } from '../events/new-event.ts';
import { newEvent } from '../events/new-event.ts';
import { ok, refused } from '../result.ts';
import { cutToMinute } from '../time/instant.ts';
import type { Contribution, ContributionKind, Entry } from './contribution.ts';
import type { ContributionDecision, ContributionRoom } from './contribution-room.ts';
import { foundByOthers } from './contribution-room.ts';
import type { DotsCommand } from './decide-dots.ts';
import { decideDots } from './decide-dots.ts';
import type { SilenceCommand } from './decide-silence.ts';
import { decideSilence } from './decide-silence.ts';
import type { SortingCommand } from './decide-sorting.ts';
import { decideSorting } from './decide-sorting.ts';

type Words = Place & { readonly kind: ContributionKind | null; readonly text: string };
type One = { readonly contributionId: string };

export type MakeContribution = One &
  Words & {
    readonly type: 'contribution/make';
    readonly unnamed: boolean;
    /** Without a name: the hash of the key that alone changes it; null, nobody can. */
    readonly keyHash?: string | null;
    /** Without a name: function and town stand beside it, where there are enough people. */
    readonly withFunction?: boolean;
    /** The silent writing that was open when typing began. */
    readonly silenceId?: string | null;
    readonly entry?: Entry;
    /** Whose words they are, when someone else enters them. */
    readonly attributedTo?: string | null;
  };

type ReviseWords =
  | (One & Words & { readonly type: 'contribution/change' })
  | (One & { readonly type: 'contribution/withdraw' });
type SupportWords = One & { readonly type: 'contribution/support' | 'contribution/unsupport' };
type OwnWords = One & { readonly type: 'contribution/agree' | 'contribution/disown' };

type OnPaper = {
  readonly type: 'contribution/agree-on-paper' | 'contribution/disown-on-paper';
  readonly contributionIds: readonly string[];
};

export type WordsCommand = MakeContribution | ReviseWords | SupportWords | OwnWords | OnPaper;

export type ContributionCommand = WordsCommand | SortingCommand | SilenceCommand | DotsCommand;

/**
 * The events that a command about contributions writes, or the code of why not. What is already as asked for writes
 * nothing. Who may is asked before, save for what only the author or the key of the words may do.
 */
export function decideContribution(
  room: ContributionRoom,
  command: ContributionCommand,
  context: DecisionContext,
): ContributionDecision {
  switch (command.type) {
    case 'contribution/make':
      return decideMake(room, command, context);
    case 'contribution/change':
    case 'contribution/withdraw':
      return decideRevision(room, command, context);
    case 'contribution/support':
    case 'contribution/unsupport':
      return decideSupport(room, command, context);
    case 'contribution/agree':
    case 'contribution/disown':
      return decideOwning(room, command, context);
    case 'contribution/agree-on-paper':
    case 'contribution/disown-on-paper':
      return decideOnPaper(room, command, context);
    case 'silence/open':
    case 'silence/extend':
    case 'silence/reveal':
      return decideSilence(room, command, context);
    case 'dots/open':
    case 'dots/place':
    case 'dots/show':
    case 'dots/put-away':
      return decideDots(room, command, context);
    default:
      return decideSorting(room, command, context);
  }
}

/** Said without a name, an event tells neither who nor when but for the minute. */
const withoutName = (context: DecisionContext): DecisionContext => ({
  ...context,
  actor: null,
  now: cutToMinute(context.now),
});

/** A point or question that the plan no longer has is let go, never the words. */
function decideMake(
  room: ContributionRoom,
  command: MakeContribution,
  context: DecisionContext,
): ContributionDecision {
  const { contributionId, kind, text, unnamed, entry = 'typed', silenceId = null } = command;
  const { silence, byId } = room.contributions;
  // Before all else: a late resend of what is kept is told so, whatever closed meanwhile.
  if (byId.has(contributionId)) return refused('contribution/exists');
  if (room.seminarClosed) return refused('seminar/closed');
  const attributedTo = unnamed ? null : (command.attributedTo ?? null);
  if (attributedTo !== null && !room.knows(attributedTo)) return refused('person/unknown');
  const beside = unnamed && command.withFunction === true ? room.beside : { function: null, town: null };
  const payload = {
    ...{ contributionId, kind, text, unnamed, entry, attributedTo },
    ...placeLeft(room.plan, command),
    runId: room.runId,
    keyHash: unnamed ? (command.keyHash ?? null) : null,
    ...{ function: beside.function, town: beside.town },
    // Only the last silence can still be unrevealed; any other name is none of ours.
    silenceId: silenceId === silence?.id ? silenceId : null,
  };
  return ok([newEvent('contribution/made', payload, unnamed ? withoutName(context) : context)]);
}

/** Words without a name are their key's alone, whoever asks. */
function decideRevision(
  room: ContributionRoom,
  command: ReviseWords,
  context: DecisionContext,
): ContributionDecision {
  const found = room.contributions.byId.get(command.contributionId);
  if (!found) return refused('contribution/unknown');
  if (found.unnamed && (found.keyHash === null || found.keyHash !== room.keyHash))
    return refused('contribution/wrong-key');
  const by = found.unnamed ? withoutName(context) : context;
  if (command.type === 'contribution/withdraw')
    return ok(found.withdrawn ? [] : [newEvent('contribution/withdrawn', { contributionId: found.id }, by)]);
  if (found.withdrawn) return refused('contribution/withdrawn');
  const isMoved = found.itemId !== command.itemId || found.questionId !== command.questionId;
  if (isMoved && room.synthesisValidated) return refused('synthesis/validated');
  return ok(changed(room, found, command, by));
}

function changed(
  room: ContributionRoom,
  found: Contribution,
  { kind, text, ...asked }: Words,
  by: DecisionContext,
): readonly NewDomainEvent[] {
  const place = placeLeft(room.plan, asked);
  const same =
    found.kind === kind &&
    found.text === text &&
    found.itemId === place.itemId &&
    found.questionId === place.questionId;
  if (same) return [];
  const { id: contributionId, function: said, town } = found;
  const reworded = found.text !== text;
  const payload = { contributionId, ...place, kind, text, reworded, function: said, town };
  return [newEvent('contribution/changed', payload, by)];
}

/**
 * Each device of a person for itself: a second one, which only says whose it is, neither sees nor takes back what the
 * first supports. They count once, and nobody counts for their own words.
 */
function decideSupport(
  room: ContributionRoom,
  { type, contributionId }: SupportWords,
  context: DecisionContext,
): ContributionDecision {
  const found = foundByOthers(room, contributionId);
  if (!found) return refused('contribution/unknown');
  if (context.actor === null) return refused('access/forbidden');
  if (room.seminarClosed) return refused('seminar/closed');
  const supported = found.supporters.includes(context.actor);
  if (type === 'contribution/unsupport')
    return ok(supported ? [newEvent('contribution/unsupported', { contributionId }, context)] : []);
  if (found.withdrawn) return refused('contribution/withdrawn');
  const own = found.author !== null && room.onLists(found.author) === room.onLists(context.actor);
  return ok(supported || own ? [] : [newEvent('contribution/supported', { contributionId }, context)]);
}

/** Whose name stands under words says whether they are theirs; nobody says it for them here. */
function decideOwning(
  room: ContributionRoom,
  { type, contributionId }: OwnWords,
  context: DecisionContext,
): ContributionDecision {
  const found = room.contributions.byId.get(contributionId);
  if (!found) return refused('contribution/unknown');
  if (type === 'contribution/disown' && found.author === null && !found.unnamed) return ok([]);
  if (context.actor === null || found.author !== context.actor) return refused('access/forbidden');
  if (found.withdrawn) return refused('contribution/withdrawn');
  if (type === 'contribution/disown')
    return ok([newEvent('contribution/disowned', { contributionId }, context)]);
  const agreed = { contributionIds: [contributionId], on: 'phone' } as const;
  return ok(found.agreed ? [] : [newEvent('contribution/agreed', agreed, context)]);
}

/** Of a signed sheet, what still waits for agreement: agreed to, or left without a name. */
function decideOnPaper(
  { contributions }: ContributionRoom,
  { type, contributionIds }: OnPaper,
  context: DecisionContext,
): ContributionDecision {
  const waiting: string[] = [];
  for (const id of new Set(contributionIds)) {
    const found = contributions.byId.get(id);
    if (!found) return refused('contribution/unknown');
    if (!found.agreed && !found.withdrawn && found.author !== null) waiting.push(id);
  }
  if (waiting.length === 0) return ok([]);
  if (type === 'contribution/disown-on-paper')
    return ok(
      waiting.map((contributionId) => newEvent('contribution/disowned', { contributionId }, context)),
    );
  return ok([newEvent('contribution/agreed', { contributionIds: waiting, on: 'paper' }, context)]);
}
