import { describe, expect, test } from 'vitest';
import type { DomainEvent, EventType, PayloadOf } from '../events/event-types.ts';
import type { SeminarDescription } from './description.ts';
import { instant, minutes } from '../time/instant.ts';
import { agendaItem, EMPTY_PLAN } from '../agenda/plan.ts';
import { EMPTY_PROGRAMME } from '../programme/programme.ts';
import type { SharedTime } from '../programme/programme.ts';
import { timesAround } from '../programme/programme.ts';
import { foldHelp } from './help.ts';
import type { HelpCall } from './help.ts';
import { foldMessages } from './messages.ts';
import type { Message } from './messages.ts';
import { foldAtelier } from './atelier.ts';
import type { AtelierLog } from './atelier.ts';
import { NEW_SYNTHESIS } from '../synthesis/synthesis-standing.ts';
import { attributionOf } from './person.ts';
import type { Person } from './person.ts';
import { foldSeminar } from './seminar.ts';
import type { Seminar } from './seminar.ts';
import {
  contributionsForRoom,
  contributionsForSorting,
  contributionsOf,
  foldSitting,
  planOf,
} from './sitting.ts';
import type { SittingLog } from './sitting.ts';

const DESCRIPTION: SeminarDescription = {
  title: 'Rencontre',
  organisation: 'Union',
  theme: '',
  place: '',
  day: '',
  language: 'fr',
  zone: 'Europe/Paris',
};

let seq = 0;
const event = <T extends EventType>(type: T, payload: PayloadOf<T>): DomainEvent =>
  ({
    id: `e${(seq += 1)}`,
    stream: 'seminar:m',
    seq,
    type,
    v: 1,
    at: instant(seq),
    actor: 'yann',
    payload,
  }) as DomainEvent;
const seminarOf = (...events: DomainEvent[]) => events.reduce<Seminar | null>(foldSeminar, null);
const created = event('seminar/created', { description: DESCRIPTION });
const atelier = (atelierId: string, plenary = false) =>
  event('seminar/atelier-added', { atelierId, title: atelierId, plenary });
const sitting = (sittingId: string) =>
  event('seminar/sitting-added', { sittingId, atelierId: 'a', room: '', start: null, label: '' });
const placed = (sittingId: string) =>
  event('seminar/sitting-placed', { sittingId, room: 'Groix', start: instant(5), label: 'groupe 2' });
const appointed = (personId: string, role: 'animateur' | 'rapporteur') =>
  event('seminar/person-appointed', { personId, sittingId: 's', role });
const time = (id: string, start: number): SharedTime => ({
  id,
  kind: 'meal',
  title: id,
  place: '',
  start: instant(start),
  end: instant(start + 5),
  atelierId: null,
});
const programme = (revision: number, ...times: readonly SharedTime[]) =>
  event('programme/revised', { revision, times, speakers: {} });
const joined = (personId: string, sittingId: string, sameAs: string | null = null) =>
  event('seminar/person-joined', { personId, sittingId, sameAs });

