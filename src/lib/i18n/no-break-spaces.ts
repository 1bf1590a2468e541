/** Spaces at which a line never breaks, put into the words of a page: their source can be written plainly. */

const SPACE = '\u00a0';

/** Before « : ; ! ? » » and a « · » between facts, after « « », between a number and its unit, and in a time. A text of several lines is left as it is. */
export const withNoBreakSpaces = (text: string): string =>
  text.includes('\n')
    ? text
    : text
        .replace(/ (?=[:;!?»](?:[\s),.…]|$))/g, SPACE)
        .replace(/(?<=\S) (?=·(?:\s|$))/g, SPACE)
        .replace(/« /g, `«${SPACE}`)
        .replace(/(?<=\d) (?=(?:min|h|s)\b)/g, SPACE)
        .replace(/(?<=\d\u00a0h) (?=\d\d\b)/g, SPACE)
        .replace(/(?<=(?:^|\s)[+−]) (?=\d)/g, SPACE);

/** The same words, whose sentences keep together what belongs together; what a function says is treated as it is said. */
export function keptTogether<W>(words: W): W {
  // What comes back has the shape that went in: no type can follow a walk over all of it.
  return walked(words) as W;
}

function walked(words: unknown): unknown {
  if (typeof words === 'string') return withNoBreakSpaces(words);
  if (isSaid(words)) return (...given: unknown[]) => walked(words(...given));
  if (Array.isArray(words)) return words.map(walked);
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, walked(value)]));
}

/** Words that wait for a name or a number. */
const isSaid = (words: unknown): words is (...given: unknown[]) => unknown => typeof words === 'function';
