/** As whom a device opens a page of a sitting, when it holds several rights. */
import type { Role } from '#core/access/roles.ts';
import type { GrantView } from '#protocol/views.ts';

/**
 * The first of the roles that a right of this device gives there; else the first that it has in another sitting, which
 * may reach a plenary; the first of all when it has none: the server says so.
 */
export const roleFor = (
  grants: readonly GrantView[],
  sittingId: string,
  roles: readonly [Role, ...Role[]],
): Role => {
  const reaches = (grant: GrantView): boolean => grant.sittingId === null || grant.sittingId === sittingId;
  return (
    roles.find((role) => grants.some((grant) => grant.role === role && reaches(grant))) ??
    roles.find((role) => grants.some((grant) => grant.role === role)) ??
    roles[0]
  );
};
