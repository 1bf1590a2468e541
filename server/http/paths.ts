/** The pages that rights open, and the links that carry them. */
import type { Grant } from '#core/access/roles.ts';

/** The page that a right opens; `atelierId` is the sitting's atelier, where there is one. */
export function pathOf({ role, scope }: Pick<Grant, 'role' | 'scope'>, atelierId: string | null): string {
  const { seminarId, sittingId } = scope;
  if (role === 'valideur' || role === 'reader') return `/seminaires/${seminarId}/actes`;
  if (sittingId === null || role === 'organiser') return `/seminaires/${seminarId}`;
  switch (role) {
    case 'animateur':
      return `/seances/${sittingId}/animer`;
    case 'rapporteur':
      return atelierId === null ? `/seances/${sittingId}/animer` : synthesisPath(atelierId, sittingId);
    case 'screen':
      return `/seances/${sittingId}/ecran`;
    default:
      return `/seances/${sittingId}`;
  }
}

/** A synthesis is its atelier's; the sitting says whose contributions stand beside it. */
const synthesisPath = (atelierId: string, sittingId: string): string =>
  `/ateliers/${atelierId}/synthese?seance=${sittingId}`;

/** An address whose secret stands behind the #, where no server and no log sees it. */
export const linkOf = (origin: string, path: string, accessId: string, secret: string): string =>
  `${origin}${path}#acces=${accessId}.${secret}`;
