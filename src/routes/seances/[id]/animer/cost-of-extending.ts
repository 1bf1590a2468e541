/** What the protected synthesis would be left with if a point before it took more minutes. */
import type { RunProjection } from '#core/agenda/run.ts';
import type { Duration } from '#core/time/instant.ts';
import { duration } from '#core/time/instant.ts';

const MINUTE = 60_000;

/** `of`: its minutes when it has them all. Null when no synthesis lies ahead. */
export function costOf(
  minutes: number,
  { synthesis, items }: Pick<RunProjection, 'synthesis' | 'items'>,
): { readonly left: Duration; readonly of: Duration } | null {
  const of = items.find(({ itemId }) => itemId === synthesis?.itemId)?.allotted;
  if (synthesis === null || of === undefined) return null;
  // It must start by `startBy` to keep all its minutes: what it starts later is lost to it.
  const late = synthesis.estimatedStart + minutes * MINUTE - synthesis.startBy;
  const left = Math.floor(Math.min(of, of - late) / MINUTE) * MINUTE;
  return { left: duration(Math.max(0, left)), of };
}