describe('the séminaire of a log', () => {
  test('begins when it is created, and not before', () => {
    expect(seminarOf(atelier('a'), joined('yann', 's'))).toBeNull();
    expect(seminarOf(created)).toEqual({
      description: DESCRIPTION,
      programme: EMPTY_PROGRAMME,
      programmeBefore: null,
      programmeRevisedAt: null,
      reopenedAt: null,
      ateliers: [],
      sittings: [],
      attendance: {},
      samePerson: {},
      presences: [],
      joined: new Set(),
      closed: false,
      appointments: {},
      warningMinutes: [5, 1, 0],
      messages: [],
    });
  });

  test('numbers its ateliers as they come, and keeps the number when a title changes', () => {
    const renamed = event('seminar/atelier-renamed', { atelierId: 'a', title: 'Accueillir' });
    expect(seminarOf(created, atelier('a'), atelier('b'), renamed)?.ateliers).toEqual([
      { id: 'a', title: 'Accueillir', number: 1, plenary: false },
      { id: 'b', title: 'b', number: 2, plenary: false },
    ]);
  });

  test('gives a plenary no number, and counts past it', () => {
    const all = seminarOf(created, atelier('a'), atelier('hall', true), atelier('b'))?.ateliers;
    expect(all?.map(({ id, number, plenary }) => [id, number, plenary])).toEqual([
      ['a', 1, false],
      ['hall', 0, true],
      ['b', 2, false],
    ]);
  });

  test('places its sittings, again when they move', () => {
    expect(seminarOf(created, sitting('s'), placed('s'))?.sittings).toEqual([
      { id: 's', atelierId: 'a', room: 'Groix', start: 5, label: 'groupe 2' },
    ]);
  });

  test('forgets a sitting that was removed, and goes on', () => {
    const removed = event('seminar/sitting-removed', { sittingId: 's' });
    const left = seminarOf(created, sitting('s'), sitting('t'), removed, placed('s'));
    expect(left?.sittings.map(({ id }) => id)).toEqual(['t']);
  });

  test('knows who conducts and who writes, each once', () => {
    const seminar = seminarOf(
      created,
      appointed('yann', 'animateur'),
      appointed('maëlle', 'rapporteur'),
      appointed('yann', 'animateur'),
      appointed('yann', 'rapporteur'),
    );
    expect(seminar?.appointments).toEqual({
      s: [
        { personId: 'yann', role: 'animateur' },
        { personId: 'maëlle', role: 'rapporteur' },
        { personId: 'yann', role: 'rapporteur' },
      ],
    });
  });

  test('keeps the moments of its warnings, most minutes first', () => {
    const set = event('seminar/warnings-set', { minutes: [1, 10, 3] });
    expect(seminarOf(created, set)?.warningMinutes).toEqual([10, 3, 1]);
  });

  test('keeps its programme in order, and the one before it for the undo', () => {
    const before = seminarOf(created, programme(1, time('lunch', 30), time('welcome', 10)));
    expect(before?.programme.times.map(({ id }) => id)).toEqual(['welcome', 'lunch']);
    expect(before?.programmeBefore).toEqual(EMPTY_PROGRAMME);
    const moved = seminarOf(created, programme(1, time('lunch', 30)), programme(2, time('lunch', 40)));
    expect(moved?.programme).toMatchObject({ revision: 2, times: [{ start: 40 }] });
    expect(moved?.programmeBefore).toMatchObject({ revision: 1, times: [{ start: 30 }] });
    const restored = seminarOf(
      created,
      programme(1, time('lunch', 30)),
      programme(2, time('lunch', 40)),
      programme(3, time('lunch', 30)),
    );
    expect(restored?.programme.times).toEqual(moved?.programmeBefore?.times);
    expect(restored?.programmeBefore?.times).toEqual(moved?.programme.times);
  });

  test('reads a programme whose speakers were redacted', () => {
    const redacted = event('programme/revised', { revision: 1, times: [], speakers: null });
    expect(seminarOf(created, redacted)?.programme.speakers).toEqual({});
  });

  test('counts a person once a sitting, however often they join', () => {
    const seminar = seminarOf(created, joined('yann', 's'), joined('yann', 's'), joined('yann', 't'));
    expect(seminar?.attendance).toEqual({ s: ['yann'], t: ['yann'] });
  });

  test('counts nobody twice who comes again on a second device, whoever they said to be', () => {
    const seminar = seminarOf(
      created,
      sitting('s'),
      joined('yann', 's'),
      joined('phone', 's', 'yann'),
      joined('tablet', 's', 'phone'),
    );
    expect(seminar?.attendance).toEqual({ s: ['yann'] });
    expect(seminar?.samePerson).toEqual({ phone: 'yann', tablet: 'yann' });
    expect([...(seminar?.joined ?? [])]).toEqual(['yann']);
    const removed = event('seminar/person-removed', { personId: 'tablet', sittingId: 's' });
    expect(seminar && foldSeminar(seminar, removed)?.attendance).toEqual({ s: [] });
  });

  test('[AC114] who is taken off the list of a sitting no longer conducts it, on whatever device', () => {
    const appointed = (personId: string, sittingId: string) =>
      event('seminar/person-appointed', { personId, sittingId, role: 'animateur' });
    const seminar = seminarOf(
      ...[created, sitting('s'), sitting('t'), joined('yann', 's'), joined('phone', 's', 'yann')],
      ...[appointed('phone', 's'), appointed('lea', 's'), appointed('phone', 't')],
      event('seminar/person-removed', { personId: 'yann', sittingId: 's' }),
    );
    expect(seminar?.appointments).toEqual({
      s: [{ personId: 'lea', role: 'animateur' }],
      t: [{ personId: 'phone', role: 'animateur' }],
    });
  });

  test('[AC114] who is taken off the list alone goes on conducting it, and the other way round', () => {
    const appointed = (role: 'animateur' | 'rapporteur') =>
      event('seminar/person-appointed', { personId: 'yann', sittingId: 's', role });
    const after = (from: 'list' | 'animateur') => {
      const { attendance, appointments } =
        seminarOf(
          ...[created, sitting('s'), joined('yann', 's'), appointed('animateur'), appointed('rapporteur')],
          event('seminar/person-removed', { personId: 'yann', sittingId: 's', from }),
        ) ?? {};
      return [attendance?.['s'], appointments?.['s']?.map(({ role }) => role)];
    };
    expect(after('list')).toEqual([[], ['animateur', 'rapporteur']]);
    expect(after('animateur')).toEqual([['yann'], ['rapporteur']]);
  });

  test('is closed, and reopened', () => {
    const closed = seminarOf(created, event('seminar/closed', {}));
    expect(closed?.closed).toBe(true);
    expect(closed && foldSeminar(closed, event('seminar/reopened', {}))?.closed).toBe(false);
  });

  test('says what it was told last of itself', () => {
    const described = event('seminar/described', { description: { ...DESCRIPTION, title: 'Autre' } });
    expect(seminarOf(created, described)?.description.title).toBe('Autre');
  });
});

