/** Long work that leaves the thread to others between its pieces. */
import type { Piecewise } from '#core/actes/piecewise.ts';

/** Pieces that take less together are done at once: a rest costs as much. */
const AT_ONCE_MILLISECONDS = 1;
/** An answer to a room goes through the thread several times: within a rest it comes all the way. */
const REST_MILLISECONDS = 1;

/** What the work comes to; what waits meanwhile, a message, a request, is dealt with between its pieces. */
export async function inTurns<T>(work: Piecewise<T>): Promise<T> {
  for (let began = performance.now(); ;) {
    const piece = work.next();
    if (piece.done === true) return piece.value;
    if (performance.now() - began < AT_ONCE_MILLISECONDS) continue;
    await new Promise<void>((resume) => {
      setTimeout(resume, REST_MILLISECONDS);
    });
    began = performance.now();
  }
}
