/** The actes as DOCX (ISO/IEC 29500, transitional): real styles, a field for the table of contents, fixed dates. */
import type { Actes } from '#core/actes/actes.ts';
import { isIsoDay } from '#core/time/iso-day.ts';
import type { PictureFiles } from '../../seminars/actes-export.port.ts';
import { element, escaped, XML_START } from '../markup.ts';
import type { ContentsEntry, Flow } from '../office/flow.ts';
import { flowOf } from '../office/flow.ts';
import type { FlowStyle } from '../office/styles.ts';
import {
  bulletOf,
  LIST_STEP_MM,
  LOGO_ROOM,
  officeStyles,
  PAGE,
  runningHead,
  titlePoints,
} from '../office/styles.ts';
import type { ZipEntry } from '../zip.ts';
import { zipOf } from '../zip.ts';
import type { DocxReferences, Numbering } from './docx-body.ts';
import {
  blocksXml,
  BULLETS,
  noReferences,
  paragraphXml,
  pictureXml,
  runsXml,
  wordsXml,
} from './docx-body.ts';
import { fontsOf, stylesXml, twentieths, WORD_NAMESPACE } from './docx-styles.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const NAMESPACES = {
  'xmlns:w': WORD_NAMESPACE,
  'xmlns:r': RELATIONSHIPS,
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
};
/** OOXML names no WebP: of such a picture the caption stands alone. */
const SHOWN = ['image/jpeg', 'image/png'] as const;
const EXTENSIONS = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp' } as const;

/** The same actes and pictures give the same bytes. */
export function toDocx(actes: Actes, files: PictureFiles): Uint8Array {
  const flow = flowOf(actes, files, SHOWN);
  const styles = officeStyles(actes.language, actes.contents !== '');
  const references = noReferences(styles);
  const body =
    coverXml(actes, flow, references) +
    contentsXml(actes, flow, references) +
    blocksXml(flow.blocks, references) +
    sectionXml(actes.contents !== '');
  const document = XML_START + element('w:document', NAMESPACES, element('w:body', {}, body));
  const pictures = [...references.pictures.values()];
  const part = (path: string, xml: string): ZipEntry => ({ path, bytes: Buffer.from(xml, 'utf8') });
  return zipOf([
    part('[Content_Types].xml', contentTypesXml()),
    part('_rels/.rels', packageRelationships()),
    part('docProps/core.xml', coreXml(actes)),
    part('docProps/app.xml', appXml(actes)),
    part('word/document.xml', document),
    part('word/_rels/document.xml.rels', documentRelationships(references)),
    part('word/styles.xml', stylesXml(styles, actes.language)),
    part('word/numbering.xml', numberingXml(references.numberings)),
    part('word/settings.xml', settingsXml(actes)),
    part('word/header.xml', headerXml(actes, references)),
    part('word/footer.xml', footerXml(actes, references)),
    ...pictures.map(({ file, mediaType, bytes }) => ({
      path: `word/media/${file}.${EXTENSIONS[mediaType]}`,
      bytes,
      stored: true,
    })),
  ]);
}

function coverXml({ organisation, cover, contents }: Actes, { logo }: Flow, to: DocxReferences): string {
  const onACover = contents !== '';
  const line = (style: FlowStyle, words: string, properties = ''): string =>
    words.trim() === '' ? '' : paragraphXml(style, wordsXml(words, properties), to);
  const size = Math.round(titlePoints(cover.title, onACover) * 2);
  const sized = element('w:sz', { 'w:val': size }) + element('w:szCs', { 'w:val': size });
  return (
    line('organisation', organisation) +
    (logo === null ? '' : paragraphXml('organisation', pictureXml(logo, LOGO_ROOM, to), to)) +
    paragraphXml('coverLabel', wordsXml(cover.label === cover.title ? '' : cover.label), to) +
    line('title', cover.title, sized) +
    line('subtitle', cover.theme) +
    line('subtitle', cover.dayAndPlace) +
    line('coverFacts', cover.counts) +
    line('coverFacts', cover.standing)
  );
}

const character = (type: 'begin' | 'separate' | 'end', dirty = false): string =>
  element('w:r', {}, element('w:fldChar', { 'w:fldCharType': type, 'w:dirty': dirty ? 1 : null }));

const instruction = (words: string): string =>
  element('w:r', {}, element('w:instrText', { 'xml:space': 'preserve' }, escaped(words)));

const field = (words: string, shown: string, properties = ''): string =>
  character('begin') +
  instruction(words) +
  character('separate') +
  wordsXml(shown, properties) +
  character('end');

