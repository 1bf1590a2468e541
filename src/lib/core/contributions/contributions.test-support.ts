/** A sitting in which tests speak: decides and folds as the server does. */
import { agendaItem, EMPTY_PLAN } from '../agenda/plan.ts';
import type { Plan } from '../agenda/plan.ts';
import type { DomainEvent, NewDomainEvent } from '../events/event-types.ts';
import { newEvent } from '../events/new-event.ts';
import type { DecisionContext } from '../events/new-event.ts';
import { instant } from '../time/instant.ts';
import type { Contribution } from './contribution.ts';
import type { ContributionRoom } from './contribution-room.ts';
import type { ContributionCommand, MakeContribution } from './decide-contribution.ts';
import { decideContribution } from './decide-contribution.ts';
import type { Contributions } from './fold-contributions.ts';
import { foldContributions, NO_CONTRIBUTIONS } from './fold-contributions.ts';

export const PLAN: Plan = {
  ...EMPTY_PLAN,
  revision: 1,
  items: [
    agendaItem({ id: 'point', title: 'Point', questions: [{ id: 'question', text: 'Comment ?' }] }),
    agendaItem({ id: 'next', title: 'Suite' }),
  ],
};
export const NOW = instant(Date.UTC(2026, 10, 26, 9, 12, 34, 567));
export const MINUTE = instant(Date.UTC(2026, 10, 26, 9, 12));

export const make = (contributionId = 'one', more: Partial<MakeContribution> = {}): MakeContribution => ({
  type: 'contribution/make',
  contributionId,
  itemId: 'point',
  questionId: 'question',
  kind: null,
  text: 'Une permanence le samedi.',
  unnamed: false,
  ...more,
});

export const change = (text: string, contributionId = 'one') =>
  ({
    type: 'contribution/change',
    contributionId,
    itemId: 'point',
    questionId: 'question',
    kind: null,
    text,
  }) as const;

/** `phone` is Yann's second device. */
const ROOM: Omit<ContributionRoom, 'contributions'> = {
  plan: PLAN,
  runId: 'run',
  seminarClosed: false,
  synthesisValidated: false,
  onLists: (personId) => (personId === 'phone' ? 'yann' : personId),
  knows: (personId) => ['yann', 'maelle', 'ines'].includes(personId),
  keyHash: null,
  beside: { function: null, town: null },
};

export type Sent = {
  /** Why it was refused, or null. */
  readonly refused: string | null;
  readonly written: readonly NewDomainEvent[];
};

export function sittingHere() {
  let contributions: Contributions = NO_CONTRIBUTIONS;
  const log: DomainEvent[] = [];

  const store = (events: readonly NewDomainEvent[]): void => {
    for (const event of events) {
      const stored: DomainEvent = { ...event, stream: 'sitting:s', seq: log.length + 1 };
      log.push(stored);
      contributions = foldContributions(contributions, stored);
    }
  };
  const by = (actor: string | null): DecisionContext => ({
    now: NOW,
    actor,
    newId: () => `event-${log.length + 1}`,
  });

  return {
    log,
    all: (): Contributions => contributions,
    the: (id = 'one'): Contribution => {
      const found = contributions.byId.get(id);
      if (!found) throw new Error(`nobody said ${id}`);
      return found;
    },
    send(
      command: ContributionCommand,
      actor: string | null = 'yann',
      room: Partial<ContributionRoom> = {},
    ): Sent {
      const decided = decideContribution({ ...ROOM, contributions, ...room }, command, by(actor));
      if (!decided.ok) return { refused: decided.error.code, written: [] };
      store(decided.value);
      return { refused: null, written: decided.value };
    },
    close: (): void => store([newEvent('sitting/closed', {}, by('ines'))]),
  };
}

export type SittingHere = ReturnType<typeof sittingHere>;
