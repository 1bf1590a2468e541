/** Where someone's name stays when they are erased: in words that only a person can change, or that may be others'. */
import type { Plan } from '../agenda/plan.ts';
import type { Contribution } from '../contributions/contribution.ts';
import type { Photo } from '../photos/photo.ts';
import type { Publication } from '../publication/publication.ts';
import type { Presentation } from '../round/round.ts';
import type { LeftPlace, NamedPlaceKind } from '../seminar/left-place.ts';
import type { Seminar } from '../seminar/seminar.ts';
import type { SittingLog } from '../seminar/sitting.ts';
import { plainWords } from './block-texts.ts';
import type { NamesOfErased } from './names-of-erased.ts';
import type { Piecewise } from './piecewise.ts';
import type { RichText } from './rich-text.ts';

/** `id` is '' where there is but one; `name` as it was first written there, `count` how many times in all. */
export type NamedPlace = {
  readonly kind: NamedPlaceKind;
  readonly id: string;
  readonly name: string;
  readonly count: number;
};

type TextPlaceKind = Extract<NamedPlaceKind, 'notes' | 'synthesis' | 'part'>;
/** A shared text; `id` is its atelier, sitting or composed part. */
export type PlacedText = { readonly kind: TextPlaceKind; readonly id: string; readonly text: RichText };

/** What a sitting holds of words. */
type SittingWords = {
  readonly ownPlan: Plan | null;
  readonly contributions: readonly Pick<Contribution, 'text'>[];
  /** Of groups of contributions. */
  readonly headings: readonly (string | null)[];
  readonly presentations: readonly Pick<Presentation, 'quotation' | 'text'>[];
  readonly photos: readonly Pick<Photo, 'description'>[];
};

export const sittingWords = ({
  ownPlan,
  contributions,
  presentations,
  photos,
}: SittingLog): SittingWords => ({
  ...{ ownPlan, photos },
  contributions: [...contributions.byId.values()],
  headings: contributions.groups.map(({ heading }) => heading),
  presentations: [...presentations.values()],
});

/** A version that is kept, and what it prints. */
export type VersionWords = { readonly id: string; readonly lines: readonly string[] };

/** What a séminaire holds of words. */
export type ToldWords = {
  readonly seminar: Seminar;
  readonly publication: Pick<
    Publication,
    'composition' | 'nextSteps' | 'published' | 'corrections' | 'approval'
  >;
  /** By atelier. */
  readonly plans: ReadonlyMap<string, Plan>;
  /** By id. */
  readonly sittings: ReadonlyMap<string, SittingWords>;
  readonly texts: readonly PlacedText[];
  readonly versions: readonly VersionWords[];
};

type Placed = {
  readonly kind: NamedPlaceKind;
  readonly id: string;
  readonly lines: readonly string[];
  /** What of a line that surely names them goes by itself. */
  readonly goes: 'nothing' | 'name' | 'line';
};

/** Has every line that may name somebody say which words are ordinary ones. */
export function* lookingThrough(told: ToldWords, { lookThrough }: NamesOfErased): Piecewise<void> {
  for (const { lines } of placed(told))
    for (const line of lines) {
      lookThrough(line);
      yield;
    }
}

/** What may name them once all that is surely them is taken out, place by place. */
export function* findingPlaces(
  told: ToldWords,
  { surely, namedIn }: NamesOfErased,
): Piecewise<readonly NamedPlace[]> {
  const places = new Map<string, NamedPlace>();
  // Versions say mostly the same.
  const known = new Map<string, readonly string[]>();
  for (const { kind, id, lines, goes } of placed(told)) {
    const key = `${kind} ${id}`;
    for (const line of lines) {
      const left = leftOf(line, goes, surely);
      const names = known.get(left) ?? namedIn(left);
      known.set(left, names);
      for (const name of names) {
        const before = places.get(key);
        places.set(key, { kind, id, name: before?.name ?? name, count: (before?.count ?? 0) + 1 });
      }
      yield;
    }
  }
  return [...places.values()];
}

/**
 * The same places, to be kept, as far as the actes are made from them: not headings of groups, nor what is kept of actes that
 * were.
 */
export function* stampingPlaces(
  told: ToldWords,
  { surely, namedIn }: NamesOfErased,
): Piecewise<readonly LeftPlace[]> {
  const stamps = new Map<string, LeftPlace>();
  const sittings = new Map([...told.sittings].map(([id, words]) => [id, { ...words, headings: [] }]));
  const publication = { ...told.publication, ...NOTHING_KEPT };
  for (const { kind, id, lines, goes } of placed({ ...told, versions: [], sittings, publication })) {
    const named: number[] = [];
    for (const line of lines) {
      if (namedIn(leftOf(line, goes, surely)).length > 0) named.push(stampOf(line));
      yield;
    }
    if (named.length === 0) continue;
    const key = `${kind} ${id}`;
    stamps.set(key, { kind, id, stamps: [...(stamps.get(key)?.stamps ?? []), ...named] });
  }
  return [...stamps.values()];
}

function leftOf(line: string, goes: Placed['goes'], surely: NamesOfErased['surely']): string {
  if (goes === 'name') return surely.inWords(line);
  return goes === 'line' && surely.isNamed(line) ? '' : line;
}

