/** The actes as JSON, as `static/schemas/actes-1.json` says. */
import type { Actes } from './actes.ts';

export const ACTES_FORMAT = { format: 'pleniere-actes', version: 1 } as const;

/** In which order the keys of every object stand. */
const ORDER = [
  ...[
    'format',
    'version',
    'type',
    'kind',
    'subject',
    'level',
    'inContents',
    'ordered',
    'start',
    'columns',
    'header',
  ],
  ...[
    'language',
    'model',
    'label',
    'title',
    'theme',
    'organisation',
    'day',
    'dayAndPlace',
    'counts',
    'standing',
  ],
  ...['logo', 'cover', 'contents', 'parts', 'blocks', 'text', 'strong', 'emphasis', 'link'],
  ...['who', 'note', 'attribution', 'author', 'alternative', 'file', 'mediaType', 'quotation'],
  ...['content', 'items', 'rows', 'entries', 'people', 'name', 'sources', 'personId'],
];
const PLACE: ReadonlyMap<string, number> = new Map(ORDER.map((key, index) => [key, index]));

/** The whole tree with its ids, its format and version first; the same tree gives the same bytes. */
export const actesJson = (actes: Actes): string =>
  `${JSON.stringify({ ...ACTES_FORMAT, ...actes }, inOrder, 2)}\n`;

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).sort(([one], [other]) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1)),
  );
}

const placeOf = (key: string): number => PLACE.get(key) ?? ORDER.length;
