/** The sittings that someone attends in a séminaire, of all that this device may open. */
import type { GrantView } from '#protocol/views.ts';

/** One line a sitting, in the order they came; where a device is several people's, `personId`'s own come first. */
export function mySittings(
  grants: readonly GrantView[],
  seminarId: string,
  personId: string | null,
): readonly GrantView[] {
  const here = grants.filter(
    (it) => it.role === 'participant' && it.seminarId === seminarId && it.sittingId !== null,
  );
  const mine = here.filter((it) => it.personId === personId);
  const bySitting = new Map<string | null, GrantView>();
  for (const grant of [...mine, ...here])
    if (!bySitting.has(grant.sittingId)) bySitting.set(grant.sittingId, grant);
  return [...bySitting.values()];
}

/** « Atelier · groupe 2 · salle Ouessant », as far as it is known. */
export const sittingLine = ({ atelierTitle, label, room }: GrantView): string =>
  [atelierTitle ?? '', label, room].filter((part) => part !== '').join(' · ');
