/** From what a séminaire holds, as the organiser composed it, to its actes. */
import type { NextStep } from '../publication/publication.ts';
import type { Atelier, Seminar } from '../seminar/seminar.ts';
import { formatDays } from '../time/formats.ts';
import { isIsoDay } from '../time/iso-day.ts';
import type { Actes, ActesBlock, ActesPart } from './actes.ts';
import type { ActesLabels } from './actes-labels.ts';
import type { ActesMaterial } from './actes-material.ts';
import { hasPart, peopleCount, saidIn, synthesisOf, writtenSections } from './actes-material.ts';
import { atelierBlocks, atelierName, atelierTitle } from './build-atelier.ts';
import { attendanceBlocks, attendanceTitle } from './build-attendance.ts';
import { nextStepsBlocks, nextStepsFrom, proposalsWithoutRoom } from './build-next-steps.ts';
import { notTakenOverBlocks } from './build-not-taken-over.ts';
import { notesBlocks } from './build-notes.ts';
import { paperboardsBlocks } from './build-paperboards.ts';
import { peopleBlocks } from './build-people.ts';
import type { ReadByPoint } from './build-points.ts';
import { pointsBlocks, readByPoint } from './build-points.ts';
import { plannedDays, programmeBlocks } from './build-programme.ts';
import { timesBlocks } from './build-times.ts';
import type { ComposedPart, Composition, TextPlace } from './composition.ts';
import { completed, isNamedText, partTextId } from './composition.ts';
import type { RichText } from './rich-text.ts';
import type { Making } from './text-blocks.ts';
import { heading, makingOf, textBlocks } from './text-blocks.ts';

/** The actes in the composition's order, with words as they were written: the same material gives the same tree. */
export function buildActes(material: ActesMaterial, composition: Composition, labels: ActesLabels): Actes {
  const { seminar } = material;
  const { title, organisation, theme, place, language } = seminar.description;
  const whole = completed(composition, seminar);
  const days = daysOf(seminar, whole);
  const contents = contentsOf(whole, makingOf(material, labels, whole.model));
  const parts = whole.parts.flatMap((part): readonly ActesPart[] => {
    const blocks = part.included ? contents(part) : [];
    if (blocks.length === 0) return [];
    const byHand = part.kind === 'speaker' || part.kind === 'text';
    return [{ kind: part.kind, subject: byHand ? part.id : part.atelierId, blocks }];
  });
  const label = labels.cover[whole.model];
  return {
    ...{ language, model: whole.model, organisation, logo: whole.logo },
    title: title === '' || title === label ? label : `${label} – ${title}`,
    day: isIsoDay(seminar.description.day) ? seminar.description.day : (days[0] ?? ''),
    cover: {
      ...{ label, title, theme, standing: '' },
      dayAndPlace: [begun(formatDays(days, language)), place].filter((it) => it !== '').join(', '),
      counts: countsOf(whole, material, labels),
    },
    // Minutes are a few pages long: nobody looks for a page in them.
    contents: whole.model === 'meeting' ? '' : labels.contents,
    parts,
  };
}

/** As they were written, else as proposed from the syntheses of the ateliers that are included. */
export const proposedSteps = (material: ActesMaterial, composition: Composition): readonly NextStep[] =>
  material.nextSteps ?? nextStepsFrom(toldSyntheses(material, composition));

/** How many proposals no step is made from, for want of room; none once the steps were written. */
export const proposedStepsLeftOut = (material: ActesMaterial, composition: Composition): number =>
  material.nextSteps ? 0 : proposalsWithoutRoom(toldSyntheses(material, composition));

function toldSyntheses(material: ActesMaterial, { parts }: Composition): readonly RichText[] {
  const leftOut = ateliersLeftOut(parts);
  const told = material.seminar.ateliers.filter(({ id }) => !leftOut.has(id));
  return told.map(({ id }) => synthesisOf(material, id));
}

function countsOf({ model }: Composition, material: ActesMaterial, labels: ActesLabels): string {
  const { ateliers, sittings } = material.seminar;
  const numbered = ateliers.filter(({ plenary }) => !plenary).length;
  const said = ateliers.reduce((sum, { id }) => sum + saidIn(material, id).length, 0);
  return labels.counts(model === 'seminar' ? numbered : 0, peopleCount(material, sittings), said);
}

