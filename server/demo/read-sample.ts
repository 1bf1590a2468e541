/**
 * The sample séminaire as it stands in sample/: who is there, the agendas as they would be pasted, what was said, the
 * notes and the syntheses. Whoever edits it needs no program, only the marks that are read here.
 */
import { readFileSync } from 'node:fs';
import { frenchTypography } from '#core/actes/french-typography.ts';
import type { ContributionKind, Entry } from '#core/contributions/contribution.ts';
import type { ParsedItem } from '#core/agenda/parse-agenda.ts';
import { parseAgenda } from '#core/agenda/parse-agenda.ts';
import type { Consent } from '#core/seminar/person.ts';
import type { Introduction } from '../seminars/access.ts';

/** Words that were said about the question `question` of the point `point`, both counted from 1. */
export type SampleContribution = {
  readonly point: number;
  readonly question: number;
  /** Last name of who says it; null on a slip that nobody signed. */
  readonly by: string | null;
  /** Heard, or on a slip, and entered by the rapporteur; else typed by who says it. */
  readonly entry: Entry;
  readonly kind: ContributionKind | null;
  readonly supports: number;
  readonly unnamed: boolean;
  /** Without a name, function and town stand beside it. */
  readonly withFunction: boolean;
  /** What the synthesis calls it by. */
  readonly key: string | null;
  readonly text: string;
};

/** A line of a shared text: own words, with the keys of what they rest on, or a contribution taken over by its key. */
export type SampleLine =
  | { readonly type: 'paragraph'; readonly words: string; readonly keys: readonly string[] }
  | { readonly type: 'entry'; readonly words: string; readonly keys: readonly string[] }
  | { readonly type: 'taken-entry'; readonly key: string }
  | { readonly type: 'quotation'; readonly key: string }
  | { readonly type: 'proposal'; readonly key: string }
  | { readonly type: 'row'; readonly cells: readonly string[] }
  | { readonly type: 'blank' };

/** The lines of a shared text by point, counted from 1. */
export type SampleText = ReadonlyMap<number, readonly SampleLine[]>;

export type SampleAtelier = {
  readonly title: string;
  readonly items: readonly ParsedItem[];
  readonly animateur: Introduction;
  readonly rapporteur: Introduction;
  readonly participants: readonly Introduction[];
  /** Those whom the rapporteur enters from the sign-in sheet. */
  readonly withoutPhone: readonly Introduction[];
  readonly contributions: readonly SampleContribution[];
  readonly notes: SampleText;
  readonly synthesis: SampleText;
};

export type Sample = {
  readonly organiser: Introduction;
  readonly preamble: readonly SampleLine[];
  readonly ateliers: readonly SampleAtelier[];
};

const KINDS: Readonly<Record<string, ContributionKind | null>> = {
  constat: 'observation',
  proposition: 'proposal',
  expérience: 'experience',
  témoignage: 'testimony',
  'à éclaircir': 'to-clarify',
  '–': null,
};

const ENTRIES: Readonly<Record<string, Entry>> = { dit: 'speech', papier: 'slip' };

const CONSENTS: Readonly<Record<string, Consent>> = {
  'nom et fonction': 'name-and-function',
  fonction: 'function',
  sans: 'none',
};

export function readSample(): Sample {
  const people = sectionsOf(read('people.txt'));
  const named = (section: string): readonly Introduction[] => (people.get(section) ?? []).map(personOf);
  const animateurs = named('animateurs');
  const rapporteurs = named('rapporteurs');
  return {
    organiser: first(named('organiser')),
    preamble: read('preamble.txt').map(lineOf),
    ateliers: [1, 2].map((number) => {
      const agenda = parseAgenda(read(`atelier-${number}-agenda.txt`).join('\n'));
      return {
        title: frenchTypography(agenda.title ?? ''),
        items: agenda.items.map(typesetItem),
        animateur: first(animateurs.slice(number - 1)),
        rapporteur: first(rapporteurs.slice(number - 1)),
        participants: named(`atelier ${number}`),
        withoutPhone: named(`atelier ${number}, sans téléphone`),
        contributions: contributionsOf(read(`atelier-${number}-contributions.txt`)),
        notes: textOf(read(`atelier-${number}-notes.txt`)),
        synthesis: textOf(read(`atelier-${number}-synthesis.txt`)),
      };
    }),
  };
}

