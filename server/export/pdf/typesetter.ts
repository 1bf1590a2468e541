/** Actes into pages by Typst; whoever asks is blocked meanwhile. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Actes } from '#core/actes/actes.ts';
import type { ExportWishes, PictureFiles } from '../../seminars/actes-export.port.ts';
import { openAccentedWords } from './accented-words.ts';
import { fontFamilies, SANS, SERIF } from './fonts.ts';
import { picturesOfPages } from './page-pictures.ts';
import type { ToldPlaces } from './pages-of-blocks.ts';
import { pagesOfBlocks } from './pages-of-blocks.ts';
import { printDataOf } from './print-data.ts';
import { isPacked, unpackedFont } from './woff.ts';

export type Setting = {
  readonly standard: NonNullable<ExportWishes['standard']>;
  readonly twoSided: boolean;
};

type Diagnostic = { readonly message: string };

export type TypesetPages = {
  readonly count: number;
  /** By part and block, the page of the nearest heading at or above it, counted from 1. */
  readonly blocks: readonly (readonly number[])[];
  /** The SVG of a page, counted from 1. */
  picture(page: number): string;
};

export type Typesetter = {
  /** The bytes of an A4 PDF. Throws what the compiler says of a document that it refuses. */
  toPdf(actes: Actes, files: PictureFiles, setting: Setting): Uint8Array;
  /** The pages of the same compile; they are drawn once somebody asks for one. */
  toPages(actes: Actes, files: PictureFiles, setting: Pick<Setting, 'twoSided'>): TypesetPages;
};

export function openTypesetter(): Typesetter {
  const workspace = fileURLToPath(new URL('.', import.meta.url));
  const dataPath = join(workspace, 'data.json');
  const fontsPath = join(workspace, 'fonts.json');
  const picturePath = (name: string): string => join(workspace, 'pictures', name);
  const families = fontFamilies();
  const accentedWords = openAccentedWords(families);
  const template = readFileSync(new URL('actes.typ', import.meta.url), 'utf8');
  const files = families.flatMap((family) => family.files);
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [
      // First: the compiler ends the process where they follow.
      { fontBlobs: files.filter(isPacked).map((file) => unpackedFont(readFileSync(file))) },
      // A folder each, with one font file.
      { fontPaths: files.filter((file) => !isPacked(file)).map((file) => dirname(file)) },
    ],
  });

  const compiled = (source: string): NodeTypstDocument => {
    const compilation = compiler.compile({ mainFileContent: source });
    if (compilation.result !== null) return compilation.result;
    const said = (compilation.takeError()?.shortDiagnostics ?? []) as readonly Diagnostic[];
    throw new Error(said.map(({ message }) => message).join('; '));
  };

  function isReadable([name]: readonly [string, Uint8Array]): boolean {
    try {
      compiled(`#image("/pictures/${name}", alt: "x")`);
      return true;
    } catch {
      return false;
    }
  }

  /** What `finish` makes of the pages. */
  function set<Made>(
    actes: Actes,
    files: PictureFiles,
    twoSided: boolean,
    finish: (pages: NodeTypstDocument) => Made,
  ): Made {
    const pagesWith = (pictures: PictureFiles): NodeTypstDocument => {
      const data = JSON.stringify(printDataOf(actes, pictures, twoSided, accentedWords));
      compiler.mapShadow(dataPath, Buffer.from(data));
      compiler.mapShadow(fontsPath, Buffer.from(JSON.stringify({ serif: SERIF, sans: SANS })));
      return compiled(template);
    };
    for (const [name, bytes] of files) compiler.mapShadow(picturePath(name), Buffer.from(bytes));
    try {
      try {
        return finish(pagesWith(files));
      } catch (error) {
        // A picture that cannot be read keeps nobody from their actes: its description stands there.
        const readable = new Map([...files].filter(isReadable));
        if (readable.size === files.size) throw error;
        return finish(pagesWith(readable));
      }
    } finally {
      compiler.unmapShadow(dataPath);
      compiler.unmapShadow(fontsPath);
      for (const name of files.keys()) compiler.unmapShadow(picturePath(name));
      compiler.evictCache(0);
    }
  }

  function typesetPages(actes: Actes, pages: NodeTypstDocument): TypesetPages {
    let drawn: ((index: number) => string) | null = null;
    const draw = (): ((index: number) => string) => {
      const pictures = picturesOfPages(compiler.plainSvg(pages));
      compiler.evictCache(0);
      return pictures;
    };
    const [told] = compiler.query(pages, { selector: '<places>', field: 'value' }) as [ToldPlaces];
    return {
      ...{ count: pages.numOfPages, blocks: pagesOfBlocks(actes, told) },
      picture: (page) => (drawn ??= draw())(page - 1),
    };
  }

  return {
    toPdf(actes, files, { standard, twoSided }) {
      const creationTimestamp = actes.day === '' ? 0 : Date.parse(`${actes.day}T00:00:00Z`) / 1000;
      return set(actes, files, twoSided, (pages) =>
        Uint8Array.from(compiler.pdf(pages, { pdfStandard: standard, creationTimestamp })),
      );
    },
    toPages: (actes, files, { twoSided }) =>
      set(actes, files, twoSided, (pages) => typesetPages(actes, pages)),
  };
}
