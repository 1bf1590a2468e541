/** Long work in pieces, so that the thread that does it can do other things between them. */
export type Piecewise<T> = Generator<undefined, T>;

/** All the pieces one after the other. */
export function atOnce<T>(work: Piecewise<T>): T {
  let piece = work.next();
  while (piece.done !== true) piece = work.next();
  return piece.value;
}
