/** The actes for those who only read them. */
import type { Actes, ActesBlock } from './actes.ts';
import { withInside } from './blocks-inside.ts';

/** The same words and names, without the ids that would tell which of the words without a name are one person's. */
export const withoutProvenance = (actes: Actes): Actes => ({
  ...actes,
  parts: actes.parts.map((part) => ({ ...part, subject: null, blocks: part.blocks.map(blockWithout) })),
});

function blockWithout(block: ActesBlock): ActesBlock {
  const inside = withInside(block, (blocks) => blocks.map(blockWithout));
  const ids = {
    ...('sources' in inside && { sources: [] }),
    ...('personId' in inside && { personId: null }),
  };
  switch (inside.type) {
    case 'list':
      return { ...inside, items: inside.items.map((item) => ({ ...item, sources: [] })) };
    case 'attendance':
      return { ...inside, entries: inside.entries.map((entry) => ({ ...entry, personId: null })) };
    case 'facts':
      return { type: inside.type, content: inside.content };
    default:
      return { ...inside, ...ids };
  }
}
