/** Which blocks of the actes hold someone's words. */
import type { ActesBlock } from './actes.ts';

/** Someone, and what they contributed. */
export type Quoted = { readonly personId: string; readonly contributionIds: ReadonlySet<string> };

/** Whether the block is theirs: it bears their id, or a contribution of theirs is among its sources. */
export function isOf(block: ActesBlock, { personId, contributionIds }: Quoted): boolean {
  if ('personId' in block && block.personId === personId) return true;
  return 'sources' in block && block.sources.some((source) => contributionIds.has(source));
}
