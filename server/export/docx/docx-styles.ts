/** styles.xml of a DOCX: what each style is called and looks like; elements in the order that the schema asks. */
import type { ActesLanguage } from '#core/actes/actes.ts';
import { element, XML_START } from '../markup.ts';
import type { Look, OfficeStyle } from '../office/styles.ts';
import { COLOURS, FONTS, OFFICE_WORDS, TEXT_WIDTH_MM } from '../office/styles.ts';

export const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const TABLE_STYLE = 'ActesTable';

/** Twentieths of a point. */
export const twentieths = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

const value = (name: string, of: string | number): string => element(name, { 'w:val': of });

export const fontsOf = (font: Look['font']): string => {
  const name = FONTS[font];
  return element('w:rFonts', { 'w:ascii': name, 'w:hAnsi': name, 'w:eastAsia': name, 'w:cs': name });
};

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const;

/** The whole part. */
export function stylesXml(styles: readonly OfficeStyle[], language: ActesLanguage): string {
  const locale = LOCALES[language];
  const defaults = element(
    'w:docDefaults',
    {},
    element(
      'w:rPrDefault',
      {},
      element(
        'w:rPr',
        {},
        fontsOf('serif') +
          value('w:color', COLOURS.ink) +
          value('w:sz', 22) +
          value('w:szCs', 22) +
          element('w:lang', { 'w:val': locale, 'w:eastAsia': locale, 'w:bidi': 'ar-SA' }),
      ),
    ) +
      element(
        'w:pPrDefault',
        {},
        element('w:pPr', {}, element('w:spacing', { 'w:after': 0, 'w:line': 240, 'w:lineRule': 'auto' })),
      ),
  );
  const all = [
    element(
      'w:style',
      { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
      value('w:name', 'Normal') + element('w:qFormat'),
    ),
    element(
      'w:style',
      { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' },
      value('w:name', 'Default Paragraph Font') + value('w:uiPriority', 1) + element('w:semiHidden'),
    ),
    element(
      'w:style',
      { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
      value('w:name', 'Normal Table') +
        value('w:uiPriority', 99) +
        element('w:semiHidden') +
        element(
          'w:tblPr',
          {},
          element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }) +
            element(
              'w:tblCellMar',
              {},
              ['top', 'left', 'bottom', 'right']
                .map((side) =>
                  element(`w:${side}`, {
                    'w:w': side === 'left' || side === 'right' ? 108 : 0,
                    'w:type': 'dxa',
                  }),
                )
                .join(''),
            ),
        ),
    ),
    element(
      'w:style',
      { 'w:type': 'character', 'w:styleId': 'Hyperlink' },
      value('w:name', 'Hyperlink') +
        value('w:uiPriority', 99) +
        element('w:rPr', {}, value('w:color', COLOURS.accent) + value('w:u', 'single')),
    ),
    tableStyle(OFFICE_WORDS[language].styles.table),
    ...styles.map((style) => paragraphStyle(style, styles)),
  ];
  return XML_START + element('w:styles', { 'xmlns:w': WORD_NAMESPACE }, defaults + all.join(''));
}

const line = (side: string, size: number, colour: string): string =>
  element(`w:${side}`, { 'w:val': 'single', 'w:sz': size, 'w:space': 0, 'w:color': colour });

/** Hairlines between rows, a stronger one above. */
const tableStyle = (name: string): string =>
  element(
    'w:style',
    { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': TABLE_STYLE },
    value('w:name', name) +
      value('w:basedOn', 'TableNormal') +
      element('w:qFormat') +
      element(
        'w:tblPr',
        {},
        element(
          'w:tblBorders',
          {},
          line('top', 8, COLOURS.ink) + line('bottom', 4, COLOURS.rule) + line('insideH', 4, COLOURS.rule),
        ) +
          element(
            'w:tblCellMar',
            {},
            element('w:left', { 'w:w': 0, 'w:type': 'dxa' }) +
              element('w:right', { 'w:w': 142, 'w:type': 'dxa' }),
          ),
      ),
  );

function paragraphStyle(
  { style, word, parent, level, look }: OfficeStyle,
  all: readonly OfficeStyle[],
): string {
  const basedOn = all.find((it) => it.style === parent)?.word.id ?? 'Normal';
  const next = level !== null || style === 'label' || style === 'person' ? 'BodyText' : word.id;
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:customStyle': word.ours ? 1 : null, 'w:styleId': word.id },
    value('w:name', word.name) +
      value('w:basedOn', basedOn) +
      value('w:next', next) +
      element('w:qFormat') +
      element('w:pPr', {}, paragraphLook(look, level)) +
      element('w:rPr', {}, runLook(look)),
  );
}

/** The bar at a paragraph's left. */
export const barOf = (colour: string): string =>
  element(
    'w:pBdr',
    {},
    element('w:left', { 'w:val': 'single', 'w:sz': 12, 'w:space': 10, 'w:color': colour }),
  );

function paragraphLook(look: Look, level: number | null): string {
  const border =
    look.rule === 'above'
      ? element(
          'w:pBdr',
          {},
          element('w:top', { 'w:val': 'single', 'w:sz': 4, 'w:space': 4, 'w:color': COLOURS.rule }),
        )
      : look.rule === 'left'
        ? barOf(COLOURS.accent)
        : '';
  const tab =
    look.tab === undefined
      ? ''
      : element(
          'w:tabs',
          {},
          element('w:tab', {
            'w:val': 'right',
            'w:leader': look.tab === 'dots' ? 'dot' : 'none',
            'w:pos': twentieths(TEXT_WIDTH_MM),
          }),
        );
  return (
    (look.keepNext ? element('w:keepNext') : '') +
    (level === null ? '' : element('w:keepLines')) +
    (look.pageBreak ? element('w:pageBreakBefore') : '') +
    border +
    tab +
    element('w:spacing', {
      'w:before': Math.round(look.before * 20),
      'w:after': Math.round(look.after * 20),
      'w:line': Math.round(look.line * 2.4),
      'w:lineRule': 'auto',
    }) +
    (look.indent === undefined ? '' : element('w:ind', { 'w:left': twentieths(look.indent) })) +
    (level === null ? '' : value('w:outlineLvl', level - 1))
  );
}

const runLook = (look: Look): string =>
  fontsOf(look.font) +
  (look.bold ? element('w:b') + element('w:bCs') : '') +
  value('w:color', COLOURS[look.colour]) +
  value('w:sz', Math.round(look.points * 2)) +
  value('w:szCs', Math.round(look.points * 2));
