/** What passes in a room besides the run, as each audience is shown it: silence, gommettes, floor, tour de table, photos. */
import { placeOf } from '#core/agenda/place.ts';
import type { Plan } from '#core/agenda/plan.ts';
import { itemOf } from '#core/agenda/plan.ts';
import { runOf } from '#core/agenda/run.ts';
import type { Contribution } from '#core/contributions/contribution.ts';
import { MOST_GROUPS, MOST_PINNED } from '#core/contributions/contribution.ts';
import type { Dots } from '#core/contributions/dots.ts';
import type { WallContent } from '#core/contributions/wall.ts';
import { notYetSpoken, speakingOrder } from '#core/floor/speaking-order.ts';
import type { Ask } from '#core/floor/floor.ts';
import { attributionOf, UNNAMED } from '#core/seminar/person.ts';
import { isAskOf } from '#core/seminar/is-ask-of.ts';
import { personOnLists } from '#core/seminar/seminar.ts';
import type { SittingLog } from '#core/seminar/sitting.ts';
import { contributionsForRoom } from '#core/seminar/sitting.ts';
import { after, durationOf } from '#core/time/instant.ts';
import { LIMITS } from '#protocol/limits.ts';
import type {
  AskView,
  DotsView,
  FloorView,
  PersonView,
  PhotoView,
  RoundView,
  SilenceView,
} from '#protocol/room-views.ts';
import type { ContributionView, Me, SittingState } from '#protocol/views.ts';
import { contributionView } from './contribution-views.ts';
import type { Showing } from './listeners.ts';
import { sorts } from './listeners.ts';
import { fullName } from './projections.ts';

/** What is shown at most: how many of each, and how many characters. */
export type Bounds = {
  readonly screenText: number;
  /** Of all texts that gommettes are placed on together. */
  readonly dotsTexts: number;
  readonly groups: number;
  readonly heading: number;
  readonly asks: number;
  readonly about: number;
  readonly description: number;
};
/** From what is shown where there is room for it to what a first state beside a long plan still holds. */
export const BOUNDS: readonly [Bounds, ...Bounds[]] = [
  {
    screenText: 2000,
    dotsTexts: 12_000,
    groups: MOST_GROUPS,
    heading: 160,
    asks: LIMITS.asksShown,
    about: 160,
    description: 300,
  },
  {
    screenText: 600,
    dotsTexts: 6_000,
    groups: MOST_GROUPS,
    heading: 80,
    asks: 40,
    about: 80,
    description: 160,
  },
  { screenText: 300, dotsTexts: 3_000, groups: 60, heading: 60, asks: 20, about: 40, description: 60 },
  { screenText: 160, dotsTexts: 1_600, groups: 30, heading: 40, asks: 10, about: 0, description: 20 },
];

const WALL_TEXTS = 12;

/** The beginning of a text, as much as `most` characters hold. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, Math.max(0, most - 1))
        .join('')
        .trimEnd()}…`;
}

const withText = (view: ContributionView, most: number): ContributionView => ({
  ...view,
  text: view.text === null ? null : cut(view.text, most),
});

/** What of a sitting's state changes with what is said and done in the room. */
export type RoomParts = Pick<
  SittingState,
  | 'groups'
  | 'wall'
  | 'screenTexts'
  | 'silence'
  | 'dots'
  | 'floor'
  | 'round'
  | 'photos'
  | 'notesOpen'
  | 'closed'
>;

export const roomParts = (
  log: SittingLog,
  plan: Plan,
  sittingId: string,
  showing: Showing,
  bounds: Bounds = BOUNDS[0],
): RoomParts => ({
  groups: groupsFor(log, showing, bounds),
  wall: log.contributions.wall,
  screenTexts: screenTexts(log, plan, showing, bounds),
  silence: silenceView(log),
  dots: dotsView(log, showing, bounds),
  floor: floorView(log, sittingId, showing, bounds),
  round: roundView(log, sittingId, showing),
  photos: photoViews(log, sittingId, showing, bounds),
  notesOpen: log.notesOpen,
  closed: log.closed,
});

