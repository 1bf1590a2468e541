/** The blocks of the actes as HTML: what is said, in the element that says what it is. */
import type { ActesBlock, ActesCell, ActesLanguage, ActesPicture } from '#core/actes/actes.ts';
import type { Inline } from '#core/actes/rich-text.ts';
import { unbrokenPieces } from '#core/actes/unbroken.ts';
import { readImage } from '#core/photos/read-image.ts';
import type { PictureFiles } from '../../seminars/actes-export.port.ts';
import { escaped, isSafeLink, tag, voidTag } from '../markup.ts';
import { inQuotationMarks, plainWords } from '../quotation-marks.ts';

export type PageSetting = {
  readonly language: ActesLanguage;
  readonly files: PictureFiles;
  readonly colon: string;
  /** « Tableau 3 » for a table that may have to be scrolled. */
  readonly nextTable: () => string;
  /** The id of a heading. */
  readonly idOf: (words: string) => string;
};

type Of<Type extends ActesBlock['type']> = Extract<ActesBlock, { type: Type }>;

/** `inside`: within something else, where a heading would leave the outline. */
export const blocksHtml = (blocks: readonly ActesBlock[], to: PageSetting, inside = false): string =>
  blocks.map((block) => blockHtml(block, to, inside)).join('\n');

function blockHtml(block: ActesBlock, to: PageSetting, inside: boolean): string {
  const within = (content: readonly ActesBlock[]): string => blocksHtml(content, to, true);
  switch (block.type) {
    case 'heading':
      return headingHtml(block, to, inside);
    case 'paragraph':
      return tag('p', {}, inlinesHtml(block.content));
    case 'facts':
      return tag('p', { class: 'facts' }, inlinesHtml(block.content));
    case 'list':
      return listHtml(block, within);
    case 'quotation': {
      const words = tag('blockquote', {}, within(inQuotationMarks(block.content, to.language)));
      const by = block.attribution === '' ? '' : tag('figcaption', {}, escaped(block.attribution));
      return tag('figure', { class: 'quotation' }, words + by);
    }
    case 'proposal':
      return setApart('set proposal', tag('strong', {}, escaped(block.label)), within(block.content));
    case 'contribution': {
      const label = block.label === '' ? '' : tag('strong', {}, escaped(block.label));
      const line = [label, escaped(block.author)].filter((it) => it !== '').join(' – ');
      return setApart('set', line, within(block.content));
    }
    case 'presentation':
      return presentationHtml(block, to, within);
    case 'attendance':
      return tag(
        'ul',
        { class: 'present' },
        block.entries
          .map(({ who, note }) => tag('li', {}, escaped(note === '' ? who : `${who} – ${note}`)))
          .join('\n'),
      );
    case 'table':
      return tableHtml(block, to, within);
    case 'image':
      return imageHtml(block, to.files);
  }
}

function headingHtml({ level, content }: Of<'heading'>, to: PageSetting, inside: boolean): string {
  const words = plainWords(content).trim();
  if (words === '') return '';
  if (inside) return tag('p', {}, tag('strong', {}, inlinesHtml(content)));
  return tag(`h${level + 1}`, { id: to.idOf(words) }, inlinesHtml(content));
}

function listHtml(
  { ordered, start, items }: Of<'list'>,
  within: (content: readonly ActesBlock[]) => string,
): string {
  const from = Math.min(Math.max(Math.trunc(start), 0), 2_147_483_647);
  return tag(
    ordered ? 'ol' : 'ul',
    { start: ordered && from !== 1 ? from : null },
    items.map((item) => tag('li', {}, within(item.content))).join('\n'),
  );
}

const setApart = (kind: string, line: string, content: string): string =>
  tag('div', { class: kind }, (line === '' ? '' : tag('p', { class: 'label' }, line)) + content);

const NAME = /^(.+?)(\s–\s.+)$/su;

