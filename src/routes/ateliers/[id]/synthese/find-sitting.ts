/** Whose contributions stand beside an atelier's synthesis. */
import { seminar } from '#lib/client/api.ts';
import type { GrantView } from '#protocol/views.ts';

/** The sitting in the address that a right of this device opens; null when none of them leads to this atelier. */
const sittingInPath = (path: string, atelierId: string): string | null => {
  const address = new URL(path, location.origin);
  if (address.pathname !== `/ateliers/${atelierId}/synthese`) return null;
  return address.searchParams.get('seance');
};

/** The sitting asked for, else one that this device has a right to; null when there is none. */
export async function findSitting(
  atelierId: string,
  asked: string | null,
  grants: readonly GrantView[],
): Promise<string | null> {
  if (asked !== null && asked !== '') return asked;
  for (const grant of grants) {
    const sittingId = sittingInPath(grant.path, atelierId);
    if (sittingId !== null) return sittingId;
  }
  for (const { seminarId } of grants.filter((grant) => grant.role === 'organiser')) {
    const known = await seminar(seminarId);
    const atelier = known.ok ? known.value.ateliers.find((it) => it.atelierId === atelierId) : undefined;
    const first = atelier?.sittings[0];
    if (first) return first.sittingId;
  }
  // An animateur's right names the sitting, not the atelier: with a single one there is nothing to choose.
  const own = grants.flatMap((grant) =>
    grant.sittingId !== null && (grant.role === 'animateur' || grant.role === 'rapporteur')
      ? [grant.sittingId]
      : [],
  );
  return own.length === 1 ? (own[0] ?? null) : null;
}
