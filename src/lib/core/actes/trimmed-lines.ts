/** Lines without the spaces that no page shows. */
import type { Inline } from './rich-text.ts';

/** Without spaces and breaks at its two ends, and without spaces beside its breaks. */
export function trimmedLines(content: readonly Inline[]): readonly Inline[] {
  const kept: Inline[] = [];
  let atStart = true;
  for (const inline of content) {
    if (inline.type === 'break') {
      trimLast(kept);
      if (kept.length > 0) kept.push(inline);
      atStart = true;
    } else {
      const text = atStart ? inline.text.trimStart() : inline.text;
      if (text === '') continue;
      kept.push({ ...inline, text });
      atStart = false;
    }
  }
  while (kept.at(-1)?.type === 'break') kept.pop();
  trimLast(kept);
  return kept;
}

/** Takes the spaces off the end of the last line in place. */
function trimLast(kept: Inline[]): void {
  for (let last = kept.at(-1); last?.type === 'text'; last = kept.at(-1)) {
    const text = last.text.trimEnd();
    if (text === last.text) return;
    kept.pop();
    if (text !== '') kept.push({ ...last, text });
  }
}
