/** The passages of the actes that quote someone, for them to read again. */
import type { Actes, ActesBlock } from './actes.ts';
import { blocksInside } from './blocks-inside.ts';
import { blockTexts, partTitle, plainWords } from './block-texts.ts';
import { isOf } from './quotes-of.ts';

export type Passage = {
  /** The title of the part it stands in. */
  readonly part: string;
  readonly text: string;
  /** How they are named there; '' where they are not. */
  readonly attribution: string;
  /** A line of a list of those present: their name, and no words of theirs. */
  readonly listed: boolean;
};

/** Those that tell words of theirs: so many are announced, and shown as what quotes them; a name in a list is no words. */
export const quotingPassages = <P extends Pick<Passage, 'listed'>>(passages: readonly P[]): readonly P[] =>
  passages.filter(({ listed }) => !listed);

/**
 * What bears the person's id or takes over a contribution of theirs, in the order of the pages. A block inside another
 * that is told already is not told again.
 */
export function passagesQuoting(
  actes: Actes,
  personId: string,
  contributionIds: readonly string[],
): readonly Passage[] {
  const quoted = { personId, contributionIds: new Set(contributionIds) };
  return actes.parts.flatMap((part): readonly Passage[] => {
    const title = partTitle(part);
    const passage = (text: string, attribution: string, listed = false): Passage => ({
      ...{ part: title, text, attribution, listed },
    });
    const from = (block: ActesBlock): readonly Passage[] => {
      if (isOf(block, quoted)) return [passage(saidIn(block), namedIn(block))];
      if (block.type === 'attendance') {
        return block.entries
          .filter((entry) => entry.personId === personId)
          .map(({ who, note }) => passage(note === '' ? who : `${who} – ${note}`, who, true));
      }
      if (block.type === 'list') {
        return block.items.flatMap(({ content, sources }) =>
          sources.some((source) => quoted.contributionIds.has(source))
            ? [passage(content.flatMap(blockTexts).join('\n'), '')]
            : content.flatMap(from),
        );
      }
      return blocksInside(block).flatMap(from);
    };
    return part.blocks.flatMap(from);
  });
}

/** What is said, without who said it. */
const saidIn = (block: ActesBlock): string =>
  block.type === 'paragraph' ? plainWords(block.content) : blocksInside(block).flatMap(blockTexts).join('\n');

function namedIn(block: ActesBlock): string {
  switch (block.type) {
    case 'quotation':
      return block.attribution;
    case 'contribution':
      return block.author;
    case 'presentation':
      return block.who;
    default:
      return '';
  }
}
