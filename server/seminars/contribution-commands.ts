/** What people say in a sitting, and what those who sort it do with it: rights, and what the core needs to decide. */
import { createHash } from 'node:crypto';
import type { Action } from '#core/access/may.ts';
import type { Run } from '#core/agenda/run.ts';
import { ENOUGH_PEOPLE } from '#core/contributions/contribution.ts';
import type { ContributionRoom } from '#core/contributions/contribution-room.ts';
import type { ContributionCommand } from '#core/contributions/decide-contribution.ts';
import { decideContribution } from '#core/contributions/decide-contribution.ts';
import { sittingStream } from '#core/events/envelope.ts';
import type { DecisionContext } from '#core/events/new-event.ts';
import { ok, refused } from '#core/result.ts';
import type { Person } from '#core/seminar/person.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import { personOnLists } from '#core/seminar/seminar.ts';
import type { SittingLog } from '#core/seminar/sitting.ts';
import { instant } from '#core/time/instant.ts';
import type { Decide } from './desk.ts';
import type { Directory, PeopleDirectory } from './people-directory.ts';
import { roomOf } from './room.ts';

type Keyed = Extract<ContributionCommand, { type: 'contribution/change' | 'contribution/withdraw' }>;
/** `key` comes with what was said without a name; null else. */
export type ContributionCommandHere = (
  Exclude<ContributionCommand, Keyed> | (Keyed & { readonly key: string | null })
) & { readonly sittingId: string };

const SUBJECTS: readonly string[] = ['contribution', 'group', 'wall', 'silence', 'dots'];
export const isContributionCommand = <C extends { readonly type: string }>(
  command: C | ContributionCommandHere,
): command is ContributionCommandHere => SUBJECTS.includes(command.type.split('/', 1)[0] ?? '');

/** The right that the command asks for, and for a right over one's own words whose they are. */
export type ContributionRight = { readonly action: Action; readonly owners: readonly string[] };

export function contributionRight(
  command: ContributionCommandHere,
  log: SittingLog | null,
): ContributionRight {
  const right = (action: Action, owners: readonly string[] = []): ContributionRight => ({ action, owners });
  switch (command.type) {
    case 'contribution/make':
      return right(
        (command.entry ?? 'typed') === 'typed' && (command.attributedTo ?? null) === null
          ? 'contribution/make'
          : 'words/enter-for-someone',
      );
    case 'contribution/change':
    case 'contribution/withdraw': {
      const found = log?.contributions.byId.get(command.contributionId);
      // Nobody owns words without a name: whoever is in the room may try the key they have.
      if (found?.unnamed) return right('contribution/make');
      const owners = [found?.author, found?.enteredBy].filter((id) => typeof id === 'string');
      return right('contribution/change', owners);
    }
    case 'contribution/support':
    case 'contribution/unsupport':
    case 'contribution/agree':
    case 'contribution/disown':
    case 'dots/place':
      return right('contribution/make');
    case 'contribution/agree-on-paper':
    case 'contribution/disown-on-paper':
      return right('seminar/prepare');
    case 'contribution/place':
    case 'contribution/group':
    case 'group/make':
    case 'group/rename':
    case 'group/dissolve':
      return right('contribution/sort');
    case 'contribution/hide':
    case 'contribution/show':
    case 'contribution/pin':
    case 'contribution/unpin':
    case 'contribution/approve':
    case 'wall/set':
      return right('contribution/moderate');
    case 'silence/open':
    case 'silence/extend':
    case 'silence/reveal':
    case 'dots/open':
    case 'dots/show':
    case 'dots/put-away':
      return right('floor/conduct');
  }
}

/** Decides it over the sitting, whose run and atelier may be over: what was said can still be entered. */
export function contributionDecision(
  command: ContributionCommandHere,
  context: DecisionContext,
  people: Pick<PeopleDirectory, 'directory'>,
): Decide {
  return async (draft) => {
    const found = await roomOf(draft, command.sittingId);
    const seminar = found && (await draft.seminar(found.seminarId)).state;
    if (!found || !seminar) return refused('seminar/unknown');
    const { log, room, lastAt } = found;
    const atelier = (await draft.atelier(log.atelierId)).state;
    const directory = await people.directory(found.seminarId);
    const onLists = (personId: string): string => personOnLists(seminar, personId);
    const decidedOn: ContributionRoom = {
      ...{ contributions: log.contributions, plan: room.plan, runId: runGoingOn(room.run) },
      ...{ seminarClosed: seminar.closed, onLists },
      synthesisValidated: atelier?.synthesis.state === 'validated',
      knows: (personId) => directory.has(personId),
      keyHash: 'key' in command && command.key !== null ? sha256(command.key) : null,
      beside: besideWordsOf(context.actor, command.sittingId, seminar, directory),
    };
    const here = { ...context, now: instant(Math.max(context.now, lastAt)) };
    const decided = decideContribution(decidedOn, command, here);
    return decided.ok ? ok([{ stream: sittingStream(command.sittingId), events: decided.value }]) : decided;
  };
}

const NOTHING = { function: null, town: null };

/** Function and town of someone who is one of enough people, and agreed to be quoted with them. */
function besideWordsOf(
  personId: string | null,
  sittingId: string,
  seminar: Seminar,
  people: Directory,
): ContributionRoom['beside'] {
  const person: Person | undefined = personId === null ? undefined : people.get(personId);
  const there = seminar.attendance[sittingId]?.length ?? 0;
  if (!person || person.consent === 'none' || there < ENOUGH_PEOPLE) return NOTHING;
  return { function: person.function || null, town: person.town || null };
}

const sha256 = (key: string): string => createHash('sha256').update(key, 'utf8').digest('hex');

/** The run during which something is said now, or null. */
const runGoingOn = ({ status, runId }: Run): string | null =>
  status === 'running' || status === 'suspended' ? runId : null;
