/** Words without someone's names, however they were set. */
import type { Inline } from './rich-text.ts';

/** Finds and replaces names; `in` one line of words, or in runs that a name may be cut over. */
export type NamesTakenOut = {
  readonly isNamed: (text: string) => boolean;
  readonly inWords: (text: string) => string;
  readonly inRuns: (content: readonly Inline[]) => readonly Inline[];
};

const SIGNS = /[\\^$.*+?()[\]{}|/]/gu;

/** `names` in full, as people write them; capitals, kinds of spaces, hyphens and apostrophes make no difference. */
export function namesTakenOut(names: readonly string[], instead: string): NamesTakenOut {
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
  if (patterns.length === 0)
    return { isNamed: () => false, inWords: (text) => text, inRuns: (content) => content };
  const pattern = `(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`;
  const found = (text: string): readonly RegExpMatchArray[] => [...text.matchAll(new RegExp(pattern, 'giu'))];
  const isNamed = (text: string): boolean => found(text).length > 0;

  return {
    isNamed,
    inWords: (text) => text.replaceAll(new RegExp(pattern, 'giu'), () => instead),
    inRuns: (content) => {
      const whole = content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
      const ranges = found(whole).map(({ index = 0, 0: name }) => ({ from: index, to: index + name.length }));
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
