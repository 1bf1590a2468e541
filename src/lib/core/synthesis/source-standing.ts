/** What became of the contributions that a synthesis took over, and how many it did. */
import type { Block, RichText } from '../actes/rich-text.ts';
import { takenOver } from '../actes/rich-text.ts';
import type { Attribution } from '../seminar/person.ts';
import { namingWords } from './naming-words.ts';
import { plainText } from './written-words.ts';

/** From what concerns the rapporteur most: only the first that holds is said. */
export const SOURCE_STANDINGS = ['withdrawn', 'hidden', 'unnamed', 'reworded', 'as-said'] as const;
export type SourceStanding = (typeof SOURCE_STANDINGS)[number];

/** A contribution as those who sort know it. */
export type KnownSource = {
  readonly id: string;
  readonly text: string | null;
  /** What its author agrees to now. */
  readonly attribution: Attribution;
  /** Null where that is not known: then it is neither withdrawn nor hidden. */
  readonly sorting: { readonly withdrawn: boolean; readonly hidden: string | null } | null;
};

/** Words that stand in the synthesis with their sources. `attribution` is '' but for a quotation that names someone. */
export type SourcedWords = {
  readonly text: string;
  readonly sources: readonly string[];
  readonly attribution: string;
};

/** All that stands in the text with sources, in its order. */
export function sourcedWords(text: RichText): readonly SourcedWords[] {
  const found: SourcedWords[] = [];
  const add = (content: RichText, sources: readonly string[], attribution = ''): void => {
    if (sources.length > 0) found.push({ text: plainText(content), sources, attribution });
  };
  const visit = (block: Block): void => {
    switch (block.type) {
      case 'paragraph':
        return add([block], block.sources);
      case 'list':
        return block.items.forEach(({ content, sources }) => {
          add(content, sources);
          content.forEach(visit);
        });
      case 'quotation':
      case 'proposal':
        add(block.content, block.sources, block.type === 'quotation' ? block.attribution : '');
        return block.content.forEach(visit);
      case 'table':
        return block.rows.flat().forEach(({ content }) => content.forEach(visit));
      default:
    }
  };
  text.forEach(visit);
  return found;
}

/** How the words stand to their sources; null when none of them is known here. */
export function sourceStanding(
  { text, sources, attribution }: SourcedWords,
  known: (id: string) => KnownSource | undefined,
): SourceStanding | null {
  const found = sources.flatMap((id) => known(id) ?? []);
  if (found.length === 0) return null;
  if (found.some(({ sorting }) => sorting?.withdrawn === true)) return 'withdrawn';
  if (found.some(({ sorting }) => (sorting?.hidden ?? null) !== null)) return 'hidden';
  if (attribution !== '' && namesMore(attribution, found)) return 'unnamed';
  // Of those that are not known here nobody can say whether their words are others.
  if (found.length < sources.length) return 'as-said';
  const said = found.map((source) => compared(source.text ?? '')).join('');
  return compared(text) === said ? 'as-said' : 'reworded';
}

/** Words as they are compared: spaces, quotation marks, dashes, forms of apostrophes and of letters aside. */
const compared = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff\u00ad«»‹›"“”„‟]/gu, '')
    .replace(/[’‘ʼ′`´]/gu, "'")
    .replace(/[\u2010-\u2015\u2212-]/gu, '');

/** The text with nobody's name under a quotation whose source was withdrawn or hidden, or no longer agrees to it. */
export const withAgreedNames = (text: RichText, known: (id: string) => KnownSource | undefined): RichText => {
  const agreed = (block: Block): Block => {
    switch (block.type) {
      case 'quotation': {
        const { attribution, sources } = block;
        const standing = sourceStanding({ text: '', sources, attribution }, known);
        const isGone = standing === 'withdrawn' || standing === 'hidden' || standing === 'unnamed';
        return isGone ? { ...block, attribution: '' } : block;
      }
      case 'proposal':
        return { ...block, content: block.content.map(agreed) };
      case 'list':
        return {
          ...block,
          items: block.items.map((item) => ({ ...item, content: item.content.map(agreed) })),
        };
      default:
        return block;
    }
  };
  return text.map(agreed);
};

/** The attribution says more of someone than the authors agree to now. */
function namesMore(attribution: string, sources: readonly KnownSource[]): boolean {
  const agreed = sources.map((source) => source.attribution);
  if (agreed.every(({ name }) => name !== null)) return false;
  const allowed = new Set(
    agreed.flatMap(({ name, function: role, town }) => namingWords([name, role, town].join(' '))),
  );
  if (allowed.size === 0) return true;
  return namingWords(attribution).some((word) => !allowed.has(word));
}

/** « 18 reprises sur 31 · 13 non reprises »: of the contributions that the room sees. */
export type TakenOverCounts = { readonly taken: number; readonly all: number; readonly left: number };

/** How many of the contributions stand in the text; each counts once, however often it was taken over. */
export function takenOverCounts(text: RichText, contributionIds: Iterable<string>): TakenOverCounts {
  const taken = takenOver(text);
  const ids = new Set(contributionIds);
  const those = [...ids].filter((id) => taken.has(id)).length;
  return { taken: those, all: ids.size, left: ids.size - those };
}
