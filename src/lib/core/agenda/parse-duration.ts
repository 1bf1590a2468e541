/** How long things last, as people write it in French and English: « 1 h 30 », « ½ heure », « trois quarts d'heure », « 20' », “half an hour”. */

/** Where a length of time stands in a text; `clock` when it reads as a time of day (« 14h30 »). */
export type FoundDuration = {
  readonly start: number;
  readonly end: number;
  readonly minutes: number;
  readonly clock: boolean;
};

const LONGEST_MINUTES = 24 * 60;
/** From this hour on, « 9h30 » is a time of day and not a length. */
const FIRST_CLOCK_HOUR = 7;
const LAST_CLOCK_HOUR = 24;

const NUMBER_WORDS = new Map([
  ['quatre-vingt-dix', 90],
  ['forty-five', 45],
  ['quarante-cinq', 45],
  ['trente-cinq', 35],
  ['vingt-cinq', 25],
  ['cinquante', 50],
  ['soixante', 60],
  ['quarante', 40],
  ['quatre', 4],
  ['trente', 30],
  ['quinze', 15],
  ['vingt', 20],
  ['trois', 3],
  ['cinq', 5],
  ['deux', 2],
  ['huit', 8],
  ['sept', 7],
  ['une', 1],
  ['six', 6],
  ['dix', 10],
  ['thirty', 30],
  ['fifteen', 15],
  ['twenty', 20],
  ['ninety', 90],
  ['sixty', 60],
  ['fifty', 50],
  ['forty', 40],
  ['three', 3],
  ['eight', 8],
  ['seven', 7],
  ['five', 5],
  ['four', 4],
  ['nine', 9],
  ['neuf', 9],
  ['one', 1],
  ['two', 2],
  ['ten', 10],
  ['an', 1],
  ['un', 1],
]);

const WORD = [...NUMBER_WORDS.keys()].join('|');
const APOSTROPHE = `['’‘′ʼ´]`;
const HOUR = String.raw`(?:heures?|hours?|hrs?|h)(?!\p{L})`;
const MINUTE = String.raw`(?:minutes?|mins?|mns?)(?![\p{L}\p{N}])`;
const FRACTION = String.raw`(?:½|¼|¾|[13]\s?[/⁄]\s?4|1\s?[/⁄]\s?2)`;
const ABOUT = String.raw`(?:environ|env\.?|about|approx\.?|around|max(?:imum|i)?\.?|~|≈)`;

const HOURS = String.raw`(?:(?<hours>\d{1,3}(?:[.,]\d{1,2})?)(?:\s?(?<mixed>${FRACTION}|and\sa\s(?:half|quarter)))?|(?<word>${WORD})(?:\s(?<wordPart>and\sa\s(?:half|quarter)))?)[\s-]?(?<unit>${HOUR})(?:\s?(?:et\s)?(?<part>${FRACTION}|demie?|(?:un\s|le\s)?quart|trois[\s-]quarts|and\sa\s(?:half|quarter))(?![\p{L}\p{N}])|\s?(?:et\s)?(?<extra>[0-5]?\d)\s?(?:${MINUTE}|m(?!\p{L})|${APOSTROPHE})|\s?(?<bare>[0-5]\d)(?![\p{L}\p{N}]|[.,/⁄]\d|\s?%))?`;
const PART_OF_HOUR = String.raw`(?:une?\s|an?\s)?(?<fraction>${FRACTION}|demie?|[13]\s?quarts?|trois[\s-]quarts?|quart|half|(?:three[\s-])?quarters?)(?:\s?d\s?${APOSTROPHE}\s?|\sde\s|\s(?:of\s)?an\s|[\s-])?${HOUR}`;
const MINUTES = String.raw`(?:(?<low>\d{1,3})\s?(?:-|–|à|ou|to|or)\s?)?(?<minutes>\d{1,4}|${WORD})(?:[\s-]?${MINUTE}|(?<quote>${APOSTROPHE})(?![\p{L}\p{N}'’′]))`;

