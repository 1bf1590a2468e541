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
const isNamed = (words: string) => words.includes('Soizic');

test('what someone said of themselves, asked for and corrected is told of them, on any device', () => {
  expect(toldOfPerson(LOG, isThem, isNamed)).toEqual(['e1', 'e3', 'e5', 'e6', 'e8']);
});

test('so are the corrections, remarks, stand-ins, messages and reasons of others that name them', () => {
  const correction = { correctionId: 'k', personId: 'yann', role: 'animateur' } as const;
  const answer = { versionId: 'v', given: false } as const;
  const sent = { messageId: 'm', sittingIds: [], screens: true, phones: false };
  const stands = { personId: 'yann', presence: 'represented' } as const;
  const log = [
    event('e1', 'actes/correction-proposed', { ...correction, passage: 'Soizic LE GOFF', text: 'Un banc.' }),
    event('e2', 'actes/correction-proposed', { ...correction, passage: null, text: 'Dire Soizic.' }),
    event('e3', 'actes/correction-proposed', { ...correction, passage: null, text: 'Un banc.' }),
    event('e4', 'actes/approval-answered', { ...answer, by: 'Mme RIO', remarks: 'Citer Soizic.' }, 'yann'),
    event('e5', 'seminar/presence-set', { ...stands, representedBy: 'Soizic LE GOFF' }),
    event('e6', 'seminar/presence-set', { ...stands, representedBy: 'Mme RIO' }),
    event('e7', 'contribution/pinned', { contributionId: 'Soizic' }),
    event('e8', 'message/sent', { ...sent, text: 'Soizic est attendue.' }),
    event('e9', 'message/sent', { ...sent, text: 'Le car est là.' }),
    event('e10', 'contribution/hidden', { contributionId: 'c', reason: 'Il nomme Soizic.' }),
    event('e11', 'floor/asked', { askId: 'a', personId: 'yann', about: 'Répondre à Soizic' }),
    event('e12', 'actes/corrected', { versionId: 'v', erratum: 'Lire Soizic.' }),
    event('e13', 'actes/corrected', { versionId: 'v', erratum: 'Lire mars.' }),
  ];
  expect(toldOfPerson(log, isThem, isNamed)).toEqual(['e1', 'e2', 'e4', 'e5', 'e8', 'e10', 'e11', 'e12']);
});

test('nothing is left to redact once it was', () => {
  expect(
    toldOfPerson(
      LOG.map((it) => redact(it)),
      isThem,
      isNamed,
    ),
  ).toEqual([]);
});
