/** What a word processor has to show of actes, and what LibreOffice read of a file. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Actes, ActesBlock } from '#core/actes/actes.ts';
import type { Inline } from '#core/actes/rich-text.ts';
import { readXml } from './xml.ts';
import type { XmlElement } from './xml.ts';

/** Lines that say something, their white space folded. */
const folded = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.replace(/[\s\u200b]+/gu, ' ').trim()).filter((line) => line !== '');

const inWords = (content: readonly Inline[]): string =>
  content.map((it) => (it.type === 'text' ? it.text : ' ')).join('');

/** The lines of the actes, cover first, as they stand one below the other; without the table of contents. */
export function linesOf({ organisation, cover, parts }: Actes): readonly string[] {
  const front = [organisation, cover.label === cover.title ? '' : cover.label, cover.title, cover.theme];
  const lines = [...front, cover.dayAndPlace, cover.counts, cover.standing];
  return folded([...lines, ...parts.flatMap(({ blocks }) => blocks.flatMap(blockLines))]);
}

const quoted = (lines: readonly string[]): readonly string[] =>
  lines.map(
    (line, index) => `${index === 0 ? '«\u00a0' : ''}${line}${index === lines.length - 1 ? '\u00a0»' : ''}`,
  );

function blockLines(block: ActesBlock): readonly string[] {
  const all = (blocks: readonly ActesBlock[]): readonly string[] => blocks.flatMap(blockLines);
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'facts':
      return [inWords(block.content)];
    case 'list':
      return block.items.flatMap((item) => all(item.content));
    case 'quotation':
      return [...quoted(all(block.content)), block.attribution];
    case 'proposal':
      return [block.label, ...all(block.content)];
    case 'contribution':
      return [[block.label, block.author].filter((it) => it !== '').join(' – '), ...all(block.content)];
    case 'presentation': {
      const said = quoted(all(block.quotation)).join(' ');
      return [said === '' ? block.who : `${block.who}\u00a0: ${said}`, ...all(block.content)];
    }
    case 'attendance':
      return block.entries.map(({ who, note }) => (note === '' ? who : `${who} – ${note}`));
    case 'table':
      return block.rows.flat().flatMap((cell) => all(cell.content));
    case 'image':
      return [block.alternative];
  }
}

export type OfficeLine = { readonly style: string; readonly level: number | null; readonly words: string };
export type OfficeReading = { readonly lines: readonly OfficeLine[]; readonly root: XmlElement };

const FIND =
  'The files are opened by LibreOffice: install it with "apt-get install libreoffice-writer-nogui".';

/** What LibreOffice read of each file, by its name; one start for all. Throws when it gives no answer for one. */
export function readByLibreOffice(
  files: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, OfficeReading> {
  const folder = mkdtempSync(join(tmpdir(), 'pleniere-office-'));
  try {
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
    const { error, stderr } = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        ...['--headless', '--convert-to', 'fodt', '--outdir', join(folder, 'read')],
        ...[...files.keys()].map((name) => join(folder, name)),
      ],
      { encoding: 'utf8', timeout: 120_000 },
    );
    if (error !== undefined) throw new Error(FIND, { cause: error });
    const read = new Set(readdirSync(join(folder, 'read')));
    return new Map(
      [...files.keys()].map((name) => {
        const written = `${basename(name).replace(/\.\w+$/u, '')}.fodt`;
        if (!read.has(written)) throw new Error(`LibreOffice could not read ${name}: ${stderr}`);
        const root = readXml(readFileSync(join(folder, 'read', written), 'utf8'));
        return [name, { root, lines: officeLines(root) }];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The paragraphs of the body under the names of their styles, those of the automatic ones resolved. */
function officeLines(root: XmlElement): readonly OfficeLine[] {
  const parents = new Map<string, string>();
  const named = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      const { 'style:name': name, 'style:parent-style-name': parent } = child.attributes;
      const isAutomatic = element.name === 'office:automatic-styles' && child.name === 'style:style';
      if (isAutomatic && name !== undefined && parent !== undefined) parents.set(name, parent);
      named(child);
    }
  };
  named(root);
  const lines: OfficeLine[] = [];
  const visit = (element: XmlElement): void => {
    if (element.name === 'text:table-of-content' || element.name === 'office:styles') return;
    if (element.name !== 'text:p' && element.name !== 'text:h') {
      element.children.forEach((child) => (typeof child === 'string' ? undefined : visit(child)));
      return;
    }
    const style = element.attributes['text:style-name'] ?? '';
    const level = element.attributes['text:outline-level'];
    const words = folded([wordsOf(element)])[0];
    if (words !== undefined)
      lines.push({
        style: parents.get(style) ?? style,
        level: level === undefined ? null : Number(level),
        words,
      });
  };
  const body = root.children.find((it) => typeof it !== 'string' && it.name === 'office:body');
  if (body !== undefined && typeof body !== 'string') visit(body);
  return lines;
}

const SPACES = new Set(['text:s', 'text:tab', 'text:line-break']);

const wordsOf = (element: XmlElement): string =>
  element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (child.name === 'draw:frame') return '';
      return SPACES.has(child.name) ? ' ' : wordsOf(child);
    })
    .join('');