/** The field shows its entries at once; the numbers of the pages come with the word processor's own update. */
function contentsXml({ contents }: Actes, flow: Flow, to: DocxReferences): string {
  if (contents === '' || flow.contents.length === 0) return '';
  const opening = character('begin', true) + instruction(' TOC \\o "1-3" \\h \\z ') + character('separate');
  const entry = ({ level, runs, anchor }: ContentsEntry, index: number): string => {
    const words = runsXml(
      runs.map((run) =>
        run.type === 'text' ? { type: 'text', text: run.text } : { type: 'text', text: ' ' },
      ),
      to,
    );
    const link = element('w:hyperlink', { 'w:anchor': anchor, 'w:history': 1 }, words);
    return paragraphXml(`contents${level}`, (index === 0 ? opening : '') + link, to);
  };
  return element(
    'w:sdt',
    {},
    element(
      'w:sdtPr',
      {},
      element(
        'w:docPartObj',
        {},
        element('w:docPartGallery', { 'w:val': 'Table of Contents' }) + element('w:docPartUnique'),
      ),
    ) +
      element(
        'w:sdtContent',
        {},
        paragraphXml('contentsHeading', wordsXml(contents), to) +
          flow.contents.map(entry).join('') +
          paragraphXml('body', character('end'), to),
      ),
  );
}

/** The first page has no head; a cover has no number either. */
const sectionXml = (hasCover: boolean): string =>
  element(
    'w:sectPr',
    {},
    element('w:headerReference', { 'w:type': 'default', 'r:id': 'header' }) +
      element('w:footerReference', { 'w:type': 'default', 'r:id': 'footer' }) +
      (hasCover ? '' : element('w:footerReference', { 'w:type': 'first', 'r:id': 'footer' })) +
      element('w:pgSz', { 'w:w': twentieths(PAGE.width), 'w:h': twentieths(PAGE.height) }) +
      element('w:pgMar', {
        'w:top': twentieths(PAGE.top),
        'w:right': twentieths(PAGE.right),
        'w:bottom': twentieths(PAGE.bottom),
        'w:left': twentieths(PAGE.left),
        'w:header': twentieths(13),
        'w:footer': twentieths(13),
        'w:gutter': 0,
      }) +
      element('w:titlePg'),
  );

const headerXml = ({ cover }: Actes, to: DocxReferences): string =>
  XML_START +
  element(
    'w:hdr',
    NAMESPACES,
    paragraphXml(
      'runningHead',
      wordsXml(runningHead(cover.title)) +
        element('w:r', {}, element('w:tab')) +
        wordsXml(runningHead(cover.label)),
      to,
    ),
  );

const footerXml = ({ cover }: Actes, to: DocxReferences): string =>
  XML_START +
  element(
    'w:ftr',
    NAMESPACES,
    paragraphXml(
      'pageNumber',
      wordsXml(runningHead(cover.standing)) +
        element('w:r', {}, element('w:tab')) +
        (field(' PAGE ', '2') + wordsXml(' / ') + field(' NUMPAGES ', '2')),
      to,
    ),
  );

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

function numberingXml(numberings: readonly Numbering[]): string {
  const levelXml = (level: number, format: string, text: string): string =>
    element(
      'w:lvl',
      { 'w:ilvl': level },
      element('w:start', { 'w:val': 1 }) +
        element('w:numFmt', { 'w:val': format }) +
        element('w:lvlText', { 'w:val': text }) +
        element('w:lvlJc', { 'w:val': 'left' }) +
        element(
          'w:pPr',
          {},
          element('w:ind', {
            'w:left': twentieths(LIST_STEP_MM * (level + 1)),
            'w:hanging': twentieths(LIST_STEP_MM),
          }),
        ) +
        element('w:rPr', {}, fontsOf('serif')),
    );
  const abstract = (id: number, levels: string): string =>
    element(
      'w:abstractNum',
      { 'w:abstractNumId': id },
      element('w:multiLevelType', { 'w:val': 'hybridMultilevel' }) + levels,
    );
  const number = (id: number, abstractId: number, override = ''): string =>
    element('w:num', { 'w:numId': id }, element('w:abstractNumId', { 'w:val': abstractId }) + override);
  return (
    XML_START +
    element(
      'w:numbering',
      { 'xmlns:w': WORD_NAMESPACE },
      abstract(0, LEVELS.map((level) => levelXml(level, 'bullet', bulletOf(level))).join('')) +
        abstract(1, LEVELS.map((level) => levelXml(level, 'decimal', `%${level + 1}.`)).join('')) +
        number(BULLETS, 0) +
        numberings
          .map(({ id, level, start }) =>
            number(
              id,
              1,
              element('w:lvlOverride', { 'w:ilvl': level }, element('w:startOverride', { 'w:val': start })),
            ),
          )
          .join(''),
    )
  );
}

