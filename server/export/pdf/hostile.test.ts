/** Actes as no one would write them: all become an accessible PDF that another reader finds sound. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { normaliseActes } from '#core/actes/normalise-actes.ts';
import { typeset } from '#core/actes/typeset.ts';
import { JPEG, PNG, WEBP } from '#core/photos/images.test-support.ts';
import {
  contribution,
  facts,
  heading,
  hostileActes,
  paragraph,
  part,
  presentation,
  quotation,
  sampleActes,
  table,
  words,
} from '../../../tests/support/sample-actes.ts';
import { openActesExport } from '../actes-export.ts';
import { coverageOf } from './font-coverage.ts';
import { fontFamilies } from './fonts.ts';

const covers = coverageOf(fontFamilies());

const actesExport = openActesExport();
const folder = await mkdtemp(join(tmpdir(), 'pleniere-hostile-'));
afterAll(async () => {
  await actesExport.close();
  await rm(folder, { recursive: true, force: true });
});

const HOSTILE = 200;
const labels = { actes: 'Actes', image: 'Image sans description' };
/** Of the hashes that hostile actes cite: sound, cut off, and of another type than they say. */
const files = new Map([
  ['0'.repeat(64), PNG],
  ['a'.repeat(64), JPEG.slice(0, 60)],
  ['f'.repeat(64), WEBP],
]);

describe('hostile actes', () => {
  it(`become a PDF/UA-1 that qpdf finds sound, all ${HOSTILE} of them`, { timeout: 300_000 }, async () => {
    expect(spawnSync('qpdf', ['--version']).status, 'qpdf must be installed (Debian: qpdf)').toBe(0);
    const refused: string[] = [];
    for (let seed = 0; seed < HOSTILE; seed += 1) {
      const { actes } = normaliseActes(typeset(hostileActes(seed)), { covers, labels });
      const wishes = { format: 'pdf', twoSided: seed % 4 === 0 } as const;
      const pdf = await actesExport.make(actes, files, wishes).catch((error: unknown) => String(error));
      if (typeof pdf === 'string') {
        refused.push(`seed ${seed}: ${pdf}`);
        continue;
      }
      const file = join(folder, `${seed}.pdf`);
      await writeFile(file, pdf);
      const { status, stdout, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
      if (status !== 0) refused.push(`seed ${seed}: ${stdout}${stderr}`);
    }
    expect(refused).toEqual([]);
  });

  it(
    'are set where a paragraph asks for thousands of fonts, names and whole words',
    { timeout: 60_000 },
    async () => {
      const accented = 'ɔ̀ '.repeat(666).trim();
      const said = 'dit-il '.repeat(2000).trim();
      const named = 'Jean-Caradec Caradec '.repeat(1000).trim();
      const mixed = 'Kɔ̀kú dit-il à Jean-Caradec ܡܠܟ̈ܐ, '.repeat(2000).trim();
      for (const text of [accented, said, named, mixed]) {
        const actes = sampleActes({
          parts: [
            part(
              'text',
              heading(1, text.slice(0, 2000)),
              heading(2, text.slice(0, 2000)),
              facts(text.slice(0, 2000)),
              paragraph(text),
              quotation('Jean-Caradec Caradec', [paragraph(text)]),
              contribution('Constat', text.slice(0, 2000), [paragraph(text.slice(0, 2000))]),
              presentation(`${text.slice(0, 2000)} – ${text.slice(0, 2000)}`, text.slice(0, 2000), []),
              table([text.slice(0, 2000)], [text.slice(0, 2000)]),
            ),
          ],
          cover: { ...sampleActes().cover, title: text.slice(0, 2000), theme: text.slice(0, 2000) },
        });
        const made = actesExport.make(actes, files, { format: 'pdf', standard: 'ua-1' });
        await expect(made, text.slice(0, 20)).resolves.toBeInstanceOf(Uint8Array);
      }
    },
  );

  it('repeat no link in the head of a table, and lose none that ends in a place to hyphenate', async () => {
    const link = { link: 'https://exemple.fr/' };
    const long = table(['Quoi', 'Qui'], ...Array.from({ length: 80 }, (_, row) => [`ligne ${row}`, 'x']));
    if (long.type !== 'table') throw new Error(long.type);
    const head = [
      { header: true, content: [paragraph(words('quoi', link))] },
      { header: true, content: [] },
    ];
    const actes = sampleActes({
      parts: [
        part(
          'text',
          heading(1, 'Liens'),
          { ...long, rows: [head, ...long.rows.slice(1)] },
          paragraph(words('fin\u00ad', link)),
        ),
      ],
    });
    await expect(actesExport.make(actes, files, { format: 'pdf' })).resolves.toBeInstanceOf(Uint8Array);
  });
});
