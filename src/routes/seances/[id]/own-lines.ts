/** A person's own words with what is to become of them: what the server has, and what waits on this device. */
import type { ContributionKind } from '#core/contributions/contribution.ts';
import { cutToMinute } from '#core/time/instant.ts';
import type { Instant } from '#core/time/instant.ts';
import type { PendingCommand } from '#lib/client/outbox-queue.ts';
import type { SilenceView } from '#protocol/room-views.ts';
import type { OwnContribution } from '#protocol/views.ts';

export type OwnState =
  'saved' | 'waiting' | 'mixed' | 'changing' | 'withdrawing' | 'withdrawn' | 'hidden' | 'to-agree';

export type OwnLine = {
  readonly id: string;
  /** Null once redacted. */
  readonly text: string | null;
  readonly kind: ContributionKind | null;
  readonly itemId: string | null;
  readonly questionId: string | null;
  readonly unnamed: boolean;
  readonly state: OwnState;
  /** Why it is hidden; '' when nothing is said of it. */
  readonly reason: string;
};

/** The newest first; `pending` oldest first. What waits is shown as it will be. */
export function ownLines(
  own: readonly OwnContribution[],
  pending: readonly PendingCommand[],
): readonly OwnLine[] {
  const known = new Set(own.map(({ contribution }) => contribution.id));
  const made = pending.flatMap(({ command, notBefore }): OwnLine[] => {
    if (command.type !== 'contribution/make' || known.has(command.contributionId)) return [];
    const { contributionId: id, text, kind, itemId, questionId, unnamed } = command;
    const state = notBefore === null ? 'waiting' : 'mixed';
    return [{ ...{ id, text, kind, itemId, questionId, unnamed, state }, reason: '' }];
  });
  return [...made.toReversed(), ...own.map(lineOf)].map((line) => afterPending(line, pending));
}

/** Words entered for this person that wait for an answer of theirs, and have none waiting. */
export const unanswered = (
  toAgree: readonly OwnContribution[],
  pending: readonly PendingCommand[],
): readonly OwnContribution[] =>
  toAgree.filter(
    ({ contribution: { id } }) =>
      !pending.some(
        ({ command }) =>
          (command.type === 'contribution/agree' ||
            command.type === 'contribution/disown' ||
            command.type === 'contribution/withdraw') &&
          command.contributionId === id,
      ),
  );

function lineOf({ contribution, withdrawn, hidden, toAgree }: OwnContribution): OwnLine {
  const { id, text, kind, itemId, questionId, unnamed } = contribution;
  const state = withdrawn ? 'withdrawn' : hidden !== null ? 'hidden' : toAgree ? 'to-agree' : 'saved';
  const reason = state === 'hidden' ? (hidden ?? '') : '';
  return { id, text, kind, itemId, questionId, unnamed, state, reason };
}

const afterPending = (line: OwnLine, pending: readonly PendingCommand[]): OwnLine =>
  pending.reduce((it, { command }) => {
    if (!('contributionId' in command) || command.contributionId !== it.id) return it;
    if (command.type === 'contribution/withdraw') return { ...it, state: 'withdrawing', reason: '' };
    if (command.type !== 'contribution/change') return it;
    const { text, kind, itemId, questionId } = command;
    // One that has not left yet simply leaves with its new words.
    const state = it.state === 'waiting' || it.state === 'mixed' ? it.state : 'changing';
    return { ...it, text, kind, itemId, questionId, state, reason: '' };
  }, line);

/**
 * What this person has written since a silence was opened: theirs that the room does not see, and what waits with the
 * silence's name. `room`: the ids of what the room sees.
 */
export function linesInSilence(
  { id: silenceId, openedAt }: Pick<SilenceView, 'id' | 'openedAt'>,
  own: readonly OwnContribution[],
  pending: readonly PendingCommand[],
  room: ReadonlySet<string>,
): readonly OwnLine[] {
  // Without a name, instants are cut to the minute.
  const since: Instant = cutToMinute(openedAt);
  const theirs = own.filter(
    ({ contribution, withdrawn, hidden, toAgree }) =>
      contribution.at >= since && !room.has(contribution.id) && !withdrawn && hidden === null && !toAgree,
  );
  const waiting = pending.filter(
    ({ command }) => command.type !== 'contribution/make' || command.silenceId === silenceId,
  );
  return ownLines(theirs, waiting).filter(({ state }) => state !== 'withdrawing');
}
