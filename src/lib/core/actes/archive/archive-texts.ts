/** What an archive of a séminaire holds beside its actes: runs, contributions, notes and pictures, under safe names. */
import type { BalanceLabels } from '../../agenda/export/balance-csv.ts';
import { balanceCsv } from '../../agenda/export/balance-csv.ts';
import { csvOf } from '../../agenda/export/csv.ts';
import { plainLettersOf } from '../../publication/slug.ts';
import type { Atelier, Sitting } from '../../seminar/seminar.ts';
import type { ActesMaterial } from '../actes-material.ts';
import { sittingsOf, writtenSections } from '../actes-material.ts';
import { pictureAddress, PICTURES_FOLDER } from '../front-matter.ts';
import { textMarkdown } from '../text-markdown.ts';
import type { ContributionsCsvLabels } from './contributions-csv.ts';
import { contributionsCsv } from './contributions-csv.ts';

export type ArchiveLabels = {
  readonly balance: BalanceLabels;
  readonly contributions: ContributionsCsvLabels;
  /** Names of files and folders, in plain letters. */
  readonly names: {
    readonly runs: string;
    readonly contributions: string;
    readonly notes: string;
    readonly descriptions: string;
    readonly atelier: string;
    readonly plenary: string;
    readonly group: string;
  };
  readonly columns: { readonly picture: string; readonly sitting: string; readonly description: string };
};

export type ArchiveText = { readonly path: string; readonly text: string };
/** `file` is the SHA-256 (hex) under which its bytes are kept; `sitting` names the one it was taken in. */
export type ArchivePicture = {
  readonly path: string;
  readonly file: string;
  readonly sitting: string;
  readonly description: string;
};

/** Runs come from `balances` of the material: all of them, rehearsals named as such. */
export function archiveTexts(material: ActesMaterial, labels: ArchiveLabels): readonly ArchiveText[] {
  const { language, zone } = material.seminar.description;
  const { names } = labels;
  const taken = archivePictures(material, labels);
  const { columns } = labels;
  return [
    {
      path: `${names.runs}.csv`,
      text: balanceCsv(material.balances ?? [], labels.balance, zone, language),
    },
    { path: `${names.contributions}.csv`, text: contributionsCsv(material, labels.contributions) },
    ...everySitting(material, labels).flatMap(({ sitting, atelier, name }) => {
      const notes = writtenSections(material.notes?.get(sitting.id) ?? []);
      if (notes.length === 0) return [];
      const title = textMarkdown(
        [{ type: 'heading', level: 1, item: null, content: [{ type: 'text', text: atelier.title }] }],
        language,
      );
      return [{ path: `${names.notes}/${name}.md`, text: `${title}\n${textMarkdown(notes, language)}` }];
    }),
    ...(taken.length === 0
      ? []
      : [
          {
            path: `${PICTURES_FOLDER}${names.descriptions}.csv`,
            text: csvOf(
              [
                [columns.picture, columns.sitting, columns.description],
                ...taken.map(({ path, sitting, description }) => [path, sitting, description]),
              ],
              language,
            ),
          },
        ]),
  ];
}

type Pictured = Pick<ActesMaterial, 'seminar' | 'photos'>;

/** The photos of all sittings, whether the actes show them or not, where the Markdown of the actes looks for them. */
export const archivePictures = (
  material: Pictured,
  labels: Pick<ArchiveLabels, 'names'>,
): readonly ArchivePicture[] =>
  everySitting(material, labels).flatMap(({ sitting, name }) =>
    (material.photos?.get(sitting.id) ?? []).map(({ file, mediaType, description }) => ({
      path: pictureAddress({ file, mediaType }),
      ...{ file, sitting: name, description: description ?? '' },
    })),
  );

type NamedSitting = { readonly atelier: Atelier; readonly sitting: Sitting; readonly name: string };

/** `atelier-2-creer-du-lien-groupe-1`: numbers keep the names apart whatever the titles are. */
const everySitting = (material: Pictured, { names }: Pick<ArchiveLabels, 'names'>): readonly NamedSitting[] =>
  material.seminar.ateliers.flatMap((atelier) => {
    const all = sittingsOf(material, atelier.id);
    return all.map((sitting, index) => {
      const kind = atelier.plenary ? names.plenary : names.atelier;
      const group = all.length > 1 ? [names.group, String(index + 1)] : [];
      const name = [kind, String(atelier.number), plainLettersOf(atelier.title), ...group];
      return { atelier, sitting, name: name.filter((it) => it !== '').join('-') };
    });
  });
