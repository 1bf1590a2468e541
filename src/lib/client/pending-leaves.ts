/** Visits on a shared device that ended without a network: the server is told as soon as there is one. */
import * as v from 'valibot';
import type { ApiResult } from './api.ts';
import { dropStored, keepStored, readStored } from './device-storage.ts';

/** Ids and nothing else: they say nothing of whose visit it was. */
export type Visit = { readonly sittingId: string; readonly personId: string };

const KEY = 'leaving';
const visitsSchema = v.array(v.object({ sittingId: v.string(), personId: v.string() }));

export function pendingLeaves(): readonly Visit[] {
  try {
    const read = v.safeParse(visitsSchema, JSON.parse(readStored(KEY) ?? '[]'));
    return read.success ? read.output : [];
  } catch {
    return [];
  }
}

/** From now on the server is to be told; false when the device keeps nothing. */
export const leaveLater = (visit: Visit): boolean =>
  keepStored(KEY, JSON.stringify([...pendingLeaves().filter((it) => !areSame(it, visit)), visit]));

/** Tells the server of those that wait; whether none waits any more. */
export async function tellLeaves(leave: (visit: Visit) => Promise<ApiResult<unknown>>): Promise<boolean> {
  for (const visit of pendingLeaves()) {
    const answer = await leave(visit);
    // Refused for good is over too: only a network or a server that is away is tried again.
    if (!answer.ok && AWAY.has(answer.error.code)) return false;
    keep(pendingLeaves().filter((it) => !areSame(it, visit)));
  }
  return true;
}

const AWAY: ReadonlySet<string> = new Set([
  'network',
  'protocol/internal',
  'protocol/unavailable',
  'protocol/too-many',
]);

const areSame = (one: Visit, other: Visit): boolean =>
  one.sittingId === other.sittingId && one.personId === other.personId;

function keep(visits: readonly Visit[]): void {
  if (visits.length === 0) dropStored(KEY);
  else keepStored(KEY, JSON.stringify(visits));
}