// Every part is bounded, so that the search is linear in the length of the text.
const DURATION = new RegExp(
  String.raw`(?<![\p{L}\p{N}]|\d[.,/:⁄])(?:${ABOUT}\s?)?(?:(?<times>\d{1,2})\s?[x×]\s?)?(?:${HOURS}|${PART_OF_HOUR}|${MINUTES})(?:\s${ABOUT}(?!\p{L}))?`,
  'giu',
);

/** No length of time is written without one of these; most lines are told apart by it at once. */
const SIGN = /[\d½¼¾]|heure|hour|minute|quart|\s(?:h|mn|min)/iu;

const fractionMinutes = (fraction: string): number => {
  const form = fraction.toLowerCase();
  if (/½|2$|demi|half/u.test(form)) return 30;
  return /¾|^3|trois|three/u.test(form) ? 45 : 15;
};

const numberOf = (digitsOrWord: string): number =>
  NUMBER_WORDS.get(digitsOrWord.toLowerCase()) ?? Number(digitsOrWord.replace(',', '.'));

type Measured = FoundDuration & { readonly inHours: boolean };

const measure = (text: string, match: RegExpExecArray): Measured | null => {
  const groups = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const times = groups.times === undefined ? 1 : Number(groups.times);
  const found = (minutes: number, inHours: boolean, clock = false): Measured | null => {
    const whole = Math.round(minutes * times);
    return whole < 1 || whole > LONGEST_MINUTES ? null : { start, end, minutes: whole, clock, inHours };
  };
  if (groups.fraction !== undefined) return found(fractionMinutes(groups.fraction), true);
  if (groups.minutes !== undefined) {
    const quoted = groups.quote !== undefined && /^['’‘«"“]/u.test(text.slice(Math.max(0, start - 1), start));
    return quoted ? null : found(numberOf(groups.minutes), false);
  }
  const hours = numberOf(groups.hours ?? groups.word ?? '');
  const added =
    (groups.mixed === undefined ? 0 : fractionMinutes(groups.mixed)) +
    (groups.wordPart === undefined ? 0 : fractionMinutes(groups.wordPart)) +
    (groups.part === undefined ? 0 : fractionMinutes(groups.part)) +
    Number(groups.extra ?? groups.bare ?? 0);
  const short = (groups.unit ?? '').toLowerCase() === 'h';
  const at = /(?:^|\s)(?:à|dès|vers|a|at)\s$/iu.test(text.slice(Math.max(0, start - 6), start));
  const clock = (short || at) && hours >= FIRST_CLOCK_HOUR && hours <= LAST_CLOCK_HOUR;
  return found(hours * 60 + added, true, clock);
};

/** « 9h à 10h30 » are two times of day; « 30 min à 1 h » is one length, the longer of the two. */
const joinRange = (text: string, first: Measured, second: Measured): Measured[] | null => {
  const between = text.slice(first.end, second.start);
  if (!/^\s?(?:-|–|—|→|à|to)\s?$/u.test(between)) return null;
  if (first.clock || second.clock)
    return [
      { ...first, clock: true },
      { ...second, clock: true },
    ];
  if (!/à|to/u.test(between) && !(first.inHours && second.inHours)) return null;
  return [{ ...second, start: first.start, minutes: Math.max(first.minutes, second.minutes) }];
};

/** The lengths of time in a text, in order, in whole minutes from 1 to 1440. */
export const findDurations = (text: string): FoundDuration[] => {
  if (!SIGN.test(text)) return [];
  const found: Measured[] = [];
  for (const match of text.matchAll(DURATION)) {
    const next = measure(text, match);
    if (next === null) continue;
    const last = found.at(-1);
    const joined = last === undefined ? null : joinRange(text, last, next);
    if (joined === null) found.push(next);
    else found.splice(-1, 1, ...joined);
  }
  return found.map(({ start, end, minutes, clock }) => ({ start, end, minutes, clock }));
};
