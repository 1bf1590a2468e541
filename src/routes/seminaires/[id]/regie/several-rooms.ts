/** What concerns several rooms at once: an alarm that suspends them, minutes given or taken, and taking that back. */
import { redistribution } from '#core/agenda/redistribute.ts';
import type { Redistribution } from '#core/agenda/redistribute.ts';
import type { Instant, Minutes } from '#core/time/instant.ts';
import { minutes } from '#core/time/instant.ts';
import type { LiveRow } from '#lib/client/live-seminar.svelte.ts';
import type { Command } from '#protocol/inputs.ts';
import type { SittingRow } from '#protocol/regie-views.ts';

export type Alarm = {
  readonly alarmId: string;
  readonly since: Instant;
  readonly rows: readonly SittingRow[];
};

/** The alarm that keeps rooms suspended, as their runs tell it; the latest when there are several. */
export const openAlarm = (rows: readonly SittingRow[]): Alarm | null => {
  const held = rows.flatMap((row) => {
    const open = row.run.suspensions.at(-1);
    return open?.to === null && open.alarmId !== null && row.run.status === 'suspended'
      ? [{ row, alarmId: open.alarmId, from: open.from }]
      : [];
  });
  const latest = held.toSorted((a, b) => b.from - a.from)[0];
  if (latest === undefined) return null;
  const same = held.filter(({ alarmId }) => alarmId === latest.alarmId);
  return {
    alarmId: latest.alarmId,
    since: same.reduce((first, { from }) => (from < first ? from : first), latest.from),
    rows: same.map(({ row }) => row),
  };
};

/** The rooms whose time goes on: those an alarm would suspend. */
export const goingOn = (rows: readonly SittingRow[]): readonly SittingRow[] =>
  rows.filter(({ run }) => run.status === 'running');

export type RoomMinutes = { readonly row: SittingRow; readonly change: Redistribution };

/** Only a room that has been started and goes on has minutes to give or take. */
export const hasMinutes = ({ row: { run } }: LiveRow): boolean =>
  run.status === 'running' || run.status === 'suspended';

/** What taking (positive) or giving (negative) minutes would do in each of the rooms. */
export const minutesIn = (rows: readonly LiveRow[], asked: Minutes, now: Instant): readonly RoomMinutes[] =>
  rows.filter(hasMinutes).map(({ row, room }) => ({ row, change: redistribution(room, now, asked) }));

type Redistribute = Extract<Command, { type: 'rooms/redistribute' }>;

/** The minutes as they were shown, to be applied; null when no point of any room changes. */
export const redistributeCommand = (
  seminarId: string,
  asked: Minutes,
  rooms: readonly RoomMinutes[],
): Redistribute | null => {
  const changed = rooms
    .map(({ row, change }) => ({
      sittingId: row.head.sittingId,
      expectedRunEvents: row.run.eventCount,
      points: change.points
        .filter((point) => point.after !== point.before)
        .map(({ itemId, after }) => ({ itemId, minutes: after })),
    }))
    .filter(({ points }) => points.length > 0);
  if (changed.length === 0) return null;
  const reason = asked > 0 ? 'taken' : 'given';
  return { type: 'rooms/redistribute', seminarId, reason, rooms: changed };
};

/** A redistribution as it was applied in a room: its run had so many events before it. */
export type AppliedIn = { readonly sittingId: string; readonly eventsBefore: number };

/** For each room where the redistribution is still the last step: the command that takes it back. */
export const takeBackCommands = (
  applied: readonly AppliedIn[],
  rows: readonly SittingRow[],
): readonly Extract<Command, { type: 'run/undo' }>[] =>
  applied.flatMap(({ sittingId, eventsBefore }) => {
    const run = rows.find(({ head }) => head.sittingId === sittingId)?.run;
    const last = run?.steps.at(-1);
    if (run === undefined || last?.type !== 'run/redistributed' || run.eventCount !== eventsBefore + 1)
      return [];
    return [{ type: 'run/undo', sittingId, expectedRunEvents: run.eventCount, target: last.eventId }];
  });

/** « 10 », « −5 », « + 5 »: whole minutes other than none, one day at most; null when it is none of it. */
export const writtenMinutes = (written: string): Minutes | null => {
  const count = Number(
    written
      .trim()
      .replace('−', '-')
      .replace(/^\+\s*/, ''),
  );
  if (written.trim() === '' || !Number.isInteger(count) || count === 0 || Math.abs(count) > 1440) return null;
  return minutes(count);
};
