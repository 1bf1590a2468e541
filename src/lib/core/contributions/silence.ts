/** « Écriture silencieuse »: a private writing time, unseen until revealed together. */
import type { Instant, Minutes } from '../time/instant.ts';

export type Silence = {
  readonly id: string;
  readonly itemId: string | null;
  readonly questionId: string | null;
  readonly openedAt: Instant;
  /** Extensions included. */
  readonly minutes: Minutes;
  readonly revealed: boolean;
};
