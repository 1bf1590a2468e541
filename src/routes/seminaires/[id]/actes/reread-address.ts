/** As whom the actes are reread, in the address of their page. */
import { ROLES } from '#core/access/roles.ts';
import type { Role } from '#core/access/roles.ts';
import type { RereadAs } from '#lib/client/actes-api.ts';

const isRole = (said: string | null): said is Role => ROLES.some((role) => role === said);

/** Null when the address does not say it. */
export function rereadingIn(query: URLSearchParams): RereadAs | null {
  const role = query.get('relire');
  return isRole(role) ? { role, personId: query.get('personne') } : null;
}

export function rereadQuery({ role, personId }: RereadAs): string {
  const query = new URLSearchParams({ relire: role });
  if (personId !== null) query.set('personne', personId);
  return `?${query.toString()}`;
}
