/** Which rooms one console runs. */
import type { GrantView } from '#protocol/views.ts';

/** Each room is a connection of its own; nobody runs more at once. */
export const ROOMS_AT_MOST = 4;

/**
 * The sitting in the address first, then those of the same séminaire that a right of this device lets it run, in the
 * order they came.
 */
export function roomsToRun(
  grants: readonly GrantView[],
  sittingId: string,
  seminarId: string,
): readonly string[] {
  const own = grants.flatMap((grant) =>
    grant.role === 'animateur' && grant.seminarId === seminarId && grant.sittingId !== null
      ? [grant.sittingId]
      : [],
  );
  return [...new Set([sittingId, ...own])].slice(0, ROOMS_AT_MOST);
}
