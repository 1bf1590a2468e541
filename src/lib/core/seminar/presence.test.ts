import { expect, test } from 'vitest';
import type { DomainEvent, EventType, PayloadOf } from '../events/event-types.ts';
import { redact } from '../events/redact.ts';
import { instant } from '../time/instant.ts';
import type { Presence } from './presence.ts';
import { foldSeminar } from './seminar.ts';
import type { Seminar } from './seminar.ts';

const DESCRIPTION = {
  ...{ title: 'Rencontre', organisation: 'Union', theme: '', place: '', day: '' },
  ...({ language: 'fr', zone: 'Europe/Paris' } as const),
};
const event = <T extends EventType>(type: T, payload: PayloadOf<T>): DomainEvent =>
  ({
    ...{ id: type, stream: 'seminar:m', seq: 1, type, v: 1, at: instant(1), actor: null, payload },
  }) as DomainEvent;
const created = event('seminar/created', { description: DESCRIPTION });

test('whom the organiser lists is listed once, as they were last, until they are taken off or erased', () => {
  const set = (personId: string, presence: Presence | null, representedBy: string | null = '') =>
    event('seminar/presence-set', { personId, presence, representedBy });
  const listed = (...events: DomainEvent[]) =>
    [created, ...events].reduce<Seminar | null>(foldSeminar, null)?.presences;
  const one = set('p1', 'excused');
  const two = set('p2', 'represented', 'Mme RIO');
  expect(listed(one, two, set('p1', 'guest'))).toEqual([
    { personId: 'p1', presence: 'guest', representedBy: '' },
    { personId: 'p2', presence: 'represented', representedBy: 'Mme RIO' },
  ]);
  expect(listed(one, redact(two))?.[1]?.representedBy).toBe('');
  expect(listed(one, two, set('p1', null))).toMatchObject([{ personId: 'p2' }]);
  expect(listed(one, two, event('seminar/person-erased', { personId: 'p2', places: [] }))).toMatchObject([
    { personId: 'p1' },
  ]);
});
