/** DOCX and ODT as a word processor reads them: LibreOffice opens them all in one start and writes what it understood. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actes } from '#core/actes/actes.ts';
import { normaliseActes } from '#core/actes/normalise-actes.ts';
import { typeset } from '#core/actes/typeset.ts';
import { PNG } from '#core/photos/images.test-support.ts';
import { linesOf, readByLibreOffice } from '../../../tests/support/office-text.ts';
import type { OfficeReading } from '../../../tests/support/office-text.ts';
import { hostileActes, PAPERBOARD, sampleActes } from '../../../tests/support/sample-actes.ts';
import { elementsOf, textOf } from '../../../tests/support/xml.ts';
import { toDocx } from '../docx/docx.ts';
import { toOdt } from '../odt/odt.ts';

const pictures = new Map([[PAPERBOARD, PNG]]);
const HOSTILE = 24;
const normalised = (seed: number): Actes =>
  normaliseActes(typeset(hostileActes(seed)), {
    covers: () => true,
    labels: { actes: 'Actes', image: 'Image sans description' },
  }).actes;

const DOCUMENTS = new Map<string, Actes>([
  ['sample', sampleActes()],
  ['meeting', sampleActes({ model: 'meeting', contents: '' })],
  ...Array.from({ length: HOSTILE }, (_, seed) => [`hostile-${String(seed)}`, normalised(seed)] as const),
]);

let read: ReadonlyMap<string, OfficeReading>;

beforeAll(() => {
  const files = [...DOCUMENTS].flatMap(([name, actes]) => [
    [`${name}-word.docx`, toDocx(actes, pictures)] as const,
    [`${name}-text.odt`, toOdt(actes, pictures)] as const,
  ]);
  read = readByLibreOffice(new Map(files));
}, 120_000);

const readingOf = (name: string): OfficeReading => {
  const found = read.get(name);
  if (found === undefined) throw new Error(`nothing was read of ${name}`);
  return found;
};

/** Without white space, and without the quotation marks and colons that each language sets in its own way. */
const bare = (lines: readonly string[]): string => lines.join('').replace(/[\s:«»“”]/gu, '');

/** Both texts from where they part; null when they do not. */
function firstDifference(one: string, other: string): readonly string[] | null {
  if (one === other) return null;
  const at = [...one].findIndex((sign, index) => sign !== [...other][index]);
  return [one, other].map((text) => [...text].slice(Math.max(at - 20, 0), at + 40).join(''));
}

describe.each(['word.docx', 'text.odt'])('%s in LibreOffice', (kind) => {
  it('has the sample line by line', () => {
    expect(readingOf(`sample-${kind}`).lines.map(({ words }) => words)).toEqual(linesOf(sampleActes()));
  });

  it.each([...DOCUMENTS])('has all the words of %s in their order', (name, actes) => {
    const words = readingOf(`${name}-${kind}`).lines.map((line) => line.words);
    expect(firstDifference(bare(words), bare(linesOf(actes)))).toBeNull();
  });

  it('keeps headings, quotations, lists and tables as what they are', () => {
    const { lines, root } = readingOf(`sample-${kind}`);
    const of = (words: string) => lines.find((line) => line.words === words);
    expect(of('Préambule')).toMatchObject({ style: 'Heading_20_1', level: 1 });
    expect(of('Habiter un territoire')).toMatchObject({ style: 'Heading_20_2', level: 2 });
    expect(of('Qui sommes-nous ?')).toMatchObject({ style: 'Titre_20_3_20_hors_20_sommaire', level: 3 });
    expect(of('Ce que l’atelier propose')).toMatchObject({ style: 'Heading_20_4', level: 4 });
    expect(of('« On prête la salle, ils prêtent les mains. »')?.style).toMatch(/^Quot/);
    expect(of('Inès Caradec – présidente (Morlaix)')?.style).toBe('Auteur_20_de_20_la_20_citation');
    expect(of('Pouvoir d’agir et lien social de proximité')?.style).toBe('Title');
    expect(elementsOf(root, 'table:table-header-rows')).toHaveLength(4);
    expect(elementsOf(root, 'text:list-item').length).toBeGreaterThan(10);
    expect(elementsOf(root, 'svg:desc').map(textOf)).toContain('Trois colonnes : quoi, qui, quand');
  });

  it('lists in its table of contents what the actes list', () => {
    const [contents] = elementsOf(readingOf(`sample-${kind}`).root, 'text:index-body');
    const entries =
      contents === undefined ? [] : elementsOf(contents, 'text:p').map((it) => textOf(it).trim());
    for (const entry of ['Préambule', 'Quatre degrés de participation', 'Suites proposées'])
      expect(entries.some((line) => line.startsWith(entry))).toBe(true);
    expect(entries).not.toContain('Qui sommes-nous ?');
  });
});
