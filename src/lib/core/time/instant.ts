/** Moments and lengths of time: epoch milliseconds everywhere; a zone is for display only. */

declare const instantBrand: unique symbol;
declare const durationBrand: unique symbol;
declare const minutesBrand: unique symbol;

/** A moment, in milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly [instantBrand]: true };
/** A length of time in milliseconds; negative when something is over. */
export type Duration = number & { readonly [durationBrand]: true };
/** A planned length, in whole minutes. */
export type Minutes = number & { readonly [minutesBrand]: true };

export const instant = (epochMilliseconds: number): Instant => epochMilliseconds as Instant;
export const duration = (milliseconds: number): Duration => milliseconds as Duration;
export const minutes = (wholeMinutes: number): Minutes => wholeMinutes as Minutes;

const MILLISECONDS_PER_MINUTE = 60_000;

/** The planned minutes as a length of time. */
export const durationOf = (planned: Minutes): Duration => duration(planned * MILLISECONDS_PER_MINUTE);

/** The moment that lies `length` after `from`. */
export const after = (from: Instant, length: Duration): Instant => instant(from + length);

/** The time that passed from `from` to `to`; negative when `to` is earlier. */
export const between = (from: Instant, to: Instant): Duration => duration(to - from);

/** The last whole minute at or before the moment: what an unnamed contribution may keep of its time. */
export const cutToMinute = (moment: Instant): Instant =>
  instant(Math.floor(moment / MILLISECONDS_PER_MINUTE) * MILLISECONDS_PER_MINUTE);
