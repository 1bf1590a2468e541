/**
 * French typography as an idempotent pass: thin spaces, guillemets, apostrophes and dashes the way a French compositor
 * sets them. Addresses, times, code and pairs of signs stay as they were typed.
 */
import { singleSpaceEdits } from './single-spaces.ts';
import type { TypographyEdit } from './typography-edits.ts';
import { CODE, edited } from './typography-edits.ts';

const NO_BREAK = '\u00a0';
const NARROW_NO_BREAK = '\u202f';
const SPACES: ReadonlySet<string> = new Set(' \t\u00a0\u2009\u202f');

/** The text as French typography sets it. */
export function frenchTypography(text: string): string {
  const spaced = edited(text, singleSpaceEdits(text));
  return edited(spaced, frenchEdits(spaced));
}

/** Signs that are substituted or ask for spaces, and spaces that may stand within a number or an hour. */
const MAY_CHANGE = /[’«»–;:!?%‰€]|(?<=[\p{N}h])[ \t\u00a0\u2009\u202f]/gu;

/** The changes that French typography asks for in a text with single spaces, in order and without overlap. */
export function frenchEdits(text: string): readonly TypographyEdit[] {
  const untouched = untouchedIn(text);
  const signs = substituted(text, untouched);
  const edits: TypographyEdit[] = [];
  for (const { index: at } of signs.matchAll(MAY_CHANGE)) {
    const sign = signs[at] ?? '';
    if (sign !== text[at]) edits.push({ from: at, to: at + 1, put: sign });
    if (untouched?.[at] !== 1) edits.push(...spacesAround(signs, at));
  }
  for (const { index, 0: short, groups } of signs.matchAll(ANNOUNCING)) {
    const to = index + short.length;
    if (untouched?.[index] !== 1)
      edits.push({ from: to - (groups?.['space']?.length ?? 0), to, put: NO_BREAK });
  }
  if (edits.length === 0) return edits;
  return withoutOverlap(
    edits
      .filter(({ from, to, put }) => text.slice(from, to) !== put)
      .sort((one, other) => one.from - other.from || one.to - other.to),
  );
}

/** Two signs may ask for the space between them: the first keeps it. */
function withoutOverlap(edits: readonly TypographyEdit[]): readonly TypographyEdit[] {
  const kept: TypographyEdit[] = [];
  let end = 0;
  let inserted = -1;
  for (const edit of edits) {
    const inserts = edit.from === edit.to;
    if (edit.from < end || (inserts && edit.from === inserted)) continue;
    kept.push(edit);
    end = edit.to;
    if (inserts) inserted = edit.from;
  }
  return kept;
}

