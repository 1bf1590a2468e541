/**
 * DOCX and ODT against what their standards say of every element and attribute: DOCX by Microsoft's Open XML SDK, which
 * holds the schemas of ISO/IEC 29500 transitional, ODT by the RELAX NG schemas of OASIS.
 */
import { readFileSync } from 'node:fs';
import validateOpenXml from '@ooxml-tools/validate';
import { RelaxNGValidator, XmlDocument, XmlValidateError } from 'libxml2-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actes } from '#core/actes/actes.ts';
import { PNG } from '#core/photos/images.test-support.ts';
import { demoActes } from '../../../tests/support/demo-actes.ts';
import { hostileActes, PAPERBOARD, sampleActes } from '../../../tests/support/sample-actes.ts';
import { readXml } from '../../../tests/support/xml.ts';
import { filesIn, textIn } from '../../../tests/support/zip-reader.ts';
import type { PictureFiles } from '../../seminars/actes-export.port.ts';
import { toDocx } from '../docx/docx.ts';
import { toOdt } from '../odt/odt.ts';
import { zipOf } from '../zip.ts';

/** The first that holds all of ISO/IEC 29500:2008; the one before knows the first edition of ECMA-376 alone. */
const ISO_29500 = 'Office2010';
const HOSTILE = 24;
const pictures = new Map([[PAPERBOARD, PNG]]);

const documents = new Map<string, readonly [Actes, PictureFiles]>([
  ['sample', [sampleActes(), pictures]],
  ['English', [sampleActes({ language: 'en' }), pictures]],
  ['meeting', [sampleActes({ model: 'meeting', contents: '' }), pictures]],
  ...Array.from(
    { length: HOSTILE },
    (_, seed) => [`hostile ${seed}`, [hostileActes(seed), pictures]] as const,
  ),
]);

beforeAll(async () => {
  const demo = await demoActes();
  documents.set('demo', [demo.actes, demo.pictures]);
});

const isXml = (path: string): boolean => /\.(?:xml|rels)$/.test(path);

/** The file with an element in each of its parts that nothing has heard of, or that stands where it must not. */
const spoiled = (file: Uint8Array): Uint8Array =>
  zipOf(
    filesIn(file).map(({ path, bytes, stored }) => {
      const text = bytes.toString('utf8');
      const isPart =
        isXml(path) && !path.startsWith('_') && !path.startsWith('[') && !path.includes('/_rels/');
      const [end = ''] = /<\/[^<>]+>\s*$/.exec(text) ?? [];
      const wrong = `<a:unheard-of xmlns:a="urn:nobody"/>${end}`;
      return { path, stored, bytes: isPart ? Buffer.from(text.slice(0, -end.length) + wrong) : bytes };
    }),
  );

describe('DOCX', () => {
  const faultsOf = async (file: Uint8Array): Promise<readonly string[]> =>
    (await validateOpenXml(file, 'docx', ISO_29500)).map(
      ({ path, description }) => `${path.partUri}${path.xpath}: ${description}`,
    );
  /** Of the properties (ISO/IEC 29500-2, 11.1), which the SDK takes as they come. */
  const PROPERTIES =
    /^(?:cp:(?:category|contentStatus|keywords|lastModifiedBy|lastPrinted|revision|version)|dc:(?:creator|description|identifier|language|subject|title)|dcterms:(?:created|modified))$/u;

  it('is found faulty by the SDK in each part that is spoiled', { timeout: 120_000 }, async () => {
    const faults = await faultsOf(spoiled(toDocx(sampleActes(), pictures)));
    const parts = new Set(faults.map((it) => /^\/\w+\/\w+\.xml/u.exec(it)?.[0]));
    expect([...parts].toSorted()).toEqual([
      '/docProps/app.xml',
      '/word/document.xml',
      '/word/footer.xml',
      '/word/header.xml',
      '/word/numbering.xml',
      '/word/settings.xml',
      '/word/styles.xml',
    ]);
  });

  it('is valid, whatever the actes', { timeout: 120_000 }, async () => {
    for (const [name, [actes, files]] of documents) {
      expect([name, await faultsOf(toDocx(actes, files))]).toEqual([name, []]);
    }
  });

  it('has properties that there are, each once', () => {
    for (const [name, [actes, files]] of documents) {
      const { children } = readXml(textIn(toDocx(actes, files), 'docProps/core.xml'));
      const names = children.map((child) => (typeof child === 'string' ? child : child.name));
      expect([name, names.filter((it, index) => !PROPERTIES.test(it) || names.indexOf(it) < index)]).toEqual([
        name,
        [],
      ]);
    }
  });
});

describe('ODT', () => {
  const schema = (file: string): XmlDocument =>
    XmlDocument.fromBuffer(readFileSync(new URL(`../../../tests/fixtures/odf-1.3/${file}`, import.meta.url)));
  const content = RelaxNGValidator.fromDoc(schema('OpenDocument-v1.3-schema.rng'));
  const manifest = RelaxNGValidator.fromDoc(schema('OpenDocument-v1.2-manifest-schema.rng'));
  afterAll(() => {
    content.dispose();
    manifest.dispose();
  });

  function faultOf(path: string, text: string): string | null {
    // What 1.3 added to the manifest is for files that are encrypted; but for that, its schema says another number.
    const isManifest = path === 'META-INF/manifest.xml';
    const document = XmlDocument.fromString(
      isManifest ? text.replace('manifest:version="1.3"', 'manifest:version="1.2"') : text,
    );
    try {
      (isManifest ? manifest : content).validate(document);
      return null;
    } catch (error) {
      if (error instanceof XmlValidateError) return error.message;
      throw error;
    } finally {
      document.dispose();
    }
  }
  const faultsOf = (file: Uint8Array): readonly (readonly [path: string, fault: string | null])[] =>
    filesIn(file)
      .filter(({ path }) => isXml(path))
      .map(({ path, bytes }) => [path, faultOf(path, bytes.toString('utf8'))]);
  const sound = ['content.xml', 'styles.xml', 'meta.xml', 'META-INF/manifest.xml'].toSorted();

  it('is found faulty by the schemas in each part that is spoiled', () => {
    const faulty = faultsOf(spoiled(toOdt(sampleActes(), pictures))).filter(([, fault]) => fault !== null);
    expect(faulty.map(([path]) => path).toSorted()).toEqual(sound);
  });

  it('is valid, whatever the actes', () => {
    for (const [name, [actes, files]] of documents) {
      const faults = faultsOf(toOdt(actes, files));
      expect(faults.map(([path]) => path).toSorted()).toEqual(sound);
      expect([name, faults.filter(([, fault]) => fault !== null)]).toEqual([name, []]);
    }
  });
});
