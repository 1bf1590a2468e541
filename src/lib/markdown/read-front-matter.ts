/** The head of the actes' Markdown, in YAML. */
import { parse } from 'yaml';
import type { Actes, PartKind } from '#core/actes/actes.ts';
import { ACTES_LANGUAGES, ACTES_MODELS, PART_KINDS } from '#core/actes/actes.ts';
import { COVER_FACTS, MARKDOWN_FORMAT, MARKDOWN_VERSION } from '#core/actes/front-matter.ts';

/** What blocks of a part are, by their place in it, from 1. */
export type Places = {
  readonly kind: PartKind;
  readonly unlisted: ReadonlySet<number>;
  readonly facts: ReadonlySet<number>;
  readonly proposals: ReadonlySet<number>;
  readonly decisions: ReadonlySet<number>;
  readonly contributions: ReadonlySet<number>;
  readonly unlabelled: ReadonlySet<number>;
  readonly attendance: ReadonlySet<number>;
  /** The place of the first block of each, and of its last. */
  readonly presentations: ReadonlyMap<number, number>;
  readonly headers: ReadonlyMap<number, string>;
};

/** `logo.file` is an address beside the Markdown. */
export type FrontMatter = Omit<Actes, 'logo' | 'parts'> & {
  readonly logo: { readonly file: string; readonly alternative: string } | null;
  readonly parts: readonly Places[];
};

/** Null when it is not the head of actes in a version that this reader knows. */
export function readFrontMatter(yaml: string): FrontMatter | null {
  const front = recordOf(parsed(yaml));
  if (front['format'] !== MARKDOWN_FORMAT || front['version'] !== MARKDOWN_VERSION) return null;
  const cover = recordOf(front['cover']);
  const logo = recordOf(front['logo']);
  const facts = Object.fromEntries(COVER_FACTS.map((fact) => [fact, textOf(cover[fact])]));
  return {
    language: ACTES_LANGUAGES.find((it) => it === front['language']) ?? 'fr',
    model: ACTES_MODELS.find((it) => it === front['model']) ?? 'seminar',
    title: textOf(front['title']),
    organisation: textOf(front['organisation']),
    day: textOf(front['day']),
    logo: 'file' in logo ? { file: textOf(logo['file']), alternative: textOf(logo['alternative']) } : null,
    cover: facts as Actes['cover'],
    contents: textOf(front['contents']),
    parts: listOf(front['parts']).map(placesOf),
  };
}

/** Undefined where it is no YAML, or YAML that refers to itself. */
function parsed(yaml: string): unknown {
  try {
    return parse(yaml, { maxAliasCount: 0, prettyErrors: false, logLevel: 'error' });
  } catch {
    return undefined;
  }
}

function placesOf(part: unknown): Places {
  const said = recordOf(part);
  const places = (name: string): ReadonlySet<number> =>
    new Set(listOf(said[name]).filter((it) => typeof it === 'number'));
  return {
    kind: PART_KINDS.find((kind) => kind === said['kind']) ?? 'text',
    unlisted: places('unlisted'),
    facts: places('facts'),
    proposals: places('proposals'),
    decisions: places('decisions'),
    contributions: places('contributions'),
    unlabelled: places('unlabelled'),
    attendance: places('attendance'),
    presentations: new Map(
      listOf(said['presentations']).flatMap((range): readonly (readonly [number, number])[] => {
        const [, first, last] = /^(\d{1,9})-(\d{1,9})$/u.exec(textOf(range)) ?? [];
        return first === undefined || last === undefined ? [] : [[Number(first), Number(last)]];
      }),
    ),
    headers: new Map(
      Object.entries(recordOf(said['headers'])).map(([place, rows]) => [Number(place), textOf(rows)]),
    ),
  };
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** Of a part that the head does not tell of. */
export const NO_PLACES: Places = placesOf({});
