/** What one frame of the connection carries: a longer one would cut the connection instead of being refused. */
import { LIMITS } from '#protocol/limits.ts';

/** Bytes that the connection puts around what is sent: the name of the event, the number of the answer. */
const AROUND = 256;

/** Whether the server would take it in; in UTF-8, an accented letter is two bytes. */
export const fitsOneFrame = (sent: unknown): boolean =>
  new TextEncoder().encode(JSON.stringify(sent)).length + AROUND <= LIMITS.commandBytes;
