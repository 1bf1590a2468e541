/** All that was said as a table: one row a contribution, its author as they agreed and never more. */
import { dayIn } from '../../agenda/days.ts';
import { onOneLine } from '../../agenda/export/agenda-sheet.ts';
import type { CsvCell } from '../../agenda/export/csv.ts';
import { csvOf } from '../../agenda/export/csv.ts';
import type { ContributionKind } from '../../contributions/contribution.ts';
import type { Atelier, Sitting } from '../../seminar/seminar.ts';
import { supportsOf } from '../../seminar/seminar.ts';
import { formatTimeOfDay } from '../../time/formats.ts';
import type { ActesMaterial, Said } from '../actes-material.ts';
import { attributed, planOfAtelier, saidById, synthesisOf } from '../actes-material.ts';
import { attributionInWords } from '../names-in-words.ts';
import { takenOver } from '../rich-text.ts';

export type ContributionsCsvLabels = {
  readonly columns: {
    readonly atelier: string;
    readonly title: string;
    readonly sitting: string;
    readonly day: string;
    readonly time: string;
    readonly point: string;
    readonly question: string;
    readonly kind: string;
    readonly words: string;
    readonly author: string;
    readonly supports: string;
    readonly takenOver: string;
  };
  readonly kind: Readonly<Record<ContributionKind, string>>;
  readonly unnamed: string;
  readonly plenary: string;
  readonly yes: string;
  readonly no: string;
};

const MINUTE = 60_000;

/**
 * Everything that was said and is neither withdrawn nor hidden, by sitting, in the order of the minutes: among words of
 * one minute their ids decide, so that nobody is guessed by whom they spoke after. Days and times are those of the zone.
 */
export function contributionsCsv(material: ActesMaterial, labels: ContributionsCsvLabels): string {
  const { ateliers, sittings, description } = material.seminar;
  const quotable = saidById(material);
  const rows = ateliers.flatMap((atelier) => {
    const taken = takenOver(synthesisOf(material, atelier.id));
    return sittings
      .filter(({ atelierId }) => atelierId === atelier.id)
      .flatMap((sitting) =>
        (material.contributions.get(sitting.id) ?? [])
          .flatMap(({ id }) => quotable.get(id) ?? [])
          .toSorted(byMinute)
          .map((said) => rowOf(said, { atelier, sitting, isTaken: taken.has(said.id) }, material, labels)),
      );
  });
  return csvOf([headOf(labels), ...rows], description.language);
}

const headOf = ({ columns }: ContributionsCsvLabels): readonly string[] => [
  ...[columns.atelier, columns.title, columns.sitting, columns.day, columns.time, columns.point],
  ...[columns.question, columns.kind, columns.words, columns.author, columns.supports, columns.takenOver],
];

const minuteOf = ({ at }: Said): number => Math.floor(at / MINUTE);

const byMinute = (one: Said, other: Said): number =>
  minuteOf(one) - minuteOf(other) || (one.id < other.id ? -1 : Number(one.id > other.id));

type Place = { readonly atelier: Atelier; readonly sitting: Sitting; readonly isTaken: boolean };

function rowOf(
  said: Said,
  { atelier, sitting, isTaken }: Place,
  material: ActesMaterial,
  labels: ContributionsCsvLabels,
): readonly CsvCell[] {
  const { zone } = material.seminar.description;
  const plan = material.ownPlans?.get(sitting.id) ?? planOfAtelier(material, atelier.id);
  const point = plan.items.find(({ id }) => id === said.itemId);
  const question = point?.questions.find(({ id }) => id === said.questionId);
  return [
    atelier.plenary ? labels.plenary : atelier.number,
    onOneLine(atelier.title),
    onOneLine(sitting.label || sitting.room),
    dayIn(zone, said.at),
    formatTimeOfDay(said.at, zone, 'en'),
    onOneLine(point?.title ?? ''),
    onOneLine(question?.text ?? ''),
    said.kind === null ? '' : labels.kind[said.kind],
    said.text,
    attributionInWords(attributed(said, material)) || labels.unnamed,
    supportsOf(said, material.seminar),
    isTaken ? labels.yes : labels.no,
  ];
}