const read = (name: string): readonly string[] =>
  readFileSync(new URL(`sample/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');

const first = <T>(all: readonly T[]): T => {
  const [one] = all;
  if (one === undefined) throw new Error('The sample lacks a person.');
  return one;
};

/** The lines under each `# heading`. */
function sectionsOf(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const sections = new Map<string, string[]>();
  let open: string[] = [];
  for (const line of lines) {
    if (line.startsWith('# ')) sections.set(line.slice(2), (open = []));
    else open.push(line);
  }
  for (const [name, section] of sections) sections.set(name, trimmed(section));
  return sections;
}

const trimmed = (lines: readonly string[]): string[] => {
  const end = lines.findLastIndex((line) => line !== '') + 1;
  return lines.slice(0, end);
};

/** `Prénom Nom – fonction (commune) ; consentement` */
function personOf(line: string): Introduction {
  const [, firstName, lastName, role, town, consent = ''] = matched(
    /^(\S+) (.+?) – (.+) \((.+)\) ; (.+)$/u,
    line,
  );
  return {
    firstName: firstName ?? '',
    lastName: lastName ?? '',
    function: role ?? '',
    town: town ?? '',
    consent: known(CONSENTS, consent, line),
  };
}

/**
 * Under `# point.question`: `[Nom, genre, soutiens] texte`, with a `=key` where there is one, and after the supports
 * `sans nom`, `sans nom mais fonction`, `dit` or `papier`; `–` for the name that a slip does not have.
 */
function contributionsOf(lines: readonly string[]): readonly SampleContribution[] {
  return [...sectionsOf(lines)].flatMap(([place, said]) => {
    const [point = 0, question = 0] = place.split('.').map(Number);
    return said.map((line): SampleContribution => {
      const [, by, kind = '', supports, mark = '', key, text] = matched(
        /^\[([^,]+), ([^,]+), (\d+)(?:, (sans nom|sans nom mais fonction|dit|papier))?\](?: =(\w+))? (.+)$/u,
        line,
      );
      return {
        ...{ point, question, by: by === '–' ? null : (by ?? null), entry: ENTRIES[mark] ?? 'typed' },
        kind: known(KINDS, kind, line),
        supports: Number(supports),
        unnamed: mark.startsWith('sans nom'),
        withFunction: mark === 'sans nom mais fonction',
        key: key ?? null,
        text: frenchTypography(text ?? ''),
      };
    });
  });
}

const textOf = (lines: readonly string[]): SampleText =>
  new Map([...sectionsOf(lines)].map(([point, section]) => [Number(point), section.map(lineOf)]));

/**
 * `- ` an entry of a list, `+ key` a contribution as an entry, `> key` as a quotation, `! key` as a proposal, `| a | b`
 * a row of a table, whose first row is its head, else a paragraph; own words may end with the contributions they rest on: `<key, key>`.
 */
function lineOf(line: string): SampleLine {
  if (line === '') return { type: 'blank' };
  const taken = /^([+>!]) (\w+)$/u.exec(line);
  if (taken) {
    const type = taken[1] === '+' ? 'taken-entry' : taken[1] === '>' ? 'quotation' : 'proposal';
    return { type, key: taken[2] ?? '' };
  }
  if (line.startsWith('| ')) {
    const cells = line.slice(2).split(/ \|(?: |$)/u);
    return { type: 'row', cells };
  }
  const [, entry, words, keys] = matched(/^(- )?(.+?)(?: <([\w, ]+)>)?$/u, line);
  return {
    type: entry === undefined ? 'paragraph' : 'entry',
    words: words ?? '',
    keys: keys?.split(', ') ?? [],
  };
}

const typesetItem = (item: ParsedItem): ParsedItem => ({
  ...item,
  title: frenchTypography(item.title),
  questions: item.questions.map(frenchTypography),
  context: item.context.map(frenchTypography),
});

function matched(form: RegExp, line: string): RegExpExecArray {
  const match = form.exec(line);
  if (!match) throw new Error(`The sample has a line of another form: ${line}`);
  return match;
}

function known<T>(words: Readonly<Record<string, T>>, word: string, line: string): T {
  const meaning = words[word];
  if (meaning === undefined) throw new Error(`The sample has a word nobody knows in: ${line}`);
  return meaning;
}
