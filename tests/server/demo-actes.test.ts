/** The actes that a first visitor sees, as files: sound to a reader of PDF that is not ours, pages where they are said. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actes } from '#core/actes/actes.ts';
import { openActesExport } from '../../server/export/actes-export.ts';
import { demoActes } from '../support/demo-actes.ts';
import { flat } from '../support/pdf-text.ts';

const STANDARDS = ['ua-1', 'a-2a'] as const;
/** A title, and its page behind a joiner that keeps the figures together. */
const ENTRY = /^\s*(.+?)\s+\u2060?(\d+)$/u;

const actesExport = openActesExport();
let folder: string;
let actes: Actes;
const fileOf = (standard: string): string => join(folder, `${standard}.pdf`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pleniere-demo-actes-'));
  const made = await demoActes();
  actes = made.actes;
  for (const standard of STANDARDS) {
    const bytes = await actesExport.make(actes, made.pictures, { format: 'pdf', standard });
    await writeFile(fileOf(standard), bytes);
  }
});

afterAll(async () => {
  await actesExport.close();
  await rm(folder, { recursive: true, force: true });
});

function said(command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) throw new Error(`${command} must be installed (Debian: qpdf, poppler-utils)`);
  if (status !== 0) throw new Error(`${command}: ${stdout}${stderr}`);
  return stdout;
}

describe('the PDF of the demo’s actes', () => {
  it.each([
    ['ua-1', '<pdfuaid:part>1</pdfuaid:part>'],
    ['a-2a', '<pdfaid:part>2</pdfaid:part>'],
  ])('is sound for qpdf as %s', (standard, claim) => {
    const file = fileOf(standard);
    expect(said('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
    expect(said('pdfinfo', '-meta', file)).toContain(claim);
  });

  it.each(STANDARDS)('says in its table of contents the pages where its parts are, as %s', (standard) => {
    const pages = said('pdftotext', '-layout', '-enc', 'UTF-8', fileOf(standard), '-')
      .split('\f')
      .slice(0, -1);
    const lines = (pages[1] ?? '').split('\n');
    const entries = lines.slice(lines.indexOf(actes.contents) + 1).flatMap((line) => {
      const [, title = '', page] = ENTRY.exec(line) ?? [];
      return page === undefined || title.endsWith('/') ? [] : [{ title: flat(title), page: Number(page) }];
    });
    expect(entries.map(({ title }) => title)).toEqual(listed());
    for (const { title, page } of entries) {
      const text = flat(pages[page - 1] ?? '');
      expect(text).toContain(title);
      expect(text.endsWith(`${page} / ${pages.length}`)).toBe(true);
    }
  });
});

/** What the table of contents is to say, in its order. */
function listed(): readonly string[] {
  return actes.parts
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) =>
      block.type === 'heading' && block.inContents && block.level <= 3
        ? [flat(block.content.map((it) => (it.type === 'text' ? it.text : ' ')).join(''))]
        : [],
    );
}
