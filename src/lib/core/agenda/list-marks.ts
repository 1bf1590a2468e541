/** The marks people put before points: « 1- », « 1° », « II. », « a) », « • ». */
import { findClock } from './clock-times.ts';
import { findDate } from './find-date.ts';
import { findDurations } from './parse-duration.ts';

export type MarkFamily =
  'number' | 'subnumber' | 'upper-roman' | 'lower-roman' | 'upper' | 'lower' | 'bullet';

/** A mark: its family, its punctuation or glyph, and its rank (0 for a bullet). */
export type ListMark = { readonly family: MarkFamily; readonly style: string; readonly value: number };

export type MarkedText = { readonly mark: ListMark | null; readonly body: string };

const PLACE_WORD = String.raw`(?:point|item|s[ée]quence|[ée]tape|partie|sujet|temps|th[èe]me|part|session|step|stage|topic)`;
const NAMED = new RegExp(String.raw`^${PLACE_WORD}\s(?:n\s?°\s?)?(\d{1,2})\s?[-–—:.)]\s?`, 'iu');
const RANKED = new RegExp(
  String.raw`^(\d{1,2})(?:er|re|[èe]re|e|[èe]me|nde?|st|rd|th)\s${PLACE_WORD}\s?[-–—:.]\s?`,
  'iu',
);
const WRAPPED = /^\((\d{1,3})\)\s?/u;
const SUBNUMBER = /^(\d{1,2}(?:\.\d{1,2}){1,3})(?:[.)]|\s?[-–—:])?\s/u;
const NUMBER =
  /^(\d{1,3})(?:\s?(°)\s?[-–—.):]?|\s?([-–—.:])\s?[-–—)]?|\s?(\))\s?[-–—.:]?|(\/)|(?=\t))(?!\d)\s?/u;
const CIRCLED = /^([\u2460-\u2473])\s?/u;
const FIRST_CIRCLED = 0x2460;
const BULLET =
  /^(?:([-–—])(?![-–—\d])\s?|([•●·▪◦○■□▫‣►▶▸➢➤➔→⇒❖◆♦✓✔☐☑⁃∙\uf000-\uf0ff])\ufe0f?\s?|([*+>])\s|([o§üØ])\s)/u;
const DASHES = new Set([...'-–—']);
const DOTS = new Set([...'•●·▪■∙']);

const numbered = (style: string, digits: string): ListMark => ({
  family: 'number',
  style,
  value: Number(digits),
});

const numberMark = (text: string): { mark: ListMark; length: number } | null => {
  const named = NAMED.exec(text) ?? RANKED.exec(text);
  if (named !== null) return { mark: numbered('word', named[1] ?? ''), length: named[0].length };
  const wrapped = WRAPPED.exec(text);
  if (wrapped !== null) return { mark: numbered('()', wrapped[1] ?? ''), length: wrapped[0].length };
  const circled = CIRCLED.exec(text);
  if (circled !== null) {
    const value = text.charCodeAt(0) - FIRST_CIRCLED + 1;
    return { mark: numbered('circle', String(value)), length: circled[0].length };
  }
  const sub = SUBNUMBER.exec(text);
  if (sub !== null) {
    const last = (sub[1] ?? '').split('.').at(-1) ?? '';
    return { mark: { family: 'subnumber', style: '.', value: Number(last) }, length: sub[0].length };
  }
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const style = (match[2] ?? match[3] ?? match[4] ?? match[5] ?? ' ').replace(/[–—]/u, '-');
  return { mark: numbered(style, match[1] ?? ''), length: match[0].length };
};

const bulletMark = (text: string): { mark: ListMark; length: number } | null => {
  const match = BULLET.exec(text);
  if (match === null) return null;
  const glyph = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
  const style = DASHES.has(glyph) ? '-' : DOTS.has(glyph) ? '•' : glyph;
  return { mark: { family: 'bullet', style, value: 0 }, length: match[0].length };
};

