import type { NewDomainEvent } from '#core/events/event-types.ts';
import type { Result } from '#core/result.ts';

/** Why a run command cannot be. */
export type RunErrorCode =
  | 'run/stale'
  | 'run/empty-plan'
  | 'run/unknown-item'
  | 'run/already-started'
  | 'run/not-started'
  | 'run/finished'
  | 'run/already-suspended'
  | 'run/not-suspended'
  | 'run/no-next'
  | 'run/no-previous'
  | 'run/invalid-minutes'
  | 'run/too-short'
  | 'run/unknown-question'
  | 'run/question-already-put'
  | 'run/undo-not-last'
  | 'run/already-there'
  | 'run/impossible-start'
  | 'run/eats-synthesis'
  | 'run/below-floor'
  | 'run/protected'
  | 'run/no-shared-time'
  | 'run/no-synthesis'
  | 'run/impossible-instant';

/** The one event that a run command writes, or the code of why it cannot. */
export type RunDecision = Result<readonly NewDomainEvent[], RunErrorCode>;
