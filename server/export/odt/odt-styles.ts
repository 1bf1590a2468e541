/** styles.xml of an ODT: paragraph and list styles, pages with their heads. */
import type { Actes } from '#core/actes/actes.ts';
import type { Attributes } from '../markup.ts';
import { element, escaped, XML_START } from '../markup.ts';
import type { Look, OfficeStyle } from '../office/styles.ts';
import {
  bulletOf,
  COLOURS,
  FONTS,
  LIST_STEP_MM,
  PAGE,
  runningHead,
  TEXT_WIDTH_MM,
} from '../office/styles.ts';

export const ODF_NAMESPACES = {
  'xmlns:office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  'xmlns:style': 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  'xmlns:text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  'xmlns:table': 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  'xmlns:draw': 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  'xmlns:fo': 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  'xmlns:svg': 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'office:version': '1.3',
} as const;

export const BULLET_LIST = 'Actes_20_bullets';
export const NUMBER_LIST = 'Actes_20_numbers';
export const FIRST_PAGE = 'First_20_Page';

const mm = (length: number): string => `${Math.round(length * 100) / 100}mm`;

export const fontFaces = (): string =>
  element(
    'office:font-face-decls',
    {},
    Object.entries(FONTS)
      .map(([kind, name]) =>
        element('style:font-face', {
          'style:name': name,
          'svg:font-family': name,
          'style:font-family-generic': kind === 'serif' ? 'roman' : 'swiss',
          'style:font-pitch': 'variable',
        }),
      )
      .join(''),
  );

/** The whole part; with a cover, its first page bears neither head nor number. */
export function stylesXml(actes: Actes, styles: readonly OfficeStyle[]): string {
  const hasCover = actes.contents !== '';
  return (
    XML_START +
    element(
      'office:document-styles',
      ODF_NAMESPACES,
      fontFaces() +
        element(
          'office:styles',
          {},
          defaultStyle(actes) +
            element('style:style', {
              'style:name': 'Standard',
              'style:family': 'paragraph',
              'style:class': 'text',
            }) +
            styles.map((style) => paragraphStyle(style, styles)).join('') +
            linkStyle() +
            CONTENTS_LINK_STYLE +
            listStyle(BULLET_LIST, false) +
            listStyle(NUMBER_LIST, true),
        ) +
        element(
          'office:automatic-styles',
          {},
          pageLayout('Text', true, true) + pageLayout('First', false, !hasCover),
        ) +
        element('office:master-styles', {}, masterPages(actes, hasCover)),
    )
  );
}

const LANGUAGES = { fr: ['fr', 'FR'], en: ['en', 'GB'] } as const;

function defaultStyle({ language }: Actes): string {
  const [code, country] = LANGUAGES[language];
  return element(
    'style:default-style',
    { 'style:family': 'paragraph' },
    element('style:paragraph-properties', {
      'fo:orphans': 2,
      'fo:widows': 2,
      'style:tab-stop-distance': '12.5mm',
      'style:writing-mode': 'page',
    }) +
      element('style:text-properties', {
        ...textLook({ font: 'serif', points: 11, colour: 'ink' }),
        'fo:language': code,
        'fo:country': country,
        'fo:hyphenate': 'false',
      }),
  );
}

const textLook = ({ font, points, colour, bold }: Pick<Look, 'font' | 'points' | 'colour' | 'bold'>) => ({
  'style:font-name': FONTS[font],
  'fo:font-size': `${points}pt`,
  'style:font-size-asian': `${points}pt`,
  'style:font-size-complex': `${points}pt`,
  'fo:color': `#${COLOURS[colour]}`,
  ...weight(bold === true),
});

/** Attributes of bold words in every script. */
export const weight = (bold: boolean): Record<string, string> => {
  const value = bold ? 'bold' : 'normal';
  return { 'fo:font-weight': value, 'style:font-weight-asian': value, 'style:font-weight-complex': value };
};

function paragraphStyle(
  { style, odt, parent, level, look }: OfficeStyle,
  all: readonly OfficeStyle[],
): string {
  const of = all.find((it) => it.style === parent)?.odt.name ?? 'Standard';
  const follows = level !== null || style === 'label' || style === 'person' ? 'Text_20_body' : null;
  return element(
    'style:style',
    {
      'style:name': odt.name,
      'style:display-name': odt.shown === odt.name ? null : odt.shown,
      'style:family': 'paragraph',
      'style:parent-style-name': of,
      'style:next-style-name': follows,
      'style:default-outline-level': level,
    },
    paragraphLook(look, level !== null, style === 'attribution') +
      element('style:text-properties', textLook(look)),
  );
}