/** Each with the signs that it cannot do without: most texts lack one of them and need no search. */
const UNTOUCHED: readonly (readonly [needs: string, pattern: RegExp])[] = [
  ['`', CODE],
  ['', /(?:https?:\/\/|ftp:\/\/|www\.|mailto:|tel:)[^\s<>«»"]+/giu],
  ['@.', /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}/gu],
  ['./', /\b[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}\/[^\s<>«»"]*/gu],
  ['?=', /[^\s=?]{0,64}\?\w{1,64}=[^\s<>«»"]*/gu],
  ['&;', /&(?:#\d{1,8}|#[xX][\da-fA-F]{1,8}|[A-Za-z][A-Za-z\d]{1,31});/gu],
  ['', /[:;]-?[()DPp](?![\p{L}\p{N}])/gu],
];
const TRAILING = /[.,;:!?)\]}'’…]+$/u;

/** 1 for every character that keeps its form and its spaces: addresses, code, entities, smileys; null for none. */
function untouchedIn(text: string): Uint8Array | null {
  let marks: Uint8Array | null = null;
  for (const [needs, pattern] of UNTOUCHED) {
    if (![...needs].every((sign) => text.includes(sign))) continue;
    for (const { 0: found, index } of text.matchAll(pattern)) {
      marks ??= new Uint8Array(text.length);
      const isAddress = !/^[`&:;]/.test(found);
      marks.fill(1, index, index + (isAddress ? found.replace(TRAILING, '') : found).length);
    }
  }
  return marks;
}

/**
 * `M.`, `Mme`, `Dr` before a name or `le`, `la`, `les`; `p.`, `art.`, `chap.` before a number, `n°` and `§` also where
 * it was typed without a space.
 */
const ANNOUNCING = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}.-])(?:`,
    String.raw`(?:MM?\.|Mr\.?|Mmes?\.?|Mlles?\.?|[DP]r\.?)(?=[ \t\u00a0\u2009\u202f]+(?:\p{Lu}|(?:le|la|les)(?!\p{L})|l['’]))`,
    String.raw`|(?:[Pp]{1,2}|[Aa]rt|[Cc]hap)\.(?=[ \t\u00a0\u2009\u202f]+(?:\d|[IVXLC]+(?!\p{L})|[LRDA]\.))`,
    String.raw`|[Nn][°º](?=[ \t\u00a0\u2009\u202f]+[\p{L}\d]|\d)`,
    String.raw`|§{1,2}(?=[ \t\u00a0\u2009\u202f]*\d)`,
    String.raw`)(?<space>[ \t\u00a0\u2009\u202f]*)`,
  ].join(''),
  'gu',
);

/** By their place in the text, in UTF-16 units. */
type Signs = string | readonly string[];

const LETTER = /\p{L}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const isSpace = (sign: string | undefined): boolean => sign !== undefined && SPACES.has(sign);
const isEdge = (sign: string | undefined): boolean => sign === undefined || sign === '\n';
const isLetterOrDigit = (sign: string | undefined): boolean =>
  sign !== undefined && LETTER_OR_DIGIT.test(sign);

const SUBSTITUTED = /['"-]/u;

/** The signs of the text, one for one: apostrophes, guillemets and dashes in their French form. */
function substituted(text: string, untouched: Uint8Array | null): string {
  if (!SUBSTITUTED.test(text)) return text;
  const signs = text.split('');
  let opening = -1;
  for (const { index: at } of text.matchAll(/['"\n-]/gu)) {
    if (untouched?.[at] === 1) continue;
    const [before, sign, behind] = [signs[at - 1], signs[at], signs[at + 1]];
    if (sign === '\n') opening = -1;
    if (sign === "'" && before !== undefined && LETTER.test(before) && /[\p{L}\p{N}«“]/u.test(behind ?? '')) {
      signs[at] = '’';
    } else if (sign === '-' && isDash(signs, at)) {
      signs[at] = '–';
    } else if (sign === '"') {
      const opens = isEdge(before) || isSpace(before) || /[([{«’'–—/-]/.test(before ?? '');
      const closes = isEdge(behind) || isSpace(behind) || /[.,;:!?)\]}»…/%–-]/.test(behind ?? '');
      if (opening !== -1 && closes && firstAfter(signs, opening) < at) {
        signs[opening] = '«';
        if (isApostropheBefore(signs, opening) && untouched?.[opening - 1] !== 1) signs[opening - 1] = '’';
        signs[at] = '»';
        opening = -1;
      } else {
        opening = opens ? at : -1;
      }
    }
  }
  return signs.join('');
}

/** In `l'«aller vers»`. */
const isApostropheBefore = (signs: Signs, at: number): boolean =>
  signs[at - 1] === "'" && LETTER.test(signs[at - 2] ?? '');

const NAME_BEFORE_DASH = /^\s*\p{Lu}[\p{Lu}'’-]+(?: \p{Lu}[\p{Lu}'’-]*)*(?: \p{Lu}[\p{L}'’.-]*)+ $/u;
const BEFORE_DASH = /[\p{L}\p{N}»”"')\].,…!?%]/u;
const BEHIND_DASH = /[\p{L}\p{N}«"“(]/u;
const NAME_LENGTH = 120;

/** A hyphen between spaces is a dash, except between numbers; after a name it may stand against the function. */
function isDash(signs: Signs, at: number): boolean {
  if (!isSpace(signs[at - 1])) return false;
  const before = signs[lastBefore(signs, at)];
  if (!BEFORE_DASH.test(before ?? '')) return false;
  if (isSpace(signs[at + 1])) {
    const behind = signs[firstAfter(signs, at)];
    return BEHIND_DASH.test(behind ?? '') && !(/\d/.test(before ?? '') && /\d/.test(behind ?? ''));
  }
  return followsName(signs, at);
}

/** Whether the dash stands between a name and, without a space, a function: `NOM Prénom -fonction`. */
function followsName(signs: Signs, at: number): boolean {
  if (!LETTER.test(signs[at + 1] ?? '') || at > NAME_LENGTH) return false;
  const before = signs.slice(0, at);
  const line = typeof before === 'string' ? before : before.join('');
  return NAME_BEFORE_DASH.test(line.slice(line.lastIndexOf('\n') + 1));
}

/** The index of the last sign before `at` that is no space; -1 at the start. */
function lastBefore(signs: Signs, at: number): number {
  let index = at - 1;
  while (isSpace(signs[index])) index -= 1;
  return index;
}

function firstAfter(signs: Signs, at: number): number {
  let index = at + 1;
  while (isSpace(signs[index])) index += 1;
  return index;
}

/** The spaces that the sign asks for before or after itself. */
function spacesAround(signs: string, at: number): readonly TypographyEdit[] {
  switch (signs[at]) {
    case ';':
    case '!':
    case '?':
      return isHighSign(signs, at) ? [spaceBefore(signs, at, NARROW_NO_BREAK)] : [];
    case ':':
      return isColon(signs, at) ? [spaceBefore(signs, at, NO_BREAK)] : [];
    case '«': {
      const next = firstAfter(signs, at);
      return isEdge(signs[next]) ? [] : [{ from: at + 1, to: next, put: NO_BREAK }];
    }
    case '»': {
      const before = signs[lastBefore(signs, at)];
      return isEdge(before) || before === '«' ? [] : [spaceBefore(signs, at, NO_BREAK)];
    }
    case '–':
      return followsName(signs, at) ? [{ from: at + 1, to: at + 1, put: ' ' }] : [];
    case '%':
    case '‰':
    case '€':
      return /\d/.test(signs[lastBefore(signs, at)] ?? '') ? [spaceBefore(signs, at, NARROW_NO_BREAK)] : [];
    default:
      return isSpace(signs[at]) && !isSpace(signs[at - 1]) ? spaceOfNumber(signs, at) : [];
  }
}

const spaceBefore = (signs: Signs, at: number, put: string): TypographyEdit => ({
  from: lastBefore(signs, at) + 1,
  to: at,
  put,
});

/** `;`, `!` or `?` that ends something said: not alone, not in brackets, not the second of a pair, not `!=`. */
function isHighSign(signs: Signs, at: number): boolean {
  const before = signs[lastBefore(signs, at)];
  if (isEdge(before) || /[([{«]/.test(before ?? '') || signs[at + 1] === '=') return false;
  return !/[;!?]/.test(signs[at - 1] ?? '');
}

/** A colon that announces: not alone, not `::`, not `12:30`, not `nom:valeur`. */
function isColon(signs: Signs, at: number): boolean {
  const before = signs[lastBefore(signs, at)];
  if (isEdge(before) || /[([{«:]/.test(before ?? '')) return false;
  if (signs[at + 1] === ':' || signs[at + 1] === '/' || signs[at + 1] === '=') return false;
  return isSpace(signs[at - 1]) || !isLetterOrDigit(signs[at + 1]);
}

const UNIT =
  /^(?:km²|km|m²|m³|cm|mm|m|kg|mg|g|t|ha|l|cl|h|heures?|min|mn|minutes?|s|k€|M€|Md€|°C|°|Go|Mo|Ko|kWh|kW|Hz)(?![\p{L}\p{N}])/u;
const LONGEST_UNIT = 9;

/** The space between groups of thousands, a number and its unit, an hour and its minutes. */
function spaceOfNumber(signs: string, at: number): readonly TypographyEdit[] {
  const end = firstAfter(signs, at);
  const before = signs[at - 1] ?? '';
  const edit = [{ from: at, to: end, put: NARROW_NO_BREAK }];
  const behind = signs.slice(end, end + LONGEST_UNIT);
  if (/\p{N}/u.test(before)) {
    if (UNIT.test(behind)) return edit;
    return end - at === 1 && isThousands(signs, at) ? edit : [];
  }
  const isHour =
    before === 'h' &&
    /[\d\u00a0\u202f ]/.test(signs[at - 2] ?? '') &&
    /\d/.test(signs[lastBefore(signs, at - 1)] ?? '');
  return isHour && /^\d\d?(?!\d)/.test(behind) ? edit : [];
}

/** Whether the space stands in `1 234` or `12 345 678`: one to three digits, then groups of three. */
function isThousands(signs: Signs, at: number): boolean {
  const isDigit = (sign: string | undefined) => sign !== undefined && /\d/.test(sign);
  if (!isDigit(signs[at - 1])) return false;
  if (![1, 2, 3].every((step) => isDigit(signs[at + step])) || isDigit(signs[at + 4])) return false;
  let start = at - 1;
  while (start > at - 4 && isDigit(signs[start - 1])) start -= 1;
  return at - start <= 3 && !isDigit(signs[start - 1]) && !/[.,]/.test(signs[start - 1] ?? '');
}
