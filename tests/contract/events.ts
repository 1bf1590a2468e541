/** Events for the storage tests. */
import type { NewDomainEvent } from '#core/events/event-types.ts';
import { instant } from '#core/time/instant.ts';

const AT = instant(1_764_000_000_000);

export const supported = (id: string): NewDomainEvent => ({
  id,
  type: 'contribution/supported',
  v: 1,
  at: AT,
  actor: null,
  payload: { contributionId: 'c1' },
});

export const made = (id: string, text: string): NewDomainEvent => ({
  id,
  type: 'contribution/made',
  v: 3,
  at: AT,
  actor: 'p1',
  payload: {
    contributionId: `c-${id}`,
    itemId: 'i1',
    questionId: null,
    kind: 'observation',
    text,
    unnamed: false,
    runId: null,
    ...{ attributedTo: null, entry: 'typed', keyHash: null, function: null, town: null, silenceId: null },
  },
});
