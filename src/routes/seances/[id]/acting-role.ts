/** As whom a device takes part in a sitting, when it holds several rights. */
import type { Role } from '#core/access/roles.ts';
import type { GrantView } from '#protocol/views.ts';

const IN_THE_ROOM: readonly Role[] = ['participant', 'animateur', 'rapporteur'];

/** Participant first, then whatever right reaches the sitting; without any the server says what is missing. */
export const actingRole = (grants: readonly GrantView[], sittingId: string): Role => {
  const there = grants.filter((grant) => grant.sittingId === sittingId).map((grant) => grant.role);
  const inTheRoom = IN_THE_ROOM.find((role) => there.includes(role));
  if (inTheRoom !== undefined) return inTheRoom;
  return grants.some((grant) => grant.role === 'organiser') ? 'organiser' : 'participant';
};
