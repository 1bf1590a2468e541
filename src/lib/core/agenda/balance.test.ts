import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duration } from '#core/time/instant.ts';
import { balancesOf, overrunOf } from './balance.ts';
import type { RunBalance } from './balance.ts';
import { balanceCsv } from './export/balance-csv.ts';
import type { BalanceLabels } from './export/balance-csv.ts';
import { parsedCsv } from './export/csv.test-support.ts';
import {
  archivedAt,
  at,
  changed,
  extendedAt,
  finishedAt,
  itemFor,
  logOf,
  movedAt,
  planFor,
  resumedAt,
  roomOf,
  sharedTime,
  startedAt,
  suspendedAt,
} from './run-log.test-support.ts';
import type { Line } from './run-log.test-support.ts';

const MINUTE = 60_000;
const plan = planFor(30, 20, 10);

const inMinutes = (balance: RunBalance | undefined) =>
  balance?.rows.map((row) => [row.itemId, row.planned, row.real / MINUTE]);

describe('the balance of the day', () => {
  it('[BA1] tells planned and real time of every point, without suspensions', () => {
    const log = logOf(
      startedAt(2, 'p1', plan),
      suspendedAt(10),
      resumedAt(15),
      movedAt(42, 'p2'),
      extendedAt(45, 'p2', 5),
      finishedAt(67),
    );
    const [balance] = balancesOf(roomOf(plan, log), at(500), false);
    expect(inMinutes(balance)).toEqual([
      ['p1', 30, 35],
      ['p2', 20, 25],
      ['p3', 10, 0],
    ]);
    expect(balance).toMatchObject({
      planned: 60,
      real: 60 * MINUTE,
      late: 7 * MINUTE,
      startedAt: at(2),
      finishedAt: at(67),
      archived: false,
    });
    expect(balance?.rows.map(({ plannedStart, realStart }) => [plannedStart, realStart])).toEqual([
      [at(0), at(2)],
      [at(30), at(42)],
      [at(50), null],
    ]);
  });

  it('[BA2] compares with the plan of the start: what was changed since is told as it was planned', () => {
    const [p1, p2] = plan.items;
    const later = changed(plan, itemFor('p1', 90), p2, itemFor('new', 15));
    const log = logOf(startedAt(0, 'p1', plan), movedAt(30, 'new'), movedAt(40, 'p2'), finishedAt(60));
    expect(p1?.plannedMinutes).toBe(30);
    const [balance] = balancesOf(roomOf(later, log), at(60), false);
    expect(inMinutes(balance)).toEqual([
      ['p1', 30, 30],
      ['new', null, 10],
      ['p2', 20, 20],
      ['p3', 10, 0],
    ]);
    const added = balance?.rows[1];
    expect([added?.title, added && overrunOf(added)]).toEqual(['Point new', null]);
  });

  it('[BA3] time in a shared time is not spent', () => {
    const log = logOf(startedAt(0, 'p1', plan), finishedAt(80));
    const [balance] = balancesOf(
      roomOf(plan, log, { sharedTimes: [sharedTime('meal', 20, 50)] }),
      at(80),
      false,
    );
    expect(inMinutes(balance)?.[0]).toEqual(['p1', 30, 50]);
  });

  it('[BA4] runs put aside come first, rehearsals only when asked for', () => {
    const rehearsal: Line = [
      0,
      'run/started',
      { runId: 'rehearsal', planRevision: 7, itemId: 'p1', rehearsal: true, baseline: null },
    ];
    const log = logOf(
      rehearsal,
      archivedAt(5),
      startedAt(10, 'p1', plan),
      archivedAt(20),
      [
        30,
        'run/started',
        { runId: 'run-2', planRevision: 7, itemId: 'p2', rehearsal: false, baseline: null },
      ],
      finishedAt(42),
    );
    const room = roomOf(plan, log);
    expect(balancesOf(room, at(60), false).map((it) => [it.runId, it.archived])).toEqual([
      ['run-1', true],
      ['run-2', false],
    ]);
    expect(balancesOf(room, at(60), true).map(({ runId }) => runId)).toEqual(['rehearsal', 'run-1', 'run-2']);
    const [first, second] = balancesOf(room, at(60), false);
    expect([inMinutes(first)?.[0], inMinutes(second)?.[1]]).toEqual([
      ['p1', 30, 10],
      ['p2', 20, 12],
    ]);
  });

  it('[BA5] a run that goes on is told so far, one that was never started not at all', () => {
    expect(balancesOf(roomOf(plan, []), at(0), true)).toEqual([]);
    const [balance] = balancesOf(roomOf(plan, logOf(startedAt(0, 'p1', plan))), at(12), false);
    expect([balance?.finishedAt, inMinutes(balance)?.[0]]).toEqual([null, ['p1', 30, 12]]);
  });

  it('[BA6] real times add up to the time worked, whatever the room did', () => {
    const step = fc.constantFrom('p1', 'p2', 'p3', 'gone', 'suspend', 'resume');
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.integer({ min: 0, max: 20 })), { maxLength: 20 }), (steps) => {
        let minute = 0;
        const lines = steps.map(([what, wait]): Line => {
          minute += wait;
          if (what === 'suspend') return suspendedAt(minute);
          return what === 'resume' ? resumedAt(minute) : movedAt(minute, what);
        });
        const room = roomOf(plan, logOf(startedAt(0, 'p1', plan), ...lines, finishedAt(minute + 1)));
        const [balance] = balancesOf(room, at(0), false);
        const suspended = room.run.suspensions.reduce((sum, { from, to }) => sum + ((to ?? from) - from), 0);
        expect(balance?.real).toBe((minute + 1) * MINUTE - suspended);
      }),
    );
  });
});

