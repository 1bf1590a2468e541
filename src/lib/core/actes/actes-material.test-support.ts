/** A séminaire of two ateliers to make actes from, and plain labels. */
import type { AgendaItem, Plan } from '../agenda/plan.ts';
import { agendaItem, EMPTY_PLAN } from '../agenda/plan.ts';
import type { Contribution } from '../contributions/contribution.ts';
import { EMPTY_PROGRAMME } from '../programme/programme.ts';
import type { Person } from '../seminar/person.ts';
import { DEFAULT_WARNING_MINUTES } from '../seminar/seminar.ts';
import type { Seminar } from '../seminar/seminar.ts';
import { instant } from '../time/instant.ts';
import type { Actes, ActesBlock } from './actes.ts';
import type { ActesLabels } from './actes-labels.ts';
import type { ActesMaterial } from './actes-material.ts';
import { blocksInside } from './blocks-inside.ts';
import { buildActes } from './build-actes.ts';
import type { ComposedPart, Composition } from './composition.ts';
import { defaultComposition } from './composition.ts';
import type { Block, RichText } from './rich-text.ts';

const TITLES = {
  ...{ preamble: 'Préambule', programme: 'Programme', people: 'Qui sommes-nous', speaker: 'Intervention' },
  ...{
    attendance: 'Présents',
    points: 'Points',
    'next-steps': 'Suites',
    'next-meeting': 'Prochaine réunion',
  },
  ...{
    information: 'Informations',
    'not-taken-over': 'Non repris',
    notes: 'Notes',
    paperboards: 'Paperboards',
  },
  ...{ times: 'Temps', text: 'Texte' },
};

export const LABELS: ActesLabels = {
  cover: { seminar: 'Actes', meeting: 'Compte rendu', committee: 'Rapport' },
  contents: 'Sommaire',
  parts: {
    seminar: TITLES,
    meeting: { ...TITLES, 'next-meeting': 'Prochain rendez-vous' },
    committee: { ...TITLES, attendance: 'Liste' },
  },
  named: { 'working-group': 'Groupe de travail', mission: 'Mission', outlook: 'Suite des travaux' },
  atelier: (number, title) => `Synthèse de l’atelier ${number} : ${title}`,
  atelierName: (number, title) => `Atelier ${number} : ${title}`,
  group: (place) => `groupe ${place}`,
  ...{ questions: 'Questions', synthesis: 'Synthèse', noSynthesis: 'Rien d’écrit', unnamed: 'Sans nom' },
  kind: { observation: 'Constat', proposal: 'P', experience: 'E', testimony: 'T', 'to-clarify': 'É' },
  ...{ proposal: 'Proposition', decision: 'Décision', image: 'Image' },
  counts: (ateliers, participants, said) =>
    `${ateliers} ateliers, ${participants} participants, ${said} dits`,
  facts: (participants, said) => `${participants} participants, ${said} dits`,
  conducted: (role, names, plenary) => `${plenary ? 'plénière ' : ''}${role} : ${names.join(', ')}`,
  unsigned: (isTestimony, where) => `${isTestimony ? 'Témoignage' : 'Propos'} sans nom (${where})`,
  programme: { time: 'Horaire', what: 'Déroulement', speakers: 'Intervenants' },
  attendance: {
    ...{ present: 'Présents', guest: 'Invités', speaker: 'Intervenants' },
    ...{ excused: 'Excusés', represented: 'Représentés' },
  },
  others: (count, beside) => `${beside ? 'et ' : ''}${count} personne(s)`,
  representedBy: (name) => `par ${name}`,
  steps: { what: 'Suite', who: 'Qui', byWhen: 'Pour le' },
  times: {
    ...{ point: 'Point', planned: 'Prévu', real: 'Réel', overrun: 'Écart' },
    ...{ total: 'Total', addedPoint: 'Point ajouté' },
  },
};

export const point = (id: string, changes: Partial<AgendaItem> = {}): AgendaItem =>
  agendaItem({
    id,
    title: `Point ${id}`,
    questions: [{ id: `${id}-q`, text: `Question de ${id} ?` }],
    ...changes,
  });
export const planOf = (...items: readonly AgendaItem[]): Plan => ({ ...EMPTY_PLAN, revision: 1, items });

export const said = (id: string, changes: Partial<Contribution> = {}): Contribution => ({
  ...{ id, seq: 1, itemId: 'p1', questionId: null, kind: 'observation', text: `Parole ${id}` },
  ...{ author: null, unnamed: false, at: instant(1_000), runId: null, supporters: [], entry: 'typed' },
  ...{ enteredBy: null, agreed: true, keyHash: null, function: null, town: null, silenceId: null },
  ...{ earlier: [], changed: false, changedBy: null, withdrawn: false, hidden: null, pinned: false },
  ...{ approved: false, groupId: null },
  ...changes,
});