const settingsXml = ({ language }: Actes): string =>
  XML_START +
  element(
    'w:settings',
    { 'xmlns:w': WORD_NAMESPACE },
    element('w:zoom', { 'w:percent': 100 }) +
      element('w:defaultTabStop', { 'w:val': 708 }) +
      element('w:characterSpacingControl', { 'w:val': 'doNotCompress' }) +
      element(
        'w:compat',
        {},
        element('w:compatSetting', {
          'w:name': 'compatibilityMode',
          'w:uri': 'http://schemas.microsoft.com/office/word',
          'w:val': 15,
        }),
      ) +
      element('w:themeFontLang', { 'w:val': language === 'fr' ? 'fr-FR' : 'en-GB' }) +
      element('w:decimalSymbol', { 'w:val': language === 'fr' ? ',' : '.' }) +
      element('w:listSeparator', { 'w:val': language === 'fr' ? ';' : ',' }),
  );

const PART = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

function contentTypesXml(): string {
  const override = (path: string, type: string): string =>
    element('Override', { PartName: path, ContentType: type });
  const extension = (name: string, type: string): string =>
    element('Default', { Extension: name, ContentType: type });
  return (
    XML_START +
    element(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      extension('rels', 'application/vnd.openxmlformats-package.relationships+xml') +
        extension('xml', 'application/xml') +
        extension('jpeg', 'image/jpeg') +
        extension('png', 'image/png') +
        override('/word/document.xml', `${PART}.document.main+xml`) +
        override('/word/styles.xml', `${PART}.styles+xml`) +
        override('/word/numbering.xml', `${PART}.numbering+xml`) +
        override('/word/settings.xml', `${PART}.settings+xml`) +
        override('/word/header.xml', `${PART}.header+xml`) +
        override('/word/footer.xml', `${PART}.footer+xml`) +
        override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
        override(
          '/docProps/app.xml',
          'application/vnd.openxmlformats-officedocument.extended-properties+xml',
        ),
    )
  );
}

const relationship = (id: string, type: string, target: string, external = false): string =>
  element('Relationship', { Id: id, Type: type, Target: target, TargetMode: external ? 'External' : null });

const relationshipsXml = (all: readonly string[]): string =>
  XML_START + element('Relationships', { xmlns: `${PACKAGE}/relationships` }, all.join(''));

const packageRelationships = (): string =>
  relationshipsXml([
    relationship('document', `${RELATIONSHIPS}/officeDocument`, 'word/document.xml'),
    relationship('core', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    relationship('app', `${RELATIONSHIPS}/extended-properties`, 'docProps/app.xml'),
  ]);

const documentRelationships = ({ links, pictures }: DocxReferences): string =>
  relationshipsXml([
    relationship('styles', `${RELATIONSHIPS}/styles`, 'styles.xml'),
    relationship('numbering', `${RELATIONSHIPS}/numbering`, 'numbering.xml'),
    relationship('settings', `${RELATIONSHIPS}/settings`, 'settings.xml'),
    relationship('header', `${RELATIONSHIPS}/header`, 'header.xml'),
    relationship('footer', `${RELATIONSHIPS}/footer`, 'footer.xml'),
    ...[...links].map(([address, id]) => relationship(id, `${RELATIONSHIPS}/hyperlink`, address, true)),
    ...[...pictures.values()].map(({ file, mediaType }) =>
      relationship(`picture-${file}`, `${RELATIONSHIPS}/image`, `media/${file}.${EXTENSIONS[mediaType]}`),
    ),
  ]);

function coreXml({ title, organisation, language, day }: Actes): string {
  const dated = isIsoDay(day)
    ? element('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, `${day}T00:00:00Z`) +
      element('dcterms:modified', { 'xsi:type': 'dcterms:W3CDTF' }, `${day}T00:00:00Z`)
    : '';
  return (
    XML_START +
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      element('dc:title', {}, escaped(title)) +
        element('dc:creator', {}, escaped(organisation)) +
        element('dc:language', {}, language === 'fr' ? 'fr-FR' : 'en-GB') +
        dated,
    )
  );
}

const appXml = ({ organisation }: Actes): string =>
  XML_START +
  element(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    element('Application', {}, 'Plénière') + element('Company', {}, escaped(organisation)),
  );
