import { expect, test } from 'vitest';
import type { DomainEvent, EventType, NewDomainEvent, PayloadOf } from '../events/event-types.ts';
import { redact } from '../events/redact.ts';
import { foldPublication } from '../publication/fold-publication.ts';
import { NO_PUBLICATION } from '../publication/publication.ts';
import { instant } from '../time/instant.ts';
import { programmeRestated, sittingRestated, stepsRestated, toldBefore } from './restated-without.ts';
import type { Seminar } from './seminar.ts';
import { foldSeminar } from './seminar.ts';
import type { SittingLog } from './sitting.ts';
import { foldSitting } from './sitting.ts';

const names = {
  isNamed: (words: string) => words.includes('Soizic'),
  inWords: (words: string) => words.replaceAll('Soizic', '…'),
};
const at = instant(1);
const context = { now: at, actor: 'organiser', newId: () => 'new' };
const event = <T extends EventType>(type: T, payload: PayloadOf<T>, id: string = type): DomainEvent =>
  ({ ...{ id, stream: 'seminar:s', seq: 1, type, v: 1, at, actor: null }, payload }) as DomainEvent;
const stored = (events: readonly NewDomainEvent[]): readonly DomainEvent[] =>
  events.map((it) => ({ ...it, stream: 'seminar:s', seq: 9 }));
/** What is left of the log once what named them before is redacted. */
const redacted = (log: readonly DomainEvent[]): readonly DomainEvent[] => {
  const due = toldBefore(log, names);
  return log.map((it) => (due.includes(it.id) ? redact(it) : it));
};

test('who speaks is told anew, the undo leads where it led, and nothing of before names them', () => {
  const description = {
    title: '',
    organisation: '',
    theme: '',
    place: '',
    day: '',
    language: 'fr',
    zone: 'UTC',
  } as const;
  const revised = (revision: number, who: string) =>
    event('programme/revised', { revision, times: [], speakers: { t: who, u: 'Anne' } }, `e${revision}`);
  const log = [
    event('seminar/created', { description }),
    ...[revised(1, 'Yann'), revised(2, 'Soizic'), revised(3, 'Yann et Soizic')],
  ];
  const before = log.reduce<Seminar | null>(foldSeminar, null) as Seminar;
  const anew = stored(programmeRestated(before, names, context));
  const all = [...redacted(log), ...anew];
  expect(JSON.stringify(all)).not.toContain('Soizic');
  const after = all.reduce<Seminar | null>(foldSeminar, null) as Seminar;
  expect(after.programme).toEqual({ revision: 5, times: [], speakers: { t: 'Yann et …', u: 'Anne' } });
  expect(after.programmeBefore?.speakers).toEqual({ t: '…', u: 'Anne' });
  expect(programmeRestated(after, names, context)).toEqual([]);
  expect(toldBefore(all, names)).toEqual([]);
});

test('so are steps, descriptions of photos and headings of groups', () => {
  const step = { id: 's', what: 'Ouvrir', who: 'Soizic', byWhen: 'vu par Soizic', sources: [] };
  const steps = [
    event('actes/next-steps-revised', { revision: 1, steps: [step, { ...step, id: 'r', who: 'Yann' }] }),
  ];
  const publication = steps.reduce(foldPublication, NO_PUBLICATION);
  const anewSteps = stored(stepsRestated(publication, names, context));
  const allSteps = [...redacted(steps), ...anewSteps];
  expect(JSON.stringify(allSteps)).not.toContain('Soizic');
  expect(allSteps.reduce(foldPublication, NO_PUBLICATION)).toMatchObject({
    revision: 2,
    nextSteps: [{ who: '…', byWhen: 'vu par …' }, { who: 'Yann' }],
  });
  expect(stepsRestated({ ...publication, nextSteps: null }, names, context)).toEqual([]);

  const photo = {
    itemId: null,
    questionId: null,
    file: 'f',
    mediaType: 'image/png',
    width: 1,
    height: 1,
  } as const;
  const log = [
    event('sitting/opened', { seminarId: 's', atelierId: 'a' }),
    event('photo/added', { ...photo, photoId: 'p', description: 'Soizic devant' }, 'e1'),
    event('photo/added', { ...photo, photoId: 'q', description: null }, 'e2'),
    event('photo/described', { photoId: 'q', description: 'Le tableau' }, 'e3'),
    event('photo/added', { ...photo, photoId: 'gone', description: 'Soizic' }, 'e4'),
    event('photo/removed', { photoId: 'gone' }),
    event('group/made', { groupId: 'g', heading: 'Avec Soizic', contributionIds: [] }, 'e5'),
  ];
  const sitting = log.reduce<SittingLog | null>(foldSitting, null) as SittingLog;
  const all = [...redacted(log), ...stored(sittingRestated(sitting, names, context))];
  expect(JSON.stringify(all)).not.toContain('Soizic');
  const after = all.reduce<SittingLog | null>(foldSitting, null) as SittingLog;
  expect(after.photos.map(({ description }) => description)).toEqual(['… devant', 'Le tableau']);
  expect(after.contributions.groups).toEqual([{ id: 'g', heading: 'Avec …' }]);
  expect(sittingRestated(after, names, context)).toEqual([]);
});
