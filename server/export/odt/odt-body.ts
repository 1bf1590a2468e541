/** The flow as ODF text: paragraphs, nested lists, tables and pictures, with the automatic styles that they need. */
import type { FlowBlock, FlowCell, FlowPicture, FlowRun } from '../office/flow.ts';
import { fitted } from '../office/flow.ts';
import { staysWhole } from '../office/row-height.ts';
import type { FlowStyle, OfficeStyle } from '../office/styles.ts';
import { BELOW_ANOTHER, BELOW_QUOTATION, COLOURS, PICTURE_ROOM, TEXT_WIDTH_MM } from '../office/styles.ts';
import { element, escaped, isSafeLink } from '../markup.ts';
import { BULLET_LIST, NUMBER_LIST, weight } from './odt-styles.ts';

/** What the body refers to: filled while it is written. */
export type OdtReferences = {
  readonly styles: ReadonlyMap<FlowStyle, OfficeStyle>;
  readonly pictures: Map<string, FlowPicture>;
  /** Automatic styles by what they say, with their names. */
  readonly automatic: Map<string, string>;
  frames: number;
};

export const noReferences = (styles: readonly OfficeStyle[]): OdtReferences => ({
  styles: new Map(styles.map((it) => [it.style, it])),
  pictures: new Map(),
  automatic: new Map(),
  frames: 0,
});

export const picturePath = ({ file, mediaType }: FlowPicture): string =>
  `Pictures/${file}.${mediaType.slice('image/'.length)}`;

export const nameOf = (style: FlowStyle, to: OdtReferences): string =>
  to.styles.get(style)?.odt.name ?? 'Standard';

/** The name of the automatic style of this family and content. */
export function automaticStyle(
  family: string,
  attributes: Readonly<Record<string, string>>,
  content: string,
  to: OdtReferences,
): string {
  const saidBy = (name: string): string =>
    element('style:style', { 'style:name': name, 'style:family': family, ...attributes }, content);
  const key = saidBy('');
  const known = to.automatic.get(key);
  if (known !== undefined) return known;
  const name = `A${to.automatic.size + 1}`;
  to.automatic.set(key, name);
  return name;
}

/** The automatic styles as they stand before the body. */
export const automaticStyles = ({ automatic }: OdtReferences): string =>
  [...automatic].map(([said, name]) => said.replace('style:name=""', `style:name="${name}"`)).join('');

export const blocksXml = (blocks: readonly FlowBlock[], to: OdtReferences): string =>
  blocks.map((block) => blockXml(block, to)).join('');

function blockXml(block: FlowBlock, to: OdtReferences): string {
  switch (block.type) {
    case 'paragraph':
      return paragraphXml(block, to);
    case 'picture':
      return element(
        'text:p',
        { 'text:style-name': nameOf('picture', to) },
        pictureXml(block, PICTURE_ROOM, to),
      );
    case 'list':
      return listXml(block, to);
    case 'table':
      return tableXml(block, to);
  }
}

function paragraphXml(
  { style, runs, anchor, opensBelow, quotation }: Extract<FlowBlock, { type: 'paragraph' }>,
  to: OdtReferences,
): string {
  const endsUnnamed = quotation?.ends === true && style === 'quotation';
  const level = to.styles.get(style)?.level ?? null;
  const words = runsXml(runs, to);
  const mark = (edge: 'start' | 'end'): string =>
    anchor === null ? '' : element(`text:bookmark-${edge}`, { 'text:name': anchor });
  return element(
    level === null ? 'text:p' : 'text:h',
    {
      'text:style-name': opensBelow
        ? belowAnother(style, to)
        : endsUnnamed
          ? endOfQuotation(style, to)
          : nameOf(style, to),
      'text:outline-level': level,
    },
    mark('start') + words + mark('end'),
  );
}

/** The style on the page of what stands before. */
const belowAnother = (style: FlowStyle, to: OdtReferences): string =>
  automaticStyle(
    'paragraph',
    { 'style:parent-style-name': nameOf(style, to) },
    element('style:paragraph-properties', {
      'fo:break-before': 'auto',
      'fo:margin-top': `${BELOW_ANOTHER}pt`,
      // LibreOffice takes one margin for both unless both are said.
      'fo:margin-bottom': `${to.styles.get(style)?.look.after ?? 0}pt`,
    }),
    to,
  );

/** The style of the last words that nobody signs: their bar does not go on into a quotation that follows. */
const endOfQuotation = (style: FlowStyle, to: OdtReferences): string =>
  automaticStyle(
    'paragraph',
    { 'style:parent-style-name': nameOf(style, to) },
    element('style:paragraph-properties', {
      'style:join-border': 'false',
      'fo:margin-top': `${to.styles.get(style)?.look.before ?? 0}pt`,
      'fo:margin-bottom': `${BELOW_QUOTATION}pt`,
    }),
    to,
  );

function listXml({ ordered, start, items }: Extract<FlowBlock, { type: 'list' }>, to: OdtReferences): string {
  const from = Math.min(Math.max(Math.trunc(start), 0), 32_767);
  return element(
    'text:list',
    { 'text:style-name': ordered ? NUMBER_LIST : BULLET_LIST },
    items
      .map((item, index) =>
        element(
          'text:list-item',
          { 'text:start-value': ordered && index === 0 ? from : null },
          blocksXml(item, to) || element('text:p', { 'text:style-name': nameOf('listText', to) }),
        ),
      )
      .join(''),
  );
}

