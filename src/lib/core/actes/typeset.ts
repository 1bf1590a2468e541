/** Typography over all the words of the actes. */
import type { Language } from '../time/formats.ts';
import type { Actes, ActesBlock } from './actes.ts';
import { withInside } from './blocks-inside.ts';
import { typesetInlines, typesetLine } from './typeset-text.ts';

/** The actes as they are printed, set in their language. */
export function typeset(actes: Actes): Actes {
  const { cover, logo, language } = actes;
  const set = (text: string): string => typesetLine(text, language);
  return {
    ...actes,
    title: set(actes.title),
    organisation: set(actes.organisation),
    logo: logo === null ? null : { ...logo, alternative: set(logo.alternative) },
    cover: {
      label: set(cover.label),
      title: set(cover.title),
      theme: set(cover.theme),
      dayAndPlace: set(cover.dayAndPlace),
      counts: set(cover.counts),
      standing: set(cover.standing),
    },
    contents: set(actes.contents),
    parts: actes.parts.map((part) => ({ ...part, blocks: typesetBlocks(part.blocks, language) })),
  };
}

const typesetBlocks = (blocks: readonly ActesBlock[], language: Language): readonly ActesBlock[] =>
  blocks.map((block) =>
    withInside(typesetWords(block, language), (inside) => typesetBlocks(inside, language)),
  );

/** The words of the block itself, not of what stands inside it. */
function typesetWords(block: ActesBlock, language: Language): ActesBlock {
  const set = (text: string): string => typesetLine(text, language);
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return { ...block, content: typesetInlines(block.content, language) };
    case 'facts': {
      const content = typesetInlines(block.content, language);
      if (block.people === undefined) return { ...block, content };
      return { ...block, content, people: block.people.map((it) => ({ ...it, name: set(it.name) })) };
    }
    case 'quotation':
      return { ...block, attribution: set(block.attribution) };
    case 'proposal':
      return { ...block, label: set(block.label) };
    case 'contribution':
      return { ...block, label: set(block.label), author: set(block.author) };
    case 'presentation':
      return { ...block, who: set(block.who) };
    case 'attendance':
      return {
        ...block,
        entries: block.entries.map((entry) => ({
          ...entry,
          who: set(entry.who),
          note: set(entry.note),
        })),
      };
    case 'image':
      return { ...block, alternative: set(block.alternative) };
    case 'list':
    case 'table':
      return block;
  }
}
