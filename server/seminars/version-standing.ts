/** What the cover says of a version: « Version provisoire du 26 novembre 2026 », « Brouillon du … ». */
import type { Actes } from '#core/actes/actes.ts';
import type { Coverage } from '#core/actes/clean-text.ts';
import { cleanLine } from '#core/actes/clean-text.ts';
import { typesetLine } from '#core/actes/typeset-text.ts';
import { dayIn } from '#core/agenda/days.ts';
import type { VersionKind } from '#core/publication/publication.ts';
import type { SeminarDescription } from '#core/seminar/description.ts';
import { formatDay } from '#core/time/formats.ts';
import type { Instant } from '#core/time/instant.ts';

export type StandingLabels = {
  readonly draft: (day: string) => string;
  readonly provisional: (day: string) => string;
  /** `by` as the valideur signs; '' for nobody. */
  readonly approved: (day: string, by: string) => string;
  readonly erratum: (day: string) => string;
  readonly expunged: (day: string) => string;
  /** What stands in place of a name, and of words, that were erased. */
  readonly unnamed: string;
  readonly removed: string;
};

type Placed = Pick<SeminarDescription, 'zone' | 'language'>;

/** Of actes that are kept as the kind of version, or as none. */
export function standingOf(
  kind: Exclude<VersionKind, 'approved'> | null,
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

/** The text with the « bon pour diffusion » on its cover, and with what stood there. */
export function approvedBy(
  by: string,
  actes: Actes,
  { zone, language }: Placed,
  now: Instant,
  { labels, covers }: { readonly labels: StandingLabels; readonly covers: Coverage },
): Actes {
  const cleaning = { covers, stripped: new Map(), uncovered: new Map() };
  const said = labels.approved(
    formatDay(dayIn(zone, now), language),
    cleanLine(typesetLine(by, language), cleaning).trim(),
  );
  const { standing } = actes.cover;
  return standsAs(actes, standing === '' ? said : `${said} – ${standing}`);
}

export const standsAs = (actes: Actes, standing: string): Actes => ({
  ...actes,
  cover: { ...actes.cover, standing },
});
