/** Actes into pages by Typst; whoever asks is blocked meanwhile. */
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Actes } from '#core/actes/actes.ts';
import type { Image } from '#core/photos/image.ts';
import { readImage } from '#core/photos/read-image.ts';
import type { ExportWishes, PictureSources } from '../../seminars/actes-export.port.ts';
import { bytesOf } from '../picture-sources.ts';
import { openAccentedWords } from './accented-words.ts';
import { fontFamilies, SANS, SERIF } from './fonts.ts';
import { pageAlone, pagePicture } from './page-pictures.ts';
import type { ToldPlaces } from './pages-of-blocks.ts';
import { pagesOfBlocks } from './pages-of-blocks.ts';
import type { Shape } from './picture-stand-ins.ts';
import { pictureHolder, pictureRectangle, withPictures } from './picture-stand-ins.ts';
import { picturePath, printDataOf } from './print-data.ts';
import { isPacked, unpackedFont } from './woff.ts';

export type Setting = {
  readonly standard: NonNullable<ExportWishes['standard']>;
  readonly twoSided: boolean;
};

/** Where the compiler finds the PDF whose pages it draws. */
const PAGES_PATH = '/pages.pdf';
/** Where it finds a picture that is looked at before all others are set. */
const ALONE_PATH = '/alone';
/** The name of the picture itself, beside what holds it. */
const held = (path: string): string => `${path}.held`;
const HELD_ALONE = `#set document(title: "x", date: datetime(year: 2000, month: 1, day: 1))
#image("${ALONE_PATH}", alt: "x")`;
/** A JPEG goes into a PDF as it is: only the head is read of one whose metadata were left out. */
const JPEG_HEAD_BYTES = 16_384;
/** Measured, not set: its document would keep the pixels until it is collected. */
const MEASURED_ALONE = `#context { let size = measure(image("${held(ALONE_PATH)}")) }`;

type Diagnostic = { readonly message: string };
/** Bytes under the path where the compiler finds them. */
type File = readonly [path: string, bytes: Uint8Array];

export type TypesetPages = {
  readonly count: number;
  /** By part and block, the page of the nearest heading at or above it, counted from 1. */
  readonly blocks: readonly (readonly number[])[];
  /** The SVG of a page, counted from 1. */
  picture(page: number): string;
};

export type Typesetter = {
  /** The bytes of an A4 PDF. Throws what the compiler says of a document that it refuses. */
  toPdf(actes: Actes, pictures: PictureSources, setting: Setting): Uint8Array;
  /** The pages of the same compile; each is drawn, and its pictures are read, when somebody asks for it. */
  toPages(actes: Actes, pictures: PictureSources, setting: Pick<Setting, 'twoSided'>): TypesetPages;
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
  /** By path, under which bytes never change; null for what cannot be set. */
  const shapes = new Map<string, Shape | null>();

  function compiled(source: string): NodeTypstDocument {
    const compilation = compiler.compile({ mainFileContent: source });
    if (compilation.result !== null) return compilation.result;
    const said = (compilation.takeError()?.shortDiagnostics ?? []) as readonly Diagnostic[];
    throw new Error(said.map(({ message }) => message).join('; '));
  }

  /** What `work` makes while the compiler finds the files; it takes a copy of each as it comes. */
  function withFiles<Made>(files: Iterable<File>, work: () => Made): Made {
    const shadows: string[] = [];
    try {
      for (const [path, { buffer, byteOffset, byteLength }] of files) {
        const shadow = join(workspace, path);
        shadows.push(shadow);
        compiler.mapShadow(shadow, Buffer.from(buffer, byteOffset, byteLength));
      }
      return work();
    } finally {
      for (const shadow of shadows) compiler.unmapShadow(shadow);
      compiler.evictCache(0);
    }
  }

  function* withHolder(path: string, image: Image): Iterable<File> {
    yield [path, pictureHolder(image, held(basename(path)))];
    yield [held(path), image.bytes];
  }

  function canBeSet(image: Image): boolean {
    const isJpeg = image.mediaType === 'image/jpeg';
    const read = isJpeg ? { ...image, bytes: image.bytes.subarray(0, JPEG_HEAD_BYTES) } : image;
    return withFiles(withHolder(ALONE_PATH, read), () => {
      try {
        if (!isJpeg) return compiled(MEASURED_ALONE).numOfPages > 0;
        return compiler.pdf(compiled(HELD_ALONE), { pdfStandard: 'a-2a' }).includes('/DCTDecode');
      } catch {
        return false;
      }
    });
  }

  function imageOf(source: string | Uint8Array): Image | null {
    const bytes = bytesOf(source);
    return bytes && readImage(bytes);
  }

  /** Null for a picture that cannot be set; it keeps nobody from their actes: its description stands there. */
  function shapeOf(source: string | Uint8Array): Shape | null {
    const known = typeof source === 'string' ? shapes.get(source) : undefined;
    if (known !== undefined) return known;
    const image = imageOf(source);
    if (!image) return null;
    const shape = canBeSet(image) ? { width: image.width, height: image.height } : null;
    if (typeof source === 'string') shapes.set(source, shape);
    return shape;
  }

  /** The pages, set with what `standIns` makes for each picture that can be. */
  function set(
    actes: Actes,
    pictures: PictureSources,
    twoSided: boolean,
    standIns: (path: string, source: string | Uint8Array, shape: Shape) => Iterable<File>,
  ): NodeTypstDocument {
    function* files(): Iterable<File> {
      const shown = new Set<string>();
      for (const [name, source] of pictures) {
        const shape = shapeOf(source);
        if (!shape) continue;
        shown.add(name);
        yield* standIns(picturePath(name), source, shape);
      }
      const data = printDataOf(actes, shown, twoSided, accentedWords);
      yield ['/data.json', Buffer.from(JSON.stringify(data))];
      yield ['/fonts.json', Buffer.from(JSON.stringify({ serif: SERIF, sans: SANS }))];
    }
    return withFiles(files(), () => compiled(template));
  }

  return {
    toPdf(actes, pictures, { standard, twoSided }) {
      const creationTimestamp = actes.day === '' ? 0 : Date.parse(`${actes.day}T00:00:00Z`) / 1000;
      const pages = set(actes, pictures, twoSided, (path, source) => {
        const image = imageOf(source);
        return image ? withHolder(path, image) : [];
      });
      return compiler.pdf(pages, { pdfStandard: standard, creationTimestamp });
    },

    toPages(actes, pictures, { twoSided }) {
      const sources: (string | Uint8Array)[] = [];
      const pages = set(actes, pictures, twoSided, (path, source, shape) => {
        sources.push(source);
        return [[path, pictureRectangle(shape, sources.length - 1)]];
      });
      const pdf = Uint8Array.from(compiler.pdf(pages, { pdfTags: false }));
      const [places] = compiler.query(pages, { selector: '<places>', field: 'value' }) as [ToldPlaces];
      const draw = (page: number): string =>
        withFiles([[PAGES_PATH, pdf]], () => compiler.plainSvg(compiled(pageAlone(PAGES_PATH, page))));
      const pictureAt = (index: number): Image | null => {
        const source = sources[index];
        return source === undefined ? null : imageOf(source);
      };
      return {
        count: pages.numOfPages,
        blocks: pagesOfBlocks(actes, places),
        picture: (page) => withPictures(pagePicture(draw(page)), pictureAt),
      };
    },
  };
}
