/** The actes as ODT (ODF 1.3): real styles, a table of contents whose page numbers are live, fixed dates. */
import type { Actes } from '#core/actes/actes.ts';
import { isIsoDay } from '#core/time/iso-day.ts';
import type { PictureFiles } from '../../seminars/actes-export.port.ts';
import { element, escaped, XML_START } from '../markup.ts';
import type { Flow } from '../office/flow.ts';
import { flowOf } from '../office/flow.ts';
import type { FlowStyle } from '../office/styles.ts';
import { LOGO_ROOM, officeStyles, titlePoints } from '../office/styles.ts';
import type { ZipEntry } from '../zip.ts';
import { zipOf } from '../zip.ts';
import type { OdtReferences } from './odt-body.ts';
import {
  automaticStyle,
  automaticStyles,
  blocksXml,
  nameOf,
  noReferences,
  picturePath,
  pictureXml,
  runsXml,
  wordsXml,
} from './odt-body.ts';
import { CONTENTS_LINK, FIRST_PAGE, fontFaces, ODF_NAMESPACES, stylesXml } from './odt-styles.ts';

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text';
const SHOWN = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** The same actes and pictures give the same bytes. */
export function toOdt(actes: Actes, files: PictureFiles): Uint8Array {
  const flow = flowOf(actes, files, SHOWN);
  const styles = officeStyles(actes.language, actes.contents !== '');
  const references = noReferences(styles);
  const body =
    coverXml(actes, flow, references) +
    contentsXml(actes, flow, references) +
    blocksXml(flow.blocks, references);
  const content =
    XML_START +
    element(
      'office:document-content',
      ODF_NAMESPACES,
      fontFaces() +
        element('office:automatic-styles', {}, SECTION_STYLE + automaticStyles(references)) +
        element('office:body', {}, element('office:text', {}, body)),
    );
  const pictures = [...references.pictures.values()];
  const part = (path: string, xml: string): ZipEntry => ({ path, bytes: Buffer.from(xml, 'utf8') });
  return zipOf([
    { path: 'mimetype', bytes: Buffer.from(MEDIA_TYPE, 'ascii'), stored: true },
    part('content.xml', content),
    part('styles.xml', stylesXml(actes, styles)),
    part('meta.xml', metaXml(actes)),
    ...pictures.map((picture) => ({ path: picturePath(picture), bytes: picture.bytes, stored: true })),
    part(
      'META-INF/manifest.xml',
      manifestXml([
        ['content.xml', 'text/xml'],
        ['styles.xml', 'text/xml'],
        ['meta.xml', 'text/xml'],
        ...pictures.map((picture) => [picturePath(picture), picture.mediaType] as const),
      ]),
    ),
  ]);
}

const SECTION = 'Contents';
const SECTION_STYLE = element(
  'style:style',
  { 'style:name': SECTION, 'style:family': 'section' },
  element('style:section-properties', { 'style:editable': 'false' }),
);

function coverXml({ organisation, cover, contents }: Actes, { logo }: Flow, to: OdtReferences): string {
  const points = `${titlePoints(cover.title, contents !== '')}pt`;
  const sized = automaticStyle(
    'paragraph',
    { 'style:parent-style-name': nameOf('title', to) },
    element('style:text-properties', {
      'fo:font-size': points,
      'style:font-size-asian': points,
      'style:font-size-complex': points,
    }),
    to,
  );
  const line = (style: FlowStyle, words: string) => ({ style: nameOf(style, to), content: wordsXml(words) });
  const lines = [
    line('organisation', organisation),
    { style: nameOf('organisation', to), content: logo === null ? '' : pictureXml(logo, LOGO_ROOM, to) },
    line('coverLabel', cover.label === cover.title ? '' : cover.label),
    { ...line('title', cover.title), style: sized },
    line('subtitle', cover.theme),
    line('subtitle', cover.dayAndPlace),
    line('coverFacts', cover.counts),
    line('coverFacts', cover.standing),
  ];
  const kept = lines.filter(({ style, content }) => content !== '' || style === nameOf('coverLabel', to));
  return kept
    .map(({ style, content }, index) => {
      const opens = { 'style:parent-style-name': style, 'style:master-page-name': FIRST_PAGE };
      const name = index === 0 ? automaticStyle('paragraph', opens, '', to) : style;
      return element('text:p', { 'text:style-name': name }, content);
    })
    .join('');
}