const sittingOf = (...events: DomainEvent[]) => events.reduce<SittingLog | null>(foldSitting, null);
const started = (runId: string, rehearsal: boolean) =>
  event('run/started', { runId, planRevision: 1, itemId: 'i', rehearsal, baseline: null });
const said = (contributionId: string, runId: string | null, silenceId: string | null = null) =>
  event('contribution/made', {
    contributionId,
    itemId: null,
    questionId: null,
    kind: null,
    text: 'Oui.',
    unnamed: false,
    runId,
    ...{ attributedTo: null, entry: 'typed', keyHash: null, function: null, town: null, silenceId },
  });

describe('the atelier and the sitting of a log', () => {
  test('an atelier has the plan it was given last', () => {
    const log = [
      event('plan/revised', { revision: 9, items: [] }),
      event('atelier/opened', { seminarId: 'm' }),
      event('plan/revised', { revision: 1, items: [] }),
      event('plan/revised', { revision: 2, items: [] }),
    ].reduce<AtelierLog | null>(foldAtelier, null);
    expect(log).toEqual({ seminarId: 'm', plan: { ...EMPTY_PLAN, revision: 2 }, synthesis: NEW_SYNTHESIS });
  });

  test('a sitting holds its run apart from its contributions', () => {
    const log = sittingOf(
      event('run/suspended', { alarmId: null }),
      event('sitting/opened', { seminarId: 'm', atelierId: 'a' }),
      started('r', false),
      said('c', null),
    );
    expect(log?.runEvents.map(({ type }) => type)).toEqual(['run/started']);
    expect(log && contributionsOf(log).map(({ text }) => text)).toEqual(['Oui.']);
  });

  test('an atelier notes which revision changed the minutes of a point', () => {
    const items = (first: number, second: number) => [
      agendaItem({ id: 'i', title: 'I', plannedMinutes: minutes(first) }),
      agendaItem({ id: 'j', title: 'J', plannedMinutes: minutes(second) }),
    ];
    const log = [
      event('atelier/opened', { seminarId: 'm' }),
      event('plan/revised', { revision: 1, items: items(30, 30) }),
      event('plan/revised', { revision: 2, items: items(40, 30) }),
      event('plan/revised', { revision: 3, items: items(40, 20) }),
      event('plan/revised', { revision: 4, items: items(40, 20).slice(1) }),
    ].reduce<AtelierLog | null>(foldAtelier, null);
    expect(log?.plan.minutesRevised).toEqual({ j: 3 });
  });

  test('a sitting follows its atelier’s plan, until it has its own, and again once it shares it', () => {
    const opened = event('sitting/opened', { seminarId: 'm', atelierId: 'a' });
    const own = event('sitting/plan-revised', { revision: 5, items: [], minutesRevised: { i: 5 } });
    const shared = event('sitting/plan-shared', {});
    const ofAtelier = {
      ...{ seminarId: 'm', plan: { ...EMPTY_PLAN, revision: 2 } },
      synthesis: NEW_SYNTHESIS,
    };
    const revisionOf = (...events: DomainEvent[]) => {
      const log = sittingOf(opened, ...events);
      return log && planOf(log, ofAtelier).revision;
    };
    expect([revisionOf(), revisionOf(own), revisionOf(own, shared)]).toEqual([2, 5, 2]);
    const log = sittingOf(opened);
    expect(log && planOf(log, null)).toEqual(EMPTY_PLAN);
  });

  test('what was said in a rehearsal is shown during it and counts nowhere', () => {
    const log = sittingOf(
      event('sitting/opened', { seminarId: 'm', atelierId: 'a' }),
      said('before', null),
      started('rehearsal', true),
      said('rehearsed', 'rehearsal'),
      event('run/archived', {}),
      started('real', false),
      said('meant', 'real'),
    );
    if (log === null) throw new Error('no sitting');
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
    expect(ids(contributionsOf(log))).toEqual(['before', 'meant']);
    expect(ids(contributionsForRoom(log, 'rehearsal'))).toEqual(['before', 'rehearsed', 'meant']);
    expect(ids(contributionsForRoom(log, 'real'))).toEqual(['before', 'meant']);
  });

  test('[CT30] [CT31] what was hidden or withdrawn is for those who sort, what is written in a silence for nobody yet', () => {
    const silence = { silenceId: 'quiet', itemId: null, questionId: null, minutes: minutes(5) };
    const log = sittingOf(
      event('sitting/opened', { seminarId: 'm', atelierId: 'a' }),
      said('seen', null),
      said('hidden', null),
      said('withdrawn', null),
      event('contribution/hidden', { contributionId: 'hidden', reason: 'Une personne y est nommée.' }),
      event('contribution/withdrawn', { contributionId: 'withdrawn' }),
      event('silence/opened', silence),
      said('written', null, 'quiet'),
    );
    if (log === null) throw new Error('no sitting');
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
    expect(ids(contributionsForRoom(log, null))).toEqual(['seen']);
    expect(ids(contributionsForSorting(log, null))).toEqual(['seen', 'hidden', 'withdrawn']);
    expect(ids(contributionsOf(log))).toEqual(['seen']);
    const revealed = foldSitting(log, event('silence/revealed', { silenceId: 'quiet' }));
    expect(revealed && ids(contributionsForRoom(revealed, null))).toEqual(['seen', 'written']);
  });

  test('[CT41] a closed atelier keeps nothing of earlier words, nor a floor', () => {
    const changed = event('contribution/changed', {
      ...{ contributionId: 'c', itemId: null, questionId: null, kind: null, text: 'Non.', reworded: true },
      ...{ function: null, town: null },
    });
    const opened = event('sitting/opened', { seminarId: 'm', atelierId: 'a' });
    const log = sittingOf(opened, said('c', null), changed);
    expect(log?.contributions.byId.get('c')?.earlier).toEqual(['Oui.']);
    const closed = foldSitting(log, event('sitting/closed', {}));
    expect(closed?.closed).toBe(true);
    expect(closed?.contributions.byId.get('c')).toMatchObject({ text: 'Non.', earlier: [] });
    expect(foldSitting(closed, event('sitting/reopened', {}))?.closed).toBe(false);
  });
});

