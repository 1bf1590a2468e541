import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Programme } from '#core/programme/programme.ts';
import { instant, minutes } from '#core/time/instant.ts';
import { agendaItem } from '../plan.ts';
import { agendaCalendar, programmeCalendar } from './agenda-ics.ts';
import { icalendarOf } from './icalendar.ts';
import { readCalendar } from './icalendar.test-support.ts';
import { SHEET } from './labels.test-support.ts';

const at = (hour: number, minute = 0) => instant(Date.UTC(2026, 10, 26, hour, minute));
const STAMP = at(7);

const sheet = {
  ...SHEET,
  items: [
    agendaItem({
      id: 'one',
      title: 'Bilan; suites, etc.',
      plannedMinutes: minutes(45),
      questions: [{ id: 'q', text: 'Qui ?' }],
    }),
    agendaItem({ id: 'two', title: 'Synthèse', kind: 'synthesis' }),
  ],
  times: new Map([
    ['one', { start: at(9), end: at(9, 45) }],
    ['two', { start: at(10), end: at(10, 30) }],
  ]),
};

const answered = (result: ReturnType<typeof agendaCalendar>) => {
  if (!result.ok) throw new Error(result.error.code);
  return readCalendar(result.value).events.map((event) => Object.fromEntries(event));
};

describe('agendas as calendars', () => {
  it('[EX20] a sitting is one appointment, its points are told inside', () => {
    const result = agendaCalendar(
      [{ sittingId: 'sitting-1', start: at(9), sheet }],
      'sitting',
      'Journée',
      STAMP,
    );
    expect(answered(result)).toEqual([
      {
        UID: 'sitting-1@pleniere',
        DTSTAMP: '20261126T070000Z',
        DTSTART: '20261126T090000Z',
        DTEND: '20261126T103000Z',
        SUMMARY: 'Jardins partagés',
        LOCATION: 'Salle Ouessant, Vannes',
        DESCRIPTION:
          '10\u00a0h – Bilan; suites, etc. (45\u00a0min)\n• Qui ?\n11\u00a0h – Synthèse (½\u00a0h)',
      },
    ]);
  });

  it('[EX21] or each point is one, under a UID that stays', () => {
    const sittings = [{ sittingId: 'sitting-1', start: at(9), sheet }];
    const events = answered(agendaCalendar(sittings, 'points', 'Journée', STAMP));
    expect(events.map(({ UID, DTSTART, DTEND, SUMMARY }) => [UID, DTSTART, DTEND, SUMMARY])).toEqual([
      [
        'sitting-1-one@pleniere',
        '20261126T090000Z',
        '20261126T094500Z',
        'Bilan; suites, etc. – Jardins partagés',
      ],
      ['sitting-1-two@pleniere', '20261126T100000Z', '20261126T103000Z', 'Synthèse – Jardins partagés'],
    ]);
    expect(answered(agendaCalendar(sittings, 'points', 'Journée', at(12))).map(({ UID }) => UID)).toEqual(
      events.map(({ UID }) => UID),
    );
  });

  it('[EX22] without a start there is no appointment', () => {
    const undated = { sittingId: 'sitting-1', start: null, sheet };
    expect(agendaCalendar([undated], 'sitting', 'x', STAMP)).toEqual({
      ok: false,
      error: { code: 'agenda/no-start' },
    });
    const dated = { sittingId: 'sitting-2', start: at(9), sheet };
    expect(answered(agendaCalendar([undated, dated], 'sitting', 'x', STAMP))).toHaveLength(1);
  });

  it('[EX23] the programme is its shared times and the sittings that have a start', () => {
    const programme: Programme = {
      revision: 1,
      times: [
        {
          id: 'welcome-1',
          kind: 'welcome',
          title: 'Accueil',
          place: 'Hall',
          start: at(8),
          end: at(9),
          atelierId: null,
        },
      ],
      speakers: { 'welcome-1': 'La présidente' },
    };
    const sittings = [{ sittingId: 'sitting-1', start: at(9), sheet }];
    const events = answered(programmeCalendar(programme, sittings, 'Journée', STAMP));
    expect(events.map(({ SUMMARY }) => SUMMARY)).toEqual(['Accueil', 'Jardins partagés']);
    expect(events[0]).toMatchObject({
      UID: 'welcome-1@pleniere',
      DTEND: '20261126T090000Z',
      LOCATION: 'Hall',
      DESCRIPTION: 'La présidente',
    });
    expect(programmeCalendar({ revision: 0, times: [], speakers: {} }, [], 'x', STAMP)).toMatchObject({
      error: { code: 'agenda/no-start' },
    });
  });

  it('[EX24] whatever the words are, lines are folded, escaped and read back', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: fc.constantFrom(...'aé€👩;,\\:"\n\r\t '), maxLength: 300 }),
    );
    const shown = (text: string): string =>
      text
        .replace(/\r\n|[\r\u2028\u2029]/gu, '\n')
        .replace(/(?!\n)[\p{Cc}\ufffe\uffff]/gu, ' ')
        .replace(/\p{Surrogate}/gu, '\ufffd')
        .trim();
    fc.assert(
      fc.property(words, words, words, (summary, location, description) => {
        const event = { uid: 'u', start: at(9), end: null, summary, location, description };
        const [read] = readCalendar(icalendarOf([event], summary, STAMP)).events;
        expect([
          read?.get('SUMMARY') ?? '',
          read?.get('LOCATION') ?? '',
          read?.get('DESCRIPTION') ?? '',
        ]).toEqual([summary, location, description].map(shown));
      }),
    );
  });
});
