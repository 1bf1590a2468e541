/** A start as it is corrected in a time field: the moment, or why it is none. */
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import { instantOf } from '#core/time/zone-times.ts';

export type StartCorrection =
  | { readonly ok: true; readonly startedAt: Instant }
  | { readonly ok: false; readonly reason: 'wrong' | 'future' | 'after-move' };

const DAY = 24 * 60 * 60 * 1000;

/** The day in the zone at a moment: `2026-11-26`. */
const dayIn = (zone: string, moment: number): string => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(moment);
  const of = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}`;
};

/**
 * The moment nearest to the start there was at which clocks in the zone show this time: around midnight that may be
 * another day. A start lies before now, and before the room's first change (`firstChange`, null when there is none).
 */
export function correctedStart(
  time: string,
  {
    startedAt,
    firstChange,
    now,
    zone,
  }: {
    readonly startedAt: Instant;
    readonly firstChange: Instant | null;
    readonly now: Instant;
    readonly zone: string;
  },
): StartCorrection {
  const candidates = [-DAY, 0, DAY].flatMap((shift) => {
    const moment = instantOf(dayIn(zone, startedAt + shift), time, zone);
    return moment === null ? [] : [moment];
  });
  const past = candidates.filter((moment) => moment <= now);
  const nearest = nearestTo(startedAt, past) ?? null;
  if (candidates.length === 0) return { ok: false, reason: 'wrong' };
  const meant = nearestTo(startedAt, candidates);
  if (meant !== undefined && meant > now && meant - now < DAY / 2) return { ok: false, reason: 'future' };
  if (nearest === null) return { ok: false, reason: 'future' };
  if (firstChange !== null && nearest > firstChange) return { ok: false, reason: 'after-move' };
  return { ok: true, startedAt: instant(nearest) };
}

const nearestTo = (to: number, moments: readonly Instant[]): Instant | undefined =>
  moments.toSorted((one, other) => Math.abs(one - to) - Math.abs(other - to))[0];
