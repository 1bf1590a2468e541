/** Actes as no one would write them and someone will: what every export has to survive. */
import type { Actes, ActesBlock, ActesCell, ActesListItem, ActesPart, AttendanceEntry } from './actes.ts';
import { ACTES_MODELS, PART_KINDS } from './actes.ts';
import type { Inline } from './rich-text.ts';
import { PHOTO_TYPES } from '../photos/photo.ts';

/** Numbers from 0 (included) to 1 (excluded), the same for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

const factsNaming = (content: readonly Inline[], number: number): ActesBlock => {
  const [first] = content;
  if (first?.type !== 'text') return { type: 'facts', content };
  return { type: 'facts', content, people: [{ personId: `person-${String(number)}`, name: first.text }] };
};

export const HOSTILE_TEXTS: readonly string[] = [
  ...[
    '',
    ' ',
    '\u00a0',
    '\n',
    '\t',
    '-',
    '#',
    '>',
    '***',
    '___',
    '|',
    '\\',
    '`',
    '<',
    '&',
    '"',
    "'",
    '$',
    '@',
    '~',
  ],
  ...[
    '👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇫🇷',
    '会議の記録',
    '회의록',
    'محضر الاجتماع',
    'פרוטוקול הישיבה',
    '\u202eabc\u202c \u200f',
    'Ελληνικά Кириллица',
    'हिन्दी ไทย',
  ],
  ...[
    '\u0000\u0007\u001b',
    '\ufeff\ue000\u{f0000}',
    '\ud800',
    '\udfff',
    '\u0301\u0302',
    'e\u0301'.repeat(20),
    'a\u200bb\u00ad',
  ],
  ...[
    '1986. Une année',
    '# x',
    '- x',
    '1) x',
    '— Marie',
    '> x',
    '| a | b |',
    '---',
    '**Proposition**',
    '_a_',
    'un_mot',
    '[a](b)',
  ],
  ...[
    '![a](b)',
    '<script>alert(1)</script>',
    '&nbsp;',
    '&amp;',
    'https://exemple.fr/a_b*c?d=e&f',
    'prenom_nom@exemple.fr',
    '\\*',
  ],
  ...[
    '#let x = 1',
    '#panic()',
    '@ref',
    '$x$',
    '= Titre',
    '/* a */',
    '// b',
    ']]>',
    '</w:t>',
    '<![CDATA[',
    '%PDF-1.7',
    '\u2028\u2029',
  ],
  ...[
    'a\r\nb',
    'mot '.repeat(40),
    'x'.repeat(300),
    'Jean-Étienne O’Connor-Le Gall',
    'NOM Prénom – fonction (commune)',
    '«',
  ],
  ...[
    // Each word asks for a font, a line or a place of its own.
    'ɔ̀ '.repeat(20),
    'ɔ̀'.repeat(40),
    'dit-il a-t-elle Jean-Étienne Kɔ̀kú-Marie ܡܠܟ̈ܐ',
  ],
];

/** The same seed gives the same actes; seeds beyond `SINGLE` mix everything. */
export function hostileActes(seed: number): Actes {
  const number = numbersFrom(seed);
  const below = (limit: number): number => Math.floor(number() * limit);
  const one = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const maybe = (probability: number): boolean => number() < probability;
  const some = <T>(most: number, make: () => T): readonly T[] =>
    Array.from({ length: below(most + 1) }, make);

  const text = (): string =>
    maybe(0.2) ? 'mot' : some(3, () => one(HOSTILE_TEXTS)).join(one(['', ' ', '\n']));
  const inline = (): Inline =>
    maybe(0.15)
      ? { type: 'break' }
      : {
          type: 'text',
          text: text(),
          ...(maybe(0.2) ? { strong: true } : {}),
          ...(maybe(0.2) ? { emphasis: true } : {}),
          ...(maybe(0.1)
            ? { link: one(['https://exemple.fr/a(b)', 'javascript:alert(1)', 'mailto:a@b.fr', '', '#x']) }
            : {}),
        };
  const content = (): readonly Inline[] => some(4, inline);
  const sources = (): readonly string[] => some(2, () => `c${String(below(9))}`);
  const personId = (): string | null => (maybe(0.5) ? `person-${String(below(5))}` : null);
  const blocks = (depth: number): readonly ActesBlock[] => some(depth > 3 ? 1 : 4, () => block(depth));
  const listItem = (depth: number): ActesListItem => ({ content: blocks(depth), sources: sources() });
  const cell = (depth: number): ActesCell => ({ header: maybe(0.2), content: blocks(depth) });
  const entry = (): AttendanceEntry => ({
    who: text(),
    note: maybe(0.3) ? text() : '',
    personId: personId(),
  });
  const file = (): string | null => (maybe(0.5) ? one(['0', 'a', 'f']).repeat(64) : null);

  const block = (depth: number): ActesBlock => {
    switch (depth > 6 ? below(3) : below(12)) {
      case 0:
      case 1:
        return { type: 'paragraph', content: content(), sources: sources() };
      case 2:
        return factsNaming(content(), depth);
      case 3:
        return {
          type: 'heading',
          level: one([1, 2, 3, 4, 5] as const),
          inContents: maybe(0.5),
          content: content(),
        };
      case 4:
        return {
          type: 'list',
          ordered: maybe(0.5),
          start: one([0, 1, 7, 1986, -1, 1e12, 0.5]),
          items: some(4, () => listItem(depth + 1)),
        };
      case 5:
        return {
          type: 'quotation',
          attribution: maybe(0.5) ? text() : '',
          content: blocks(depth + 1),
          sources: sources(),
          personId: personId(),
        };
      case 6:
        return {
          type: 'proposal',
          kind: one(['proposal', 'decision'] as const),
          label: one(['Proposition', 'Décision', '', text()]),
          content: blocks(depth + 1),
          sources: sources(),
        };
      case 7:
        return {
          type: 'contribution',
          label: text(),
          author: text(),
          content: blocks(depth + 1),
          sources: sources(),
          personId: personId(),
        };
      case 8:
        return {
          type: 'presentation',
          who: text(),
          quotation: blocks(depth + 1),
          content: blocks(depth + 1),
          personId: personId(),
        };
      case 9:
        return { type: 'attendance', entries: some(5, entry) };
      case 10: {
        const rows = some(3, () => some(4, () => cell(depth + 1)));
        return { type: 'table', columns: rows[0]?.length ?? 0, rows };
      }
      default:
        return {
          type: 'image',
          alternative: text(),
          file: file(),
          mediaType: maybe(0.7) ? one(PHOTO_TYPES) : null,
        };
    }
  };

  const single = SINGLE[seed];
  const part = (): ActesPart => ({ kind: one(PART_KINDS), subject: personId(), blocks: blocks(0) });
  return {
    language: maybe(0.7) ? 'fr' : 'en',
    model: one(ACTES_MODELS),
    title: text(),
    organisation: text(),
    day: one(['', '2026-11-26', '2026-02-31', 'demain']),
    logo: maybe(0.3) ? { alternative: text(), file: file(), mediaType: 'image/png' } : null,
    cover: {
      label: text(),
      title: text(),
      theme: text(),
      dayAndPlace: text(),
      counts: text(),
      standing: text(),
    },
    contents: maybe(0.7) ? 'Sommaire' : '',
    parts: single === undefined ? some(5, part) : [{ kind: 'text', subject: null, blocks: single }],
    ...(seed === 0 ? EMPTY : {}),
  };
}

