import { expect, test } from 'vitest';
import type { DomainEvent, EventType, PayloadOf } from '../events/event-types.ts';
import { newEvent } from '../events/new-event.ts';
import { NOW } from './contributions.test-support.ts';
import { eventsToRedact } from './events-to-redact.ts';
import { foldContributions, NO_CONTRIBUTIONS } from './fold-contributions.ts';

const SAID = 8_000;
const PEOPLE = 50;

/**
 * At this length anything but linear work takes minutes, so that the test's own time limit holds the rule without
 * measuring time.
 */
test('[CT42] folding and redacting grow with the number of events', () => {
  const log: DomainEvent[] = [];
  const happens = <T extends EventType>(type: T, payload: PayloadOf<T>, actor: string): void => {
    const event = newEvent(type, payload, { now: NOW, actor, newId: () => `e${log.length + 1}` });
    log.push({ ...event, stream: 'sitting:s', seq: log.length + 1 });
  };
  for (let index = 0; index < SAID; index += 1) {
    const contributionId = `said-${index}`;
    const words = {
      ...{ contributionId, itemId: null, questionId: null, kind: null, text: 'Oui.' },
      ...{ function: null, town: null },
    };
    const how = { attributedTo: null, entry: 'typed', keyHash: null, silenceId: null } as const;
    happens('contribution/made', { ...words, ...how, unnamed: false, runId: null }, 'yann');
    happens('contribution/supported', { contributionId }, `person-${index % PEOPLE}`);
    happens('contribution/changed', { ...words, text: 'Non.', reworded: true }, 'yann');
    happens('contribution/grouped', { contributionIds: [contributionId], groupId: 'g' }, 'ines');
  }
  happens('sitting/closed', {}, 'ines');
  expect(eventsToRedact(log)).toHaveLength(SAID);
  const folded = log.reduce(foldContributions, NO_CONTRIBUTIONS);
  expect(folded.byId.size).toBe(SAID);
  expect(folded.byId.get('said-7')).toMatchObject({ text: 'Non.', earlier: [], supporters: ['person-7'] });
});
