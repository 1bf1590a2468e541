/** What a line never breaks, though it is written with a hyphen: `circule-` and `t-elle`, `dit-il`. */

type Piece = { readonly text: string; readonly unbroken: boolean };

const UNBROKEN = /(?<![\p{L}\p{N}])\p{L}{1,5}-(?:ils?|elles?|on)(?![\p{L}\p{N}])/gu;

/**
 * The text in pieces, some of which stand on one line. Its signs stay as they are: a hyphen that does not break would be
 * another sign, and nobody who searches for the words would find them.
 */
export function unbrokenPieces(text: string): readonly Piece[] {
  if (!text.includes('-')) return [{ text, unbroken: false }];
  const pieces: Piece[] = [];
  let done = 0;
  for (const { index, 0: kept } of text.matchAll(UNBROKEN)) {
    if (index > done) pieces.push({ text: text.slice(done, index), unbroken: false });
    pieces.push({ text: kept, unbroken: true });
    done = index + kept.length;
  }
  if (done < text.length || done === 0) pieces.push({ text: text.slice(done), unbroken: false });
  return pieces;
}