const LABELS: BalanceLabels = {
  columns: {
    atelier: 'N°',
    title: 'Atelier',
    label: 'Séance',
    room: 'Salle',
    day: 'Jour',
    run: 'Déroulé',
    point: 'Point',
    planned: 'Prévu',
    real: 'Réel',
    overrun: 'Écart',
    plannedStart: 'Début prévu',
    realStart: 'Début réel',
  },
  total: 'Total',
  addedPoint: 'Point ajouté',
  plenary: 'Plénière',
  run: { held: 'tenu', goingOn: 'en cours', rehearsal: 'répétition', archived: 'recommencé' },
};

it('[BA5] a point that is not over has no overrun yet, nor has a run that goes on', () => {
  const [going] = balancesOf(roomOf(plan, logOf(startedAt(0, 'p1', plan), movedAt(31, 'p2'))), at(40), false);
  expect(going?.rows.map(overrunOf)).toEqual([MINUTE, null, null]);
  expect(going && overrunOf(going)).toBeNull();
});

it('[BA7] the table has a row a point and a total a run, its numbers add up in a spreadsheet', () => {
  const [first, ...others] = balancesOf(
    roomOf(plan, logOf(startedAt(0, 'p1', plan), movedAt(31, 'gone'), finishedAt(40))),
    at(40),
    false,
  );
  if (first === undefined) throw new Error('no balance');
  const halfMinute = {
    ...first,
    rows: first.rows.map((row) => ({ ...row, real: duration(row.real + 30_000) })),
  };
  const sitting = {
    sittingId: 's1',
    atelierId: 'a1',
    atelierNumber: 2,
    atelierTitle: '=Accueillir',
    plenary: false,
    label: 'Groupe 1',
    room: 'Ouessant',
    runs: [halfMinute, ...others],
  };
  const rows = parsedCsv(balanceCsv([sitting], LABELS, 'Europe/Paris', 'fr'), ';');
  expect(rows[0]).toEqual(Object.values(LABELS.columns));
  expect(rows[1]).toEqual([
    '2',
    "'=Accueillir",
    'Groupe 1',
    'Ouessant',
    '2026-11-26',
    'tenu',
    'Point p1',
    '30',
    '31,5',
    '1,5',
    '10:00',
    '10:00',
  ]);
  expect(rows[2]?.slice(6)).toEqual(['Point ajouté', '', '9,5', '', '', '10:31']);
  expect(rows.at(-1)?.slice(6)).toEqual(['Total', '60', '40', '-20', '10:00', '10:00']);
  const plenary = { ...sitting, plenary: true, runs: [first] };
  expect(parsedCsv(balanceCsv([plenary], LABELS, 'UTC', 'en'), ',')[1]?.[0]).toBe('Plénière');
});
