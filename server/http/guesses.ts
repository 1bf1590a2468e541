/** Wrong codes, links and numbers, by address and by everybody together: what a guesser runs out of. */
import type { IncomingMessage } from 'node:http';
import type { ErrorCode } from '#protocol/errors.ts';
import type { Clock } from '../seminars/surroundings.port.ts';
import { createRateLimit } from '../rate-limit.ts';
import { HttpError } from './http-error.ts';

export type Guesses = {
  /** Refuses whoever has guessed wrong too often. */
  readonly refuseGuessers: (request: IncomingMessage) => void;
  /** Counts a wrong guess, and answers its refusal. */
  readonly failed: (request: IncomingMessage, code: ErrorCode) => HttpError;
};

const EVERYBODY = 'everybody';

export function createGuesses(clock: Clock, addressOf: (request: IncomingMessage) => string): Guesses {
  /** A room of 300 behind one address joins within a minute: only what fails is counted there. */
  const failures = createRateLimit(clock, 150, 75);
  const allFailures = createRateLimit(clock, 600, 300);
  return {
    refuseGuessers(request) {
      if (!failures.has(addressOf(request)) || !allFailures.has(EVERYBODY))
        throw new HttpError('protocol/too-many');
    },
    failed(request, code) {
      failures.take(addressOf(request));
      allFailures.take(EVERYBODY);
      return new HttpError(code);
    },
  };
}