/** Headings stand over the list, which screens do not have. */
export const groupsFor = (
  { contributions }: SittingLog,
  { to }: Showing,
  { groups, heading }: Bounds = BOUNDS[0],
): SittingState['groups'] =>
  to === 'screen'
    ? []
    : contributions.groups
        .slice(0, groups)
        .map((group) => ({ ...group, heading: group.heading === null ? null : cut(group.heading, heading) }));

type OnScreen = {
  readonly plan: Plan;
  readonly wall: WallContent;
  /** The point that stands on the projector; null when none does. */
  readonly currentItemId: string | null;
};

/**
 * Those pinned, of whatever point, then what the wall shows, newest first: what is said of the point that the room is
 * at, and of none that the plan has. Where no point is on, no question stands above it: all of it.
 */
export function chosenForScreen<T extends Pick<Contribution, 'itemId' | 'pinned' | 'approved'>>(
  seen: readonly T[],
  { plan, wall, currentItemId }: OnScreen,
): readonly T[] {
  const newestFirst = seen.toReversed();
  const isHere = ({ itemId }: T): boolean =>
    currentItemId === null || itemId === currentItemId || itemId === null || !itemOf(plan, itemId);
  const isOnWall = (it: T): boolean =>
    !it.pinned && isHere(it) && (wall === 'all' || (wall === 'approved' && it.approved));
  const pinned = newestFirst.filter((it) => it.pinned).slice(0, MOST_PINNED);
  return [...pinned, ...newestFirst.filter(isOnWall).slice(0, WALL_TEXTS)];
}

/** On the projector: those pinned, then what the wall shows, newest first; empty but on screens. */
export function screenTexts(
  log: SittingLog,
  plan: Plan,
  showing: Showing,
  { screenText }: Bounds = BOUNDS[0],
): readonly ContributionView[] {
  if (showing.to !== 'screen') return [];
  const run = runOf(log.runEvents);
  const seen = contributionsForRoom(log, run.runId);
  const of = { plan, wall: log.contributions.wall, currentItemId: placeOf(plan, run).current?.id ?? null };
  return chosenForScreen(seen, of).map((it) => withText(contributionView(it, showing), screenText));
}

/** The silent writing that goes on: how much was written, never what. */
export function silenceView({ contributions }: SittingLog): SilenceView | null {
  const { silence, byId } = contributions;
  if (silence === null || silence.revealed) return null;
  const { id, itemId, questionId, openedAt, minutes } = silence;
  let written = 0;
  for (const it of byId) if (it.silenceId === id && !it.withdrawn) written += 1;
  return { id, itemId, questionId, openedAt, endsAt: after(openedAt, durationOf(minutes)), written };
}

/** How many people have placed a gommette, each once whatever their devices. */
export const votersOf = ({ placed }: Dots, { seminar }: Pick<Showing, 'seminar'>): number =>
  new Set(
    [...placed].flatMap(([personId, mine]) =>
      Object.keys(mine).length > 0 ? [personOnLists(seminar, personId)] : [],
    ),
  ).size;

/** The gommettes on what the room sees of their selection; where they are placed only once that is shown. */
export function dotsView(
  log: SittingLog,
  { seminar }: Pick<Showing, 'seminar'>,
  { dotsTexts }: Bounds = BOUNDS[0],
): DotsView | null {
  const { dots } = log.contributions;
  if (dots === null) return null;
  const inRoom = new Map(
    contributionsForRoom(log, runOf(log.runEvents).runId).map((it) => [it.id, it] as const),
  );
  const chosen = dots.contributionIds.flatMap((id) => inRoom.get(id) ?? []);
  const most = Math.floor(dotsTexts / Math.max(1, chosen.length));
  return {
    ...{ id: dots.id, budget: dots.budget, shown: dots.shown },
    contributions: chosen.map(({ id, kind, text }) => ({
      ...{ id, kind, text: text === null ? null : cut(text, most) },
    })),
    voters: votersOf(dots, { seminar }),
    counts: dots.shown ? countsOf(dots, chosen) : null,
  };
}