describe('a call for help', () => {
  const called = event('help/called', { helpId: 'h', need: 'minutes', minutes: minutes(10) });
  const helpOf = (...events: DomainEvent[]) => events.reduce<HelpCall | null>(foldHelp, null);

  test('is answered, or taken back; a second call stands for the first', () => {
    expect(helpOf(called)).toMatchObject({ id: 'h', need: 'minutes', minutes: 10, answeredAt: null });
    const answered = event('help/answered', { helpId: 'h' });
    expect(helpOf(called, answered)?.answeredAt).toBe(answered.at);
    expect(helpOf(called, event('help/withdrawn', { helpId: 'h' }))).toBeNull();
    const second = event('help/called', { helpId: 'k', need: 'help', minutes: null });
    expect(helpOf(called, second)?.id).toBe('k');
  });

  test('is not answered in the name of another', () => {
    expect(helpOf(called, event('help/answered', { helpId: 'gone' }))?.answeredAt).toBeNull();
    expect(helpOf(called, event('help/withdrawn', { helpId: 'gone' }))?.id).toBe('h');
  });
});

describe('messages to the rooms', () => {
  const sent = (messageId: string, text: string | null = 'Plénière à 16 h.') =>
    event('message/sent', { messageId, sittingIds: ['s', 't'], screens: true, phones: false, text });
  const messagesOf = (...events: DomainEvent[]) => events.reduce<readonly Message[]>(foldMessages, []);

  test('come once, oldest first, and stay listed when they are taken back', () => {
    const withdrawn = event('message/withdrawn', { messageId: 'one' });
    const all = messagesOf(sent('one'), sent('two'), sent('one'), withdrawn);
    expect(all.map(({ id, withdrawn }) => [id, withdrawn])).toEqual([
      ['one', true],
      ['two', false],
    ]);
    expect(messagesOf(sent('one', null))[0]?.text).toBeNull();
  });

  test('are acknowledged once a sitting', () => {
    const acknowledged = event('message/acknowledged', { messageId: 'one', sittingId: 's' });
    const again = event('message/acknowledged', { messageId: 'one', sittingId: 's' });
    expect(messagesOf(sent('one'), acknowledged, again)[0]?.acknowledged).toEqual({ s: acknowledged.at });
  });
});

