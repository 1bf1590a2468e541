import { afterAll, describe, expect, it } from 'vitest';
import type { Actes } from '#core/actes/actes.ts';
import { partTitle } from '#core/actes/block-texts.ts';
import { flat, pagesOf } from '../../../tests/support/pdf-text.ts';
import { structureOf } from '../../../tests/support/pdf-structure.ts';
import {
  contribution,
  entry,
  heading,
  paragraph,
  part,
  presentation,
  quotation,
  sampleActes,
  table,
  words,
} from '../../../tests/support/sample-actes.ts';
import type { ActesPages, ExportWishes } from '../../seminars/actes-export.port.ts';
import { openActesExport } from '../actes-export.ts';
import { opensBelow } from '../opens-below.ts';
import { coverageOf } from './font-coverage.ts';
import { fontFamilies } from './fonts.ts';

const covers = coverageOf(fontFamilies());

const actesExport = openActesExport();
afterAll(() => actesExport.close());

const pdfOf = (actes: Actes, wishes: Omit<ExportWishes, 'format'> = {}) =>
  actesExport.make(actes, new Map(), { ...wishes, format: 'pdf' });
const textOf = async (actes: Actes) => flat((await pagesOf(await pdfOf(actes))).join('\n'));

const ENTRY = /^(.+?)\s+(\d+)$/u;

/** The entries of the table of contents, and the page that each names. */
function entriesOf(pages: readonly string[], title: string) {
  const page = pages.find((text) => flat(text).includes(title)) ?? '';
  const from = page.indexOf(title) + title.length;
  return page
    .slice(from)
    .split('\n')
    .map((line) => ENTRY.exec(line.trim()))
    .filter((match) => match !== null && !match[0].includes('/'))
    .map((match) => ({ title: flat(match?.[1] ?? ''), page: Number(match?.[2]) }));
}

const listed = (actes: Actes): readonly string[] =>
  actes.parts
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) =>
      block.type === 'heading' && block.inContents && block.level <= 3
        ? [flat(block.content.map((it) => (it.type === 'text' ? it.text : ' ')).join(''))]
        : [],
    );

