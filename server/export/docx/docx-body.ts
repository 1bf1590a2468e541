/** The flow as WordprocessingML: paragraphs, numbered lists, tables and pictures, with what they refer to. */
import type { FlowBlock, FlowCell, FlowPicture, FlowRun } from '../office/flow.ts';
import { fitted } from '../office/flow.ts';
import { staysWhole } from '../office/row-height.ts';
import type { FlowStyle, OfficeStyle } from '../office/styles.ts';
import {
  BELOW_ANOTHER,
  BELOW_QUOTATION,
  COLOURS,
  LIST_STEP_MM,
  PICTURE_ROOM,
  TEXT_WIDTH_MM,
} from '../office/styles.ts';
import { element, escaped, isSafeLink } from '../markup.ts';
import { barOf, TABLE_STYLE, twentieths } from './docx-styles.ts';

const EMU_PER_MM = 36_000;
const DEEPEST_LIST_LEVEL = 8;

/** Bullets for all lists share one numbering; each ordered list has its own. */
export type Numbering = { readonly id: number; readonly level: number; readonly start: number };
export const BULLETS = 1;

/** What the body refers to: filled while it is written. */
export type DocxReferences = {
  readonly styles: ReadonlyMap<FlowStyle, OfficeStyle>;
  readonly links: Map<string, string>;
  readonly pictures: Map<string, FlowPicture>;
  readonly numberings: Numbering[];
  /** Ids of bookmarks and drawings. */
  ids: number;
};

export const noReferences = (styles: readonly OfficeStyle[]): DocxReferences => ({
  styles: new Map(styles.map((it) => [it.style, it])),
  links: new Map(),
  pictures: new Map(),
  numberings: [],
  ids: 0,
});

/** Where a paragraph stands in lists: the number it bears, or the indent of what follows one. */
type InList = { readonly level: number; readonly numbering: number | null };

export function blocksXml(blocks: readonly FlowBlock[], to: DocxReferences, depth = 0): string {
  return blocks
    .map((block) => blockXml(block, to, depth === 0 ? null : { level: depth - 1, numbering: null }))
    .join('');
}

const ON_THE_SAME_PAGE =
  element('w:pageBreakBefore', { 'w:val': 0 }) + element('w:spacing', { 'w:before': BELOW_ANOTHER * 20 });

/** No eye tells it from the accent. */
const ACCENT_BESIDE = '0B5F62';

/**
 * Paragraphs with the same bar share one, over the space between them: words without a name would be read as said by
 * who signs the next. Every second quotation has a bar of its own.
 */
const quotationLook = ({ style, quotation }: Extract<FlowBlock, { type: 'paragraph' }>): string =>
  (quotation === undefined || quotation.index % 2 === 0 ? '' : barOf(ACCENT_BESIDE)) +
  (quotation?.ends === true && style === 'quotation'
    ? element('w:spacing', { 'w:after': BELOW_QUOTATION * 20 })
    : '');

function blockXml(block: FlowBlock, to: DocxReferences, inList: InList | null): string {
  switch (block.type) {
    case 'paragraph':
      return paragraphXml(block.style, runsXml(block.runs, to), to, {
        ...{ inList, anchor: block.anchor },
        direct: block.opensBelow ? ON_THE_SAME_PAGE : quotationLook(block),
      });
    case 'picture':
      return paragraphXml('picture', pictureXml(block, PICTURE_ROOM, to), to, { inList });
    case 'list':
      return listXml(block, to, inList === null ? 0 : Math.min(inList.level + 1, DEEPEST_LIST_LEVEL));
    case 'table':
      return tableXml(block, to);
  }
}

/** A paragraph in a style; `content` is made of runs. */
export function paragraphXml(
  style: FlowStyle,
  content: string,
  to: DocxReferences,
  {
    inList = null,
    anchor = null,
    direct = '',
  }: { inList?: InList | null; anchor?: string | null; direct?: string } = {},
): string {
  const { word, look } = to.styles.get(style) ?? { word: { id: 'Normal' }, look: null };
  const numbering =
    inList === null || inList.numbering === null
      ? ''
      : element(
          'w:numPr',
          {},
          element('w:ilvl', { 'w:val': inList.level }) + element('w:numId', { 'w:val': inList.numbering }),
        );
  const step = LIST_STEP_MM * ((inList?.level ?? 0) + 1) + (look?.indent ?? 0);
  const indent =
    inList === null
      ? ''
      : element('w:ind', {
          'w:left': twentieths(step),
          'w:hanging': inList.numbering === null ? null : twentieths(LIST_STEP_MM),
        });
  const properties = element('w:pStyle', { 'w:val': word.id }) + numbering + direct + indent;
  return element(
    'w:p',
    {},
    element('w:pPr', {}, properties) + (anchor === null ? content : marked(anchor, content, to)),
  );
}

function marked(name: string, content: string, to: DocxReferences): string {
  const id = (to.ids += 1);
  return (
    element('w:bookmarkStart', { 'w:id': id, 'w:name': name }) +
    content +
    element('w:bookmarkEnd', { 'w:id': id })
  );
}

function listXml(list: Extract<FlowBlock, { type: 'list' }>, to: DocxReferences, level: number): string {
  const numbering = list.ordered ? orderedFrom(list.start, level, to) : BULLETS;
  return list.items
    .map((item) => {
      const [first, ...rest] = item;
      const opens = first?.type === 'paragraph' || first?.type === 'picture';
      const head = opens
        ? blockXml(first, to, { level, numbering })
        : paragraphXml('listText', '', to, { inList: { level, numbering } });
      return head + blocksXml(opens ? rest : item, to, level + 1);
    })
    .join('');
}

