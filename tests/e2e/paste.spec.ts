/** What people paste from other programs, into the real editor in a real browser. */
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import type { Block, RichText } from '../../src/lib/core/actes/rich-text.ts';
import { readMarkdown } from '../../src/lib/markdown/read-markdown.ts';
import { CLIPBOARDS } from '../support/clipboards.ts';

let script = '';

test.beforeAll(async () => {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('../support/paste-page.ts', import.meta.url)),
        formats: ['iife'],
        name: 'page',
      },
    },
  });
  const [output] = Array.isArray(made) ? made : [];
  script = output?.output[0].code ?? '';
});

/** In the editor a cell without words still has its paragraph. */
const withFilledCells = (block: Block): Block =>
  block.type !== 'table'
    ? block
    : {
        ...block,
        rows: block.rows.map((row) =>
          row.map(({ header, content }) => ({
            header,
            content: content.length > 0 ? content : [{ type: 'paragraph', content: [], sources: [] }],
          })),
        ),
      };

for (const { from, html, text } of CLIPBOARDS) {
  test(`from ${from}`, async ({ page }) => {
    await page.setContent('<!doctype html><title>Notes</title>');
    await page.addScriptTag({ content: script });
    const pasted: RichText = await page.evaluate((it) => globalThis.textAfterPasting(it), html);
    expect(pasted).toEqual(readMarkdown(text).map(withFilledCells));
  });
}

test('plain text: bullets of a page are a list, and prose is none', async ({ page }) => {
  await page.setContent('<!doctype html><title>Notes</title>');
  await page.addScriptTag({ content: script });
  const lines = [
    'Le groupe propose :',
    '\uf0b7\touvrir le samedi',
    '\uf0b7\tprêter la salle aux associations du quartier qui',
    'la demandent',
  ];
  const pasted = await page.evaluate(
    (it) => globalThis.textAfterPastingPlain(it),
    [...lines, '', 'Voilà – dit-on.'].join('\n'),
  );
  const list = '- ouvrir le samedi\n- prêter la salle aux associations du quartier qui la demandent';
  expect(pasted).toEqual(readMarkdown(`Le groupe propose :\n\n${list}\n\nVoilà – dit-on.`));
});

test('asks no other server for anything', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.setContent('<!doctype html><title>Notes</title>');
  await page.addScriptTag({ content: script });
  const pasted = await page.evaluate(
    (it) => globalThis.textAfterPasting(it),
    '<p>Avant<img src="http://127.0.0.1:9/p.gif" onerror="document.title=1"><script>document.title = 2</script></p>',
  );
  expect(pasted).toEqual(readMarkdown('Avant'));
  expect(asked).toEqual([]);
  expect(await page.title()).toBe('Notes');
});

test('an editor that is left with the caret in it is told nothing once it is gone', async ({ page }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.setContent('<!doctype html><title>Notes</title>');
  await page.addScriptTag({ content: script });
  await page.evaluate(() => globalThis.leftWithTheCaret());
  expect(problems).toEqual([]);
});
