/** The head of the actes' Markdown, in YAML: what the page says in signs and CommonMark cannot. */
import type { Actes, ActesPicture, PartKind } from './actes.ts';

/** The first two lines of the head: which format, and which version of it. */
export const MARKDOWN_FORMAT = 'pleniere-actes';
export const MARKDOWN_VERSION = 1;

/** Where pictures stand beside the Markdown, and what their files end with. */
export const PICTURES_FOLDER = 'images/';
export const PICTURE_ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;

/**
 * What blocks of a part are, by their place in it: 1 is its title. A number tells a block of the Markdown; the key tells
 * what that block is.
 */
export type PartPlaces = {
  readonly kind: PartKind;
  /** Headings that the table of contents leaves out. */
  readonly unlisted: readonly number[];
  readonly facts: readonly number[];
  readonly proposals: readonly number[];
  readonly decisions: readonly number[];
  readonly contributions: readonly number[];
  /** Proposals, decisions and contributions whose first line is no label. */
  readonly unlabelled: readonly number[];
  readonly attendance: readonly number[];
  /** From the heading that names someone to their last block: `4-7`. */
  readonly presentations: readonly string[];
  /** Tables with other headers than a whole first row: by place, a word a row, `1` for each header. */
  readonly headers: Readonly<Record<string, string>>;
};

/** Where the file of a picture stands; '' when it has none. */
export const pictureAddress = ({ file, mediaType }: Pick<ActesPicture, 'file' | 'mediaType'>): string =>
  file === null || mediaType === null ? '' : `${PICTURES_FOLDER}${file}.${PICTURE_ENDINGS[mediaType]}`;

/** Any text as a YAML scalar between double quotes, which is JSON. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[\u007f-\u009f\ufeff\ufffe\uffff]/gu, escapedCharacter);

const escapedCharacter = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The lines from `---` to `---`. */
export function frontMatter(actes: Actes, parts: readonly PartPlaces[]): string {
  const { cover, logo } = actes;
  return [
    '---',
    `format: ${MARKDOWN_FORMAT}`,
    `version: ${String(MARKDOWN_VERSION)}`,
    `title: ${quoted(actes.title)}`,
    `organisation: ${quoted(actes.organisation)}`,
    `day: ${quoted(actes.day)}`,
    `language: ${actes.language}`,
    `model: ${actes.model}`,
    'cover:',
    ...COVER_FACTS.map((fact) => `  ${fact}: ${quoted(cover[fact])}`),
    ...(logo === null
      ? []
      : ['logo:', `  file: ${quoted(pictureAddress(logo))}`, `  alternative: ${quoted(logo.alternative)}`]),
    `contents: ${quoted(actes.contents)}`,
    parts.length === 0 ? 'parts: []' : 'parts:',
    ...parts.flatMap(partLines),
    '---',
  ].join('\n');
}

export const COVER_FACTS = ['label', 'title', 'theme', 'dayAndPlace', 'counts', 'standing'] as const;

export const PLACES = [
  'unlisted',
  'facts',
  'proposals',
  'decisions',
  'contributions',
  'unlabelled',
  'attendance',
  'presentations',
] as const;

function partLines(part: PartPlaces): readonly string[] {
  const headers = Object.entries(part.headers).map(([place, rows]) => `${place}: ${quoted(rows)}`);
  return [
    `  - kind: ${part.kind}`,
    ...PLACES.filter((name) => part[name].length > 0).map(
      (name) => `    ${name}: [${part[name].join(', ')}]`,
    ),
    ...(headers.length === 0 ? [] : [`    headers: { ${headers.join(', ')} }`]),
  ];
}
