/** What a line never breaks, though it is written with a hyphen: `circule-` and `t-elle`, `dit-il`; on screens `peut-être`. */

type Piece = { readonly text: string; readonly unbroken: boolean };

/** Where words are read: a screen's few large lines keep more of them whole than a page's. */
export type ReadOn = 'page' | 'screen';

const ON_PAGES = /(?<![\p{L}\p{N}])\p{L}{1,5}-(?:ils?|elles?|on)(?![\p{L}\p{N}])/gu;
/** Compounds, ranges (`10-12`), and whatever ends in a pronoun or a particle. */
const ON_SCREENS = /(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:[-–][\p{L}\p{N}]+)+(?![\p{L}\p{N}])/gu;
const WITH_PRONOUN =
  /\p{L}+(?:-t)?-(?:je|tu|ils?|elles?|on|nous|vous|ce|ci|là|moi|toi|lui|leur|l[ea]s?|y|en)(?:-(?:moi|toi|lui|leur|nous|vous|l[ea]s?|y|en))?$/iu;
/** In letters and hyphens: a longer compound may break at one. */
const LONGEST_WHOLE = 16;

/**
 * The text in pieces, some of which stand on one line. Its signs stay as they are: a hyphen that does not break would be
 * another sign, and nobody who searches for the words would find them.
 */
export function unbrokenPieces(text: string, on: ReadOn = 'page'): readonly Piece[] {
  if (!text.includes('-') && !(on === 'screen' && text.includes('–'))) return [{ text, unbroken: false }];
  const pieces: Piece[] = [];
  let done = 0;
  for (const { from, to } of on === 'page' ? wholeOnPages(text) : wholeOnScreens(text)) {
    if (from > done) pieces.push({ text: text.slice(done, from), unbroken: false });
    pieces.push({ text: text.slice(from, to), unbroken: true });
    done = to;
  }
  if (done < text.length || done === 0) pieces.push({ text: text.slice(done), unbroken: false });
  return pieces;
}

type Span = { readonly from: number; readonly to: number };

const wholeOnPages = (text: string): readonly Span[] =>
  [...text.matchAll(ON_PAGES)].map(({ index, 0: kept }) => ({ from: index, to: index + kept.length }));

const wholeOnScreens = (text: string): readonly Span[] =>
  [...text.matchAll(ON_SCREENS)].flatMap(({ index, 0: compound }): readonly Span[] => {
    const to = index + compound.length;
    if (compound.length <= LONGEST_WHOLE) return [{ from: index, to }];
    const tail = WITH_PRONOUN.exec(compound);
    return tail === null ? [] : [{ from: index + tail.index, to }];
  });
