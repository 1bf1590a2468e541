/** When things happen in the sample: everything is told in minutes before the moment it ends at. */
import type { SharedTimeKind } from '#core/programme/programme.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const SUPPORTS_EVERY = MINUTE / 2;

/** What an animateur does; questions are counted from 1 in the current point. */
export type SampleStep =
  | {
      readonly before: number;
      readonly type: 'run/start' | 'run/next' | 'run/suspend' | 'run/resume' | 'run/undo';
    }
  | { readonly before: number; readonly type: 'run/put-question'; readonly question: number }
  | { readonly before: number; readonly type: 'run/extend'; readonly minutes: number };

export type SampleRun = {
  readonly room: string;
  /** When the first point was started, and each next one reached. */
  readonly points: readonly number[];
  /** Everything else. */
  readonly steps: readonly SampleStep[];
  /** When people spoke about a question, by `point.question`: from and to. */
  readonly spoken: Readonly<Record<string, readonly [number, number]>>;
};

/** When the first and the last participant came in. */
export const ARRIVALS: readonly [number, number] = [118, 92];
export const ANIMATEUR_ARRIVES = 121;
export const RAPPORTEUR_ARRIVES = 119;

/** The first atelier is late but has 12 minutes left at its third point; the second is 3 minutes over at its own. */
export const RUNS: readonly SampleRun[] = [
  {
    room: 'Salle des Tilleuls',
    points: [88, 52, 18],
    steps: [
      { before: 68, type: 'run/put-question', question: 2 },
      { before: 36, type: 'run/put-question', question: 2 },
      { before: 27, type: 'run/extend', minutes: 5 },
    ],
    spoken: {
      '1.1': [86, 69],
      '1.2': [67, 53],
      '2.1': [50, 37],
      '2.2': [35, 19],
      '3.1': [16.5, 0.7],
      '3.2': [6, 1.5],
      '4.1': [9, 2],
    },
  },
  {
    room: 'Salle du Moulin',
    points: [90, 62, 33],
    steps: [
      { before: 84, type: 'run/suspend' },
      { before: 81, type: 'run/resume' },
      { before: 74, type: 'run/put-question', question: 2 },
      { before: 46, type: 'run/put-question', question: 2 },
      { before: 40, type: 'run/next' },
      { before: 39.7, type: 'run/undo' },
    ],
    spoken: {
      '1.1': [88, 75],
      '1.2': [73, 63],
      '2.1': [60, 47],
      '2.2': [45, 34],
      '3.1': [31, 1],
      '3.2': [8, 2],
      '4.1': [6, 1.2],
    },
  },
];

/** A time that all share, in minutes after the ateliers' planned start. */
export type SampleTime = {
  readonly from: number;
  readonly to: number;
  readonly kind: SharedTimeKind;
  readonly title: string;
  readonly place: string;
  readonly speakers: string;
};

const HALL = 'Grande salle';
export const PLENARY_STARTS = 300;
export const PLENARY_ROOM = HALL;
export const RESTITUTION = {
  title: 'Restitution des ateliers',
  minutesEach: 20,
  exchangeMinutes: 40,
} as const;

/** The pause comes after what the rooms are at, and lunch late enough that a late room still ends before it. */
export const PROGRAMME: readonly SampleTime[] = [
  { from: -45, to: -15, kind: 'welcome', title: 'Accueil', place: 'Hall', speakers: '' },
  {
    ...{ from: -15, to: 0, kind: 'opening', title: 'Ouverture', place: HALL },
    speakers: 'Hélène Marchaudon, directrice de l’Union départementale',
  },
  { from: 120, to: 135, kind: 'break', title: 'Pause', place: 'Hall', speakers: '' },
  { from: 225, to: 300, kind: 'meal', title: 'Déjeuner', place: 'Réfectoire', speakers: '' },
  {
    from: PLENARY_STARTS,
    to: 390,
    kind: 'plenary',
    title: 'Plénière de restitution',
    place: HALL,
    speakers: '',
  },
  {
    ...{ from: 390, to: 405, kind: 'closing', title: 'Clôture', place: HALL },
    speakers: 'Hélène Marchaudon, directrice de l’Union départementale',
  },
];

/** What the régie said to the rooms, and when each of them read it. */
export const MESSAGE = {
  before: 26,
  readBefore: [24, 22],
  text: 'Merci de garder la dernière demi-heure pour la synthèse : les restitutions commencent à l’heure.',
} as const;

/** The first room, which is late, asks for minutes. */
export const CALL = { before: 4, minutes: 10 } as const;

export const PREPARED_BEFORE = 21 * 24 * 60;

export const momentBefore = (end: Instant, minutesBefore: number): Instant =>
  instant(end - Math.round(minutesBefore * MINUTE));

export const momentAfter = (start: Instant, minutesAfter: number): Instant =>
  instant(start + Math.round(minutesAfter * MINUTE));

/** What the programme says: the quarter of an hour at or before the first start. */
export const plannedStart = (end: Instant): Instant => {
  const start = momentBefore(end, Math.max(...RUNS.map(({ points }) => points[0] ?? 0)));
  return instant(Math.floor(start / QUARTER) * QUARTER);
};

/** So many minutes after the ateliers' planned start. */
export const momentAfterStart = (end: Instant, minutesAfter: number): Instant =>
  instant(plannedStart(end) + minutesAfter * MINUTE);

/** The moment at which the `index`-th of `count` things happens, spread evenly from first to last. */
export const spread = (
  end: Instant,
  [from, to]: readonly [number, number],
  index: number,
  count: number,
): Instant => momentBefore(end, from - ((from - to) * index) / Math.max(1, count - 1));

/** When the `turn`-th support of what was said at `said` comes: supports gather at the half minutes that follow. */
export const supportMoment = (end: Instant, said: Instant, turn: number): Instant =>
  instant(Math.min(end, (Math.floor(said / SUPPORTS_EVERY) + turn + 1) * SUPPORTS_EVERY));
