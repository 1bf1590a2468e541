/** What will hurt on the day, said before it opens. See SPEC-before-opening.md. */
import type { SeminarDescription } from '#core/seminar/description.ts';
import type { Programme, SharedTime } from '#core/programme/programme.ts';
import { timesAround } from '#core/programme/programme.ts';
import type { Instant, Minutes } from '#core/time/instant.ts';
import { after, durationOf, minutes } from '#core/time/instant.ts';
import { contradictedDates, dayIn } from './days.ts';
import { laidFrom } from './laid-from.ts';
import type { Plan } from './plan.ts';
import { mergedStretches } from './stretches.ts';

/** A sitting as it is prepared: `GET /api/seminars/:id` tells it so. */
export type PreparedSitting = {
  readonly sittingId: string;
  readonly room: string;
  readonly start: Instant | null;
  readonly label: string;
  /** null while it follows its atelier's. */
  readonly ownPlan: Plan | null;
  /** Those who took up the conduct, then the notes: ids or names, alike for all sittings. */
  readonly animateurs: readonly string[];
  readonly rapporteurs: readonly string[];
};

export type PreparedAtelier = {
  readonly atelierId: string;
  readonly title: string;
  readonly plenary: boolean;
  readonly plan: Plan;
  readonly sittings: readonly PreparedSitting[];
};

export type Prepared = {
  readonly description: Pick<SeminarDescription, 'title' | 'theme' | 'day' | 'zone'>;
  readonly programme: Programme;
  readonly ateliers: readonly PreparedAtelier[];
};

/** Of a plan that several sittings follow, `sittingId` is null. */
type OfPlan = { readonly atelierId: string; readonly sittingId: string | null };
type OfSitting = { readonly atelierId: string; readonly sittingId: string };

export type Hazard =
  | (OfSitting & {
      readonly code: 'hazard/too-long' | 'hazard/into-plenary';
      readonly sharedTimeId: string;
      /** How many minutes of the agenda come after it began. */
      readonly minutes: Minutes;
    })
  | (OfSitting & { readonly code: 'hazard/no-pause'; readonly from: Instant; readonly minutes: Minutes })
  /** A plan without a date that has no pause either. */
  | (OfPlan & { readonly code: 'hazard/no-pause-planned'; readonly minutes: Minutes })
  | (OfPlan & { readonly code: 'hazard/no-synthesis' | 'hazard/empty-plan' })
  | (OfPlan & { readonly code: 'hazard/floor-above-planned'; readonly itemId: string })
  | (OfSitting & { readonly code: 'hazard/no-start' | 'hazard/other-day' })
  | (OfSitting & { readonly code: 'hazard/same-room'; readonly otherSittingId: string })
  | (OfSitting & {
      readonly code: 'hazard/two-places' | 'hazard/no-time-to-walk';
      readonly otherSittingId: string;
      /** Who is wanted in both: a person as `animateurs` and `rapporteurs` say, or a group by its label. */
      readonly who: string;
    })
  | (OfSitting & { readonly code: 'hazard/no-time-to-shared'; readonly sharedTimeId: string })
  /** A text names a day of the week that its date is not, or a date that is not the séminaire's. */
  | { readonly code: 'hazard/weekday' | 'hazard/other-date'; readonly text: string };

export const LONGEST_WITHOUT_PAUSE_MINUTES = minutes(120);
export const SHORTEST_WALK_MINUTES = minutes(5);

const MINUTE = 60_000;

/** A stretch of the plan; of a point that a shared time cuts, `end` lies after it. */
type LaidPoint = {
  readonly isBreak: boolean;
  readonly start: Instant;
  readonly end: Instant;
};
type Laid = {
  readonly atelier: PreparedAtelier;
  readonly sitting: PreparedSitting;
  readonly around: readonly SharedTime[];
  readonly points: readonly LaidPoint[];
  readonly start: Instant;
  readonly end: Instant;
};

/** Everything that will hurt, by atelier and sitting in their order, then between them, then in the texts. */
export const hazardsOf = (prepared: Prepared): readonly Hazard[] => {
  const { ateliers, programme } = prepared;
  const laid = ateliers.flatMap((atelier) =>
    atelier.sittings.flatMap((sitting) => laidOut(atelier, sitting, programme)),
  );
  return [
    ...ateliers.flatMap(planHazards),
    ...startHazards(prepared),
    ...laid.flatMap((it) => [...overrunHazards(it), ...pauseHazards(it), ...sharedWalkHazards(it)]),
    ...pairHazards(laid),
    ...textHazards(prepared),
  ];
};

