/** Names in the scripts that people bring: each must stand on the page as it is written, in every place of the actes. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
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

const codePoints = (text: string): ReadonlySet<string> => new Set(text.replace(/\s/gu, ''));

describe('names in the scripts that people bring', async () => {
  const { actes: normalised, repairs } = normaliseActes(typeset(actes), {
    covers: actesExport.covers,
    labels: { actes: 'Actes', image: 'Image sans description' },
  });
  const file = join(folder, 'names.pdf');
  await writeFile(file, await actesExport.make(normalised, new Map(), { format: 'pdf', standard: 'ua-1' }));
  const { stdout, status } = spawnSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' });
  const pages = stdout.split('\f');

  it('are all printed: nothing is repaired, and a PDF/UA-1 is made', () => {
    expect(status, 'pdftotext must be installed (Debian: poppler-utils)').toBe(0);
    expect(repairs).toEqual([]);
  });

  it.each(NAMES)('%s: %s', (_, name) => {
    const page = pages.find(
      (text) => codePoints(name).isSubsetOf(codePoints(text)) && text.includes('Constat'),
    );
    expect([...codePoints(name).difference(codePoints(page ?? ''))]).toEqual([]);
  });
});
