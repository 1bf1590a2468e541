import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, describe, expect, it } from 'vitest';
import type { Actes } from '#core/actes/gathered-actes.ts';
import type { Block } from '#core/actes/rich-text.ts';
import { flat, pagesOf } from '../../tests/support/pdf-text.ts';
import {
  SAMPLE_LABELS,
  cell,
  contribution,
  heading,
  item,
  list,
  paragraph,
  sampleActes,
  sampleAtelier,
  words,
} from '../../tests/support/gathered-sample.ts';
import { openPdfExport } from './pdf-export.ts';

const pdfExport = openPdfExport();
afterAll(() => pdfExport.close());

const pdfOf = (actes: Actes) => pdfExport.toPdf(actes, SAMPLE_LABELS);
const textOf = async (actes: Actes) => flat((await pagesOf(await pdfOf(actes))).join('\n'));
const inPreamble = (...preamble: readonly Block[]) => sampleActes({ preamble, ateliers: [] });
const repairCodes = (actes: Actes) => pdfExport.repairsOf(actes, SAMPLE_LABELS).map(({ code }) => code);

/** What a reading aid learns of the file, and the roles of its structure. */
async function structureOf(bytes: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  try {
    const { info, metadata } = await document.getMetadata();
    const roles: string[] = [];
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('role' in node && typeof node.role === 'string') roles.push(node.role);
      if ('children' in node && Array.isArray(node.children)) node.children.forEach(visit);
    };
    for (let page = 1; page <= document.numPages; page += 1) {
      visit(await (await document.getPage(page)).getStructTree());
    }
    const { Title: title, Author: author, Language: language } = info as Readonly<Record<string, unknown>>;
    const xmp = String(metadata?.getRaw());
    return { title, author, language, xmp, marked: (await document.getMarkInfo())?.Marked, roles };
  } finally {
    await task.destroy();
  }
}

