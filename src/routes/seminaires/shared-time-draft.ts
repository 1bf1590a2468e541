/** A shared time as the preparation edits it: fields of a day in the séminaire's zone, and back. */
import type { Programme, SharedTime, SharedTimeKind } from '#core/programme/programme.ts';
import { instantOf, timeOfDayIn } from '#core/time/zone-times.ts';
import { dayIn } from '#core/agenda/days.ts';

export type SharedTimeDraft = {
  readonly id: string;
  kind: SharedTimeKind;
  title: string;
  place: string;
  /** ISO day, '' when there is none. */
  day: string;
  /** `09:30`, '' when there is none. */
  start: string;
  end: string;
  speakers: string;
  /** The plenary held during it, or null. */
  atelierId: string | null;
};

/** A shared time with who speaks in it. */
export type SpokenTime = { readonly time: SharedTime; readonly speakers: string };

export const draftOfTime = ({ time, speakers }: SpokenTime, zone: string): SharedTimeDraft => ({
  id: time.id,
  kind: time.kind,
  title: time.title,
  place: time.place,
  day: dayIn(zone, time.start),
  start: timeOfDayIn(time.start, zone),
  end: timeOfDayIn(time.end, zone),
  speakers,
  atelierId: time.atelierId,
});

/** A new one, after the day's last if there is one: half an hour that has no name yet. */
export const newTimeDraft = (
  id: string,
  day: string,
  previous: readonly SharedTime[],
  zone: string,
): SharedTimeDraft => {
  const ends = previous.filter(({ start }) => dayIn(zone, start) === day).map(({ end }) => end);
  const last = ends.length === 0 ? null : ends.reduce((one, other) => (one > other ? one : other));
  return {
    id,
    kind: 'other',
    title: '',
    place: '',
    day,
    start: last === null ? '' : timeOfDayIn(last, zone),
    end: '',
    speakers: '',
    atelierId: null,
  };
};

export type SharedTimeProblem = 'title-missing' | 'day-missing' | 'start-wrong' | 'end-wrong';
export type CheckedTime =
  | { readonly ok: true; readonly value: SpokenTime }
  | { readonly ok: false; readonly problem: SharedTimeProblem };

/** The shared time of the fields, or the first thing to correct. */
export const checkedTime = (draft: SharedTimeDraft, zone: string): CheckedTime => {
  const title = draft.title.trim();
  if (title === '') return { ok: false, problem: 'title-missing' };
  if (draft.day === '') return { ok: false, problem: 'day-missing' };
  const start = instantOf(draft.day, draft.start, zone);
  const end = instantOf(draft.day, draft.end, zone);
  if (start === null) return { ok: false, problem: 'start-wrong' };
  if (end === null || end <= start) return { ok: false, problem: 'end-wrong' };
  const { id, kind, atelierId } = draft;
  const time = { id, kind, title, place: draft.place.trim(), start, end, atelierId };
  return { ok: true, value: { time, speakers: draft.speakers.trim() } };
};

/** The same time of another day, under another id; the plenary stays where it was. */
export const onDay = ({ time, speakers }: SpokenTime, id: string, day: string, zone: string): CheckedTime =>
  checkedTime({ ...draftOfTime({ time, speakers }, zone), id, day, atelierId: null }, zone);

/** One change of the programme: `before` is what it was made on; null when it is new, `after` null when it goes. */
export type ProgrammeChange = {
  readonly id: string;
  readonly before: SpokenTime | null;
  readonly after: SpokenTime | null;
};

/** The shared time of an id as the programme has it, or null. */
export const spokenTimeOf = ({ times, speakers }: Programme, id: string): SpokenTime | null => {
  const time = times.find((it) => it.id === id);
  return time === undefined ? null : { time, speakers: speakers[id] ?? '' };
};

export type ChangedProgramme = Pick<Programme, 'times' | 'speakers'>;

/**
 * The programme with a change, whatever else was changed meanwhile; null when someone else changed the same time, so
 * that one has to choose.
 */
export const programmeWith = (programme: Programme, change: ProgrammeChange): ChangedProgramme | null => {
  const current = spokenTimeOf(programme, change.id);
  if (!isSame(current, change.before) && !isSame(current, change.after)) return null;
  const { [change.id]: _spoken, ...others } = programme.speakers;
  const times = programme.times.filter(({ id }) => id !== change.id);
  if (change.after === null) return { times, speakers: others };
  const { time, speakers } = change.after;
  return {
    times: [...times, time].toSorted((one, other) => one.start - other.start),
    speakers: speakers === '' ? others : { ...others, [change.id]: speakers },
  };
};

const isSame = (one: SpokenTime | null, other: SpokenTime | null): boolean => {
  if (one === null || other === null) return one === other;
  const { time: a } = one;
  const { time: b } = other;
  return (
    one.speakers === other.speakers &&
    a.kind === b.kind &&
    a.title === b.title &&
    a.place === b.place &&
    a.start === b.start &&
    a.end === b.end &&
    a.atelierId === b.atelierId
  );
};

/** The days of the programme in order, the séminaire's own first day among them. */
export const daysOf = (times: readonly SharedTime[], firstDay: string, zone: string): readonly string[] => {
  const days = new Set(times.map(({ start }) => dayIn(zone, start)));
  if (firstDay !== '') days.add(firstDay);
  return [...days].sort();
};
