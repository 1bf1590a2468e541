import { describe, expect, it } from 'vitest';
import type { Actes, ActesAtelier, ActesLabels } from './gathered-actes.ts';
import type { PrintBlock } from './print-tree.ts';
import { attributionInWords, printTree } from './print-tree.ts';
import type { Block, RichText } from './rich-text.ts';

const labels: ActesLabels = {
  actes: 'Actes',
  contents: 'Sommaire',
  preamble: 'Préambule',
  people: 'Qui sommes-nous',
  paperboards: 'Paperboards',
  photo: (description: string) => `Photo : ${description}`,
  atelier: (number, title) => `Atelier ${number} : ${title}`,
  questions: 'Questions',
  synthesis: 'Synthèse',
  notTakenOver: 'Non repris',
  noSynthesis: 'Pas de synthèse',
  unnamed: 'Sans nom',
  kind: { observation: 'C', proposal: 'P', experience: 'E', testimony: 'Témoignage', 'to-clarify': 'É' },
  proposal: 'Proposition',
  decision: 'Décision',
  counts: () => 'comptes',
  image: 'Image',
  facts: () => 'faits',
};

const paragraph = (text: string, link?: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text, ...(link === undefined ? {} : { link }) }],
  sources: [],
});

const heading = (level: 1 | 2 | 3, text: string): Block => ({
  type: 'heading',
  level,
  item: null,
  content: [{ type: 'text', text }],
});

const unnamed = { name: null, function: null, town: null };
const said = (id: string, text: string) => ({ id, text, kind: null, attribution: unnamed, supports: 0 });

const atelier = (changes: Partial<ActesAtelier> = {}): ActesAtelier => ({
  id: 'a',
  number: 1,
  title: 'Dire',
  participants: 0,
  contributions: 0,
  items: [],
  elsewhere: [],
  synthesis: [],
  ...changes,
});

const tree = (
  ateliers: readonly ActesAtelier[],
  preamble: RichText = [],
  cover: Partial<Actes['cover']> = {},
) =>
  printTree(
    {
      language: 'fr',
      cover: {
        organisation: 'Union',
        title: 'Titre',
        theme: '',
        place: 'Vannes',
        day: '2026-12-01',
        participants: 0,
        contributions: 0,
        ...cover,
      },
      preamble,
      ateliers,
    },
    labels,
  );

const words = (block: PrintBlock) =>
  'content' in block &&
  block.type !== 'quotation' &&
  block.type !== 'proposal' &&
  block.type !== 'contribution'
    ? block.content.map((inline) => (inline.type === 'text' ? inline.text : '/')).join('')
    : block.type;

const outline = (blocks: readonly PrintBlock[] | undefined) =>
  blocks?.flatMap((block) =>
    block.type === 'heading'
      ? [`${'#'.repeat(block.level)} ${words(block)}${block.inContents ? '' : ' -'}`]
      : [],
  );

describe('printTree', () => {
  it('[AC10] puts the parts and their sections in order, without empty ones', () => {
    const full = atelier({
      items: [
        { title: 'Un', questions: ['Qui?'], notTakenOver: [said('c1', 'a')] },
        { title: 'Deux', questions: [], notTakenOver: [] },
      ],
      elsewhere: [said('c2', 'b')],
      synthesis: [paragraph('texte')],
    });
    const { parts } = tree([full, atelier({ number: 2 })], [paragraph('pourquoi')]);
    expect(
      parts.map((part) => part.map((block) => (block.type === 'list' ? 'liste' : words(block)))),
    ).toEqual([
      ['Préambule', 'pourquoi'],
      [
        'Atelier 1\u00a0: Dire',
        'faits',
        'Questions',
        'Un',
        'liste',
        'Synthèse',
        'texte',
        'Non repris',
        'contribution',
        'Un',
        'contribution',
      ],
      ['Atelier 2\u00a0: Dire', 'faits', 'Synthèse', 'Pas de synthèse'],
    ]);
  });

  it('[AC11] lowers the headings of texts under their section, and lists the first level', () => {
    const text = [heading(1, 'a'), heading(2, 'b'), heading(3, 'c')];
    const { parts } = tree([atelier({ synthesis: text })], text);
    expect(outline(parts[0])).toEqual(['# Préambule', '## a', '### b -', '#### c -']);
    expect(outline(parts[1])).toEqual([
      '# Atelier 1\u00a0: Dire',
      '## Synthèse',
      '### a',
      '#### b -',
      '##### c -',
    ]);
  });

  it('[AC11] leaves no colon behind a title that nobody gave', () => {
    expect(outline(tree([atelier({ title: '' })]).parts[0])?.[0]).toBe('# Atelier 1');
  });

  it('[AC12] keeps proposals and decisions where they were written', () => {
    const proposal = (kind: 'proposal' | 'decision'): Block => ({
      type: 'proposal',
      kind,
      content: [],
      sources: [],
    });
    const [part] = tree([
      atelier({ synthesis: [proposal('decision'), paragraph('a'), proposal('proposal')] }),
    ]).parts;
    expect(part?.slice(3)).toMatchObject([
      { type: 'proposal', label: 'Décision' },
      { type: 'paragraph' },
      { type: 'proposal', label: 'Proposition' },
    ]);
  });

  it('[AC13] signs a contribution as far as the person agreed', () => {
    const inWords = (name: string | null, role: string | null, town: string | null) =>
      attributionInWords({ name, function: role, town });
    expect(inWords('Inès Caradec', 'présidente', 'Morlaix')).toBe('Inès Caradec – présidente (Morlaix)');
    expect(inWords('Inès Caradec', null, null)).toBe('Inès Caradec');
    expect(inWords(null, 'présidente', 'Morlaix')).toBe('présidente (Morlaix)');
    expect(inWords(null, null, 'Morlaix')).toBe('Morlaix');
    expect(inWords(null, null, null)).toBe('');
    const [part] = tree([atelier({ elsewhere: [{ ...said('c1', 'a'), kind: 'testimony' }] })]).parts;
    expect(part?.at(-1)).toMatchObject({ type: 'contribution', label: 'Témoignage', author: 'Sans nom' });
  });

  it('[AC13] keeps the lines and paragraphs of a contribution', () => {
    const [part] = tree([atelier({ elsewhere: [said('c1', 'un\n deux \n\n \ntrois')] })]).parts;
    const last = part?.at(-1);
    expect(last?.type === 'contribution' && last.content.map(words)).toEqual(['un/deux', 'trois']);
  });

  it('[AC14] writes the day out, and leaves out what is none', () => {
    const placed = (day: string) => tree([], [], { day }).cover.dayAndPlace;
    expect(placed('2026-11-26')).toBe('26\u00a0novembre\u00a02026, Vannes');
    for (const none of ['', '2026-02-31', '2026-13-01', 'demain', '26/11/2026'])
      expect(placed(none)).toBe('Vannes');
    expect(tree([]).cover.dayAndPlace).toBe('1er\u00a0décembre\u00a02026, Vannes');
    expect(tree([], [], { day: '2026-02-31' })).toMatchObject({ day: '', cover: { dayAndPlace: 'Vannes' } });
  });

  it('[AC15] keeps only links that lead to a page, a mailbox or a telephone', () => {
    const links = [
      'https://a.fr',
      'mailto:a@b.fr',
      'tel:+33',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://a b',
    ];
    const [part] = tree(
      [],
      links.map((link) => paragraph('a', link)),
    ).parts;
    expect(
      part?.slice(1).map((block) => block.type === 'paragraph' && block.content.map((it) => 'link' in it)),
    ).toEqual([true, true, true, false, false, false].map((kept) => [kept]));
  });
});
