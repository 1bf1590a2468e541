/** Finds the points that one sentence tells: “10 min opening, 15 min context”, « 10 min d'ouverture puis 20 min d'échanges ». */
import { findDurations } from './parse-duration.ts';
import type { FoundDuration } from './parse-duration.ts';

/** A sentence that tells points: what leads to them, and each with its minutes. */
export type SentencePoints = {
  readonly lead: string;
  /** The lead stands apart by a colon. */
  readonly headed: boolean;
  readonly points: readonly { readonly title: string; readonly minutes: number }[];
};

const LONGEST_TITLE = 120;
const LONGEST_SENTENCE = 1000;
const LONGEST_LEAD = 200;
const LONGEST_OPENING = 40;
const BETWEEN =
  /(?:\s?[,;+]\s?(?:(?:et|and)\s)?|\s(?:et|and)\s|\s|\.\s)(?:puis|then|ensuite|enfin|finally|followed\sby|suivie?s?\sde)\s|\s?[,;+]\s(?:(?:et|and)\s)?|\.\s|\s(?:et|and)\s/giu;
const LINK = /^(?:d\s?['’]\s?|(?:de|du|des|pour|of|for)\s(?:l\s?['’]\s?|la\s|les\s|the\s)?|[:–-]\s?)/iu;
const AROUND = /^[\s.,;:–—-]+|[\s.,;:–—([-]+$/gu;

const lengthsOf = (text: string): FoundDuration[] => findDurations(text).filter((length) => !length.clock);

/** The parts between separators, each with where it stands; a separator inside a length divides nothing. */
const partsOf = (text: string, lengths: readonly FoundDuration[]): { start: number; end: number }[] => {
  const parts: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(BETWEEN)) {
    const end = match.index + match[0].length;
    if (lengths.some((length) => length.start < end - 1 && length.end > match.index)) continue;
    if (match.index > start) parts.push({ start, end: match.index });
    start = end;
  }
  parts.push({ start, end: text.length });
  return parts;
};

/** The parts put together so that each piece begins with its length, or each ends with it. */
const piecesOf = (text: string, leading: boolean): string[] => {
  const lengths = lengthsOf(text);
  const pieces: { start: number; end: number }[] = [];
  let ended = true;
  for (const part of partsOf(text, lengths)) {
    const own = lengths.filter((length) => length.start >= part.start && length.end <= part.end);
    const begins = own.some((length) => text.slice(part.start, length.start).replace(/[\s(~]/gu, '') === '');
    const ends = own.some((length) => text.slice(length.end, part.end).replace(/[\s).]/gu, '') === '');
    const last = pieces.at(-1);
    if (last === undefined || (leading ? begins : ended)) pieces.push({ ...part });
    else last.end = part.end;
    ended = ends;
  }
  return pieces.map(({ start, end }) => text.slice(start, end));
};

const titleOf = (piece: string, length: FoundDuration): string => {
  const before = piece.slice(0, length.start).replace(AROUND, '');
  const after = piece
    .slice(length.end)
    .replace(/^\s?[)\]]/u, '')
    .replace(AROUND, '')
    .replace(LINK, '')
    .trim();
  return before === '' ? after : after === '' ? before : '';
};

const pointsOf = (text: string): SentencePoints['points'] | null => {
  const [first] = lengthsOf(text);
  if (first === undefined) return null;
  const pieces = piecesOf(text, text.slice(0, first.start).replace(/[\s(~]/gu, '') === '');
  if (pieces.length < 2) return null;
  const points: { title: string; minutes: number }[] = [];
  for (const piece of pieces) {
    const [length, ...more] = lengthsOf(piece);
    if (length === undefined || more.length > 0) return null;
    const title = titleOf(piece, length);
    if (!/\p{L}/u.test(title) || title.length > LONGEST_TITLE) return null;
    points.push({ title, minutes: length.minutes });
  }
  return points;
};

/** The points of a sentence in which each part has its length, all before or all after its words; else null. */
export const readSentencePoints = (text: string): SentencePoints | null => {
  if (text.length > LONGEST_SENTENCE || text.trimEnd().endsWith('?')) return null;
  const [first, second] = lengthsOf(text);
  if (first === undefined || second === undefined) return null;
  const colon = text.slice(0, Math.min(first.start, LONGEST_LEAD)).search(/:[^:]*$/u);
  const whole = pointsOf(text);
  if (colon < 0) {
    if (whole !== null) return { lead: '', headed: false, points: whole };
    const led = first.start <= LONGEST_OPENING ? pointsOf(text.slice(first.start)) : null;
    return led === null ? null : { lead: text.slice(0, first.start).trim(), headed: false, points: led };
  }
  const points = pointsOf(text.slice(colon + 1));
  const lead = text.slice(0, colon).trim();
  if (points !== null && text.slice(colon + 1, first.start).trim() === '')
    return { lead, headed: true, points };
  // « Accueil : 10 min, tour de table : 20 min » is led by nothing; « Programme : accueil 10 min, débat 20 min » is.
  return whole !== null && text.slice(colon + 1, first.start).trim() === ''
    ? { lead: '', headed: false, points: whole }
    : points === null
      ? null
      : { lead, headed: true, points };
};
