/** The words of the actes and of their archive, by language. */
import type { ActesLabels } from '#core/actes/actes-labels.ts';
import type { ArchiveLabels } from '#core/actes/archive/archive-texts.ts';
import type { Language } from '#core/time/formats.ts';
import enLabels from '#i18n/en/actes-labels.ts';
import enExports from '#i18n/en/exports.ts';
import frLabels from '#i18n/fr/actes-labels.ts';
import frExports from '#i18n/fr/exports.ts';

export const ACTES_LABELS: Readonly<Record<Language, ActesLabels>> = { fr: frLabels, en: enLabels };
export const ARCHIVE_LABELS: Readonly<Record<Language, ArchiveLabels>> = {
  fr: archiveLabels(frExports, frLabels),
  en: archiveLabels(enExports, enLabels),
};

/** A table of contributions says kinds as the actes do. */
function archiveLabels({ balance, archive }: typeof frExports, { kind }: ActesLabels): ArchiveLabels {
  return { ...archive, balance, contributions: { ...archive.contributions, kind } };
}
