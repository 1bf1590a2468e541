/** Runs of words as Markdown. Whatever a person typed stays a word: nothing in it may turn into markup. */
import type { Inline } from './rich-text.ts';

type Run = Extract<Inline, { type: 'text' }>;
type Words = {
  readonly type: 'words';
  readonly text: string;
  readonly inLink: boolean;
  encodeFirst: boolean;
  encodeLast: boolean;
};
type Token =
  | Words
  | { readonly type: 'marker'; readonly sign: '**' | '_'; readonly opens: boolean }
  | { readonly type: 'syntax'; readonly text: string };

const HARD_BREAK = '\\\n';

/** The runs as Markdown; `lineBreak` is what a break becomes where lines mean something else. */
export function inlineMarkdown(content: readonly Inline[], lineBreak: string = HARD_BREAK): string {
  const tokens = tokensOf(content, lineBreak);
  encodeBesideMarkers(tokens);
  let result = '';
  tokens.forEach((token, index) => {
    if (token.type === 'marker') result += token.sign;
    else if (token.type === 'syntax') result += token.text;
    else {
      const next = tokens[index + 1];
      const words = wordsMarkdown(token, next?.type === 'syntax' && next.text === '[');
      const startsLine = lineBreak === HARD_BREAK && (result === '' || result.endsWith('\n'));
      result += startsLine ? atLineStart(words) : words;
    }
  });
  return result;
}

/** One line of words as Markdown. */
export const lineMarkdown = (text: string): string => inlineMarkdown([{ type: 'text', text }]);

/** The runs with their markers: links outside, then strong, then emphasis. */
function tokensOf(content: readonly Inline[], lineBreak: string): Token[] {
  const tokens: Token[] = [];
  let open: Omit<Run, 'type' | 'text'> = {};
  const change = (to: Omit<Run, 'type' | 'text'>): void => {
    const sameLink = open.link === to.link;
    const sameStrong = sameLink && open.strong === to.strong;
    if (open.emphasis && !(sameStrong && to.emphasis))
      tokens.push({ type: 'marker', sign: '_', opens: false });
    if (open.strong && !sameStrong) tokens.push({ type: 'marker', sign: '**', opens: false });
    if (open.link !== undefined && !sameLink)
      tokens.push({ type: 'syntax', text: `](${linkDestination(open.link)})` });
    if (to.link !== undefined && !sameLink) tokens.push({ type: 'syntax', text: '[' });
    if (to.strong && !sameStrong) tokens.push({ type: 'marker', sign: '**', opens: true });
    if (to.emphasis && !(sameStrong && open.emphasis))
      tokens.push({ type: 'marker', sign: '_', opens: true });
    open = to;
  };
  for (const inline of mergedRuns(content.flatMap(spacesOutsideMarks))) {
    if (inline.type === 'break') {
      change({});
      tokens.push({ type: 'syntax', text: lineBreak });
    } else {
      const { type: _type, text, ...marks } = inline;
      change(marks);
      tokens.push({
        type: 'words',
        text,
        inLink: marks.link !== undefined,
        encodeFirst: false,
        encodeLast: false,
      });
    }
  }
  change({});
  return tokens;
}

/** A marker must touch a word, so bold and italic spaces are plain ones. */
export function spacesOutsideMarks(inline: Inline): readonly Inline[] {
  if (inline.type === 'break' || (!inline.strong && !inline.emphasis)) return [inline];
  const { strong: _strong, emphasis: _emphasis, ...bare } = inline;
  const core = inline.text.trim();
  if (core === '') return [bare];
  const start = inline.text.indexOf(core);
  return [
    { ...bare, text: inline.text.slice(0, start) },
    { ...inline, text: core },
    { ...bare, text: inline.text.slice(start + core.length) },
  ].filter(({ text }) => text !== '');
}

/** Neighbours with the same marks as one run. */
export function mergedRuns(content: readonly Inline[]): readonly Inline[] {
  const runs: Inline[] = [];
  for (const inline of content) {
    const last = runs.at(-1);
    if (
      last?.type === 'text' &&
      inline.type === 'text' &&
      last.strong === inline.strong &&
      last.emphasis === inline.emphasis &&
      last.link === inline.link
    ) {
      runs[runs.length - 1] = { ...last, text: last.text + inline.text };
    } else if (inline.type === 'break' || inline.text !== '') {
      runs.push(inline);
    }
  }
  return runs;
}

const SIGN_OR_SPACE = /[\p{P}\p{S}\s]/u;

/** Whether the words, as they will be written, have a letter or a digit at that end. */
function isWordAt(words: Words, end: 'start' | 'end'): boolean {
  const sign = signAt(words, end);
  return sign !== null && !SIGN_OR_SPACE.test(sign);
}