/** Those of the places whose lines still stand as they were kept, each with how many. */
export function standingPlaces(
  left: readonly LeftPlace[],
  told: ToldWords,
): readonly (Pick<LeftPlace, 'kind' | 'id'> & { readonly count: number })[] {
  if (left.length === 0) return [];
  const kept = new Map<string, Set<number>>();
  for (const { kind, id, stamps } of left) {
    const key = `${kind} ${id}`;
    kept.set(key, new Set([...(kept.get(key) ?? []), ...stamps]));
  }
  const counts = new Map<string, { readonly kind: NamedPlaceKind; readonly id: string; count: number }>();
  for (const { kind, id, lines } of placed(told)) {
    const key = `${kind} ${id}`;
    const stamps = kept.get(key);
    const count = stamps === undefined ? 0 : lines.filter((line) => stamps.has(stampOf(line))).length;
    if (count > 0) counts.set(key, { kind, id, count: (counts.get(key)?.count ?? 0) + count });
  }
  return [...counts.values()];
}

/** What is kept of the actes' life, beside what they are made from. */
export const NOTHING_KEPT = { published: null, approval: null, corrections: [] } as const;

const PRIME = 16_777_619;
const OFFSET = 2_166_136_261;

/** 16 bits of FNV-1a: a line that was changed has another, and so many lines share each that it gives none away. */
function stampOf(line: string): number {
  let hash = OFFSET;
  for (let at = 0; at < line.length; at += 1) hash = Math.imul(hash ^ line.charCodeAt(at), PRIME);
  return (hash ^ (hash >>> 16)) & 0xffff;
}

function placed({ seminar, publication, plans, sittings, texts, versions }: ToldWords): readonly Placed[] {
  const stays = (kind: NamedPlaceKind, id: string, lines: readonly (string | null)[]): Placed => ({
    ...{ kind, id, lines: lines.filter((it) => it !== null), goes: 'nothing' },
  });
  const goes = (kind: NamedPlaceKind, id: string, lines: readonly (string | null)[]): Placed => ({
    ...{ ...stays(kind, id, lines), goes: 'name' },
  });
  /** Each as one line, whose words go together. */
  const goWhole = (kind: NamedPlaceKind, said: readonly (readonly (string | null)[])[]): Placed => ({
    ...{ ...stays(kind, '', said.map(asOneLine)), goes: 'line' },
  });
  const { description, programme } = seminar;
  const { title, organisation, theme, place } = description;
  const { composition, nextSteps, published, approval, corrections } = publication;
  return [
    stays('description', '', [title, organisation, theme, place]),
    stays(
      'programme',
      '',
      programme.times.flatMap((time) => [time.title, time.place]),
    ),
    goes('programme', '', Object.values(programme.speakers)),
    ...seminar.ateliers.flatMap((atelier): readonly Placed[] => {
      const held = seminar.sittings.filter(({ atelierId }) => atelierId === atelier.id);
      const names = held.flatMap(({ label, room }) => [label, room]);
      return [stays('atelier', atelier.id, [atelier.title, ...names, ...planLines(plans.get(atelier.id))])];
    }),
    ...[...sittings].flatMap(
      ([id, { ownPlan, contributions, headings, presentations, photos }]): readonly Placed[] => [
        stays('plan-of-sitting', id, planLines(ownPlan ?? undefined)),
        stays(
          'contributions',
          id,
          contributions.map(({ text }) => text),
        ),
        goes('contributions', id, headings),
        stays(
          'presentations',
          id,
          presentations.flatMap(({ quotation, text }) => [quotation, text]),
        ),
        goes(
          'photos',
          id,
          photos.map((photo) => photo.description),
        ),
      ],
    ),
    ...(composition?.parts ?? []).map((part) => stays('part', part.id, [part.title])),
    goes(
      'part',
      'attendance',
      seminar.presences.map(({ representedBy }) => representedBy),
    ),
    goes(
      'part',
      'next-steps',
      (nextSteps ?? []).flatMap(({ what, who, byWhen }) => [what, who, byWhen]),
    ),
    ...texts.map(({ kind, id, text }) => goes(kind, id, textLines(text))),
    stays('logo', '', [composition?.logo?.alternative ?? null]),
    goWhole(
      'errata',
      (published?.errata ?? []).map(({ text }) => [text]),
    ),
    ...versions.map(({ id, lines }) => goes('version', id, lines)),
    goWhole('approval', approval === null ? [] : [[approval.by, approval.remarks]]),
    goWhole(
      'corrections',
      corrections.map(({ passage, text }) => [passage, text]),
    ),
  ];
}

const asOneLine = (words: readonly (string | null)[]): string => words.filter((it) => it !== null).join('\n');

const planLines = (plan: Plan | undefined): readonly string[] =>
  (plan?.items ?? []).flatMap(({ title, context, questions, animateurNotes }) => [
    ...[title, ...context, animateurNotes],
    ...questions.map(({ text }) => text),
  ]);

const textLines = (text: RichText): readonly string[] =>
  text.flatMap((block): readonly string[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return [plainWords(block.content)];
      case 'list':
        return block.items.flatMap(({ content }) => textLines(content));
      case 'quotation':
        return [...textLines(block.content), block.attribution];
      case 'proposal':
        return textLines(block.content);
      case 'table':
        return block.rows.flat().flatMap(({ content }) => textLines(content));
      case 'image':
        return [block.alternative];
    }
  });