function countsOf({ placed }: Dots, chosen: readonly Contribution[]): Readonly<Record<string, number>> {
  const all = [...placed.values()];
  return Object.fromEntries(
    chosen.map(({ id }) => [id, all.reduce((sum, mine) => sum + (mine[id] ?? 0), 0)]),
  );
}

/** Those who run and write know people by full name, the room as they agreed to be named. */
function personView(personId: string, { to, people }: Showing, isNamed = true): PersonView {
  const person = people.get(personId);
  if (!sorts(to)) return { personId: null, attribution: person && isNamed ? attributionOf(person) : UNNAMED };
  const said = (text: string | undefined): string | null => text || null;
  const name = said(fullName(personId, people));
  return { personId, attribution: { name, function: said(person?.function), town: said(person?.town) } };
}

/** Who asks and who speaks. The room knows who only where that is announced, and what about never. */
export function floorView(
  { floor }: SittingLog,
  sittingId: string,
  showing: Showing,
  { asks, about }: Bounds = BOUNDS[0],
): FloorView {
  const { speaking, order, announced } = floor;
  const conducts = sorts(showing.to);
  const askView = (ask: Ask): AskView => ({
    id: ask.id,
    person: personView(ask.personId, showing, announced),
    about: conducts ? cut(ask.about ?? '', about) : '',
    at: ask.at,
  });
  return {
    asks: speakingOrder(floor).slice(0, asks).map(askView),
    speaking: speaking && { ...askView(speaking), since: speaking.since, minutes: speaking.minutes },
    order,
    announced,
    notYetSpoken: conducts ? notYetSpoken(floor, showing.seminar.attendance[sittingId] ?? []).length : null,
  };
}

export function roundView({ round }: SittingLog, sittingId: string, showing: Showing): RoundView | null {
  if (round === null) return null;
  const { id, personId, done, closed } = round;
  return {
    id,
    person: personId === null ? null : personView(personId, showing),
    done: done.length,
    people: showing.seminar.attendance[sittingId]?.length ?? 0,
    closed,
    donePersonIds: sorts(showing.to) ? done : [],
  };
}

export const photoViews = (
  log: SittingLog,
  sittingId: string,
  { to }: Showing,
  { description: most }: Bounds = BOUNDS[0],
): readonly PhotoView[] =>
  to === 'screen'
    ? []
    : log.photos.map(({ file: _file, description, ...photo }) => ({
        ...photo,
        path: photoPath(sittingId, photo.id),
        description: cut(description ?? '', most),
      }));

const photoPath = (sittingId: string, photoId: string): string =>
  `/api/sittings/${sittingId}/photos/${photoId}`;

/** Whether it is this person's turn in the tour de table, on whichever of their devices. */
export function isTheirTurn(
  { round }: SittingLog,
  seminar: Showing['seminar'],
  personId: string | null,
): boolean {
  const turn = round === null || round.closed ? null : round.personId;
  if (turn === null || personId === null) return false;
  return personOnLists(seminar, turn) === personOnLists(seminar, personId);
}

/**
 * Of the open gommettes what this person placed; of the floor their ask, on whichever of their devices: it is said
 * aloud, while votes are secret even from whoever says to be the same person.
 */
export function meInRoom(
  { contributions, floor }: SittingLog,
  seminar: Showing['seminar'],
  personId: string | null,
): Pick<Me, 'dots' | 'askId'> {
  if (personId === null) return { dots: {}, askId: null };
  const dots = contributions.dots?.placed.get(personId) ?? {};
  const ask = floor.asks.find((it) => isAskOf(it, personId, seminar));
  const speaking = floor.speaking && isAskOf(floor.speaking, personId, seminar) ? floor.speaking : undefined;
  return { dots, askId: ask?.id ?? speaking?.id ?? null };
}
