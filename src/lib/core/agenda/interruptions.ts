/** When a room does not work: shared times that interrupt it, and its own suspensions. */
import type { SharedTime } from '#core/programme/programme.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import type { Room, Run } from './run.ts';
import { sittingBoundsOf } from './sitting-bounds.ts';
import type { Stretch } from './stretches.ts';
import { mergedStretches } from './stretches.ts';

/** The shared times within the sitting as stretches, whether the room works through them or not. */
export const sharedStretchesOf = (room: Room): readonly Stretch[] =>
  mergedStretches(sittingBoundsOf(room).within.map(({ start, end }) => ({ from: start, to: end })));

/** The shared times as far as they interrupt the room: whoever starts, moves or works on during one works from then. */
export const interruptionsOf = (room: Room): readonly Stretch[] =>
  mergedStretches(
    sittingBoundsOf(room).within.map((time) => ({ from: time.start, to: interruptedUntil(time, room.run) })),
  );

/** The first shared time that interrupts the room at the moment, or null. */
export const interruptionAt = (room: Room, moment: Instant): SharedTime | null =>
  sittingBoundsOf(room).within.find(
    (time) => time.start <= moment && moment < interruptedUntil(time, room.run),
  ) ?? null;

const interruptedUntil = ({ start, end }: SharedTime, run: Run): Instant => {
  const within = workingAgain(run).filter((moment) => moment >= start && moment < end);
  return instant(Math.min(end, ...within));
};

const workingAgain = ({ visits, workedThrough }: Run): readonly Instant[] => [
  ...visits.map(({ from }) => from),
  ...Object.values(workedThrough),
];

/** The suspensions as stretches; the one that goes on lasts until the moment. */
export const suspendedStretchesOf = ({ suspensions }: Run, moment: Instant): readonly Stretch[] =>
  suspensions.map(({ from, to }) => ({ from, to: to ?? moment }));