const ALPHA =
  /^\(?([IVX]{1,6}|[ivx]{1,6}|[A-Za-z])(?:\s?([-–—.°:])\s?[-–—)]?(?=\s)|(\))|([-–—])(?=\p{Lu}))\s?/u;
const BARE_NUMBER = /^(\d{1,2})\s(?=\p{Lu})/u;
const ROMAN_VALUES = new Map([
  ['I', 1],
  ['V', 5],
  ['X', 10],
]);
const ROMAN = /^X{0,3}(?:IX|IV|V?I{0,3})$/u;

const romanValue = (letters: string): number => {
  const upper = letters.toUpperCase();
  if (!ROMAN.test(upper)) return 0;
  const values = [...upper].map((letter) => ROMAN_VALUES.get(letter) ?? 0);
  return values.reduce((sum, value, at) => (value < (values[at + 1] ?? 0) ? sum - value : sum + value), 0);
};

type OrderedMark = { readonly index: number; readonly mark: ListMark; readonly body: string };
const WIDEST_GAP = 2;
const BEFORE_A = 96;

const startsWithTimeOrDate = (text: string): boolean => {
  if (!/^\d/u.test(text)) return false;
  const head = text.slice(0, 48);
  const [duration] = findDurations(head);
  if (duration?.start === 0 && !/^\d{1,3}\s?[-–—]\s/u.test(head)) return true;
  return findClock(head)?.start === 0 || findDate(head)?.start === 0;
};

/** Letters and bare numbers are marks only in order (A, B, C or I, II, III): « F. Dupont » or « À » is none. */
const orderedMarks = (texts: readonly string[]): Map<number, OrderedMark> => {
  const last = new Map<MarkFamily, number>();
  const found: OrderedMark[] = [];
  texts.forEach((text, index) => {
    const match = ALPHA.exec(text) ?? (startsWithTimeOrDate(text) ? null : BARE_NUMBER.exec(text));
    const letters = match?.[1];
    if (match === null || letters === undefined) return;
    const style = (match[2] ?? match[3] ?? match[4] ?? '').replace(/[–—]/u, '-');
    const body = text.slice(match[0].length);
    const take = (family: MarkFamily, value: number): boolean => {
      const step = value - (last.get(family) ?? value);
      if (value < 1 || !(value === 1 || (step >= 1 && step <= WIDEST_GAP))) return false;
      last.set(family, value);
      found.push({ index, mark: { family, style, value }, body });
      return true;
    };
    if (/^\d/u.test(letters)) {
      take('number', Number(letters));
      return;
    }
    const upper = letters === letters.toUpperCase();
    const letter = upper ? 'upper' : 'lower';
    const rank = letters.length === 1 ? letters.toLowerCase().charCodeAt(0) - BEFORE_A : 0;
    const followsLetter = rank > 1 && last.get(letter) === rank - 1;
    if (followsLetter && take(letter, rank)) return;
    if (take(upper ? 'upper-roman' : 'lower-roman', romanValue(letters))) return;
    take(letter, rank);
  });
  return new Map(inCompany(found).map((ordered) => [ordered.index, ordered]));
};

/** A first letter that no second one follows is a mark only on a line with a time. */
const inCompany = (found: readonly OrderedMark[]): OrderedMark[] => {
  const nextValue = new Map<MarkFamily, number>();
  return found.toReversed().filter(({ mark, body }) => {
    const followed = (nextValue.get(mark.family) ?? 0) > 1;
    nextValue.set(mark.family, mark.value);
    return mark.value > 1 || followed || findDurations(body).length > 0;
  });
};

/** Each text with its mark taken off. */
export const readMarks = (texts: readonly string[]): MarkedText[] => {
  const orderedAt = orderedMarks(texts);
  return texts.map((text, index) => {
    const ordered = orderedAt.get(index);
    if (ordered !== undefined) return { mark: ordered.mark, body: ordered.body.trim() };
    const found = startsWithTimeOrDate(text) ? null : (numberMark(text) ?? bulletMark(text));
    return found === null
      ? { mark: null, body: text }
      : { mark: found.mark, body: text.slice(found.length).trim() };
  });
};
