import { describe, expect, it } from 'vitest';
import { instant } from '../time/instant.ts';
import type { DomainEvent } from './event-types.ts';
import { redact } from './redact.ts';

const place = { id: 'e1', stream: 'sitting:s1', seq: 1, v: 1, at: instant(1_000), actor: 'p1' } as const;

const made = (text: string | null): DomainEvent => ({
  ...place,
  type: 'contribution/made',
  payload: {
    contributionId: 'c1',
    itemId: 'i1',
    questionId: null,
    kind: null,
    text,
    unnamed: false,
    runId: null,
    ...{ attributedTo: null, entry: 'typed', keyHash: null, function: null, town: null, silenceId: null },
  },
});

describe('redact', () => {
  it('nulls the personal fields and keeps the rest', () => {
    const told = made('Ouvrir le centre le mercredi.');
    expect(redact(told)).toEqual(made(null));
    expect(told).toEqual(made('Ouvrir le centre le mercredi.'));
  });

  it('changes nothing the second time', () => {
    const once = redact(made('Un mot.'));
    expect(redact(once)).toBe(once);
  });

  it('answers an event without personal fields as it is', () => {
    const moved: DomainEvent = { ...place, type: 'run/moved', payload: { itemId: 'i1', automatic: false } };
    expect(redact(moved)).toBe(moved);
    expect(redact(moved, { 'run/moved': ['note'] })).toBe(moved);
  });
});
