/** Rooms and shared times of a morning in few words, for the tests beside. */
import type { AgendaItem } from '#core/agenda/plan.ts';
import { agendaItem } from '#core/agenda/plan.ts';
import { project } from '#core/agenda/project.ts';
import type { Room, Run } from '#core/agenda/run.ts';
import type { Programme, SharedTime } from '#core/programme/programme.ts';
import { timesAround } from '#core/programme/programme.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant, minutes } from '#core/time/instant.ts';
import type { LiveRow } from '#lib/client/live-seminar.svelte.ts';
import { nothingYet, runOf } from '#lib/client/nothing-yet.ts';
import type { SittingRow } from '#protocol/regie-views.ts';
import type { RunView } from '#protocol/run-views.ts';

const NINE = Date.parse('2026-11-26T08:00:00Z');
export const PARIS = 'Europe/Paris';
/** So many minutes after nine in Paris. */
export const at = (minute: number): Instant => instant(NINE + minute * 60_000);

export const item = (id: string, planned: number, more: Partial<AgendaItem> = {}): AgendaItem =>
  agendaItem({ id, title: id, plannedMinutes: minutes(planned), ...more });

export const ITEMS = [
  item('p1', 60),
  item('p2', 90),
  item('synthese', 30, { protected: true, kind: 'synthesis' }),
];

export const notStarted: RunView = nothingYet().run;
/** Running since a minute after nine, at the first point. */
export const runningSince = (minute: number): RunView => ({
  ...notStarted,
  status: 'running',
  runId: 'run-1',
  planRevision: 1,
  startedAt: at(minute),
  visits: [{ itemId: 'p1', from: at(minute), to: null }],
  eventCount: 1,
});

export const sharedTime = (
  id: string,
  start: number,
  end: number,
  more: Partial<SharedTime> = {},
): SharedTime => ({
  id,
  kind: 'plenary',
  title: id,
  place: '',
  start: at(start),
  end: at(end),
  atelierId: null,
  ...more,
});

export const programmeOf = (...times: readonly SharedTime[]): Programme => ({
  revision: 3,
  times,
  speakers: {},
});

export const roomOf = (
  run: RunView | Run,
  start: number | null,
  items: readonly AgendaItem[] = ITEMS,
): Room => ({
  plan: { revision: 1, items, minutesRevised: {} },
  run: 'archives' in run && run.archives.length === 0 ? runOf(run as RunView) : (run as Run),
  plannedStart: start === null ? null : at(start),
  sharedTimes: [],
});

/** A row of the régie, planned from a minute after nine. */
export const liveRow = (
  id: string,
  {
    run = notStarted,
    start = 0,
    now = 0,
    programme = programmeOf(),
    plenary = false,
    items = ITEMS,
  }: {
    readonly run?: RunView;
    readonly start?: number | null;
    readonly now?: number;
    readonly programme?: Programme;
    readonly plenary?: boolean;
    readonly items?: readonly AgendaItem[];
  } = {},
): LiveRow => {
  const { head } = nothingYet();
  const room: Room = {
    ...roomOf(run, start, items),
    sharedTimes: timesAround(programme, `atelier-${id}`),
  };
  const row: SittingRow = {
    head: {
      ...head,
      sittingId: id,
      atelierId: `atelier-${id}`,
      room: `Salle ${id}`,
      start: start === null ? null : at(start),
      plenary,
    },
    plan: room.plan,
    run,
    contributionsCount: 0,
    lastContributionAt: null,
    participants: 0,
    connected: 0,
    help: null,
    synthesisWords: 0,
    closed: false,
    screens: { connected: 0, lost: 0 },
  };
  return { row, room, projection: project(room, at(now)) };
};