/** `ends`: its border does not go on into the paragraph that follows. */
function paragraphLook(look: Look, isHeading: boolean, ends: boolean): string {
  const border: Attributes =
    look.rule === 'above'
      ? { 'fo:border-top': `0.5pt solid #${COLOURS.rule}`, 'fo:padding-top': '1.4mm' }
      : look.rule === 'left'
        ? {
            'fo:border-left': `1.5pt solid #${COLOURS.accent}`,
            'fo:padding-left': '3.5mm',
          }
        : {};
  const tab =
    look.tab === undefined
      ? ''
      : element(
          'style:tab-stops',
          {},
          element('style:tab-stop', {
            'style:position': mm(TEXT_WIDTH_MM - (look.indent ?? 0)),
            'style:type': 'right',
            ...(look.tab === 'dots' ? { 'style:leader-style': 'dotted', 'style:leader-text': '.' } : {}),
          }),
        );
  return element(
    'style:paragraph-properties',
    {
      'fo:margin-top': `${look.before}pt`,
      'fo:margin-bottom': `${look.after}pt`,
      'fo:margin-left': mm(look.indent ?? 0),
      'fo:margin-right': '0mm',
      'fo:text-indent': '0mm',
      'fo:line-height': `${look.line}%`,
      'fo:text-align': 'start',
      'fo:keep-with-next': look.keepNext ? 'always' : null,
      'fo:keep-together': isHeading ? 'always' : null,
      'fo:break-before': look.pageBreak ? 'page' : null,
      ...border,
      'style:join-border': ends ? 'false' : null,
    },
    tab,
  );
}

const linkStyle = (): string =>
  element(
    'style:style',
    { 'style:name': 'Internet_20_link', 'style:display-name': 'Internet link', 'style:family': 'text' },
    element('style:text-properties', {
      'fo:color': `#${COLOURS.accent}`,
      'style:text-underline-style': 'solid',
      'style:text-underline-width': 'auto',
      'style:text-underline-color': 'font-color',
    }),
  );

export const CONTENTS_LINK = 'Index_20_Link';

const CONTENTS_LINK_STYLE = element('style:style', {
  'style:name': CONTENTS_LINK,
  'style:display-name': 'Index Link',
  'style:family': 'text',
});

function listStyle(name: string, ordered: boolean): string {
  const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((level) => {
    const place = element(
      'style:list-level-properties',
      { 'text:list-level-position-and-space-mode': 'label-alignment' },
      element('style:list-level-label-alignment', {
        'text:label-followed-by': 'listtab',
        'text:list-tab-stop-position': mm(LIST_STEP_MM * level),
        'fo:text-indent': mm(-LIST_STEP_MM),
        'fo:margin-left': mm(LIST_STEP_MM * level),
      }),
    );
    return ordered
      ? element(
          'text:list-level-style-number',
          { 'text:level': level, 'style:num-suffix': '.', 'style:num-format': '1' },
          place,
        )
      : element(
          'text:list-level-style-bullet',
          { 'text:level': level, 'text:bullet-char': bulletOf(level - 1) },
          place,
        );
  });
  return element(
    'text:list-style',
    { 'style:name': name, 'style:display-name': name.replaceAll('_20_', ' ') },
    levels.join(''),
  );
}

const HEAD_MM = 13;

function pageLayout(name: string, hasHead: boolean, hasFoot: boolean): string {
  const page = element('style:page-layout-properties', {
    'fo:page-width': mm(PAGE.width),
    'fo:page-height': mm(PAGE.height),
    'style:print-orientation': 'portrait',
    'fo:margin-top': mm(hasHead ? HEAD_MM : PAGE.top),
    'fo:margin-bottom': mm(hasFoot ? HEAD_MM : PAGE.bottom),
    'fo:margin-left': mm(PAGE.left),
    'fo:margin-right': mm(PAGE.right),
  });
  const band = (which: 'header' | 'footer', height: number): string =>
    element(
      `style:${which}-style`,
      {},
      element('style:header-footer-properties', {
        'fo:min-height': mm(height),
        [which === 'header' ? 'fo:margin-bottom' : 'fo:margin-top']: '6mm',
      }),
    );
  return element(
    'style:page-layout',
    { 'style:name': name },
    page +
      (hasHead ? band('header', PAGE.top - HEAD_MM) : '') +
      (hasFoot ? band('footer', PAGE.bottom - HEAD_MM) : ''),
  );
}

function masterPages({ cover }: Actes, hasCover: boolean): string {
  const header = element(
    'style:header',
    {},
    element(
      'text:p',
      { 'text:style-name': 'Header' },
      `${escaped(runningHead(cover.title))}<text:tab/>${escaped(runningHead(cover.label))}`,
    ),
  );
  const footer = element(
    'style:footer',
    {},
    element(
      'text:p',
      { 'text:style-name': 'Footer' },
      `${escaped(runningHead(cover.standing))}<text:tab/>${element('text:page-number', { 'text:select-page': 'current' }, '2')} / ${element('text:page-count', {}, '2')}`,
    ),
  );
  return (
    element(
      'style:master-page',
      { 'style:name': 'Standard', 'style:page-layout-name': 'Text' },
      header + footer,
    ) +
    element(
      'style:master-page',
      {
        'style:name': FIRST_PAGE,
        'style:display-name': 'First Page',
        'style:page-layout-name': 'First',
        'style:next-style-name': 'Standard',
      },
      hasCover ? '' : footer,
    )
  );
}