function orderedFrom(start: number, level: number, to: DocxReferences): number {
  const id = BULLETS + 1 + to.numberings.length;
  to.numberings.push({ id, level, start: Math.min(Math.max(Math.trunc(start), 0), 32_767) });
  return id;
}

function tableXml(
  { widths, hasHead, rows }: Extract<FlowBlock, { type: 'table' }>,
  to: DocxReferences,
): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.round((twentieths(TEXT_WIDTH_MM) * width) / total));
  if (rows.length === 0) return '';
  const properties =
    element('w:tblStyle', { 'w:val': TABLE_STYLE }) +
    element('w:tblW', { 'w:w': columns.reduce((sum, width) => sum + width, 0), 'w:type': 'dxa' }) +
    element('w:tblLayout', { 'w:type': 'fixed' }) +
    element('w:tblLook', {
      'w:val': hasHead ? '0020' : '0000',
      'w:firstRow': hasHead ? 1 : 0,
      'w:lastRow': 0,
      'w:firstColumn': 0,
      'w:lastColumn': 0,
      'w:noHBand': 1,
      'w:noVBand': 1,
    });
  const rowXml = (cells: readonly FlowCell[], index: number): string => {
    const isHead = hasHead && index === 0;
    const rowProperties =
      (isHead || staysWhole(cells, widths) ? element('w:cantSplit') : '') +
      (isHead ? element('w:tblHeader') : '');
    return element(
      'w:tr',
      {},
      (rowProperties === '' ? '' : element('w:trPr', {}, rowProperties)) +
        cells.map((cell, column) => cellXml(cell, columns[column] ?? 0, to)).join(''),
    );
  };
  return (
    element(
      'w:tbl',
      {},
      element('w:tblPr', {}, properties) +
        element('w:tblGrid', {}, columns.map((width) => element('w:gridCol', { 'w:w': width })).join('')) +
        rows.map(rowXml).join(''),
    ) + paragraphXml('tableText', '', to)
  );
}

function cellXml({ content }: FlowCell, width: number, to: DocxReferences): string {
  const inside = blocksXml(content, to);
  return element(
    'w:tc',
    {},
    element('w:tcPr', {}, element('w:tcW', { 'w:w': width, 'w:type': 'dxa' })) +
      (inside === '' ? paragraphXml('tableText', '', to) : inside),
  );
}

/** Runs of words, with their links. */
export function runsXml(runs: readonly FlowRun[], to: DocxReferences): string {
  return runs
    .map((run) => {
      if (run.type === 'break') return element('w:r', {}, element('w:br'));
      const { link } = run;
      const isLink = link !== undefined && isSafeLink(link);
      const written = wordsXml(run.text, runProperties(run, isLink));
      if (!isLink) return written;
      const id = to.links.get(link) ?? `link${to.links.size + 1}`;
      to.links.set(link, id);
      return element('w:hyperlink', { 'r:id': id, 'w:history': 1 }, written);
    })
    .join('');
}

/** A run with these words; '' for none. */
export function wordsXml(words: string, properties = ''): string {
  const text = escaped(words.replace(/[\t\r\n]+/g, ' '));
  if (text === '') return '';
  return element(
    'w:r',
    {},
    (properties === '' ? '' : element('w:rPr', {}, properties)) +
      element('w:t', { 'xml:space': 'preserve' }, text),
  );
}

const runProperties = (run: Extract<FlowRun, { type: 'text' }>, isLink: boolean): string =>
  (isLink ? element('w:rStyle', { 'w:val': 'Hyperlink' }) : '') +
  (run.strong ? element('w:b') + element('w:bCs') : '') +
  (run.emphasis ? element('w:i') + element('w:iCs') : '') +
  (run.tone === undefined ? '' : element('w:color', { 'w:val': COLOURS[run.tone] }));

/** A picture in the line, with its description. */
export function pictureXml(
  picture: FlowPicture,
  room: { readonly width: number; readonly height: number },
  to: DocxReferences,
): string {
  to.pictures.set(picture.file, picture);
  const id = (to.ids += 1);
  const { width, height } = fitted(picture, room);
  const size = {
    cx: Math.max(Math.round(width * EMU_PER_MM), 1),
    cy: Math.max(Math.round(height * EMU_PER_MM), 1),
  };
  const extent = (name: string): string => element(name, size);
  const shape = element(
    'pic:pic',
    { 'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture' },
    element(
      'pic:nvPicPr',
      {},
      element('pic:cNvPr', { id, name: `image${id}`, descr: picture.alternative }) + element('pic:cNvPicPr'),
    ) +
      element(
        'pic:blipFill',
        {},
        element('a:blip', { 'r:embed': `picture-${picture.file}` }) +
          element('a:stretch', {}, element('a:fillRect')),
      ) +
      element(
        'pic:spPr',
        {},
        element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }) + extent('a:ext')) +
          element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
      ),
  );
  return element(
    'w:r',
    {},
    element(
      'w:drawing',
      {},
      element(
        'wp:inline',
        { distT: 0, distB: 0, distL: 0, distR: 0 },
        extent('wp:extent') +
          element('wp:docPr', { id, name: `image${id}`, descr: picture.alternative }) +
          element('wp:cNvGraphicFramePr', {}, element('a:graphicFrameLocks', { noChangeAspect: 1 })) +
          element(
            'a:graphic',
            {},
            element(
              'a:graphicData',
              { uri: 'http://schemas.openxmlformats.org/drawingml/2006/picture' },
              shape,
            ),
          ),
      ),
    ),
  );
}
