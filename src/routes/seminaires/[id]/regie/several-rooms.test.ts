import { describe, expect, it } from 'vitest';
import { minutes } from '#core/time/instant.ts';
import type { RunStepView, RunView } from '#protocol/run-views.ts';
import { at, liveRow, runningSince } from './regie.test-support.ts';
import {
  goingOn,
  minutesIn,
  openAlarm,
  redistributeCommand,
  takeBackCommands,
  writtenMinutes,
} from './several-rooms.ts';

const suspended = (alarmId: string | null, from: number): RunView => ({
  ...runningSince(0),
  status: 'suspended',
  suspensions: [{ from: at(from), to: null, alarmId }],
});

describe('an alarm', () => {
  it('is known from the runs it suspended, whoever gave it', () => {
    const rows = [
      liveRow('a', { run: suspended('alarm-1', 72), now: 80 }).row,
      liveRow('b', { run: suspended('alarm-1', 72), now: 80 }).row,
      liveRow('c', { run: suspended(null, 60), now: 80 }).row,
      liveRow('d', { run: runningSince(0), now: 80 }).row,
    ];
    const alarm = openAlarm(rows);
    expect(alarm).toMatchObject({ alarmId: 'alarm-1', since: at(72) });
    expect(alarm?.rows.map(({ head }) => head.sittingId)).toEqual(['a', 'b']);
    expect(goingOn(rows).map(({ head }) => head.sittingId)).toEqual(['d']);
  });
  it('is over once no room is held', () => {
    const resumed = { ...suspended('alarm-1', 72), status: 'running' as const };
    const run = { ...resumed, suspensions: [{ from: at(72), to: at(90), alarmId: 'alarm-1' }] };
    expect(openAlarm([liveRow('a', { run, now: 95 }).row])).toBeNull();
  });
});

describe('minutes of several rooms', () => {
  const running = liveRow('a', { run: runningSince(0), now: 10 });
  const waiting = liveRow('b', { now: 10 });

  it('are taken only where a run goes on', () => {
    const changes = minutesIn([running, waiting], minutes(5), at(10));
    expect(changes.map(({ row, change }) => [row.head.sittingId, change.won, change.missing])).toEqual([
      ['a', 5, 0],
    ]);
  });
  it('are sent as they were shown, only the points that change', () => {
    const changes = minutesIn([running], minutes(5), at(10));
    const command = redistributeCommand('seminar-1', minutes(5), changes);
    const shown = changes[0]?.change.points.filter(({ before, after }) => before !== after) ?? [];
    expect(command).toEqual({
      type: 'rooms/redistribute',
      seminarId: 'seminar-1',
      reason: 'taken',
      rooms: [
        {
          sittingId: 'a',
          expectedRunEvents: 1,
          points: shown.map(({ itemId, after }) => ({ itemId, minutes: after })),
        },
      ],
    });
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.map(({ itemId }) => itemId)).not.toContain('synthese');
  });
  it('say so when there are none to take', () => {
    expect(redistributeCommand('seminar-1', minutes(5), minutesIn([waiting], minutes(5), at(10)))).toBeNull();
  });
  it('can be taken back where nothing happened since', () => {
    const step: RunStepView = {
      eventId: 'event-2',
      type: 'run/redistributed',
      at: at(10),
      minutes: minutes(5),
      itemId: null,
      automatic: false,
      by: null,
    };
    const changed: RunView = { ...runningSince(0), eventCount: 2, steps: [step] };
    const movedOn: RunView = {
      ...changed,
      eventCount: 3,
      steps: [step, { ...step, eventId: 'e3', type: 'run/moved' }],
    };
    const rows = [liveRow('a', { run: changed, now: 12 }).row, liveRow('b', { run: movedOn, now: 12 }).row];
    const applied = [
      { sittingId: 'a', eventsBefore: 1 },
      { sittingId: 'b', eventsBefore: 1 },
    ];
    expect(takeBackCommands(applied, rows)).toEqual([
      { type: 'run/undo', sittingId: 'a', expectedRunEvents: 2, target: 'event-2' },
    ]);
  });
  it.each([
    ['10', 10],
    ['+ 5', 5],
    ['−5', -5],
    ['0', null],
    ['', null],
    ['2,5', null],
    ['9999', null],
  ])('« %s » is %s', (written, expected) => {
    expect(writtenMinutes(written)).toBe(expected);
  });
});
