/** A synthesis as slides: a heading an idea, what stands under it until a screen is full, then continued. */
import type { Block, RichText } from '../actes/rich-text.ts';
import { lineText } from '../synthesis/written-words.ts';
import type { Piece } from './fill-screens.ts';
import { fillScreens } from './fill-screens.ts';
import { joinedWords } from './joined-words.ts';
import type { GoesOn, Slide } from './restitution.ts';
import { cutParagraph, linesIn, SCREEN, screensDown } from './screen-lines.ts';

/** A block of more screens than this is read as a page. */
const ENDLESS_SCREENS = 3;
/** More slides than anybody turns. */
export const MOST_SLIDES = 300;
/** More screens than anybody scrolls: a page that is longer is scrolled in larger steps. */
const MOST_SCREENS = 400;

/** A slide, and the headings of the text, by their place among them from 0, that it is the first to show. */
type Cut = { readonly slide: Slide; readonly headings: readonly number[] };

/** The slides of a synthesis: its title first, then its ideas in order, or the page that it is. Never empty. */
export const cutSlides = (title: string, text: RichText): readonly Slide[] =>
  cutsOf(title, text).map(({ slide }) => slide);

/** The slide that a heading of the text (by its place among its headings, from 0) comes up on; 0 when it has no such. */
export const slideOfHeading = (text: RichText, heading: number): number =>
  Math.max(
    0,
    cutsOf('', text).findIndex(({ headings }) => headings.includes(heading)),
  );

/** The slide as near to the one asked for as there is one: texts change while they are shown. */
export const slideWithin = (slide: number, slides: number): number =>
  Math.max(0, Math.min(slide, slides - 1));

/**
 * What a slide shows, and how far down, from 0 (its head) to 1 (its foot): further screens show the page that they go on
 * with. Null when there is no slide.
 */
export function slideShown(
  slides: readonly Slide[],
  slide: number,
): { readonly slide: Exclude<Slide, { type: 'further' }>; readonly down: number } | null {
  const at = slideWithin(slide, slides.length);
  const asked = slides[at];
  if (asked === undefined) return null;
  if (asked.type !== 'further') return { slide: asked, down: 0 };
  const page = slides[at - asked.screen];
  return page?.type === 'page' ? { slide: page, down: asked.screen / (page.screens - 1) } : null;
}

/** A page and its further screens. */
function pageSlides(heading: string, content: RichText): readonly [Slide, ...Slide[]] {
  const screens = Math.min(MOST_SCREENS, screensDown(heading, content));
  const further = Array.from({ length: screens - 1 }, (_, at): Slide => ({
    type: 'further',
    screen: at + 1,
  }));
  return [{ type: 'page', heading, content, screens }, ...further];
}

function cutsOf(title: string, text: RichText): readonly Cut[] {
  const first: Cut = { slide: { type: 'title', title }, headings: [] };
  const written = text.filter((block) => !isBlank(block));
  if (written.length === 0) return [first];
  const headings = written.flatMap((block) => (block.type === 'heading' ? [block] : []));
  const [head, ...further] = pageSlides('', written);
  const whole: readonly Cut[] = [
    { slide: head, headings: headings.map((_heading, index) => index) },
    ...further.map((slide) => ({ slide, headings: [] })),
  ];
  const isCut = headings.length > 0 && !written.some(isEndless);
  if (!isCut) return [first, ...whole];
  const cuts = sectionsOf(written).flatMap(cutSection);
  return cuts.length >= MOST_SLIDES ? [first, ...whole] : [first, ...cuts];
}

/** Nothing that a screen would show. */
const isBlank = (block: Block): boolean => !hasMarks(block);

/** Marks without a word, a lone « ? », are shown too. */
function hasMarks(block: Block): boolean {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return lineText(block.content).trim() !== '';
    case 'list':
      return block.items.some(({ content }) => content.some(hasMarks));
    case 'quotation':
      return block.attribution !== '' || block.content.some(hasMarks);
    case 'proposal':
      return block.content.some(hasMarks);
    case 'table':
      return block.rows.flat().some(({ content }) => content.some(hasMarks));
    case 'image':
      return true;
  }
}

const isEndless = (block: Block): boolean =>
  block.type !== 'table' && block.type !== 'list'
    ? linesIn(block) > ENDLESS_SCREENS * SCREEN.lines
    : block.type === 'list' &&
      block.items.some(({ content }) => linesOf(content) > ENDLESS_SCREENS * SCREEN.lines);

const linesOf = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + linesIn(block), 0);

type Section = {
  readonly heading: string;
  /** Its place among the headings; null for what stands before the first. */
  readonly index: number | null;
  readonly level: number;
  /** The heading is that of a point of the plan. */
  readonly isPoint: boolean;
  readonly blocks: readonly Block[];
};

