import { expect, test } from 'vitest';
import type { DomainEvent, EventType, PayloadOf } from '../events/event-types.ts';
import { redact } from '../events/redact.ts';
import { instant } from '../time/instant.ts';
import { toldOfPerson } from './told-of-person.ts';

const event = <T extends EventType>(
  id: string,
  type: T,
  payload: PayloadOf<T>,
  actor: string | null = null,
): DomainEvent =>
  ({ ...{ id, stream: 'sitting:s', seq: 1, type, v: 1, at: instant(1), actor, payload } }) as DomainEvent;

const presentation = (id: string, personId: string) =>
  event(id, 'presentation/written', { personId, quotation: 'Moi', text: 'Depuis vingt ans.' });
const LOG = [
  presentation('e1', 'soizic'),
  presentation('e2', 'yann'),
  event('e3', 'floor/asked', { askId: 'a', personId: 'phone', about: 'Le bateau' }),
  event('e4', 'contribution/pinned', { contributionId: 'c' }, 'soizic'),
  event('e5', 'actes/correction-proposed', {
    ...{ correctionId: 'k', personId: 'soizic', role: 'participant', passage: null, text: 'Deux bancs.' },
  }),
  event('e6', 'actes/approval-answered', { versionId: 'v', given: true, by: 'S.', remarks: '' }, 'soizic'),
  event('e7', 'actes/approval-answered', { versionId: 'v', given: true, by: 'Y.', remarks: '' }, null),
  event('e8', 'seminar/presence-set', { personId: 'soizic', presence: 'excused', representedBy: 'Mme RIO' }),
];
const isThem = (personId: string) => ['soizic', 'phone'].includes(personId);

test('what someone said of themselves, asked for and corrected is told of them, on any device', () => {
  expect(toldOfPerson(LOG, isThem)).toEqual(['e1', 'e3', 'e5', 'e6', 'e8']);
});

test('nothing is left to redact once it was', () => {
  expect(
    toldOfPerson(
      LOG.map((it) => redact(it)),
      isThem,
    ),
  ).toEqual([]);
});
