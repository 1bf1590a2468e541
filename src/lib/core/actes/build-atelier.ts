/** An atelier in the actes: who was there, the questions put, what it wrote. */
import type { AgendaItem } from '../agenda/plan.ts';
import { attributionOf } from '../seminar/person.ts';
import type { Atelier } from '../seminar/seminar.ts';
import { personOnLists } from '../seminar/seminar.ts';
import type { ActesBlock, NamedInFacts } from './actes.ts';
import type { ActesLabels } from './actes-labels.ts';
import { peopleCount, planOfAtelier, saidIn, sittingsOf } from './actes-material.ts';
import { BETWEEN_FACTS } from './facts-naming.ts';
import type { RichText } from './rich-text.ts';
import type { Making } from './text-blocks.ts';
import { heading, line, plain, textBlocks } from './text-blocks.ts';

/**
 * Its facts, its questions by point and its synthesis, which says when it is not written. The table of contents lists what
 * the atelier wrote about, not the two titles that every atelier has.
 */
export function atelierBlocks(atelier: Atelier, synthesis: RichText, making: Making): readonly ActesBlock[] {
  const { material, labels } = making;
  const people = peopleCount(material, sittingsOf(material, atelier.id));
  const counts = labels.facts(people, saidIn(material, atelier.id).length);
  const conducted = conductedBy(atelier, making);
  const told = [counts, ...conducted.map(({ text }) => text)].filter((it) => it !== '').join(BETWEEN_FACTS);
  const named = conducted.flatMap(({ people: some }) => some);
  const asked = planOfAtelier(material, atelier.id).items.filter(({ questions }) => questions.length > 0);
  return [
    ...(told === '' ? [] : [facts(told, named)]),
    ...(asked.length === 0 ? [] : [heading(2, labels.questions, false), ...asked.flatMap(questionsOf)]),
    heading(2, labels.synthesis, false),
    ...(synthesis.length === 0 ? [facts(labels.noSynthesis)] : textBlocks(synthesis, 2, making)),
  ];
}

/** Who conducted it and who told what it wrote, as far as the actes may name them, each once. */
function conductedBy(
  { id, plenary }: Atelier,
  { material, labels, nameable }: Making,
): readonly { readonly text: string; readonly people: readonly NamedInFacts[] }[] {
  const { seminar, people } = material;
  const appointed = sittingsOf(material, id).flatMap((sitting) => seminar.appointments[sitting.id] ?? []);
  return ROLES.flatMap((role) => {
    const listed = new Set(
      appointed.filter((it) => it.role === role).map(({ personId }) => personOnLists(seminar, personId)),
    );
    const named = [...listed].flatMap((personId) => {
      const person = nameable.has(personId) ? people.get(personId) : undefined;
      const name = person === undefined ? null : attributionOf(person).name;
      return name === null ? [] : [{ personId, name }];
    });
    const names = named.map(({ name }) => name);
    return names.length === 0 ? [] : [{ text: labels.conducted(role, names, plenary), people: named }];
  });
}

const ROLES = ['animateur', 'rapporteur'] as const;

/** A title nobody gave leaves no colon behind; a plenary bears no number. */
export function atelierTitle({ number, title }: Atelier, labels: ActesLabels): string {
  const said = (number === 0 ? title : labels.atelier(number, title)).replace(/[\s:–-]+$/u, '');
  return said === '' ? labels.synthesis : said;
}

/** « Atelier 2 : créer du lien », where it is one among others. */
export function atelierName({ number, title }: Atelier, labels: ActesLabels): string {
  const said = (number === 0 ? title : labels.atelierName(number, title)).replace(/[\s:–-]+$/u, '');
  return said === '' ? labels.synthesis : said;
}

const facts = (text: string, people: readonly NamedInFacts[] = []): ActesBlock => ({
  ...{ type: 'facts', content: plain(text) },
  ...(people.length > 0 && { people }),
});

const questionsOf = ({ title, questions }: AgendaItem): readonly ActesBlock[] => [
  ...(title === '' ? [] : [heading(3, title, false)]),
  {
    ...{ type: 'list', ordered: false, start: 1 },
    items: questions.map(({ text }) => ({ content: [line(text)], sources: [] })),
  },
];
