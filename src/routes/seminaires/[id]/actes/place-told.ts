/** The place that a finding about an erased name tells: its kind, a space, its id. */
import type { NamedPlace } from '#core/actes/named-places.ts';
import { NAMED_PLACE_KINDS } from '#core/seminar/left-place.ts';

export function placeTold(detail: string): Pick<NamedPlace, 'kind' | 'id'> {
  const [said, id = ''] = detail.split(' ', 2);
  return { kind: NAMED_PLACE_KINDS.find((kind) => kind === said) ?? 'description', id };
}
