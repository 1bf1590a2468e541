/** Takes the planned time off a line and leaves its title, with no dangling separator. */
import { findDurations } from './parse-duration.ts';
import type { FoundDuration } from './parse-duration.ts';

const SEPARATORS = new Set([...':;,–—-|/=>→•·\t']);
const OPENING = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);
const CLOSING = new Set(OPENING.values());
const SENTENCE_ENDS = new Set([...'.!?…»”"']);
const LABEL_REACH = 48;
const WORD_REACH = 24;
const SHORTEST_LEADER = 4;

const LABEL =
  /(?:dur[ée]e|duration|time|length|temps|timing)(?:\s(?:pr[ée]vue?|estim[ée]e?|indicative|imparti|maxi(?:mum|male)?))?\s?[:=]?\s?(?:de\s|d\s?['’])?$/iu;
/** After these, a length belongs to the sentence: « un débat de 20 min ». */
const LEADING_WORDS = new Set(
  'for of in during the an about per after before than within another last next first de d des du à a en pendant durant les ces la le l par pour sur dans et ou sous après avant toutes chaque que aux au entre jusqu moins plus'.split(
    ' ',
  ),
);
const FOLLOWING_WORDS =
  /^\s?(?:d\s?['’]|(?:de|du|des|of|each|per|before|after|later|chacune?|avant|après|par\s(?:personne|groupe|intervenant|participant|atelier|table|jour|semaine|mois|an))(?!\p{L}))/iu;
const TOTAL_WORDS =
  /^\s?(?:d\s?['’]\s?ateliers?|de\s(?:travail|travaux|s[ée]ance|r[ée]union|rencontre|s[ée]minaire|formation)|au\stotal|en\stout|in\s(?:total|all)|of\s(?:work|workshops?)|workshops?|overall)(?!\p{L})/iu;

const isBlank = (character: string): boolean => character !== '' && character.trim() === '';
const isSeparator = (character: string): boolean => SEPARATORS.has(character);

const skipBack = (text: string, from: number, skips: (character: string) => boolean): number => {
  let end = from;
  while (end > 0 && skips(text.charAt(end - 1))) end -= 1;
  return end;
};

const skipAhead = (text: string, from: number, skips: (character: string) => boolean): number => {
  let start = from;
  while (start < text.length && skips(text.charAt(start))) start += 1;
  return start;
};

const blankOrSeparator = (character: string): boolean => isBlank(character) || isSeparator(character);
const blankSeparatorOrDot = (character: string): boolean => blankOrSeparator(character) || character === '.';
const blankSeparatorOrOpening = (character: string): boolean =>
  blankOrSeparator(character) || OPENING.has(character);
const space = (character: string): boolean => isBlank(character) && character !== '\t';

/** The text without separators around it; tabs inside become spaces. */
export const trimTitle = (text: string): string => {
  const start = skipAhead(text, 0, blankSeparatorOrDot);
  const end = skipBack(text, text.length, blankSeparatorOrOpening);
  return text.slice(start, Math.max(start, end)).replaceAll('\t', ' ');
};

export type Span = { readonly start: number; readonly end: number };
type Placement = 'apart' | 'edge' | 'inside';
type Placed = { readonly span: Span; readonly minutes: number; readonly placement: Placement };

const labelStart = (body: string, start: number): number => {
  const from = Math.max(0, start - LABEL_REACH);
  const label = LABEL.exec(body.slice(from, start));
  if (label === null) return start;
  const at = from + label.index;
  const before = body.charAt(skipBack(body, at, space) - 1);
  return before === '' || isSeparator(before) || OPENING.has(before) ? at : start;
};

const place = (body: string, found: FoundDuration, heading: boolean): Placed => {
  const start = labelStart(body, found.start);
  const totalWords = heading ? TOTAL_WORDS.exec(body.slice(found.end, found.end + WORD_REACH)) : null;
  const end = found.end + (totalWords?.[0].length ?? 0);
  const span = { start, end };
  const placed = (placement: Placement): Placed => ({ span, minutes: found.minutes, placement });

  const leftEnd = skipBack(body, start, space);
  const before = body.charAt(leftEnd - 1);
  const after = body.charAt(skipAhead(body, end, space));
  const lastWord = /(\p{L}+)['’]?$/u.exec(body.slice(Math.max(0, leftEnd - WORD_REACH), leftEnd));
  if (LEADING_WORDS.has((lastWord?.[1] ?? '').toLowerCase())) return placed('inside');
  if (FOLLOWING_WORDS.test(body.slice(end, end + WORD_REACH))) return placed('inside');

  const opens =
    isSeparator(before) || OPENING.has(before) || CLOSING.has(before) || SENTENCE_ENDS.has(before);
  const closes = isSeparator(after) || CLOSING.has(after) || OPENING.has(after);
  if (opens || closes || (before === '' && after === '')) return placed('apart');
  return placed(before === '' || after === '' || after === '.' ? 'edge' : 'inside');
};

/** The text without the dots that lead to a column: « Accueil ........ 10 min ». */
const withoutLeader = (text: string): string => {
  const end = skipBack(text, text.length, (c) => blankOrSeparator(c) || '._…'.includes(c));
  const leader = text.slice(end);
  return leader.length >= SHORTEST_LEADER || /^\s[._…]/u.test(leader) ? text.slice(0, end) : text;
};

/** The text without a span, nor the brackets or separators that held it. */
export const cutOut = (body: string, span: Span): string => {
  let left = skipBack(body, span.start, blankOrSeparator);
  let right = skipAhead(body, body.charAt(span.end) === '.' ? span.end + 1 : span.end, blankOrSeparator);
  let leftGlue = body.slice(left, span.start);
  let rightGlue = body.slice(span.end, right);
  if (left > 0 && OPENING.get(body.charAt(left - 1)) === body.charAt(right)) {
    const open = left - 1;
    const close = right + 1;
    left = skipBack(body, open, blankOrSeparator);
    right = skipAhead(body, close, blankOrSeparator);
    leftGlue = body.slice(left, open);
    rightGlue = body.slice(close, right);
  }
  const kept = withoutLeader(body.slice(0, left));
  const rest = body.slice(right);
  if (trimTitle(rest) === '' || trimTitle(rest) === '.') return trimTitle(kept);
  if (trimTitle(kept) === '') return trimTitle(rest);
  const tight = OPENING.has(kept.charAt(kept.length - 1)) || CLOSING.has(rest.charAt(0));
  const glue = [leftGlue, rightGlue].find((text) => text.trim() !== '') ?? ' ';
  return trimTitle(`${kept}${tight ? '' : glue}${rest}`);
};

/** What is left of a line once its time is taken; `apart` tells how plainly the time stood by itself. */
export type TakenDuration = {
  readonly minutes: number;
  readonly rest: string;
  readonly placement: Placement;
  /** Other lengths stand on the line and are not its sum. */
  readonly several: boolean;
};

/**
 * The planned time of a line, or null; a time that is part of a sentence is read but stays in the title.
 * Of a heading, « 3 heures d'atelier » is taken whole.
 */
export const takeDuration = (body: string, line: 'item' | 'heading' = 'item'): TakenDuration | null => {
  const found = findDurations(body).filter((duration) => !duration.clock);
  if (found.length === 0) return null;
  const all = found.map((duration) => place(body, duration, line === 'heading'));
  const lastOf = (placement: Placement) => all.findLast((placed) => placed.placement === placement);
  const chosen = lastOf('apart') ?? lastOf('edge') ?? lastOf('inside');
  if (chosen === undefined) return null;
  const { minutes, placement, span } = chosen;
  const others = all.reduce((sum, placed) => sum + placed.minutes, 0) - minutes;
  return {
    minutes,
    placement,
    rest: placement === 'inside' ? trimTitle(body) : cutOut(body, span),
    several: all.length > 1 && others !== minutes,
  };
};

const ALONE_LABEL =
  /^(?:(?:la\s|the\s)?(?:total\s|overall\s)?(?:dur[ée]e|duration|time|length|temps|timing)(?:\s(?:totale?|globale?|pr[ée]vue?|estim[ée]e?|indicative|imparti|de\sl\s?['’]\s?atelier|de\sla\s(?:s[ée]ance|r[ée]union|rencontre|journ[ée]e|matin[ée]e)|du\ss[ée]minaire|des\s(?:ateliers|travaux|[ée]changes))){0,3}|total(?:\sg[ée]n[ée]ral)?|overall|soit)?\s?[:=–-]?\s?(?:de\s|d\s?['’])?$/iu;
const WHOLE =
  /total|global|overall|atelier|s[ée]ance|r[ée]union|rencontre|journ|matin|s[ée]minaire|travaux|change/iu;

/** A line that holds nothing but a length of time and its label, or null; `total` when it is that of the whole. */
export const durationAlone = (body: string): { readonly minutes: number; readonly total: boolean } | null => {
  if (body.length > 120) return null;
  const [found] = findDurations(body);
  if (found === undefined) return null;
  const label = body.slice(
    skipAhead(body, 0, (c) => blankOrSeparator(c) || OPENING.has(c)),
    found.start,
  );
  if (!ALONE_LABEL.test(label)) return null;
  if (found.clock && !/[\p{L}]/u.test(label)) return null;
  const totalWords = TOTAL_WORDS.exec(body.slice(found.end));
  const end = found.end + (totalWords?.[0].length ?? 0);
  const rest = skipAhead(body, end, (c) => blankOrSeparator(c) || CLOSING.has(c) || c === '.');
  if (rest < body.length) return null;
  return { minutes: found.minutes, total: totalWords !== null || WHOLE.test(label) };
};
