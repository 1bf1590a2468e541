/** The slides as running text, to be printed and handed out. */
import type { Block } from '../actes/rich-text.ts';
import { countWords, plainText } from '../synthesis/written-words.ts';
import type { Slide } from './restitution.ts';

type HandoutSection = { readonly heading: string; readonly content: readonly Block[] };

/** What stands under each heading, the heading once; what was parted between screens is whole again. */
export function handoutSections(slides: readonly Slide[]): readonly HandoutSection[] {
  const sections: HandoutSection[] = [];
  for (const slide of slides) {
    if (slide.type === 'title' || slide.type === 'further') continue;
    const last = sections.at(-1);
    const heading = slide.type === 'page' ? '' : slide.heading;
    const content = blocksOf(slide);
    if (last === undefined || last.heading !== heading) sections.push({ heading, content });
    else sections[sections.length - 1] = { heading, content: content.reduce(withBlock, last.content) };
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

function blocksOf(slide: Exclude<Slide, { type: 'title' | 'further' }>): readonly Block[] {
  switch (slide.type) {
    case 'quotation': {
      const { content, attribution } = slide;
      return [{ type: 'quotation', content, attribution, sources: [] }];
    }
    case 'proposal':
      return [{ type: 'proposal', kind: slide.kind, content: slide.content, sources: [] }];
    default:
      return slide.content;
  }
}

function withBlock(blocks: readonly Block[], block: Block): readonly Block[] {
  const last = blocks.at(-1);
  const before = blocks.slice(0, -1);
  const goesOn =
    last?.type === 'list' &&
    block.type === 'list' &&
    last.ordered === block.ordered &&
    block.start > 1 &&
    block.start === last.start + last.items.length;
  if (goesOn) return [...before, { ...last, items: [...last.items, ...block.items] }];
  // Who said it stands under the last words only.
  if (last?.type === 'quotation' && block.type === 'quotation' && last.attribution === '')
    return [...before, { ...block, content: [...last.content, ...block.content] }];
  return [...blocks, block];
}
