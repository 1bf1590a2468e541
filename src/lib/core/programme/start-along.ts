/** Sittings held in a shared time begin with it, wherever it is moved to. */
import type { Instant } from '../time/instant.ts';
import { after, between } from '../time/instant.ts';
import type { SharedTime } from './programme.ts';

type Placed = { readonly atelierId: string; readonly start: Instant | null };

/**
 * When a sitting begins once the shared times are others: its start moves along with the time it lies in, and one without
 * a start takes that of the time it is newly held in. Its own start when it stays.
 */
export function startAlong(
  before: readonly SharedTime[],
  afterwards: readonly SharedTime[],
  { atelierId, start }: Placed,
): Instant | null {
  if (start === null) {
    const known = before.some((time) => time.atelierId === atelierId);
    return known ? null : (afterwards.find((time) => time.atelierId === atelierId)?.start ?? null);
  }
  const time = before.find((it) => it.atelierId === atelierId && it.start <= start && start < it.end);
  const moved = afterwards.find(({ id }) => id === time?.id);
  return time === undefined || moved === undefined ? start : after(start, between(time.start, moved.start));
}
