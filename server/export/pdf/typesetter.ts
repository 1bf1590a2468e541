/** Actes into pages by Typst; whoever asks is blocked meanwhile. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Actes } from '#core/actes/actes.ts';
import type { Image } from '#core/photos/image.ts';
import { readImage } from '#core/photos/read-image.ts';
import type { ExportWishes, PictureFiles } from '../../seminars/actes-export.port.ts';
import { openAccentedWords } from './accented-words.ts';
import { fontFamilies, SANS, SERIF } from './fonts.ts';
import { pageAlone, pagePicture } from './page-pictures.ts';
import type { ToldPlaces } from './pages-of-blocks.ts';
import { pagesOfBlocks } from './pages-of-blocks.ts';
import type { Images } from './picture-stand-ins.ts';
import { pictureHolders, pictureRectangles } from './picture-stand-ins.ts';
import { picturePath, printDataOf } from './print-data.ts';
import { isPacked, unpackedFont } from './woff.ts';

export type Setting = {
  readonly standard: NonNullable<ExportWishes['standard']>;
  readonly twoSided: boolean;
};

/** Where the compiler finds the PDF whose pages it draws. */
const PAGES_PATH = '/pages.pdf';

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
  /** The pages of the same compile; each is drawn when somebody asks for it. */
  toPages(actes: Actes, files: PictureFiles, setting: Pick<Setting, 'twoSided'>): TypesetPages;
};

export function openTypesetter(): Typesetter {
  const workspace = fileURLToPath(new URL('.', import.meta.url));
  const families = fontFamilies();
  const accentedWords = openAccentedWords(families);
  const template = readFileSync(new URL('actes.typ', import.meta.url), 'utf8');
  const fonts = families.flatMap((family) => family.files);
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [
      // First: the compiler ends the process where they follow.
      { fontBlobs: fonts.filter(isPacked).map((file) => unpackedFont(readFileSync(file))) },
      // A folder each, with one font file.
      { fontPaths: fonts.filter((file) => !isPacked(file)).map((file) => dirname(file)) },
    ],
  });
  /** By picture, whether the compiler can read it. */
  const readable = new Map<string, boolean>();

  function compiled(source: string): NodeTypstDocument {
    const compilation = compiler.compile({ mainFileContent: source });
    if (compilation.result !== null) return compilation.result;
    const said = (compilation.takeError()?.shortDiagnostics ?? []) as readonly Diagnostic[];
    throw new Error(said.map(({ message }) => message).join('; '));
  }

  /** What `work` makes while the compiler finds the files by their paths. */
  function withFiles<Made>(files: Iterable<readonly [string, Uint8Array]>, work: () => Made): Made {
    const shadows = Array.from(files, ([path, bytes]) => [join(workspace, path), bytes] as const);
    for (const [path, { buffer, byteOffset, byteLength }] of shadows)
      compiler.mapShadow(path, Buffer.from(buffer, byteOffset, byteLength));
    try {
      return work();
    } finally {
      for (const [path] of shadows) compiler.unmapShadow(path);
      compiler.evictCache(0);
    }
  }

  /** What `finish` makes of the pages. */
  function set<Made>(
    actes: Actes,
    pictures: PictureFiles,
    twoSided: boolean,
    finish: (pages: NodeTypstDocument) => Made,
  ): Made {
    const files: readonly (readonly [string, Uint8Array])[] = [
      ['/data.json', Buffer.from(JSON.stringify(printDataOf(actes, pictures, twoSided, accentedWords)))],
      ['/fonts.json', Buffer.from(JSON.stringify({ serif: SERIF, sans: SANS }))],
      ...Array.from(pictures, ([name, bytes]) => [picturePath(name), bytes] as const),
    ];
    return withFiles(files, () => finish(compiled(template)));
  }

  function isReadable(name: string, bytes: Uint8Array): boolean {
    const known = readable.get(name);
    if (known !== undefined) return known;
    const path = picturePath(name);
    const isRead = withFiles([[path, bytes]], () => {
      try {
        // Measured, not set: its document would keep the pixels until it is collected.
        return compiled(`#context { let size = measure(image("${path}")) }`).numOfPages > 0;
      } catch {
        return false;
      }
    });
    readable.set(name, isRead);
    return isRead;
  }

  /** A picture that cannot be read keeps nobody from their actes: its description stands there. */
  function imagesOf(pictures: PictureFiles): Images {
    const images = new Map<string, Image>();
    for (const [name, bytes] of pictures) {
      const image = readImage(bytes);
      if (image && isReadable(name, bytes)) images.set(name, image);
    }
    return images;
  }

  return {
    toPdf(actes, files, { standard, twoSided }) {
      const creationTimestamp = actes.day === '' ? 0 : Date.parse(`${actes.day}T00:00:00Z`) / 1000;
      return set(actes, pictureHolders(imagesOf(files)), twoSided, (pages) =>
        Uint8Array.from(compiler.pdf(pages, { pdfStandard: standard, creationTimestamp })),
      );
    },

    toPages(actes, files, { twoSided }) {
      const rectangles = pictureRectangles(imagesOf(files));
      return set(actes, rectangles.files, twoSided, (pages) => {
        const pdf = Uint8Array.from(compiler.pdf(pages, { pdfTags: false }));
        const draw = (page: number): string =>
          withFiles([[PAGES_PATH, pdf]], () => compiler.plainSvg(compiled(pageAlone(PAGES_PATH, page))));
        const [places] = compiler.query(pages, { selector: '<places>', field: 'value' }) as [ToldPlaces];
        return {
          count: pages.numOfPages,
          blocks: pagesOfBlocks(actes, places),
          picture: (page) => rectangles.restored(pagePicture(draw(page))),
        };
      });
    },
  };
}
