import type { Messages } from '../messages.ts';

export default {
  title: 'Before opening',
  none: 'Nothing seems to stand in the way of the day.',
  count: (count: number): string => (count === 1 ? 'One thing to look at' : `${count} things to look at`),
  here: 'To look at',
  others: (count: number) =>
    count === 1 ? 'The same goes for one other.' : `The same goes for ${count} others.`,
  more: (count: number): string => (count === 1 ? 'One more below' : `${count} more below`),
  mend: {
    points: 'See the items',
    place: 'See room and time',
    programme: 'See the programme',
    seminar: 'See the seminar',
  },
  tooLong: (where: string, length: string, time: string) =>
    `${where}: ${length} of the agenda are left when “${time}” begins.`,
  intoPlenary: (where: string, length: string, time: string) =>
    `${where}: the end runs ${length} into the plenary “${time}”.`,
  noPause: (where: string, length: string, from: string) =>
    `${where}: ${length} without a break from ${from}.`,
  noPausePlanned: (where: string, length: string) => `${where}: ${length} without a break.`,
  noSynthesis: (where: string) => `${where}: no item is kept for the synthesis.`,
  emptyPlan: (where: string) => `${where}: nothing on the agenda.`,
  floorAbovePlanned: (where: string, item: string) =>
    `${where}: the least time of “${item}” is longer than planned.`,
  noStart: (where: string) => `${where}: the start time is not given.`,
  otherDay: (where: string) => `${where}: the day is no day of the programme.`,
  sameRoom: (one: string, other: string, room: string) => `${one} and ${other} use ${room} at the same time.`,
  twoPlaces: (who: string, one: string, other: string) =>
    `${who}: expected at ${one} and at ${other} at the same time.`,
  noTimeToWalk: (who: string, one: string, other: string) =>
    `${who}: less than 5 min to go from ${one} to ${other}.`,
  noTimeToShared: (where: string, time: string) =>
    `${where}: less than 5 min to change places before or after “${time}”.`,
  weekday: (text: string) => `“${text}”: that day of the week is not the one of the date.`,
  otherDate: (text: string) => `“${text}”: that date is not the one of the seminar.`,
} satisfies Messages['prepare']['hazards'];