/** Its page numbers are references, so that they are right before anybody updates the table. */
function contentsXml({ contents }: Actes, flow: Flow, to: OdtReferences): string {
  if (contents === '' || flow.contents.length === 0) return '';
  const levels = [1, 2, 3] as const;
  const template = (level: (typeof levels)[number]): string =>
    element(
      'text:table-of-content-entry-template',
      { 'text:outline-level': level, 'text:style-name': nameOf(`contents${level}`, to) },
      '<text:index-entry-link-start/><text:index-entry-text/>' +
        '<text:index-entry-tab-stop style:type="right" style:leader-char="."/>' +
        '<text:index-entry-page-number/><text:index-entry-link-end/>',
    );
  const sourceOf = (level: (typeof levels)[number]): string =>
    element(
      'text:index-source-styles',
      { 'text:outline-level': level },
      element('text:index-source-style', { 'text:style-name': nameOf(`heading${level}`, to) }),
    );
  const heading = nameOf('contentsHeading', to);
  const source = element(
    'text:table-of-content-source',
    { 'text:outline-level': 3, 'text:use-outline-level': 'false', 'text:use-index-source-styles': 'true' },
    element('text:index-title-template', { 'text:style-name': heading }, escaped(contents)) +
      levels.map(template).join('') +
      levels.map(sourceOf).join(''),
  );
  const entries = flow.contents.map(({ level, runs, anchor }) => {
    const words = runsXml(
      runs.map((run) => ({ type: 'text', text: run.type === 'text' ? run.text : ' ' })),
      to,
    );
    const page = element(
      'text:bookmark-ref',
      { 'text:reference-format': 'page', 'text:ref-name': anchor },
      '–',
    );
    const link = element(
      'text:a',
      {
        'xlink:type': 'simple',
        'xlink:href': `#${anchor}`,
        'text:style-name': CONTENTS_LINK,
        'text:visited-style-name': CONTENTS_LINK,
      },
      `${words}<text:tab/>${page}`,
    );
    return element('text:p', { 'text:style-name': nameOf(`contents${level}`, to) }, link);
  });
  const title = element('text:p', { 'text:style-name': heading }, escaped(contents));
  return element(
    'text:table-of-content',
    { 'text:name': 'Contents1', 'text:style-name': SECTION, 'text:protected': 'false' },
    source +
      element(
        'text:index-body',
        {},
        element('text:index-title', { 'text:name': 'Contents1_Head', 'text:style-name': SECTION }, title) +
          entries.join(''),
      ),
  );
}

function metaXml({ title, organisation, language, day }: Actes): string {
  const dated = isIsoDay(day)
    ? element('meta:creation-date', {}, `${day}T00:00:00`) + element('dc:date', {}, `${day}T00:00:00`)
    : '';
  return (
    XML_START +
    element(
      'office:document-meta',
      {
        'xmlns:office': ODF_NAMESPACES['xmlns:office'],
        'xmlns:meta': 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'office:version': '1.3',
      },
      element(
        'office:meta',
        {},
        element('meta:generator', {}, 'Plénière') +
          element('dc:title', {}, escaped(title)) +
          element('meta:initial-creator', {}, escaped(organisation)) +
          element('dc:creator', {}, escaped(organisation)) +
          dated +
          element('dc:language', {}, language === 'fr' ? 'fr-FR' : 'en-GB'),
      ),
    )
  );
}

const manifestXml = (files: readonly (readonly [path: string, mediaType: string])[]): string =>
  XML_START +
  element(
    'manifest:manifest',
    { 'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0', 'manifest:version': '1.3' },
    ([['/', MEDIA_TYPE], ...files] as const)
      .map(([path, mediaType]) =>
        element('manifest:file-entry', {
          'manifest:full-path': path,
          'manifest:version': path === '/' ? '1.3' : null,
          'manifest:media-type': mediaType,
        }),
      )
      .join(''),
  );