describe('the actes as a PDF', () => {
  it('says at the foot of each page what the cover says of the version', async () => {
    const [cover = '', ...pages] = (await pagesOf(await pdfOf(sampleActes()))).map(flat);
    for (const page of [cover, ...pages]) expect(page.split('Version provisoire du')).toHaveLength(2);
    const { cover: said, ...rest } = sampleActes();
    expect(await textOf({ ...rest, cover: { ...said, standing: '' } })).not.toContain('Version provisoire');
  });

  it('holds what everyone wrote', async () => {
    const text = await textOf(sampleActes());
    for (const said of [
      'Union départementale des centres communaux d’action sociale',
      'Rencontre départementale de l’action sociale',
      '26 novembre 2026, Vannes',
      '2 ateliers · 131 participants · 213 contributions',
      'Version provisoire du 26 novembre 2026',
      'Qu’est-ce qu’un comité pour qui n’y est jamais venu ?',
      '« On prête la salle, ils prêtent les mains. » Inès Caradec – présidente (Morlaix)',
      'Une convention de trois pages, que chacun adapte ; voir le modèle.',
      'Proposition Rédiger la convention type.',
      'Décision Se revoir en mars :',
      'Le paperboard : trois colonnes',
      'Témoignage Inès Caradec – présidente (Morlaix) On nous voit comme un guichet ; nous voulons être une adresse.',
      'Et le dire partout : au hall, au marché.',
      'Sans nom La salle était trop petite.',
      'CARADEC Inès – présidente (Morlaix) : « Une adresse avant d’être un guichet » Le comité reçoit',
      'TANGUY Hervé – directeur (Lorient) Les métiers changent vite',
      'C. LE GALL, Vannes représentée par S. HADDAD',
      'Quoi Qui Pour le Recenser les référents par site Chaque comité 31 janvier 2027',
    ])
      expect(text).toContain(said);
  });

  it.each([
    ['on one side', {}],
    ['on two sides', { twoSided: true }],
  ])('lists in its table of contents the pages where the parts really are, printed %s', async (_, wishes) => {
    const actes = sampleActes();
    const pages = (await pagesOf(await pdfOf(actes, wishes))).map(String);
    const entries = entriesOf(pages, 'Sommaire');
    expect(entries.map(({ title }) => title)).toEqual(listed(actes));
    for (const { title, page } of entries) expect(flat(pages[page - 1] ?? '')).toContain(title);
    const [head, label] = ['Pouvoir d’agir et lien social de proximité', 'Actes du séminaire'];
    const opening = actes.parts.filter((_part, index) => !opensBelow(actes, index));
    expect(opening.length).toBeGreaterThan(3);
    for (const it of opening) {
      const [title = ''] = listed({ ...actes, parts: [it] });
      const { page = 0 } = entries.findLast((one) => one.title === title) ?? {};
      const below = flat(pages[page - 1] ?? '')
        .replace(head, '')
        .replace(label, '');
      expect(below.trim().startsWith(title)).toBe(true);
      if ('twoSided' in wishes && it.kind === 'atelier') expect([title, page % 2]).toEqual([title, 1]);
    }
    pages.forEach((page, index) => {
      const beside = flat(page).replace(actes.cover.standing, '').trim();
      const isNumbered = beside.endsWith(`${index + 1} / ${pages.length}`);
      expect([index, isNumbered]).toEqual([index, index > 0 && flat(page) !== '']);
    });
    expect(pages.some((page) => flat(page) === '')).toBe('twoSided' in wishes);
  });

  it('is tagged: headings, contents, lists, tables with their heads, quotations with who is quoted', async () => {
    const actes = sampleActes();
    const { tagged, title, author, language, marked, bookmarks, xmp } = await structureOf(await pdfOf(actes));
    expect({ title, author, language, marked }).toEqual({
      ...{ title: actes.title, author: actes.organisation, language: 'fr', marked: true },
    });
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const headings = tagged.filter(({ role }) => /^H\d$/u.test(role));
    const written = actes.parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.type === 'heading'
          ? [`H${block.level} ${flat(block.content.map((it) => ('text' in it ? it.text : ' ')).join(''))}`]
          : [],
      ),
    );
    expect(headings.map(({ role, words: said }) => `${role} ${said}`)).toEqual(['H1 Sommaire', ...written]);
    expect(bookmarks).toEqual(
      written
        .filter((it) => it.startsWith('H1'))
        .map((it) => it.slice(3))
        .toSpliced(0, 0, 'Sommaire'),
    );
    const saidIn = (role: string) => tagged.filter((it) => it.role === role).map((it) => it.words);
    expect(saidIn('BlockQuote')).toContain(
      '« On prête la salle, ils prêtent les mains. » Inès Caradec – présidente (Morlaix)',
    );
    expect(saidIn('Quote')).toContain('« Une adresse avant d’être un guichet »');
    expect(saidIn('TH')).toEqual(expect.arrayContaining(['Quoi', 'Qui', 'Pour le', 'Heure', 'Écart']));
    expect(saidIn('TD')).toEqual(expect.arrayContaining(['Recenser les référents par site', '+5 min']));
    expect(saidIn('LI').join('\n')).toContain('une permanence mensuelle, à heure fixe ;');
    expect(saidIn('LI').join('\n')).toContain('C. LE GALL, Vannes');
    expect(saidIn('TOCI').length).toBe(listed(actes).length);
    expect(saidIn('Link')).toContain('le modèle');
  });

  it('is a PDF/A-2a for the archives, with the same tags', async () => {
    const { xmp, tagged, marked } = await structureOf(await pdfOf(sampleActes(), { standard: 'a-2a' }));
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(marked).toBe(true);
    expect(new Set(tagged.map(({ role }) => role))).toContain('BlockQuote');
  });

  it('gives the same bytes for the same actes', async () => {
    const other = openActesExport();
    try {
      const [first, second] = [await pdfOf(sampleActes()), await pdfOf(sampleActes())];
      expect(Buffer.compare(first, second)).toBe(0);
      const third = await other.make(sampleActes(), new Map(), { format: 'pdf' });
      expect(Buffer.compare(first, third)).toBe(0);
    } finally {
      await other.close();
    }
  });

  it('hyphenates words, and never a name', async () => {
    const name = 'Bartholoméa PLOUGASTELLEN-KERGUELEN';
    const said = ['Les intercommunalités accompagnent la présidente ', 'à travers les départements ; ']
      .flatMap((it) => [it, `${name} `])
      .join('');
    const shifted = Array.from({ length: 60 }, (_, shift) =>
      paragraph(`${'x'.repeat(shift)} ${said.repeat(6)}`),
    );
    const actes = sampleActes({
      parts: [
        part('attendance', heading(1, 'Présents'), {
          type: 'attendance',
          entries: [entry(`${name}, Brest`)],
        }),
        part('text', heading(1, 'Texte'), ...shifted),
      ],
    });
    const lines = (await pagesOf(await pdfOf(actes))).join('\n');
    expect(lines).toMatch(/\p{Ll}[-‐]\n\p{Ll}/u);
    const cut = [...lines.matchAll(/(\S+)[-‐]\n(\S+)/gu)].map(
      ([, before = '', after = '']) => before + after,
    );
    expect(cut.length).toBeGreaterThan(30);
    expect(cut.filter((word) => /barthol|plougas|kergue/iu.test(word))).toEqual([]);
    expect(lines.match(/PLOUGASTELLEN-KERGUELEN/gu)?.length).toBe(60 * 12 + 1);
  });

  it('[AC123] ends a line before « t-elle », not within it, and leaves the signs as they are', async () => {
    const said = 'Comment circule-t-elle, dit-il, et que voit-on ? '.repeat(6);
    const shifted = Array.from({ length: 40 }, (_, shift) => paragraph(`${'x'.repeat(shift + 1)} ${said}`));
    const actes = sampleActes({ parts: [part('text', heading(1, 'Texte'), ...shifted)] });
    const lines = (await pagesOf(await pdfOf(actes))).join('\n');
    expect(lines).toMatch(/circule-\nt-elle/u);
    expect(lines).not.toMatch(/t[-‐]\n\s*(?:elle|il|on)\b/u);
    expect(lines.match(/t-elle,/gu)).toHaveLength(40 * 6);
    expect(lines.match(/dit-il,/gu)).toHaveLength(40 * 6);
  });

  it('sets a head above the first page where there is no table of contents', async () => {
    const parts = [
      part('text', heading(1, 'Décisions'), paragraph('Se revoir en mars.')),
      part('next-meeting', heading(1, 'Prochain rendez-vous'), paragraph('Le 18 mars.')),
    ];
    const bytes = await pdfOf(sampleActes({ contents: '', parts }));
    const pages = await pagesOf(bytes);
    expect(pages.length).toBe(1);
    for (const said of ['Actes du séminaire', 'Pouvoir d’agir', 'Décisions', 'Le 18 mars.', '1 / 1'])
      expect(flat(pages[0] ?? '')).toContain(said);
    expect((await structureOf(bytes)).tagged.map(({ role }) => role)).not.toContain('TOC');
  });

  it('writes the names that people bring from further away', async () => {
    const names = [
      '张伟',
      '陳美玲',
      '山田さくら',
      '김민준',
      'שרה כהן',
      'محمد بنعلي',
      'Λένα',
      'Олена',
      '😀 Zoé',
    ];
    const actes = sampleActes({
      parts: [
        part(
          'people',
          heading(1, 'Qui sommes-nous'),
          { type: 'attendance', entries: names.map((name) => entry(name)) },
          ...names.map((name) => presentation(`${name} – bénévole (Brest)`, `${name} !`, [paragraph(name)])),
          ...names.map((name) => quotation(name, [paragraph(words(name, { strong: true, emphasis: true }))])),
          ...names.map((name) => contribution('Constat', name, [paragraph(name)])),
          table(['Qui'], ...names.map((name) => [name])),
        ),
      ],
    });
    expect(names.every((name) => [...name].every((it) => covers(it.codePointAt(0) ?? 0)))).toBe(true);
    const text = await textOf(actes);
    for (const name of ['张伟', '陳美玲', '山田さくら', '김민준', 'Λένα', 'Олена', '😀 Zoé'])
      expect(text.split(name).length).toBeGreaterThan(7);
  });

  it('prints words as words, whatever markup they look like', async () => {
    const looks = '#panic("x") $x^2$ *a* _b_ `c` \\ @ref <label> // = == [x] "y" #include "/etc/passwd"';
    const text = await textOf(
      sampleActes({ language: 'en', parts: [part('preamble', heading(1, 'A'), paragraph(looks))] }),
    );
    expect(text).toContain(looks);
  });
});