export const person = (id: string, changes: Partial<Person> = {}): Person => ({
  ...{ id, seminarId: 'seminar', firstName: 'Inès', lastName: 'Caradec', function: 'présidente' },
  ...{ town: 'Morlaix', consent: 'name-and-function' },
  ...changes,
});

export const peopleOf = (...people: readonly Person[]): ReadonlyMap<string, Person> =>
  new Map(people.map((it) => [it.id, it]));

/** Atelier `a1` was held in the morning and in the afternoon, `a2` once. */
export const SEMINAR: Seminar = {
  description: {
    ...{ title: 'Pouvoir d’agir', organisation: 'Union', theme: 'Le lien', place: 'Vannes' },
    ...{ day: '2026-11-26', language: 'fr', zone: 'Europe/Paris' },
  },
  ateliers: [
    { id: 'a1', title: 'Dire', number: 1, plenary: false },
    { id: 'a2', title: 'Faire', number: 2, plenary: false },
  ],
  sittings: [
    { id: 'morning', atelierId: 'a1', room: 'A', start: null, label: '' },
    { id: 'afternoon', atelierId: 'a1', room: 'B', start: null, label: '' },
    { id: 'other', atelierId: 'a2', room: 'C', start: null, label: '' },
  ],
  attendance: { morning: ['x', 'y'], afternoon: ['y', 'z'], other: ['z'] },
  ...{ programme: EMPTY_PROGRAMME, programmeBefore: null, programmeRevisedAt: null, reopenedAt: null },
  ...{ samePerson: {}, joined: new Set(), closed: false, appointments: {}, presences: [] },
  ...{ warningMinutes: DEFAULT_WARNING_MINUTES, messages: [] },
};

export const material = (changes: Partial<ActesMaterial> = {}): ActesMaterial => ({
  ...{ seminarId: 'seminar', seminar: SEMINAR, people: new Map(), contributions: new Map() },
  ...{ plans: new Map([['a1', planOf(point('p1'), point('p2'))]]), syntheses: new Map(), preamble: [] },
  ...changes,
});

export const paragraph = (text: string, sources: readonly string[] = []): Block => ({
  ...{ type: 'paragraph', sources, content: text === '' ? [] : [{ type: 'text', text }] },
});
export const heading = (level: 1 | 2 | 3, text: string, item: string | null = null): Block => ({
  ...{ type: 'heading', level, item, content: [{ type: 'text', text }] },
});
export const quotation = (text: string, sources: readonly string[], attribution = ''): Block => ({
  ...{ type: 'quotation', attribution, sources, content: [paragraph(text)] },
});
export const proposal = (text: string, sources: readonly string[] = []): Block => ({
  ...{ type: 'proposal', kind: 'proposal', sources, content: [paragraph(text)] },
});

/** The default of the model, with some parts changed; `order` too. */
export function composed(
  of: ActesMaterial,
  changes: Readonly<Record<string, Partial<ComposedPart>>> = {},
  more: Partial<Composition> = {},
): Composition {
  const made = { ...defaultComposition(more.model ?? 'seminar', of.seminar), ...more };
  return { ...made, parts: made.parts.map((part) => ({ ...part, ...changes[part.id] })) };
}

export const built = (
  changes: Partial<ActesMaterial> = {},
  parts: Readonly<Record<string, Partial<ComposedPart>>> = {},
  more: Partial<Composition> = {},
): Actes => {
  const of = material(changes);
  return buildActes(of, composed(of, parts, more), LABELS);
};

/** A block in a line: its type's sign and its words. */
export function lineOf(block: ActesBlock): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${textOf(block)}`;
    case 'table':
      return block.rows
        .map((row) => row.map(({ content }) => content.map(textOf).join(' ')).join(' | '))
        .join('\n');
    case 'attendance':
      return block.entries
        .map(({ who, note }) => [who, note].filter((it) => it !== '').join(' / '))
        .join('\n');
    case 'image':
      return `[${block.alternative}]`;
    case 'contribution':
      return `${block.label} ${block.author}: ${textOf(block)}`;
    case 'quotation':
      return `> ${textOf(block)} — ${block.attribution}`;
    default:
      return textOf(block);
  }
}

function textOf(block: ActesBlock): string {
  if (block.type === 'heading' || block.type === 'paragraph' || block.type === 'facts')
    return block.content.map((inline) => (inline.type === 'text' ? inline.text : ' / ')).join('');
  return blocksInside(block).map(textOf).join(' ');
}

/** What the part of this kind says, or undefined where it is left out. */
export const partOf = (
  actes: Actes,
  kind: string,
  subject: string | null = null,
): readonly string[] | undefined =>
  actes.parts.find((part) => part.kind === kind && part.subject === subject)?.blocks.map(lineOf);

export const texts = (entries: Readonly<Record<string, string>>): ReadonlyMap<string, RichText> =>
  new Map(Object.entries(entries).map(([id, text]) => [id, [paragraph(text)]]));