describe('the actes as a PDF', () => {
  it('is a PDF that holds what everyone wrote, set by the rules of French', async () => {
    const bytes = await pdfOf(sampleActes());
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    const text = flat((await pagesOf(bytes)).join('\n'));
    for (const said of [
      'Union départementale des centres communaux d’action sociale',
      'Rencontre départementale de l’action sociale',
      '26 novembre 2026, Vannes',
      '2 ateliers · 131 participants · 213 contributions',
      'Qu’est-ce qu’un comité pour qui n’y est jamais venu ?',
      '« On prête la salle, ils prêtent les mains. »',
      'Témoignage recueilli en atelier, sans nom',
      'Une convention de trois pages, que chacun adapte ; voir le modèle.',
      'Proposition Rédiger la convention type.',
      'Décision Se revoir en mars.',
      'Recenser les référents par site Chaque comité 31 janvier 2027',
      'Le paperboard : trois colonnes',
      'Témoignage Inès Caradec – présidente (Morlaix) On nous voit comme un guichet ; nous voulons être une adresse.',
      'Et le dire partout : au hall, au marché.',
      'Sans nom La salle était trop petite.',
    ]) {
      expect(text).toContain(said);
    }
  });

  it('lists in its sommaire the pages where the parts really are', async () => {
    const pages = await pagesOf(await pdfOf(sampleActes()));
    const contents = pages[1] ?? '';
    expect(flat(contents)).toContain('Sommaire');
    const entries = [...contents.matchAll(/^(.+?)[ .]{5,}(\d+)$/gmu)].map(([, title, page]) => ({
      title: flat(title ?? ''),
      page: Number(page),
    }));
    expect(entries.map(({ title }) => title)).toEqual([
      'Préambule',
      ...[1, 2].flatMap((number) => [
        `Synthèse de l’atelier ${number} : ${number === 1 ? 'se faire connaître de tous' : 'créer du lien'}`,
        'Questions',
        'Synthèse',
        'Aller vers',
        'Travailler avec les associations',
        'Contributions non reprises',
      ]),
    ]);
    for (const { title, page } of entries) expect(flat(pages[page - 1] ?? '')).toContain(title);
    const head = 'Pouvoir d’agir et lien social de proximité Actes du séminaire';
    for (const { title, page } of entries.filter(({ title }) => /^(?:Préambule|Synthèse de)/u.test(title))) {
      expect(flat(pages[page - 1] ?? '').startsWith(`${head} ${title}`)).toBe(true);
    }
    expect(entries[1]?.page).toBe(5);
    pages
      .slice(1)
      .forEach((page, index) => expect(flat(page)).toMatch(new RegExp(`${index + 2} / ${pages.length}$`)));
  });

  it('is tagged PDF/UA-1 with its language, title and author', async () => {
    const { title, author, language, xmp, marked, roles } = await structureOf(await pdfOf(sampleActes()));
    expect({ title, author, language, marked }).toEqual({
      title: 'Actes du séminaire – Pouvoir d’agir et lien social de proximité',
      author: 'Union départementale des centres communaux d’action sociale',
      language: 'fr',
      marked: true,
    });
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    for (const role of [
      'H1',
      'H2',
      'H3',
      'H4',
      'TOC',
      'L',
      'LI',
      'BlockQuote',
      'Table',
      'TH',
      'TD',
      'Link',
    ]) {
      expect(roles).toContain(role);
    }
  });

  it('gives the same bytes for the same actes', async () => {
    const other = openPdfExport();
    try {
      const [first, second] = [await pdfOf(sampleActes()), await pdfOf(sampleActes())];
      expect(Buffer.compare(first, second)).toBe(0);
      expect(Buffer.compare(first, await other.toPdf(sampleActes(), SAMPLE_LABELS))).toBe(0);
    } finally {
      await other.close();
    }
  });

  it('speaks English when the séminaire does', async () => {
    const bytes = await pdfOf(sampleActes({ language: 'en' }));
    expect(await structureOf(bytes)).toMatchObject({ language: 'en' });
    expect(flat((await pagesOf(bytes)).join('\n'))).toContain('26 November 2026, Vannes');
  });

  it('makes a page of actes that say nothing yet', async () => {
    const nothing: Actes = {
      language: 'fr',
      cover: {
        organisation: '',
        title: '',
        theme: '',
        place: '',
        day: '',
        participants: 0,
        contributions: 0,
      },
      preamble: [],
      ateliers: [],
    };
    expect(await textOf(nothing)).toContain('Actes du séminaire');
    expect(repairCodes(nothing)).toEqual(['actes/empty-title']);
    const empty = { ...sampleAtelier(1, ''), items: [], elsewhere: [], synthesis: [] };
    expect(await textOf({ ...nothing, ateliers: [empty] })).toContain('La synthèse n’est pas encore écrite.');
  });

  it('makes visible what no font covers, leaves out what no page can show, and reports both', async () => {
    const odd = inPreamble(
      heading(1, '会議 اجتماع'),
      paragraph('avant \u0000\u0007\ufeff\ue000\ud800\u202e après 会議 اجتماع שלום हिन्दी ไทย'),
      paragraph('e\u0301te\u0301, 😀 ❤️ 👨‍👩‍👧 🇫🇷 1️⃣, Привет, Ελλάδα, x\u0332\u0335, \u0301seul, Z̷̡̛̺a̸l̶g̵o̸'),
    );
    const text = await textOf(odd);
    expect(text).toContain('avant après □□ □□□□□□');
    expect(text).toContain('été');
    expect(text).toContain('Привет, Ελλάδα');
    expect(repairCodes(odd)).toEqual(['actes/stripped-characters', 'actes/uncovered-characters']);
  });

  it('repairs the headings that an accessible PDF refuses', async () => {
    const odd = inPreamble(
      heading(3, 'trop profond'),
      heading(1, '  '),
      heading(1, 'un'),
      heading(3, 'sauté'),
    );
    expect(await textOf(odd)).toContain('trop profond');
    expect(repairCodes(odd)).toEqual(['actes/empty-heading', 'actes/heading-level']);
  });

  it('prints words as words, whatever markup they look like', async () => {
    const looks = '#panic("x") $x^2$ *a* _b_ `c` \\ @ref <label> // = == [x] "y" #include "/etc/passwd"';
    const english = {
      ...inPreamble(paragraph(looks), paragraph(words('lien', { link: 'javascript:alert(1)' }))),
      language: 'en',
    } as const;
    const bytes = await pdfOf(english);
    expect(flat((await pagesOf(bytes)).join('\n'))).toContain(looks);
    expect(Buffer.from(bytes).includes('javascript:')).toBe(false);
  });

  it('carries very long words, paragraphs, titles and addresses inside the page', async () => {
    const long = sampleActes({
      cover: {
        ...sampleActes().cover,
        title: 'Un titre qui ne finit pas '.repeat(12),
        organisation: 'x'.repeat(300),
      },
      preamble: [
        paragraph('a'.repeat(20_000)),
        paragraph('Le comité existe par ceux qui l’ont croisé. '.repeat(450)),
        paragraph(`https://exemple.fr/${'une-longue_adresse/'.repeat(40)}`),
        heading(1, 'Titre '.repeat(200)),
      ],
      ateliers: [],
    });
    const pages = await pagesOf(await pdfOf(long));
    expect(pages.join('').match(/a/gu)?.length).toBeGreaterThan(20_000);
  });

  it('carries five hundred contributions', async () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      contribution(`c${index}`, `Parole numéro ${index}, dite en atelier.`, { kind: 'observation' }),
    );
    const atelier = { ...sampleAtelier(1, 'dire'), elsewhere: many };
    const text = await textOf(sampleActes({ ateliers: [atelier] }));
    for (const { text: said } of many) expect(text).toContain(said);
  });

  it('carries lists, quotations and tables inside each other, and tables of any width', async () => {
    let nested: Block = paragraph('tout au fond');
    for (let depth = 0; depth < 40; depth += 1) nested = list(item(paragraph(`niveau ${depth}`), nested));
    const wide = (columns: number): Block => ({
      type: 'table',
      rows: [0, 1].map((row) =>
        Array.from({ length: columns }, (_, column) => cell(`r${row}c${column}`, row === 0)),
      ),
    });
    const ragged: Block = {
      type: 'table',
      rows: [[cell('seul', true)], [], [cell('a'), cell('b'), cell('c')]],
    };
    const headOnly: Block = { type: 'table', rows: [[cell('tête', true), cell('seule', true)]] };
    const inTable: Block = {
      type: 'table',
      rows: [
        [
          {
            header: false,
            content: [
              list(item(paragraph('dans la case'))),
              wide(2),
              { type: 'quotation', attribution: 'x', content: [paragraph('cité')], sources: [] },
            ],
          },
        ],
      ],
    };
    const odd = inPreamble(nested, wide(1), wide(12), wide(40), ragged, headOnly, inTable);
    const text = await textOf(odd);
    for (const said of ['tout au fond', 'niveau 39', 'r1c39', 'dans la case', 'cité', 'tête'])
      expect(text).toContain(said);
    expect(repairCodes(odd)).toEqual(['actes/deep-nesting', 'actes/wide-table']);
  });
});
