import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '#protocol/errors.ts';
import type { Frame } from '#protocol/views.ts';
import type { StreamId } from '#core/events/envelope.ts';
import type { ApiResult } from './api.ts';
import { Subscription } from './subscription.ts';

const stream: StreamId = 'sitting:one';
type Told = { readonly seqs: Readonly<Record<StreamId, number>>; readonly words: readonly string[] };

const told = (seq: number, ...words: string[]): Told => ({ seqs: { [stream]: seq }, words });
const frame = (prev: number, seq: number, word: string): Frame<string> => ({
  stream,
  prev,
  seq,
  changes: [word],
});
const ok = (value: Told): ApiResult<Told> => ({ ok: true, value });
const refusal = (code: ErrorCode | 'network'): ApiResult<Told> => ({ ok: false, error: { code } });

/** A server that answers each subscription when told to. */
function setUp() {
  const answers: ((answer: ApiResult<Told>) => void)[] = [];
  const states: Told[] = [];
  const refusals: string[] = [];
  const pauses: number[] = [];
  const spreads: (() => void)[] = [];
  const subscription = new Subscription<Told, Frame<string>>({
    ask: () => new Promise((resolve) => answers.push(resolve)),
    after: ({ seqs, words }, { stream: of, seq, changes }) => ({
      seqs: { ...seqs, [of]: seq },
      words: [...words, ...changes],
    }),
    renewed: (_before, fresh) => fresh,
    changed: (state) => states.push(state),
    refused: (code) => refusals.push(code),
    pause: (attempt) => {
      pauses.push(attempt);
      return Promise.resolve();
    },
    spread: () => new Promise((resolve) => spreads.push(resolve)),
  });
  return { subscription, answers, states, refusals, pauses, spreads };
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

describe('Subscription', () => {
  it('follows the frames after its first state', async () => {
    const { subscription, answers, states } = setUp();
    void subscription.subscribe();
    answers[0]?.(ok(told(4, 'a')));
    await settle();
    subscription.receive(frame(4, 5, 'b'));
    subscription.receive(frame(4, 5, 'b'));
    subscription.receive(frame(5, 9, 'c'));
    expect(states.at(-1)).toEqual(told(9, 'a', 'b', 'c'));
    expect(answers).toHaveLength(1);
  });

  it('keeps the frames that arrive before the state they follow', async () => {
    const { subscription, answers, states } = setUp();
    void subscription.subscribe();
    subscription.receive(frame(3, 4, 'in the state'));
    subscription.receive(frame(4, 5, 'b'));
    answers[0]?.(ok(told(4, 'a')));
    await settle();
    expect(states).toEqual([told(5, 'a', 'b')]);
  });

  it('begins anew over a gap, once for many frames', async () => {
    const { subscription, answers, states, spreads } = setUp();
    void subscription.subscribe();
    answers[0]?.(ok(told(4, 'a')));
    await settle();
    subscription.receive(frame(6, 7, 'after a gap'));
    subscription.receive(frame(7, 8, 'and more'));
    expect(spreads).toHaveLength(1);
    spreads[0]?.();
    await settle();
    expect(answers).toHaveLength(2);
    subscription.receive(frame(8, 9, 'and more still'));
    answers[1]?.(ok(told(8, 'fresh')));
    await settle();
    expect(states.at(-1)).toEqual(told(9, 'fresh', 'and more still'));
    expect(answers).toHaveLength(2);
  });

  it('waits its turn over a gap, follows meanwhile what it can, and asks at once on a new connection', async () => {
    const { subscription, answers, states, spreads } = setUp();
    void subscription.subscribe();
    answers[0]?.(ok(told(4, 'a')));
    await settle();
    subscription.receive(frame(6, 7, 'after a gap'));
    await settle();
    expect(answers).toHaveLength(1);
    subscription.receive({ ...frame(0, 1, 'elsewhere'), stream: 'sitting:two' });
    expect(states.at(-1)?.words).toEqual(['a', 'elsewhere']);
    void subscription.subscribe();
    expect(answers).toHaveLength(2);
    answers[1]?.(ok(told(7, 'fresh')));
    spreads[0]?.();
    await settle();
    expect(answers).toHaveLength(2);
    subscription.receive(frame(8, 9, 'after another'));
    expect(spreads).toHaveLength(2);
  });

  it('begins anew when even the fresh state leaves a gap', async () => {
    const { subscription, answers, states, pauses } = setUp();
    void subscription.subscribe();
    subscription.receive(frame(9, 10, 'later'));
    answers[0]?.(ok(told(4, 'a')));
    await settle();
    expect(pauses).toEqual([1]);
    answers[1]?.(ok(told(10, 'a', 'later')));
    await settle();
    expect(states.at(-1)).toEqual(told(10, 'a', 'later'));
  });

  it('tries again after a refusal that passes, and not after one that stays', async () => {
    const { subscription, answers, refusals, pauses } = setUp();
    void subscription.subscribe();
    answers[0]?.(refusal('network'));
    await settle();
    answers[1]?.(refusal('protocol/unavailable'));
    await settle();
    answers[2]?.(refusal('access/forbidden'));
    await settle();
    expect(refusals).toEqual(['network', 'protocol/unavailable', 'access/forbidden']);
    expect(pauses).toEqual([1, 2]);
    expect(answers).toHaveLength(3);
    void subscription.subscribe();
    expect(answers).toHaveLength(4);
  });

  it('asks once more when a new connection comes while it was asking on the last one', async () => {
    const { subscription, answers, states } = setUp();
    void subscription.subscribe();
    void subscription.subscribe();
    answers[0]?.(ok(told(4, 'a')));
    await settle();
    answers[1]?.(ok(told(6, 'a', 'b')));
    await settle();
    expect(states.at(-1)).toEqual(told(6, 'a', 'b'));
  });

  it('says nothing once closed', async () => {
    const { subscription, answers, states } = setUp();
    void subscription.subscribe();
    subscription.close();
    answers[0]?.(ok(told(4, 'a')));
    await settle();
    expect(states).toEqual([]);
  });

  it('does not wait out its pause when there is a new connection', async () => {
    const asked: ((answer: ApiResult<Told>) => void)[] = [];
    const pauses: number[] = [];
    const subscription = new Subscription<Told, Frame<string>>({
      ask: () => new Promise((resolve) => asked.push(resolve)),
      after: (state) => state,
      renewed: (_before, fresh) => fresh,
      changed: () => undefined,
      refused: () => undefined,
      pause: (attempt) => {
        pauses.push(attempt);
        return new Promise(() => undefined);
      },
      spread: () => Promise.resolve(),
    });
    void subscription.subscribe();
    asked[0]?.(refusal('network'));
    await settle();
    expect(asked).toHaveLength(1);
    void subscription.subscribe();
    await settle();
    expect(asked).toHaveLength(2);
    asked[1]?.(refusal('network'));
    await settle();
    expect(pauses).toEqual([1, 1]);
  });
});
