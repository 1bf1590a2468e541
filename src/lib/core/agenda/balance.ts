/** The balance of the day: what was planned beside what really happened, point by point and run by run. */
import type { Duration, Instant, Minutes } from '#core/time/instant.ts';
import { duration, durationOf, instant, minutes } from '#core/time/instant.ts';
import type { AgendaItemKind, BaselinePoint } from './plan.ts';
import { itemOf } from './plan.ts';
import { plannedTimesOf } from './planned-times.ts';
import { project, spentByItem } from './project.ts';
import type { ArchivedRun, Room, Run } from './run.ts';

export type BalanceRow = {
  readonly itemId: string;
  /** '' for a point that was added, held and taken out of the plan again. */
  readonly title: string;
  readonly kind: AgendaItemKind;
  /** null for a point that was added while the run went on. */
  readonly planned: Minutes | null;
  readonly plannedStart: Instant | null;
  /** When the room was first at the point; null when it never was. */
  readonly realStart: Instant | null;
  /** Time spent at it, without suspensions and shared times. */
  readonly real: Duration;
  /** What it took is known: the room has left it, or the run is over. */
  readonly settled: boolean;
};

export type RunBalance = {
  readonly runId: string;
  readonly rehearsal: boolean;
  /** It was put aside for another run. */
  readonly archived: boolean;
  readonly startedAt: Instant;
  /** null while the run goes on: then its times are those so far. */
  readonly finishedAt: Instant | null;
  readonly rows: readonly BalanceRow[];
  readonly planned: Minutes;
  readonly real: Duration;
  readonly settled: boolean;
  /** How late the run ended or, going on, will: positive is late; null without a planned end. */
  readonly late: Duration | null;
};

export type SittingBalance = {
  readonly sittingId: string;
  readonly atelierId: string;
  readonly atelierNumber: number;
  readonly atelierTitle: string;
  readonly plenary: boolean;
  readonly label: string;
  readonly room: string;
  /** Oldest first; empty when nobody pressed start. */
  readonly runs: readonly RunBalance[];
};

/** The balances of the room's runs, those put aside first; rehearsals only when asked for. */
export const balancesOf = (room: Room, now: Instant, rehearsals: boolean): readonly RunBalance[] =>
  [
    ...room.run.archives.map((run) => balanceOf({ ...room, run: asRun(run) }, now, true)),
    balanceOf(room, now, false),
  ].flatMap((balance) => (balance === null || (balance.rehearsal && !rehearsals) ? [] : [balance]));

const asRun = (run: ArchivedRun): Run => ({ ...run, steps: [], eventCount: 0, archives: [] });

const balanceOf = (room: Room, now: Instant, archived: boolean): RunBalance | null => {
  const { run } = room;
  if (run.runId === null || run.startedAt === null) return null;
  const lastMove = run.visits.at(-1)?.from ?? run.startedAt;
  const moment = run.finishedAt ?? instant(Math.max(now, lastMove));
  const spent = spentByItem(room, moment);
  const planned = plannedTimesOf(room, moment);
  const baseline: readonly BaselinePoint[] =
    run.baseline ??
    room.plan.items.map(({ id, title, kind, plannedMinutes }) => ({
      itemId: id,
      title,
      kind,
      minutes: plannedMinutes,
    }));
  const over = run.finishedAt !== null || archived;
  const left = new Set(run.visits.map((visit) => visit.itemId));
  const current = run.visits.at(-1)?.itemId;
  const rows = pointsInOrder(baseline, run).map((itemId): BalanceRow => {
    const point = baseline.find((it) => it.itemId === itemId);
    const item = itemOf(room.plan, itemId);
    return {
      itemId,
      title: point?.title ?? item?.title ?? '',
      kind: point?.kind ?? item?.kind ?? 'discussion',
      planned: point?.minutes ?? null,
      plannedStart: planned.byItem.get(itemId)?.start ?? null,
      realStart: run.visits.find((visit) => visit.itemId === itemId)?.from ?? null,
      real: spent.get(itemId) ?? duration(0),
      settled: over || (left.has(itemId) && itemId !== current),
    };
  });
  return {
    runId: run.runId,
    rehearsal: run.rehearsal,
    archived,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    rows,
    planned: minutes(rows.reduce((sum, row) => sum + (row.planned ?? 0), 0)),
    real: duration(rows.reduce((sum, row) => sum + row.real, 0)),
    settled: over,
    late: project(room, moment).drift,
  };
};

/** The points as planned; one that was added stands after the point the room was at before it. */
const pointsInOrder = (baseline: readonly BaselinePoint[], { visits }: Run): readonly string[] => {
  const order = baseline.map(({ itemId }) => itemId);
  let before: string | null = null;
  for (const { itemId } of visits) {
    if (!order.includes(itemId)) order.splice(before === null ? 0 : order.indexOf(before) + 1, 0, itemId);
    before = itemId;
  }
  return order;
};

/** real − planned; null for what was not planned, and while it is not over. */
export const overrunOf = ({
  planned,
  real,
  settled,
}: Pick<BalanceRow, 'planned' | 'real' | 'settled'>): Duration | null =>
  planned === null || !settled ? null : duration(real - durationOf(planned));
