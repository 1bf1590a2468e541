/** A start as it is corrected in a time field: the moment, or why it is none. */
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import { instantOf } from '#core/time/zone-times.ts';

export type StartCorrection =
  | {
      readonly ok: true;
      readonly startedAt: Instant;
      /** It lies on the day before, which a clock time does not say: whoever corrects is asked. */
      readonly yesterday: boolean;
    }
  | { readonly ok: false; readonly reason: 'wrong' | 'future' | 'after-move' };

const DAY = 24 * 60 * 60 * 1000;
/** A time that has not come yet today may mean yesterday's evening, no more. */
const YESTERDAY_WITHIN = DAY / 2;

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
 * The past moment nearest to the start there was at which clocks in the zone show this time. On neither the start's
 * day nor today it is yesterday's, and only if that is at most twelve hours ago; a time still to come is refused. A
 * start lies before the room's first change too (`firstChange`, null when there is none).
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
  if (candidates.length === 0) return { ok: false, reason: 'wrong' };
  const meant = candidates
    .filter((moment) => moment <= now)
    .toSorted((one, other) => Math.abs(one - startedAt) - Math.abs(other - startedAt))[0];
  if (meant === undefined) return { ok: false, reason: 'future' };
  const days = [startedAt, now].map((moment) => dayIn(zone, moment));
  const yesterday = !days.includes(dayIn(zone, meant));
  if (yesterday && now - meant > YESTERDAY_WITHIN) return { ok: false, reason: 'future' };
  if (firstChange !== null && meant > firstChange) return { ok: false, reason: 'after-move' };
  return { ok: true, startedAt: instant(meant), yesterday };
}