const EMPTY: Partial<Actes> = {
  title: '',
  organisation: '',
  day: '',
  logo: null,
  cover: { label: '', title: '', theme: '', dayAndPlace: '', counts: '', standing: '' },
  contents: '',
  parts: [],
};

const said = (text: string): ActesBlock => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
  sources: [],
});
const headed = (level: 1 | 2 | 3 | 4 | 5, text: string): ActesBlock => ({
  type: 'heading',
  level,
  inContents: true,
  content: [{ type: 'text', text }],
});

function nested(levels: number, hold: (inside: ActesBlock, level: number) => ActesBlock): ActesBlock {
  let inside = said('au fond');
  for (let level = levels; level > 0; level -= 1) inside = hold(inside, level);
  return inside;
}

/** What the first seeds hold, each a trap of its own. */
const SINGLE: readonly (readonly ActesBlock[])[] = [
  [],
  [
    headed(1, 'Quarante niveaux'),
    nested(40, (inside, level) => ({
      type: 'list',
      ordered: level % 2 === 0,
      start: level,
      items: [{ content: [said(`niveau ${String(level)}`), inside], sources: [] }],
    })),
  ],
  [
    headed(1, 'Dix mille mots'),
    {
      type: 'quotation',
      attribution: 'Quelqu’un de bavard',
      content: [said('mot '.repeat(10_000))],
      sources: [],
      personId: null,
    },
  ],
  [
    headed(1, 'Trente colonnes'),
    {
      type: 'table',
      columns: 30,
      rows: Array.from({ length: 5 }, (_row, row) =>
        Array.from({ length: 30 }, (_cell, column) => ({
          header: row === 0,
          content: [said(`${String(row)}/${String(column)}`)],
        })),
      ),
    },
  ],
  [
    headed(3, 'trois'),
    headed(5, 'cinq'),
    headed(1, 'un'),
    headed(4, 'quatre'),
    headed(2, ''),
    headed(2, 'deux'),
  ],
  [headed(1, 'Un titre qui ne finit pas, '.repeat(200)), headed(2, 'x'.repeat(5_000))],
  [
    headed(1, 'Images'),
    { type: 'image', alternative: '', file: null, mediaType: null },
    { type: 'image', alternative: '', file: 'a'.repeat(64), mediaType: 'image/webp' },
  ],
  [headed(1, 'Signes'), ...HOSTILE_TEXTS.map(said)],
  [
    headed(1, 'Citations'),
    nested(40, (inside) => ({
      type: 'quotation',
      attribution: 'x',
      content: [inside],
      sources: [],
      personId: null,
    })),
  ],
  [
    headed(1, 'Mille présents'),
    {
      type: 'attendance',
      entries: Array.from({ length: 1_000 }, (_entry, index) => ({
        who: `P${String(index)}. NOM-${String(index)}, Commune`,
        note: index % 3 === 0 ? 'représentée par quelqu’un' : '',
        personId: null,
      })),
    },
  ],
  [
    headed(1, 'Des centaines de mots dont chacun est à part'),
    ...['ɔ̀ ', 'dit-il ', 'Jean-Étienne ', 'ɔ̀ dit-il Jean-Étienne ܡܠܟ̈ܐ '].map((words) =>
      said(words.repeat(600)),
    ),
    headed(2, 'ɔ̀ dit-il '.repeat(300)),
    {
      type: 'quotation',
      attribution: 'Jean-Étienne '.repeat(600),
      content: [said('dit-il ɔ̀ '.repeat(400))],
      sources: [],
      personId: null,
    },
  ],
  [said('Une partie sans titre'), { type: 'facts', content: [] }],
  [headed(1, '')],
];
