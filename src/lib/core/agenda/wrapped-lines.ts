/** Lines that a page's edge had cut. */

/** A line shorter than this was ended on purpose and not by a page's edge. */
const SHORTEST_WRAPPED = 45;
const TAIL = 40;
const ENDED = /[.?!:;…]$/u;
const UNFINISHED =
  /(?:,|['’]|\s(?:de|du|des|la|le|les|et|ou|à|au|aux|en|par|pour|avec|sur|un|une|dans|sans|d['’]un|d['’]une))$/iu;

/** Whether the line ends with a sign that ends a sentence or announces what follows. */
export const isEnded = (line: string): boolean => ENDED.test(line);

/** Whether a page's edge may have cut the line. */
export const mayBeCut = (line: string): boolean => line.length >= SHORTEST_WRAPPED;

/** Whether `line` went on in `next`, under it, before a page's edge cut it. */
export const wrapsInto = (line: string, next: string): boolean =>
  mayBeCut(line) && !isEnded(line) && (/^\p{Ll}/u.test(next) || UNFINISHED.test(line.slice(-TAIL)));
