/** The slides as running text, to be printed and handed out. */
import type { Block } from '../actes/rich-text.ts';
import { countWords, plainText } from '../synthesis/written-words.ts';
import { joinedWords } from './joined-words.ts';
import type { Slide } from './restitution.ts';

type HandoutSection = { readonly heading: string; readonly content: readonly Block[] };

/** What stands under each heading, the heading once; what was parted between screens is whole again. */
export function handoutSections(slides: readonly Slide[]): readonly HandoutSection[] {
  const sections: HandoutSection[] = [];
  for (const slide of slides) {
    if (slide.type === 'title' || slide.type === 'further') continue;
    const last = sections.at(-1);
    const { heading } = slide;
    if (last === undefined || slide.opens) sections.push({ heading, content: blocksOf(slide) });
    else sections[sections.length - 1] = { heading, content: withSlide(last.content, slide) };
  }
  return sections;
}

/** A page of this many words is read in one column. */
const WORDS_IN_COLUMNS = 550;

/** Whether the text is short enough for two columns on one sheet. */
export const isShortHandout = (sections: readonly HandoutSection[]): boolean =>
  sections.reduce(
    (sum, { heading, content }) => sum + countWords(heading) + countWords(plainText(content)),
    0,
  ) <= WORDS_IN_COLUMNS &&
  !sections.some(({ content }) => content.some(({ type }) => type === 'table' || type === 'image'));

type WordsSlide = Exclude<Slide, { type: 'title' | 'further' }>;

function blocksOf(slide: WordsSlide): readonly Block[] {
  switch (slide.type) {
    case 'quotation': {
      const { content, attribution } = slide;
      return [{ type: 'quotation', content, attribution, sources: [] }];
    }
    case 'proposal':
      return [{ type: 'proposal', kind: slide.kind, content: slide.content, sources: [] }];
    case 'idea':
    case 'page':
      return slide.content;
  }
}

/**
 * The blocks with those of the next slide. Only what was parted is joined: a quotation without a name is not the
 * beginning of the next one.
 */
function withSlide(blocks: readonly Block[], slide: WordsSlide): readonly Block[] {
  const last = blocks.at(-1);
  if (slide.type === 'page' || slide.goesOn === undefined || last === undefined)
    return [...blocks, ...blocksOf(slide)];
  if (slide.type === 'idea') return joinedWords(blocks, slide.content);
  if (last.type !== slide.type) return [...blocks, ...blocksOf(slide)];
  const join = slide.goesOn === 'words' ? joinedWords : allOf;
  const content = join(last.content, slide.content);
  const whole: Block =
    last.type === 'quotation' && slide.type === 'quotation'
      ? { ...last, content, attribution: slide.attribution }
      : { ...last, content };
  return [...blocks.slice(0, -1), whole];
}

const allOf = (blocks: readonly Block[], others: readonly Block[]): readonly Block[] => [
  ...blocks,
  ...others,
];