describe('shared times', () => {
  test('interrupt every atelier but the one that is held in them', () => {
    const plenary = { ...time('plenary', 10), atelierId: 'hall' };
    const around = (atelierId: string) =>
      timesAround({ ...EMPTY_PROGRAMME, times: [plenary, time('lunch', 30)] }, atelierId).map(({ id }) => id);
    expect([around('hall'), around('a')]).toEqual([['lunch'], ['plenary', 'lunch']]);
  });
});

describe('attributionOf', () => {
  const person: Person = {
    id: 'p',
    seminarId: 'm',
    firstName: 'Yann',
    lastName: 'LE GOFF',
    function: 'directeur',
    town: '',
    consent: 'name-and-function',
  };

  test.each([
    ['name-and-function', { name: 'Yann LE GOFF', function: 'directeur', town: null }],
    ['function', { name: null, function: 'directeur', town: null }],
    ['none', { name: null, function: null, town: null }],
  ] as const)('shows of a person who agreed to « %s » no more than that', (consent, attribution) => {
    expect(attributionOf({ ...person, consent })).toEqual(attribution);
  });

  test('says nothing of what a person left empty', () => {
    expect(attributionOf({ ...person, firstName: '', lastName: '', function: '' })).toEqual({
      name: null,
      function: null,
      town: null,
    });
  });
});
