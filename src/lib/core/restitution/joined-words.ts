/** What was parted in the middle of a paragraph or a list, whole again. */
import { mergedRuns } from '../actes/markdown-inline.ts';
import type { Block } from '../actes/rich-text.ts';

/** The blocks, the last of which the first of the others goes on with. */
export function joinedWords(blocks: readonly Block[], others: readonly Block[]): readonly Block[] {
  const last = blocks.at(-1);
  const [first, ...rest] = others;
  if (last?.type === 'paragraph' && first?.type === 'paragraph') {
    const content = mergedRuns([...last.content, ...first.content]);
    return [...blocks.slice(0, -1), { ...last, content }, ...rest];
  }
  if (last?.type === 'list' && first?.type === 'list') {
    const items = [...last.items, ...first.items];
    return [...blocks.slice(0, -1), { ...last, items }, ...rest];
  }
  return [...blocks, ...others];
}
