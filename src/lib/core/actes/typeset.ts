/** French typography over all the words of the actes. */
import type { Actes, ActesBlock } from './actes.ts';
import { withInside } from './blocks-inside.ts';
import { frenchTypography } from './french-typography.ts';
import { typesetInlines } from './typeset-text.ts';

/** The actes as they are printed: French ones by the rules of French typography, others as they are. */
export function typeset(actes: Actes): Actes {
  if (actes.language !== 'fr') return actes;
  const { cover, logo } = actes;
  return {
    ...actes,
    title: frenchTypography(actes.title),
    organisation: frenchTypography(actes.organisation),
    logo: logo === null ? null : { ...logo, alternative: frenchTypography(logo.alternative) },
    cover: {
      label: frenchTypography(cover.label),
      title: frenchTypography(cover.title),
      theme: frenchTypography(cover.theme),
      dayAndPlace: frenchTypography(cover.dayAndPlace),
      counts: frenchTypography(cover.counts),
      standing: frenchTypography(cover.standing),
    },
    contents: frenchTypography(actes.contents),
    parts: actes.parts.map((part) => ({ ...part, blocks: typesetBlocks(part.blocks) })),
  };
}

const typesetBlocks = (blocks: readonly ActesBlock[]): readonly ActesBlock[] =>
  blocks.map((block) => withInside(typesetWords(block), typesetBlocks));

/** The words of the block itself, not of what stands inside it. */
function typesetWords(block: ActesBlock): ActesBlock {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'facts':
      return { ...block, content: typesetInlines(block.content) };
    case 'quotation':
      return { ...block, attribution: frenchTypography(block.attribution) };
    case 'proposal':
      return { ...block, label: frenchTypography(block.label) };
    case 'contribution':
      return { ...block, label: frenchTypography(block.label), author: frenchTypography(block.author) };
    case 'presentation':
      return { ...block, who: frenchTypography(block.who) };
    case 'attendance':
      return {
        ...block,
        entries: block.entries.map((entry) => ({
          ...entry,
          who: frenchTypography(entry.who),
          note: frenchTypography(entry.note),
        })),
      };
    case 'image':
      return { ...block, alternative: frenchTypography(block.alternative) };
    case 'list':
    case 'table':
      return block;
  }
}
