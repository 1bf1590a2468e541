/** Long work that leaves the thread to others between its pieces. */
import type { Piecewise } from '#core/actes/piecewise.ts';

/** An answer to a room goes through the thread several times: within a rest it comes all the way. */
const REST_MILLISECONDS = 1;

/** What the work comes to; what waits meanwhile, a message, a request, is dealt with after each piece. */
export async function inTurns<T>(work: Piecewise<T>): Promise<T> {
  for (let piece = work.next(); ; piece = work.next()) {
    if (piece.done === true) return piece.value;
    await new Promise<void>((resume) => {
      setTimeout(resume, REST_MILLISECONDS);
    });
  }
}
