/** Names in the scripts that people bring: each must stand on the page as it is written, in every place of the actes. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normaliseActes } from '#core/actes/normalise-actes.ts';
import { typeset } from '#core/actes/typeset.ts';
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
import { openActesExport } from '../actes-export.ts';

const NAMES = [
  ['Arabic', 'محمد بنعلي'],
  ['Armenian', 'Արմեն Պետրոսյան'],
  ['Bengali', 'রহিমা খাতুন'],
  ['Chinese', '陳美玲'],
  ['Cyrillic', 'Олена Шевченко'],
  ['Devanagari', 'प्रिया शर्मा'],
  ['Ethiopic', 'አበበ ቢቂላ'],
  ['Georgian', 'ნინო ბერიძე'],
  ['Greek', 'Λένα Παπαδάκη'],
  ['Hebrew', 'שרה כהן'],
  ['Japanese', '山田さくら'],
  ['Khmer', 'សុខ ស្រីមុំ'],
  ['Korean', '김민준'],
  ['Tamil', 'முருகன் செல்வி'],
  ['Thai', 'สมชาย ใจดี'],
] as const;

const actesExport = openActesExport();
const folder = await mkdtemp(join(tmpdir(), 'pleniere-scripts-'));
afterAll(async () => {
  await actesExport.close();
  await rm(folder, { recursive: true, force: true });
});

/** A part for each name, which opens on a page of its own. */
const actes = sampleActes({
  parts: NAMES.map(([, name]) =>
    part(
      'people',
      heading(1, name),
      heading(2, `Atelier de ${name}`),
      { type: 'attendance', entries: [entry(`${name}, Brest`)] },
      presentation(`${name} – bénévole (Brest)`, `${name} !`, [paragraph(name)]),
      quotation(name, [paragraph(words(name, { strong: true, emphasis: true }))]),
      contribution('Constat', name, [paragraph(name)]),
      table([name], [name]),
    ),
  ),
});

/** How often the part above writes its name. */
const PLACES = 12;

/**
 * The code points of a name that a page does not hold once for each place of it. In which order they are found depends
 * on marks and directions; one that a font draws by two signs is found twice in every place.
 */
function lostFrom(page: string, name: string): readonly string[] {
  const times = (point: string, text: string): number => text.split(point).length - 1;
  return [...new Set(name.replace(/\s/gu, ''))].filter(
    (point) => times(point, page) < PLACES * times(point, name) || times(point, page) % PLACES !== 0,
  );
}

describe('names in the scripts that people bring', () => {
  let pages: readonly string[] = [];
  let repairs: readonly unknown[] = [];

  beforeAll(async () => {
    const { error, status } = spawnSync('pdftotext', ['-v']);
    if (error || status !== 0) throw new Error('pdftotext must be installed (Debian: poppler-utils)');
    const normalised = normaliseActes(typeset(actes), {
      covers: actesExport.covers,
      labels: { actes: 'Actes', image: 'Image sans description' },
    });
    repairs = normalised.repairs;
    const file = join(folder, 'names.pdf');
    const made = await actesExport.make(normalised.actes, new Map(), { format: 'pdf', standard: 'ua-1' });
    await writeFile(file, made);
    const read = spawnSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' });
    expect(read.status).toBe(0);
    pages = read.stdout.split('\f');
  });

  it('are all printed: nothing is repaired, and a PDF/UA-1 is made', () => {
    expect(repairs).toEqual([]);
  });

  it.each(NAMES)('%s: %s', (_, name) => {
    const [initial = ''] = name;
    const page = pages.filter((text) => text.includes('Constat') && text.includes(initial));
    expect(page).toHaveLength(1);
    expect(lostFrom(page.join(''), name)).toEqual([]);
  });
});
