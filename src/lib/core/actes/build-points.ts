/** The syntheses read by point: what several ateliers wrote under one title stands together. */
import type { Atelier } from '../seminar/seminar.ts';
import type { ActesBlock } from './actes.ts';
import type { Block, Inline, RichText } from './rich-text.ts';
import type { Making } from './text-blocks.ts';
import { heading, textBlocks, topLevel } from './text-blocks.ts';

type Written = { readonly atelier: Atelier; readonly synthesis: RichText };

type Passage = { readonly atelier: Atelier; readonly text: RichText; readonly top: number };
type Point = { readonly title: readonly Inline[]; readonly passages: readonly Passage[] };

export type ReadByPoint = {
  /** What stands under no title before the first point; only where a single atelier wrote. */
  readonly opening: readonly Passage[];
  readonly points: readonly Point[];
  /** By atelier, what it wrote under titles of its own. */
  readonly rest: ReadonlyMap<string, RichText>;
};

/**
 * The syntheses cut at their highest headings. Titles are the same with other accents, capitals and spaces; those of a
 * single atelier are points only where no other wrote.
 */
export function readByPoint(written: readonly Written[]): ReadByPoint {
  const alone = written.length === 1;
  const sections = written.flatMap(({ atelier, synthesis }) => {
    const top = topLevel(synthesis);
    return cutAt(top, synthesis).map((section) => ({ ...section, atelier, top }));
  });
  const ateliersOf = new Map<string, Set<string>>();
  for (const { key, atelier } of sections)
    ateliersOf.set(key, (ateliersOf.get(key) ?? new Set()).add(atelier.id));
  const isPoint = (key: string) => key !== '' && (alone || (ateliersOf.get(key)?.size ?? 0) > 1);

  const points = new Map<string, Point>();
  const rest = new Map<string, Block[]>();
  const opening: Passage[] = [];
  for (const { key, title, below, whole, atelier, top } of sections) {
    if (isPoint(key)) {
      const point = points.get(key) ?? { title, passages: [] };
      points.set(key, { ...point, passages: [...point.passages, { atelier, text: below, top }] });
    } else if (alone) {
      opening.push({ atelier, text: whole, top });
    } else {
      rest.set(atelier.id, [...(rest.get(atelier.id) ?? []), ...whole]);
    }
  }
  return { opening, points: [...points.values()], rest };
}

/** Each point with what every atelier wrote under it, below the atelier's name; a single atelier is not named. */
export function pointsBlocks(
  { opening, points }: ReadByPoint,
  nameOf: (atelier: Atelier) => string,
  making: Making,
): readonly ActesBlock[] {
  const isOne = new Set(points.flatMap(({ passages }) => passages.map(({ atelier }) => atelier.id))).size < 2;
  return [
    ...opening.flatMap(({ text, top }) => textBlocks(text, 1, making, top)),
    ...points.flatMap(({ title, passages }): ActesBlock[] => [
      { type: 'heading', level: 2, inContents: true, content: title },
      ...passages.flatMap(({ atelier, text, top }, index) => [
        ...(isOne || passages[index - 1]?.atelier.id === atelier.id
          ? []
          : [heading(3, nameOf(atelier), false)]),
        ...textBlocks(text, isOne ? 2 : 3, making, top + 1),
      ]),
    ]),
  ];
}

type Section = {
  /** '' for what stands before the first heading, and under one without words. */
  readonly key: string;
  readonly title: readonly Inline[];
  readonly below: RichText;
  readonly whole: RichText;
};

function cutAt(top: number, text: RichText): readonly Section[] {
  const sections: { title: readonly Inline[]; whole: Block[] }[] = [];
  for (const block of text) {
    const last = sections.at(-1);
    if (block.type === 'heading' && block.level === top)
      sections.push({ title: block.content, whole: [block] });
    else if (last) last.whole.push(block);
    else sections.push({ title: [], whole: [block] });
  }
  return sections.map(({ title, whole }) => {
    const key = keyOf(title);
    return { key, title, whole, below: key === '' ? whole : whole.slice(1) };
  });
}

const keyOf = (title: readonly Inline[]): string =>
  title
    .map((inline) => (inline.type === 'text' ? inline.text : ' '))
    .join('')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
