/** The page on which the words of a place are changed. */
import type { NamedPlacesView } from '#protocol/actes-views.ts';
import { pointsAnchor } from '../hazard-words.ts';

export function addressOf(
  { kind, id, sittingId }: Pick<NamedPlacesView['places'][number], 'kind' | 'id' | 'sittingId'>,
  seminarId: string,
): string {
  const preparation = `/seminaires/${seminarId}`;
  switch (kind) {
    case 'description':
      return `${preparation}#seminar`;
    case 'programme':
      return `${preparation}#programme`;
    case 'atelier':
      return `${preparation}#${pointsAnchor(id)}`;
    case 'synthesis':
      return sittingId === null ? preparation : `/ateliers/${id}/synthese?seance=${sittingId}`;
    case 'plan-of-sitting':
    case 'contributions':
    case 'presentations':
    case 'photos':
    case 'notes':
      return `/seances/${id}/animer`;
    case 'part':
    case 'logo':
    case 'errata':
    case 'version':
    case 'approval':
    case 'corrections':
      return `${preparation}/actes`;
  }
}