/** What each part tells, its title first; nothing for a part that has nothing to tell. */
function contentsOf(composition: Composition, making: Making): (part: ComposedPart) => readonly ActesBlock[] {
  const { model, order, parts } = composition;
  const { material, labels } = making;
  const atelierOf = new Map(material.seminar.ateliers.map((atelier) => [atelier.id, atelier]));
  // Annexes tell of the ateliers that are in the actes, in their order.
  const told = parts.flatMap(({ kind, included, atelierId }): Atelier[] => {
    const atelier = kind === 'atelier' && included ? atelierOf.get(atelierId ?? '') : undefined;
    return atelier ? [atelier] : [];
  });
  const written = told.map((atelier) => ({ atelier, synthesis: synthesisOf(material, atelier.id) }));
  const readsByPoint = order === 'point' && parts.some(({ kind, included }) => kind === 'points' && included);
  const byPoint: ReadByPoint | null = readsByPoint
    ? readByPoint(written.filter(({ synthesis }) => synthesis.length > 0))
    : null;
  const titles = new Map(parts.map(({ atelierId, title }) => [atelierId, title]));
  const nameOf = (atelier: Atelier) => titles.get(atelier.id) || atelierName(atelier, labels);

  // Members of a committee are its members, whoever came.
  const titleSaysWho = model !== 'committee';

  const textOf = (part: ComposedPart, place: TextPlace): RichText =>
    writtenSections(material.texts?.get(partTextId(material.seminarId, part.id, place)) ?? []);

  const tell = (part: ComposedPart): readonly ActesBlock[] => {
    switch (part.kind) {
      case 'preamble':
        return textBlocks(writtenSections(material.preamble), 1, making);
      case 'programme':
        return programmeBlocks(making);
      case 'people':
        return peopleBlocks(making);
      case 'attendance':
        return attendanceBlocks(making, model, part.title === '' && titleSaysWho);
      case 'speaker':
      case 'text':
      case 'next-meeting':
      case 'information':
        return textBlocks(textOf(part, 'body'), 1, making);
      case 'atelier': {
        const atelier = atelierOf.get(part.atelierId ?? '');
        if (atelier === undefined || !hasPart(atelier, material)) return [];
        const synthesis = synthesisOf(material, atelier.id);
        if (byPoint === null || synthesis.length === 0) return atelierBlocks(atelier, synthesis, making);
        const rest = byPoint.rest.get(atelier.id) ?? [];
        return rest.length === 0 ? [] : atelierBlocks(atelier, rest, making);
      }
      case 'points':
        return byPoint === null ? [] : pointsBlocks(byPoint, nameOf, making);
      case 'next-steps':
        return nextStepsBlocks(proposedSteps(material, composition), making);
      case 'not-taken-over':
        return notTakenOverBlocks(told, nameOf, making);
      case 'notes':
        return notesBlocks(told, making);
      case 'paperboards':
        return paperboardsBlocks(told, nameOf, making);
      case 'times':
        return timesBlocks(told, making);
    }
  };

  const titleOf = (part: ComposedPart): string => {
    if (part.title !== '') return part.title;
    const atelier = atelierOf.get(part.atelierId ?? '');
    if (atelier) return atelierTitle(atelier, labels);
    if (isNamedText(part.id)) return labels.named[part.id];
    if (part.kind === 'attendance' && titleSaysWho) return attendanceTitle(making);
    return part.kind === 'atelier' ? labels.synthesis : labels.parts[model][part.kind];
  };

  return (part) => {
    const around = (place: TextPlace, stands: boolean) =>
      stands ? textBlocks(textOf(part, place), 1, making) : [];
    const blocks = [...around('before', part.before), ...tell(part), ...around('after', part.after)];
    return blocks.length === 0 ? [] : [heading(1, titleOf(part)), ...blocks];
  };
}

/** That which the organiser says and those that are planned for what is told, the first of them first. */
function daysOf(seminar: Seminar, { parts }: Composition): readonly string[] {
  const leftOut = ateliersLeftOut(parts);
  const sittings = seminar.sittings.filter(({ atelierId }) => !leftOut.has(atelierId));
  const days = [seminar.description.day, ...plannedDays({ ...seminar, sittings })].filter(isIsoDay);
  return [...new Set(days)].toSorted();
}

const ateliersLeftOut = (parts: Composition['parts']): ReadonlySet<string | null> =>
  new Set(parts.flatMap(({ included, atelierId }) => (included ? [] : [atelierId])));

/** As the beginning of a line. */
const begun = (words: string): string => words.slice(0, 1).toLocaleUpperCase('fr') + words.slice(1);
