/** Pages as a printer looks at them: their margins, and what stands at their ends. */
import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import type { Actes, ActesBlock } from '#core/actes/actes.ts';
import { flat, pagesOf } from '../../../tests/support/pdf-text.ts';
import {
  heading,
  item,
  list,
  numbered,
  paragraph,
  part,
  presentation,
  proposal,
  contribution,
  sampleActes,
  table,
} from '../../../tests/support/sample-actes.ts';
import { openActesExport } from '../actes-export.ts';

const actesExport = openActesExport();
afterAll(() => actesExport.close());

const pdfOf = (actes: Actes) => actesExport.make(actes, new Map(), { format: 'pdf' });

const SENTENCES =
  'Le comité reçoit ceux qui ont fait le tour des autres portes, et les connaît par leur prénom. Les métiers ' +
  'changent vite, les mots pour les dire un peu moins. On cherche ensemble ce que personne ne trouverait seul.';
const said = paragraph(SENTENCES);
const minutesOf = (...blocks: readonly ActesBlock[]): Actes =>
  sampleActes({ contents: '', parts: [part('text', heading(1, 'Texte'), ...blocks)] });

/** The first page's lines: their right edge in points, and their words. */
function linesOn(pdf: Uint8Array): readonly { readonly right: number; readonly words: string }[] {
  const { stdout } = spawnSync('pdftotext', ['-bbox-layout', '-l', '1', '-', '-'], {
    input: pdf,
    encoding: 'utf8',
  });
  return [...stdout.matchAll(/<line [^>]*xMax="([\d.]+)"[^>]*>(.*?)<\/line>/gsu)].map(
    ([, right, inside = '']) => ({
      right: Number(right),
      words: flat(inside.replace(/<[^>]*>/g, ' ')),
    }),
  );
}

describe('justified lines', () => {
  it.each<readonly [string, ActesBlock]>([
    ['a paragraph', said],
    ['a list', list(item(said), item(said))],
    ['a numbered list in a list', list(item(said, numbered(1, item(said), item(said))))],
    ['a presentation', presentation('CARADEC Inès – présidente (Morlaix)', '', [said, list(item(said))])],
    ['a quotation among them', presentation('CARADEC Inès – présidente', 'Aller vers', [said])],
    ['a proposal', proposal('proposal', [said, list(item(said))])],
    ['a contribution', contribution('Constat', 'Sans nom', [said])],
  ])('end at the right margin in %s', async (_, block) => {
    const lines = linesOn(await pdfOf(minutesOf(block)));
    const full = lines.filter(
      ({ words }, index) =>
        SENTENCES.includes(words.replace(/^(?:•|\d\.) |[-‐]$/gu, '')) &&
        !lines[index]?.words.endsWith('seul.'),
    );
    expect(full.length).toBeGreaterThan(1);
    // Hyphens hang into the margin.
    for (const { right, words } of full.filter((it) => !/[-‐.,]$/u.test(it.words)))
      expect([words, Math.round(right)]).toEqual([words, 522]);
  });
});

/** The words of the pages' ends, as the text before the blocks grows line by line. */
async function pagesAsTextGrows(
  shifts: number,
  ...blocks: readonly ActesBlock[]
): Promise<readonly string[]> {
  const pages: string[] = [];
  for (let lines = 0; lines < shifts; lines += 1) {
    const before = Array.from({ length: 14 + lines }, () => paragraph('Une ligne.'));
    const all = await pagesOf(await pdfOf(minutesOf(...before, ...blocks)));
    pages.push(
      ...all.map((page) =>
        flat(page).replace('Pouvoir d’agir et lien social de proximité Actes du séminaire', '').trim(),
      ),
    );
  }
  return pages;
}

describe('at the ends of pages', () => {
  it('no item of a list stands alone', async () => {
    const items = Array.from({ length: 12 }, (_, index) => item(paragraph(`Point ${String(index + 1)}.`)));
    const counts = (await pagesAsTextGrows(20, paragraph('Nous retenons :'), list(...items))).map(
      (page) => page.match(/Point \d+\./gu)?.length ?? 0,
    );
    expect(counts.filter((count) => count === 1 || count === 11)).toEqual([]);
    expect(counts.filter((count) => count > 1 && count < 11).length).toBeGreaterThan(6);
  });

  it('short lists, tables, proposals and contributions are whole, with what announces them', async () => {
    const short = [
      paragraph('Nous retenons :'),
      list(item(paragraph('Un.')), item(paragraph('Deux.')), item(paragraph('Trois.'))),
      table(['Suite', 'Qui'], ['Quatre.', 'A'], ['Cinq.', 'B']),
      proposal('decision', [paragraph('Six.'), paragraph('Sept.')]),
      contribution('Constat', 'Sans nom', [paragraph('Huit.'), paragraph('Neuf.')]),
    ];
    const pages = await pagesAsTextGrows(20, ...short);
    const together = [
      ['Nous retenons :', 'Un.', 'Deux.', 'Trois.'],
      ['Suite', 'Quatre.', 'Cinq.'],
      ['Décision', 'Six.', 'Sept.'],
      ['Constat', 'Huit.', 'Neuf.'],
    ];
    for (const words of together)
      for (const page of pages)
        expect([0, words.length]).toContain(words.filter((it) => page.includes(it)).length);
  });

  it('the first page of minutes says their title once', async () => {
    const [first = '', second = ''] = await pagesOf(
      await pdfOf(minutesOf(...Array.from({ length: 60 }, () => said))),
    );
    expect(flat(first).split('Pouvoir d’agir').length).toBe(2);
    expect(flat(second).startsWith('Pouvoir d’agir et lien social de proximité Actes du séminaire')).toBe(
      true,
    );
  });
});