async function picturesOf({ count, picture }: ActesPages): Promise<readonly string[]> {
  const pictures: string[] = [];
  while (pictures.length < count) pictures.push(await picture(pictures.length + 1));
  return pictures;
}

describe('the pages as pictures', () => {
  it('are those of the PDF, each a whole SVG that brings what it draws', async () => {
    const actes = sampleActes();
    const [set, pdf] = await Promise.all([actesExport.pages(actes, new Map(), {}), pdfOf(actes)]);
    const pages = await picturesOf(set);
    expect(pages.length).toBe((await pagesOf(pdf)).length);
    for (const page of pages) {
      expect(page).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
      const defined = new Set([...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id));
      const drawn = [...page.matchAll(/(?:href="|url\()#([^")]+)[")]/gu)].map(([, id]) => id);
      expect(drawn.length).toBeGreaterThan(20);
      expect(drawn.filter((id) => !defined.has(id))).toEqual([]);
      expect(page.match(/<\/[a-z]/giu)?.length).toBe(page.match(/<[a-z][^>]*(?<!\/)>/giu)?.length);
    }
    expect(await picturesOf(await actesExport.pages(actes, new Map(), {}))).toEqual(pages);
  });

  it.each([
    ['on one side', {}],
    ['on two sides', { twoSided: true }],
  ])('say the page that each part really opens on, printed %s', async (_, wishes) => {
    const actes = sampleActes();
    const [{ blocks }, pdf] = await Promise.all([
      actesExport.pages(actes, new Map(), wishes),
      pdfOf(actes, wishes),
    ]);
    const entries = entriesOf((await pagesOf(pdf)).map(String), 'Sommaire');
    let before = 0;
    const listedPages = actes.parts.map((it) => {
      const title = entries[before];
      before += listed({ ...actes, parts: [it] }).length;
      expect(title?.title).toBe(flat(partTitle(it)));
      return title?.page;
    });
    expect(blocks.map(([page]) => page)).toEqual(listedPages);
  });

  it('say it of a part that no longer finds room below another', async () => {
    for (const lines of [32, 33]) {
      const filling = Array.from({ length: lines }, () => paragraph('Une ligne.'));
      const actes = sampleActes({
        parts: [
          part('preamble', heading(1, 'Préambule'), ...filling),
          part('next-meeting', heading(1, 'Prochaine réunion'), paragraph('En mars.')),
        ],
      });
      const [{ blocks }, pdf] = await Promise.all([actesExport.pages(actes, new Map(), {}), pdfOf(actes)]);
      const told = (await pagesOf(pdf)).findLastIndex((text) => flat(text).includes('Prochaine réunion'));
      expect([lines, blocks.map(([page]) => page)]).toEqual([lines, [3, told + 1]]);
    }
  });

  it('are drawn again from the same actes once their process is gone, or others were set since', async () => {
    const other = openActesExport();
    try {
      const set = await other.pages(sampleActes(), new Map(), {});
      const first = await set.picture(2);
      process.kill(other.processId ?? 0, 'SIGKILL');
      expect(await set.picture(2)).toBe(first);
      const opened = Array.from({ length: 240 }, () => part('atelier', heading(1, 'A')));
      const long = await other.pages(sampleActes({ parts: opened }), new Map(), {});
      expect(long.count).toBeGreaterThan(240);
      expect(await Promise.all([set.picture(2), set.picture(2)])).toEqual([first, first]);
    } finally {
      await other.close();
    }
  });
});