const laidOut = (
  atelier: PreparedAtelier,
  sitting: PreparedSitting,
  programme: Programme,
): readonly Laid[] => {
  const { start } = sitting;
  if (start === null) return [];
  const plan = sitting.ownPlan ?? atelier.plan;
  const around = timesAround(programme, atelier.atelierId);
  // Around all of them, those that end the sitting too: what comes to lie after one is what hurts.
  const stretches = mergedStretches(around.map((time) => ({ from: time.start, to: time.end })));
  let cursor = start;
  const points = plan.items.map(({ kind, plannedMinutes }): LaidPoint => {
    const planned = laidFrom(cursor, durationOf(plannedMinutes), stretches);
    cursor = planned.end;
    return { isBreak: kind === 'break', ...planned };
  });
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return [];
  return [{ atelier, sitting, around, points, start: first.start, end: last.end }];
};

const ofLaid = ({ atelier, sitting }: Laid): OfSitting => ({
  atelierId: atelier.atelierId,
  sittingId: sitting.sittingId,
});

const planHazards = (atelier: PreparedAtelier): readonly Hazard[] => {
  const { atelierId, plan, sittings } = atelier;
  const followed = sittings.length === 0 || sittings.some(({ ownPlan }) => ownPlan === null);
  const undated = sittings.length === 0 || sittings.some((it) => it.ownPlan === null && it.start === null);
  return [
    ...(followed ? hazardsOfPlan(plan, atelier, { atelierId, sittingId: null }, undated) : []),
    ...sittings.flatMap(({ sittingId, ownPlan, start }) =>
      ownPlan === null ? [] : hazardsOfPlan(ownPlan, atelier, { atelierId, sittingId }, start === null),
    ),
  ];
};

const hazardsOfPlan = (
  { items }: Plan,
  { plenary }: PreparedAtelier,
  of: OfPlan,
  undated: boolean,
): readonly Hazard[] => {
  if (items.length === 0) return [{ code: 'hazard/empty-plan', ...of }];
  const hazards: Hazard[] = [];
  if (!plenary && !items.some(({ kind }) => kind === 'synthesis'))
    hazards.push({ code: 'hazard/no-synthesis', ...of });
  for (const { id, floorMinutes, plannedMinutes } of items)
    if (floorMinutes !== null && floorMinutes > plannedMinutes)
      hazards.push({ code: 'hazard/floor-above-planned', ...of, itemId: id });
  if (undated) {
    let stretch = 0;
    let longest = 0;
    for (const { kind, plannedMinutes } of items) {
      stretch = kind === 'break' ? 0 : stretch + plannedMinutes;
      longest = Math.max(longest, stretch);
    }
    if (longest > LONGEST_WITHOUT_PAUSE_MINUTES)
      hazards.push({ code: 'hazard/no-pause-planned', ...of, minutes: minutes(longest) });
  }
  return hazards;
};

const startHazards = ({ description, programme, ateliers }: Prepared): readonly Hazard[] => {
  const { day, zone } = description;
  const days = new Set(programme.times.flatMap(({ start, end }) => [dayIn(zone, start), dayIn(zone, end)]));
  if (day !== '') days.add(day);
  const someStart = ateliers.some(({ sittings }) => sittings.some(({ start }) => start !== null));
  return ateliers.flatMap(({ atelierId, sittings }) =>
    sittings.flatMap(({ sittingId, start }): readonly Hazard[] => {
      if (start === null) return someStart ? [{ code: 'hazard/no-start', atelierId, sittingId }] : [];
      if (days.size === 0 || days.has(dayIn(zone, start))) return [];
      return [{ code: 'hazard/other-day', atelierId, sittingId }];
    }),
  );
};

/** The minutes of the points that come after a moment, shared times left out. */
const workedAfter = ({ points, around }: Laid, from: Instant): Minutes => {
  let worked = 0;
  for (const point of points) {
    const start = Math.max(point.start, from);
    if (start >= point.end) continue;
    worked += point.end - start;
    for (const time of around)
      worked -= Math.max(0, Math.min(point.end, time.end) - Math.max(start, time.start));
  }
  return minutes(Math.round(Math.max(0, worked) / MINUTE));
};

/**
 * A pause is laid around. A meal is laid around when the points stop for it, and is an end for a point that it cuts;
 * every other shared time is an end for the sitting.
 */
const endsRoom = (laid: Laid): SharedTime | undefined =>
  laid.around.find(({ kind, start }) => {
    if (kind === 'break' || start < laid.start || start >= laid.end) return false;
    return kind !== 'meal' || laid.points.some((point) => point.start < start && start < point.end);
  });

const overrunHazards = (laid: Laid): readonly Hazard[] => {
  const cut = endsRoom(laid);
  if (cut === undefined) return [];
  const left = workedAfter(laid, cut.start);
  if (left <= 0) return [];
  const code = cut.kind === 'plenary' ? 'hazard/into-plenary' : 'hazard/too-long';
  return [{ code, ...ofLaid(laid), sharedTimeId: cut.id, minutes: left }];
};