function tableXml(
  { widths, hasHead, rows }: Extract<FlowBlock, { type: 'table' }>,
  to: OdtReferences,
): string {
  if (rows.length === 0) return '';
  const total = widths.reduce((sum, width) => sum + width, 0);
  const tableStyle = automaticStyle(
    'table',
    {},
    element('style:table-properties', {
      'style:width': `${TEXT_WIDTH_MM}mm`,
      'table:align': 'margins',
      'fo:margin-top': '2mm',
      'fo:margin-bottom': '4mm',
    }),
    to,
  );
  const columns = widths.map((width) => {
    const millimetres = Math.round((TEXT_WIDTH_MM * width * 100) / total) / 100;
    const said = element('style:table-column-properties', {
      'style:column-width': `${millimetres}mm`,
      'style:rel-column-width': `${Math.round((65_535 * width) / total)}*`,
    });
    return element('table:table-column', {
      'table:style-name': automaticStyle('table-column', {}, said, to),
    });
  });
  const head = hasHead ? rows[0] : undefined;
  const body = hasHead ? rows.slice(1) : rows;
  const rowOf = (cells: readonly FlowCell[], isFirst: boolean): string =>
    rowXml(cells, { isFirst, isWhole: staysWhole(cells, widths) }, to);
  to.frames += 1;
  return element(
    'table:table',
    { 'table:name': `Table${to.frames}`, 'table:style-name': tableStyle },
    columns.join('') +
      (head === undefined ? '' : element('table:table-header-rows', {}, rowOf(head, true))) +
      body.map((row, index) => rowOf(row, head === undefined && index === 0)).join(''),
  );
}

/** `isWhole`: it is not parted between two pages. */
function rowXml(
  cells: readonly FlowCell[],
  { isFirst, isWhole }: { readonly isFirst: boolean; readonly isWhole: boolean },
  to: OdtReferences,
): string {
  const kept = element('style:table-row-properties', { 'fo:keep-together': 'always' });
  return element(
    'table:table-row',
    { 'table:style-name': isWhole ? automaticStyle('table-row', {}, kept, to) : null },
    cells.map((cell) => cellXml(cell, isFirst, to)).join(''),
  );
}

function cellXml({ content }: FlowCell, isFirst: boolean, to: OdtReferences): string {
  const look = element('style:table-cell-properties', {
    'fo:padding-left': '0mm',
    'fo:padding-right': '2.5mm',
    'fo:padding-top': '0.8mm',
    'fo:padding-bottom': '0.8mm',
    'fo:border-left': 'none',
    'fo:border-right': 'none',
    'fo:border-top': isFirst ? `1pt solid #${COLOURS.ink}` : 'none',
    'fo:border-bottom': `0.5pt solid #${COLOURS.rule}`,
  });
  return element(
    'table:table-cell',
    { 'table:style-name': automaticStyle('table-cell', {}, look, to), 'office:value-type': 'string' },
    blocksXml(content, to) || element('text:p', { 'text:style-name': nameOf('tableText', to) }),
  );
}

export const runsXml = (runs: readonly FlowRun[], to: OdtReferences): string => {
  const xml = runs.map((run) => (run.type === 'break' ? element('text:line-break') : runXml(run, to)));
  return xml.join('').replace(/^ /, '<text:s/>');
};

function runXml(run: Extract<FlowRun, { type: 'text' }>, to: OdtReferences): string {
  const words = wordsXml(run.text);
  if (words === '') return '';
  const look = {
    ...(run.strong ? weight(true) : {}),
    ...(run.emphasis
      ? {
          'fo:font-style': 'italic',
          'style:font-style-asian': 'italic',
          'style:font-style-complex': 'italic',
        }
      : {}),
    ...(run.tone === undefined ? {} : { 'fo:color': `#${COLOURS[run.tone]}` }),
  };
  const style =
    Object.keys(look).length === 0
      ? null
      : automaticStyle('text', {}, element('style:text-properties', look), to);
  const set = style === null ? words : element('text:span', { 'text:style-name': style }, words);
  return run.link === undefined || !isSafeLink(run.link)
    ? set
    : element(
        'text:a',
        { 'xlink:type': 'simple', 'xlink:href': run.link, 'text:style-name': 'Internet_20_link' },
        set,
      );
}

/** ODF folds white space: what is more than one space is said. */
export const wordsXml = (words: string): string =>
  escaped(words.replace(/[\t\r\n]+/g, ' '))
    .replace(/ {2,}/g, (spaces) => ` ${element('text:s', { 'text:c': spaces.length - 1 })}`)
    .replace(/^ | $/g, '<text:s/>');

/** A picture in the line, with its description. */
export function pictureXml(
  picture: FlowPicture,
  room: { readonly width: number; readonly height: number },
  to: OdtReferences,
): string {
  to.pictures.set(picture.file, picture);
  to.frames += 1;
  const { width, height } = fitted(picture, room);
  const side = (length: number): string => `${Math.max(Math.round(length * 100) / 100, 0.1)}mm`;
  return element(
    'draw:frame',
    {
      'draw:name': `Image${to.frames}`,
      'text:anchor-type': 'as-char',
      'svg:width': side(width),
      'svg:height': side(height),
      'draw:z-index': 0,
    },
    element('draw:image', {
      'xlink:href': picturePath(picture),
      'xlink:type': 'simple',
      'xlink:show': 'embed',
      'xlink:actuate': 'onLoad',
    }) + element('svg:desc', {}, escaped(picture.alternative)),
  );
}
