/** Words without someone's names, however they were set. */
import type { Inline } from './rich-text.ts';

/** Finds and replaces names; `in` one line of words, or in runs that a name may be cut over. */
export type NamesTakenOut = {
  readonly isNamed: (text: string) => boolean;
  readonly inWords: (text: string) => string;
  readonly inRuns: (content: readonly Inline[]) => readonly Inline[];
};

/** Where words stand in a line: from the first sign to the one behind the last. */
export type Span = { readonly from: number; readonly to: number };
type FindSpans = (line: string) => readonly Span[];

const SIGNS = /[\\^$.*+?()[\]{}|/]/gu;

/** `names` in full, as people write them, and what `find` finds beside them. */
export function namesTakenOut(
  names: readonly string[],
  instead: string,
  find: FindSpans = () => [],
): NamesTakenOut {
  const findWhole = wholeNames(names);
  const found = (text: string): readonly Span[] => apart([...findWhole(text), ...find(text)]);
  const isNamed = (text: string): boolean => found(text).length > 0;
  const inWords = (text: string): string => {
    let words = '';
    let done = 0;
    for (const { from, to } of found(text)) {
      words += text.slice(done, from) + instead;
      done = to;
    }
    return words + text.slice(done);
  };

  return {
    isNamed,
    inWords,
    inRuns: (content) => {
      const whole = content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
      const ranges = found(whole);
      if (ranges.length === 0) return content.map((inline) => withoutLink(inline, isNamed));
      let start = 0;
      return content.flatMap((inline): readonly Inline[] => {
        const length = inline.type === 'text' ? inline.text.length : 1;
        const end = start + length;
        const here = ranges.filter(({ from, to }) => from < end && to > start);
        const offset = start;
        start = end;
        if (here.length === 0) return [withoutLink(inline, isNamed)];
        if (inline.type === 'break') return [];
        let text = '';
        let done = 0;
        for (const { from, to } of here) {
          text += inline.text.slice(done, Math.max(0, from - offset));
          if (from >= offset) text += instead;
          done = Math.min(length, to - offset);
        }
        text += inline.text.slice(done);
        return text === '' ? [] : [withoutLink({ ...inline, text }, isNamed)];
      });
    },
  };
}

/** Each of the names as whole words; capitals, kinds of spaces, hyphens and apostrophes make no difference. */
export function wholeNames(names: readonly string[]): FindSpans {
  const patterns = names
    .map((name) => name.normalize('NFC').trim())
    .filter((name) => name.length > 1)
    .sort((one, other) => other.length - one.length || (one < other ? -1 : 1))
    .map((name) =>
      name
        .replace(SIGNS, '\\$&')
        .replace(/['’]/gu, "['’]")
        .replace(/[-‐‑–]/gu, '[-‐‑–]')
        .replace(/\s+/gu, '\\s+'),
    );
  if (patterns.length === 0) return () => [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (line) =>
    [...line.matchAll(pattern)].map(({ index, 0: name }) => ({ from: index, to: index + name.length }));
}

/** From left to right, the longest of those that overlap. */
export function apart<S extends Span>(spans: readonly S[]): readonly S[] {
  if (spans.length < 2) return spans;
  const kept: S[] = [];
  for (const span of [...spans].sort((one, other) => one.from - other.from || other.to - one.to))
    if (span.from >= (kept.at(-1)?.to ?? 0)) kept.push(span);
  return kept;
}

function withoutLink(inline: Inline, isNamed: (text: string) => boolean): Inline {
  if (inline.type === 'break' || inline.link === undefined || !isNamed(readable(inline.link))) return inline;
  const { link: _link, ...words } = inline;
  return words;
}

/** An address with its percent signs resolved, where they stand for characters. */
function readable(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}
