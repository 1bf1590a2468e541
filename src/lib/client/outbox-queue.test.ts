import { describe, expect, it } from 'vitest';
import { instant } from '#core/time/instant.ts';
import type { PendingCommand } from './outbox-queue.ts';
import {
  acknowledged,
  dismissed,
  EMPTY_OUTBOX,
  fateOf,
  merged,
  outboxFrom,
  queued,
  refusedWith,
  supportsAfter,
} from './outbox-queue.ts';

const made = (name: string, text = 'Les transports manquent le mercredi.'): PendingCommand => ({
  commandId: `command-${name}-0000000000`,
  as: 'participant',
  by: 'person-0001',
  at: instant(1_000),
  command: {
    type: 'contribution/make',
    sittingId: 'sitting-1',
    contributionId: `contribution-${name}`,
    itemId: null,
    questionId: null,
    kind: null,
    text,
    unnamed: false,
  },
});

const support = (name: string, type: 'contribution/support' | 'contribution/unsupport'): PendingCommand => ({
  commandId: `command-${name}-0000000000`,
  as: 'participant',
  by: 'person-0001',
  at: instant(1_000),
  command: { type, sittingId: 'sitting-1', contributionId: 'contribution-x' },
});

describe('the outbox', () => {
  it('keeps the order, through a reload', () => {
    const outbox = ['a', 'b', 'c'].map((name) => made(name)).reduce(queued, EMPTY_OUTBOX);
    expect(outboxFrom(JSON.stringify(outbox))).toEqual(outbox);
    expect(outbox.waiting.map((it) => it.command.contributionId)).toEqual([
      'contribution-a',
      'contribution-b',
      'contribution-c',
    ]);
  });

  it('lets go of a command only when it is acknowledged', () => {
    const outbox = queued(queued(EMPTY_OUTBOX, made('a')), made('b'));
    expect(acknowledged(outbox, made('a').commandId).waiting).toEqual([made('b')]);
    expect(acknowledged(outbox, 'someone-elses-command-id')).toEqual(outbox);
  });

  it('keeps the words of a refused contribution until they are dismissed', () => {
    const outbox = refusedWith(queued(EMPTY_OUTBOX, made('a')), made('a').commandId, 'access/forbidden');
    expect(outbox.waiting).toEqual([]);
    expect(outbox.refused).toEqual([{ ...made('a'), code: 'access/forbidden' }]);
    const reloaded = outboxFrom(JSON.stringify(outbox));
    expect(reloaded).toEqual(outbox);
    expect(dismissed(reloaded, made('a').commandId)).toEqual(EMPTY_OUTBOX);
  });

  it('forgets a refused support: it has no words', () => {
    const refused = support('s', 'contribution/support');
    expect(refusedWith(queued(EMPTY_OUTBOX, refused), refused.commandId, 'contribution/unknown')).toEqual(
      EMPTY_OUTBOX,
    );
  });

  it('reads what it can of what was kept', () => {
    expect(outboxFrom(null)).toEqual(EMPTY_OUTBOX);
    expect(outboxFrom('not json')).toEqual(EMPTY_OUTBOX);
    expect(outboxFrom('[]')).toEqual(EMPTY_OUTBOX);
    const kept = JSON.stringify({ waiting: [{ commandId: 'short' }, made('a'), null], refused: [made('b')] });
    expect(outboxFrom(kept)).toEqual({ waiting: [made('a')], refused: [] });
  });

  it('joins what two tabs hold, once each', () => {
    const mine = queued(queued(EMPTY_OUTBOX, made('a')), made('b'));
    const kept = queued(queued(EMPTY_OUTBOX, made('a')), made('c'));
    const names = merged(mine, kept).waiting.map((it) => it.command.contributionId);
    expect(names).toEqual(['contribution-a', 'contribution-c', 'contribution-b']);
  });

  it('does not wait any more for what another tab saw refused', () => {
    const mine = queued(EMPTY_OUTBOX, made('a'));
    const kept = refusedWith(mine, made('a').commandId, 'access/forbidden');
    expect(merged(mine, kept)).toEqual(kept);
  });
});

describe('fateOf', () => {
  it('tries again what the moment refused, and nothing else', () => {
    expect(fateOf({ ok: true })).toBe('done');
    expect(fateOf({ ok: false, error: { code: 'contribution/exists' } })).toBe('done');
    expect(fateOf({ ok: false, error: { code: 'network' } })).toBe('later');
    expect(fateOf({ ok: false, error: { code: 'protocol/unavailable' } })).toBe('later');
    expect(fateOf({ ok: false, error: { code: 'protocol/stale-client' } })).toBe('later');
    expect(fateOf({ ok: false, error: { code: 'access/forbidden' } })).toBe('refused');
    expect(fateOf({ ok: false, error: { code: 'protocol/malformed' } })).toBe('refused');
  });
});

describe('supportsAfter', () => {
  it('believes the last tap', () => {
    const taps = [support('1', 'contribution/support'), support('2', 'contribution/unsupport')];
    expect(supportsAfter(taps, 'contribution-x', true)).toBe(false);
    expect(supportsAfter(taps.slice(0, 1), 'contribution-x', false)).toBe(true);
    expect(supportsAfter(taps, 'contribution-y', true)).toBe(true);
    expect(supportsAfter([], 'contribution-x', false)).toBe(false);
  });
});
