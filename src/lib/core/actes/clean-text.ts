/** Characters that can be printed: what no page can show is taken out or made visible, and remembered. */

/** Whether the bundled fonts have a sign for the code point. */
export type Coverage = (codePoint: number) => boolean;

/** The characters met on the way, with how often. */
export type CharactersMet = Map<string, number>;

export type Cleaning = {
  readonly covers: Coverage;
  readonly stripped: CharactersMet;
  readonly uncovered: CharactersMet;
};

const LINE_ENDS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/gu;
/** Controls, private use, lone surrogates and direction marks; not line ends, soft hyphens, joiners and what parts Mongolian vowels. */
const UNPRINTABLE = /(?![\n\u00ad\u180e\u200b-\u200d\u2060])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
/** Accents over nothing: a typesetter looks long for a letter under each. */
const STRAY_ACCENTS = /(?<![^\s\u200b-\u200d\u2060])\p{M}+/gu;
/** They show nothing themselves, so no font needs a sign for them; the last choose between shapes of a Han character. */
const INVISIBLE = /[\n\u00ad\u180e\u200b-\u200d\u2060\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;

/** What stands for a character that no font covers: the first of these that is covered. */
const PLACEHOLDERS = ['▯', '□', '?'];

/** Letters and signs of the languages around, none of which is stripped or composed with another. */
const PLAIN =
  /^[ -~\u00a0-\u00ac\u00ae-\u017f\u2009\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u202f\u20ac]*$/u;

/** Words over several lines, cleaned; lines end with `\n`. */
export function cleanLines(text: string, cleaning: Cleaning): string {
  // Nearly all that people write: the long way round would change nothing in it.
  if (PLAIN.test(text) && isCovered(text, cleaning.covers)) return text;
  const placeholder = PLACEHOLDERS.find((sign) => cleaning.covers(sign.codePointAt(0) ?? 0)) ?? '?';
  const printable = text
    .replace(LINE_ENDS, '\n')
    .replace(/\t/gu, ' ')
    .replace(UNPRINTABLE, (character) => met(cleaning.stripped, character, ''))
    .replace(STRAY_ACCENTS, (accents) => met(cleaning.stripped, [...accents][0] ?? '', ''))
    .normalize('NFC');
  let result = '';
  for (const character of printable) {
    const covered = INVISIBLE.test(character) || cleaning.covers(character.codePointAt(0) ?? 0);
    result += covered ? character : met(cleaning.uncovered, character, placeholder);
  }
  return result;
}

function isCovered(text: string, covers: Coverage): boolean {
  for (let at = 0; at < text.length; at += 1) if (!covers(text.charCodeAt(at))) return false;
  return true;
}

/** Words on one line, cleaned. */
export function cleanLine(text: string, cleaning: Cleaning): string {
  const lines = cleanLines(text, cleaning);
  return lines.includes('\n') ? lines.replace(/ *\n */gu, ' ') : lines;
}

function met(characters: CharactersMet, character: string, instead: string): string {
  characters.set(character, (characters.get(character) ?? 0) + 1);
  return instead;
}

const NAMED_IN_REPORT = 12;

/** The characters as a report names them, in the order they were met: `U+4E2D ×3, U+0007 ×1, …`. */
export function charactersNamed(characters: CharactersMet): string {
  const names = [...characters].slice(0, NAMED_IN_REPORT).map(([character, times]) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')} ×${times}`;
  });
  return [...names, ...(characters.size > NAMED_IN_REPORT ? ['…'] : [])].join(', ');
}
