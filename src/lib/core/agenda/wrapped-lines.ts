/** Lines that a page's edge had cut. */

/** A line shorter than this was ended on purpose and not by a page's edge. */
const SHORTEST_WRAPPED = 45;
const TAIL = 40;
const ENDED = /[.?!:;…]$/u;
const UNFINISHED =
  /(?:,|['’]|\s(?:de|du|des|la|le|les|et|ou|à|au|aux|en|par|pour|avec|sur|un|une|dans|sans|d['’]un|d['’]une))$/iu;

/** Whether `next` may be the rest of `line`: it begins small, and nothing ends before it. */
export const isRestOf = (line: string, next: string): boolean => /^\p{Ll}/u.test(next) && !ENDED.test(line);

/** Whether `line` went on in `next`, under it, before a page's edge cut it. */
export const wrapsInto = (line: string, next: string): boolean =>
  line.length >= SHORTEST_WRAPPED &&
  (isRestOf(line, next) || (!ENDED.test(line) && UNFINISHED.test(line.slice(-TAIL))));