function presentationHtml(
  { who, quotation, content }: Of<'presentation'>,
  { language, colon }: PageSetting,
  within: (content: readonly ActesBlock[]) => string,
): string {
  const [, name = who, rest = ''] = NAME.exec(who) ?? [];
  const quoted = inQuotationMarks(quotation, language);
  const [only, ...more] = quoted;
  const isBeside = only?.type === 'paragraph' && more.length === 0;
  const beside = isBeside ? `${colon} ${tag('q', {}, inlinesHtml(only.content))}` : '';
  const line = tag(
    'p',
    { class: 'who' },
    tag('span', { class: 'name' }, escaped(name)) + escaped(rest) + beside,
  );
  const apart = isBeside || quoted.length === 0 ? '' : tag('blockquote', {}, within(quoted));
  return tag('div', { class: 'person' }, line + apart + within(content));
}

/** A table of more columns than this scrolls on a phone, and can be reached by keys. */
const MOST_COLUMNS = 4;

function tableHtml(
  { columns, rows }: Of<'table'>,
  to: PageSetting,
  within: (content: readonly ActesBlock[]) => string,
): string {
  if (rows.length === 0) return '';
  const width = Math.max(columns, ...rows.map((row) => row.length), 1);
  const cell = ({ header, content }: ActesCell, scope: 'col' | 'row'): string => {
    const words = within(content);
    return header && words !== '' ? tag('th', { scope }, words) : tag('td', {}, words);
  };
  const row = (cells: readonly ActesCell[], scope: 'col' | 'row'): string =>
    tag(
      'tr',
      {},
      Array.from({ length: width }, (_, index) =>
        cell(cells[index] ?? { header: false, content: [] }, scope),
      ).join(''),
    );
  const [head, ...rest] = rows;
  const hasHead = head !== undefined && rest.length > 0 && head.every(({ header }) => header);
  const body = (hasHead ? rest : rows).map((cells) => row(cells, 'row')).join('\n');
  const table = tag(
    'table',
    {},
    (hasHead ? tag('thead', {}, row(head, 'col')) : '') + tag('tbody', {}, body),
  );
  return width <= MOST_COLUMNS
    ? table
    : tag('div', { class: 'wide', role: 'region', tabindex: 0, 'aria-label': to.nextTable() }, table);
}

/** The caption says what the description says: it is read out once. */
function imageHtml(picture: Of<'image'>, files: PictureFiles): string {
  const shown = pictureHtml(picture, files, {});
  const words = escaped(picture.alternative);
  return shown === ''
    ? tag('p', { class: 'missing' }, words)
    : tag('figure', {}, shown + tag('figcaption', { 'aria-hidden': 'true' }, words));
}

/** The picture with its bytes inside; '' when there is none to show. */
export function pictureHtml(
  { alternative, file }: ActesPicture,
  files: PictureFiles,
  attributes: Readonly<Record<string, string>>,
): string {
  const bytes = file === null ? undefined : files.get(file);
  const image = bytes === undefined ? null : readImage(bytes);
  if (image === null) return '';
  const src = `data:${image.mediaType};base64,${Buffer.from(image.bytes).toString('base64')}`;
  return voidTag('img', { ...attributes, src, alt: alternative, width: image.width, height: image.height });
}

const inlinesHtml = (content: readonly Inline[]): string =>
  content.map((it) => (it.type === 'break' ? voidTag('br') : wordsHtml(it))).join('');

function wordsHtml({ text, strong, emphasis, link }: Extract<Inline, { type: 'text' }>): string {
  let html = unbrokenPieces(text)
    .map((piece) =>
      piece.unbroken ? tag('span', { class: 'unbroken' }, escaped(piece.text)) : escaped(piece.text),
    )
    .join('');
  if (emphasis) html = tag('em', {}, html);
  if (strong) html = tag('strong', {}, html);
  return link === undefined || !isSafeLink(link)
    ? html
    : tag('a', { href: link, rel: 'noopener noreferrer' }, html);
}
