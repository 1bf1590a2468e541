/** What the cover says of a version: « Version provisoire du 26 novembre 2026 », « Brouillon du … ». */
import type { Actes } from '#core/actes/actes.ts';
import { dayIn } from '#core/agenda/days.ts';
import type { VersionKind } from '#core/publication/publication.ts';
import type { SeminarDescription } from '#core/seminar/description.ts';
import { formatDay } from '#core/time/formats.ts';
import type { Instant } from '#core/time/instant.ts';

export type StandingLabels = {
  readonly draft: (day: string) => string;
  readonly provisional: (day: string) => string;
  readonly erratum: (day: string) => string;
  readonly expunged: (day: string) => string;
  /** What stands in place of a name, and of words, that were erased. */
  readonly unnamed: string;
  readonly removed: string;
};

type Placed = Pick<SeminarDescription, 'zone' | 'language'>;

/** Of actes that are kept as the kind of version, or as none. */
export function standingOf(
  kind: VersionKind | null,
  { zone, language }: Placed,
  now: Instant,
  labels: StandingLabels,
): string {
  const day = formatDay(dayIn(zone, now), language);
  switch (kind) {
    case null:
      return labels.draft(day);
    case 'erratum':
      return labels.erratum(day);
    case 'final':
      return '';
    case 'provisional':
    case 'review':
      return labels.provisional(day);
  }
}

export const standsAs = (actes: Actes, standing: string): Actes => ({
  ...actes,
  cover: { ...actes.cover, standing },
});