/** Whether a reader may take what stands at that end for a letter: some see half an emoji, which is no sign. */
function mayBeWordAt(words: Words, end: 'start' | 'end'): boolean {
  const sign = signAt(words, end);
  return sign !== null && (sign.length > 1 || !SIGN_OR_SPACE.test(sign));
}

/** The character at that end, or null where there is none or a reference. */
function signAt({ text, inLink, encodeFirst, encodeLast }: Words, end: 'start' | 'end'): string | null {
  const alone = [...text].length === 1 && (encodeFirst || encodeLast);
  if (alone || (end === 'start' ? encodeFirst : encodeLast)) return null;
  const written = [...escaped(text, inLink)];
  return (end === 'start' ? written[0] : written.at(-1)) ?? null;
}

/**
 * `**` between a letter and a sign, and `_` beside a letter, are no markers to a Markdown reader: there the letter
 * outside is written as a character reference, which ends and begins with a sign. A letter that stands alone is then
 * a sign at both its ends, which the marker on its other side has to know.
 */
function encodeBesideMarkers(tokens: readonly Token[]): void {
  let again = false;
  tokens.forEach((marker, index) => {
    if (marker.type !== 'marker') return;
    const outside = tokens[marker.opens ? index - 1 : index + 1];
    const inside = tokens[marker.opens ? index + 1 : index - 1];
    if (outside?.type !== 'words') return;
    if (marker.opens && !outside.encodeLast && readsAsMailAddress(outside, tokens.slice(index))) {
      outside.encodeLast = true;
      again = true;
      return;
    }
    const touching = mayBeWordAt(outside, marker.opens ? 'end' : 'start');
    const within = inside?.type === 'words' && isWordAt(inside, marker.opens ? 'start' : 'end');
    if (!touching || (marker.sign === '**' && within)) return;
    if (marker.opens) outside.encodeLast = true;
    else outside.encodeFirst = true;
    again = true;
  });
  if (again) encodeBesideMarkers(tokens);
}

/** Whether a sign before `_` would draw the marker into a mail address that follows: `+_a@b.fr_`. */
const readsAsMailAddress = (before: Words, following: readonly Token[]): boolean => {
  const [marker] = following;
  return (
    marker?.type === 'marker' &&
    marker.sign === '_' &&
    /[.+-]$/u.test(before.text) &&
    following.some((token) => token.type === 'words' && token.text.includes('@'))
  );
};

function wordsMarkdown(words: Words, beforeLink: boolean): string {
  const signs = [...words.text];
  const first = words.encodeFirst ? reference(signs.shift()) : '';
  const last = words.encodeLast ? reference(signs.pop()) : '';
  const text = escaped(signs.join(''), words.inLink);
  return first + (beforeLink && text.endsWith('!') ? `${text.slice(0, -1)}\\!` : text) + last;
}

const reference = (sign: string | undefined): string =>
  sign === undefined ? '' : `&#x${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;

const ADDRESS = /(?:https?|ftp):\/\/[^\s<>]+|www\./giu;
const NO_LINK = /^www|[|`\\\p{Cc}]|:\/\/$/iu;
const AFTER_ADDRESS = /[.,;:!?)\]}'"’»…*_~]+$/u;

/** The words with every sign that could be markup escaped; addresses become links that keep their signs. */
function escaped(text: string, inLink: boolean): string {
  const addresses = new RegExp(ADDRESS);
  let result = '';
  let done = 0;
  for (let match = addresses.exec(text); match !== null; match = addresses.exec(text)) {
    const address = match[0].replace(AFTER_ADDRESS, '');
    const isLink = !inLink && !NO_LINK.test(address);
    result += escapedSigns(text.slice(done, match.index));
    if (isLink) {
      result += `<${address}>`;
      done = match.index + address.length;
    } else {
      // Without its colon or dot it is no address any more, and what follows is written as words.
      const start = /^(?:www|[a-z]+)/iu.exec(match[0])?.[0] ?? '';
      result += `${start}\\${match[0].charAt(start.length)}`;
      done = match.index + start.length + 1;
    }
    addresses.lastIndex = done;
  }
  return result + escapedSigns(text.slice(done));
}

const escapedSigns = (text: string): string =>
  text
    .replace(/[\\`*[\]<~|]|(?<=\])\(/gu, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=[#\p{L}])/gu, '\\&');

/** The start of a line without what would open a heading, a list, a quotation, a rule or a table. */
const atLineStart = (text: string): string =>
  text
    .replace(/^#{1,6}(?=\s|$)/u, '\\$&')
    .replace(/^(?:>|=|[-+](?=\s|-|$)|:(?=-))/u, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2');

/** An address as a link's destination; what Markdown would read in it is percent-encoded. */
export const linkDestination = (link: string): string =>
  link
    .replace(/[\s()<>\\"|`*[\]\p{Cc}]/gu, (sign) => encodeURIComponent(sign).replace(/[()*]/gu, percent))
    .replace(/&(?=#?\w+;)/gu, '%26');

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