/** Under each heading what stands there; points under which nobody wrote are left out. */
function sectionsOf(text: RichText): readonly Section[] {
  const sections: (Omit<Section, 'blocks'> & { readonly blocks: Block[] })[] = [];
  let headings = 0;
  for (const block of text) {
    if (block.type === 'heading') {
      const heading = lineText(block.content).replaceAll('\n', ' ').trim();
      const { level, item } = block;
      sections.push({ heading, index: headings, level, isPoint: item !== null, blocks: [] });
      headings += 1;
    } else {
      const last = sections.at(-1) ?? { heading: '', index: null, level: 0, isPoint: false, blocks: [] };
      if (sections.length === 0) sections.push(last);
      last.blocks.push(block);
    }
  }
  return sections.filter(({ isPoint, level, blocks }, at) => {
    const nextLevel = sections[at + 1]?.level ?? 0;
    return !isPoint || blocks.length > 0 || nextLevel > level;
  });
}

/** A heading with nothing under it is shown alone: it opens what follows, or tells that nothing was said. */
function cutSection({ heading, index, blocks }: Section): readonly Cut[] {
  const slides: Slide[] = [];
  let together: Block[] = [];
  const close = (): void => {
    if (together.length > 0)
      slides.push(...screensOf(together).map((screen): Slide => ({ type: 'idea', heading, ...screen })));
    together = [];
  };
  for (const block of blocks) {
    const alone = slidesAlone(heading, block);
    if (alone === null) together.push(block);
    else {
      close();
      slides.push(...alone);
    }
  }
  close();
  const [opening = { type: 'idea', heading, content: [] }, ...continued]: Slide[] = slides;
  return [
    { slide: { ...opening, opens: true }, headings: index === null ? [] : [index] },
    ...continued.map((slide) => ({ slide, headings: [] })),
  ];
}

/** What fills slides of its own; null for what stands among others. */
function slidesAlone(heading: string, block: Block): readonly Slide[] | null {
  switch (block.type) {
    case 'quotation': {
      const screens = screensOf(block.content).map(partOfOne);
      // Who said it stands under the last words.
      return screens.map((screen, at) => ({
        ...{ type: 'quotation', heading, ...screen },
        ...(at === screens.length - 1
          ? { attribution: block.attribution }
          : { attribution: '', unfinished: true }),
      }));
    }
    case 'proposal':
      return screensOf(block.content)
        .map(partOfOne)
        .map((screen) => ({ ...{ type: 'proposal', heading, kind: block.kind, ...screen } }));
    case 'table':
      if (linesIn(block) > SCREEN.lines) return pageSlides(heading, [block]);
      return [{ type: 'idea', heading, content: [block] }];
    case 'image':
      return [{ type: 'idea', heading, content: [block] }];
    default:
      return null;
  }
}

type Screen = { readonly content: readonly Block[]; readonly goesOn?: GoesOn };

/** Whatever follows the first screen of a quotation or proposal goes on with it. */
const partOfOne = (screen: Screen, at: number): Screen =>
  at === 0 || screen.goesOn !== undefined ? screen : { ...screen, goesOn: 'block' };

/** The blocks, a screen after the other; one at least. */
function screensOf(blocks: readonly Block[]): readonly Screen[] {
  const pieces = blocks.filter((block) => !isBlank(block)).flatMap(piecesOf);
  if (pieces.length === 0) return [{ content: [] }];
  const screens = fillScreens(pieces, SCREEN.lines);
  return screens.map((screen, at) => {
    const content = joinedPieces(screen);
    const before = screens[at - 1]?.at(-1);
    return before !== undefined && before.of === screen[0]?.of ? { content, goesOn: 'words' } : { content };
  });
}

/** A part between which and the next one a slide may end, and the block that it is a part of. */
type PieceOf = Piece & { readonly part: Block; readonly of: Block };

/** The parts of a block: the items of a list, a long paragraph's screens. */
function piecesOf(block: Block): readonly PieceOf[] {
  const parts = ((): readonly Block[] => {
    if (block.type === 'paragraph')
      return cutParagraph(block.content).map((content) => ({ ...block, content }));
    if (block.type !== 'list') return [block];
    return block.items.map((item, at) => ({ ...block, start: block.start + at, items: [item] }));
  })();
  const list = block.type === 'list' ? block : null;
  return parts.map((part) => ({ part, of: block, lines: linesIn(part), list }));
}

/** Parts of one block that come to the same slide are one there. */
function joinedPieces(pieces: readonly PieceOf[]): readonly Block[] {
  const shown: Block[] = [];
  pieces.forEach(({ part, of }, at) => {
    if (pieces[at - 1]?.of === of) shown.push(...joinedWords(shown.splice(-1), [part]));
    else shown.push(part);
  });
  return shown;
}