/** The longest stretch between two pauses, of the agenda or of the programme, when it is too long. What overruns is told apart. */
const pauseHazards = (laid: Laid): readonly Hazard[] => {
  const end = endsRoom(laid)?.start ?? laid.end;
  const pauses = [
    ...laid.points.filter(({ isBreak }) => isBreak),
    ...laid.around.filter(({ kind }) => kind === 'break' || kind === 'meal'),
  ]
    .filter((pause) => pause.end > laid.start && pause.start < end)
    .toSorted((one, other) => one.start - other.start);
  let from = laid.start;
  let longest = { from, length: 0 };
  for (const to of [...pauses, { start: end, end }]) {
    if (to.start - from > longest.length) longest = { from, length: to.start - from };
    if (to.end > from) from = to.end;
  }
  if (longest.length <= durationOf(LONGEST_WITHOUT_PAUSE_MINUTES)) return [];
  const length = minutes(Math.round(longest.length / MINUTE));
  return [{ code: 'hazard/no-pause', ...ofLaid(laid), from: longest.from, minutes: length }];
};

const placeName = (text: string): string => text.trim().replace(/\s+/gu, ' ').toLowerCase();

const apart = (one: string, other: string): boolean =>
  placeName(one) !== '' && placeName(other) !== '' && placeName(one) !== placeName(other);

/** Nobody hurries to a coffee; to and from what begins on time, one must have the time to walk. */
const sharedWalkHazards = (laid: Laid): readonly Hazard[] =>
  laid.around
    .filter(({ kind }) => kind !== 'break' && kind !== 'meal')
    .filter(({ place }) => apart(place, laid.sitting.room))
    .filter(({ start, end }) => tooClose(laid.end, start) || tooClose(end, laid.start))
    .map(({ id }) => ({ code: 'hazard/no-time-to-shared', ...ofLaid(laid), sharedTimeId: id }));

const tooClose = (end: Instant, start: Instant): boolean =>
  start >= end && start < after(end, durationOf(SHORTEST_WALK_MINUTES));

const pairHazards = (laid: readonly Laid[]): readonly Hazard[] =>
  laid.flatMap((one, index) => laid.slice(index + 1).flatMap((other) => hazardsBetween(one, other)));

const hazardsBetween = (one: Laid, other: Laid): readonly Hazard[] => {
  const of = { ...ofLaid(one), otherSittingId: other.sitting.sittingId };
  const overlap = one.start < other.end && other.start < one.end;
  const [before, next] = one.start <= other.start ? [one, other] : [other, one];
  const hurried = !overlap && tooClose(before.end, next.start);
  const { room } = one.sitting;
  const sameRoom = placeName(room) !== '' && placeName(room) === placeName(other.sitting.room);
  if (sameRoom) return overlap ? [{ code: 'hazard/same-room', ...of }] : [];
  if (!overlap && !(hurried && apart(room, other.sitting.room))) return [];
  const code = overlap ? 'hazard/two-places' : 'hazard/no-time-to-walk';
  return wantedInBoth(one.sitting, other.sitting).map((who) => ({ code, ...of, who }));
};

const GROUP = /^(?:groupe|group|équipe|team|table)(?!\p{L})/iu;

/** The people of both sittings, and the group if they are the same one's. */
const wantedInBoth = (one: PreparedSitting, other: PreparedSitting): readonly string[] => {
  const there = new Set([...other.animateurs, ...other.rapporteurs]);
  const people = new Set([...one.animateurs, ...one.rapporteurs].filter((who) => there.has(who)));
  const sameGroup = GROUP.test(one.label) && placeName(one.label) === placeName(other.label);
  return [...people, ...(sameGroup ? [one.label] : [])];
};

const textHazards = ({ description, programme, ateliers }: Prepared): readonly Hazard[] => {
  const texts = [
    description.title,
    description.theme,
    ...programme.times.map(({ title }) => title),
    ...ateliers.map(({ title }) => title),
  ];
  const days = new Set([
    ...(description.day === '' ? [] : [description.day]),
    ...programme.times.map(({ start }) => dayIn(description.zone, start)),
    ...ateliers.flatMap(({ sittings }) =>
      sittings.flatMap(({ start }) => (start === null ? [] : [dayIn(description.zone, start)])),
    ),
  ]);
  return texts.flatMap((text) =>
    contradictedDates(text, description.day, days).map(({ contradicts, written }): Hazard => ({
      code: contradicts === 'weekday' ? 'hazard/weekday' : 'hazard/other-date',
      text: written,
    })),
  );
};
