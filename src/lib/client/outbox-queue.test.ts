import { describe, expect, it } from 'vitest';
import { instant } from '#core/time/instant.ts';
import type { PendingCommand, RefusedCommand } from './outbox-queue.ts';
import {
  EMPTY_OUTBOX,
  fateOf,
  isUnnamed,
  mixedAnew,
  mixedAt,
  MIXED_WITHIN,
  nextMoment,
  nextOrder,
  outboxFrom,
  released,
  sendable,
  supportsAfter,
  wordsOf,
} from './outbox-queue.ts';

const SITTING = 'sitting-1';
const NOW = instant(1_000_000);

const pendingAs = (name: string, order: number, command: PendingCommand['command']): PendingCommand => ({
  commandId: `command-${name}-0000000000`,
  as: 'participant',
  by: 'person-0001',
  at: instant(1_000),
  order,
  notBefore: null,
  command,
});

const made = (name: string, order = 1, text = 'Les transports manquent le mercredi.'): PendingCommand =>
  pendingAs(name, order, {
    type: 'contribution/make',
    sittingId: SITTING,
    contributionId: `contribution-${name}`,
    itemId: null,
    questionId: null,
    kind: null,
    text,
    unnamed: false,
    keyHash: null,
    withFunction: false,
    silenceId: null,
    entry: 'typed',
    attributedTo: null,
  });

/** Without a name, leaving at this moment. */
const mixed = (name: string, order: number, notBefore: number): PendingCommand => ({
  ...made(name, order),
  notBefore: instant(notBefore),
});

const support = (name: string, type: 'contribution/support' | 'contribution/unsupport'): PendingCommand =>
  pendingAs(name, 1, { type, sittingId: SITTING, contributionId: 'contribution-x' });

const waitingOf = (waiting: readonly PendingCommand[]) => ({ ...EMPTY_OUTBOX, waiting });
const idsOf = (commands: readonly PendingCommand[]) => commands.map((it) => it.commandId.split('-')[1]);

describe('the outbox', () => {
  it('keeps the order, through a reload', () => {
    const kept = [made('c', 3), made('a', 1), made('b', 2)];
    const outbox = outboxFrom(structuredClone(kept), SITTING);
    expect(idsOf(outbox.waiting)).toEqual(['a', 'b', 'c']);
    expect(outbox.waiting[0]).toEqual(made('a', 1));
    expect(nextOrder(outbox)).toBe(4);
    expect(nextOrder(EMPTY_OUTBOX)).toBe(1);
  });

  it('keeps the words of what was refused apart', () => {
    const refused: RefusedCommand = { ...made('a'), code: 'access/forbidden' };
    expect(outboxFrom([refused, made('b')], SITTING)).toEqual({ waiting: [made('b')], refused: [refused] });
  });

  it('reads what it can of what was kept, of this sitting alone', () => {
    const elsewhere = made('z');
    const other = { ...elsewhere, command: { ...elsewhere.command, sittingId: 'sitting-2' } };
    expect(outboxFrom([{ commandId: 'short' }, made('a'), null, 'text', other], SITTING)).toEqual(
      waitingOf([made('a')]),
    );
  });

  it('reads what an earlier build kept, which knew neither order nor moment', () => {
    const { order, notBefore, ...before } = made('a');
    expect([order, notBefore]).toEqual([1, null]);
    expect(outboxFrom([before], SITTING).waiting).toEqual([{ ...made('a'), order: 0 }]);
  });
});

describe('what may be sent', () => {
  it('is the first of those in order, alone', () => {
    expect(sendable(EMPTY_OUTBOX, NOW)).toEqual([]);
    expect(idsOf(sendable(waitingOf([made('a', 1), made('b', 2)]), NOW))).toEqual(['a']);
  });

  it('is what bears no name once its moment has come, apart from the others', () => {
    const outbox = waitingOf([mixed('x', 1, NOW + 5), made('a', 2), mixed('y', 3, NOW - 5), made('b', 4)]);
    expect(idsOf(sendable(outbox, NOW))).toEqual(['a', 'y']);
    expect(nextMoment(outbox, NOW)).toBe(NOW + 5);
    expect(idsOf(sendable(outbox, instant(NOW + 5)))).toEqual(['a', 'x', 'y']);
    expect(nextMoment(outbox, instant(NOW + 5))).toBeNull();
  });

  it('never lets a change overtake what it changes', () => {
    const change = pendingAs('change', 2, {
      type: 'contribution/change',
      sittingId: SITTING,
      contributionId: 'contribution-x',
      itemId: null,
      questionId: null,
      kind: null,
      text: 'Mieux dit.',
      key: 'k'.repeat(22),
    });
    const outbox = waitingOf([mixed('x', 1, NOW + 900), { ...change, notBefore: instant(NOW - 1) }]);
    expect(sendable(outbox, NOW)).toEqual([]);
    expect(idsOf(sendable(outbox, instant(NOW + 900)))).toEqual(['x']);
  });

  it('does not wait for a moment that a device’s clock has put out of reach', () => {
    const outbox = waitingOf([mixed('x', 1, NOW + MIXED_WITHIN + 1)]);
    expect(idsOf(sendable(outbox, NOW))).toEqual(['x']);
  });

  it('lets what is asked for go before its moment, and nothing else', () => {
    const outbox = waitingOf([mixed('x', 1, NOW + 900), made('a', 2), mixed('y', 3, NOW + 800)]);
    const isY = (command: PendingCommand['command']): boolean =>
      'contributionId' in command && command.contributionId === 'contribution-y';
    expect(released(outbox, isY, NOW)).toEqual([mixed('y', 3, NOW)]);
    expect(idsOf(released(outbox, () => true, NOW))).toEqual(['x', 'y']);
    expect(released(outbox, () => true, instant(NOW + 900))).toEqual([]);
  });

  it('draws a new moment for what bears no name at each connection', () => {
    const outbox = waitingOf([mixed('x', 1, NOW - 900_000), made('a', 2), mixed('y', 3, NOW - 800_000)]);
    const draws = [0.75, 0.25];
    const anew = mixedAnew(outbox, NOW, () => draws.shift() ?? 0);
    expect(anew.map((it) => it.notBefore)).toEqual([NOW + 0.75 * MIXED_WITHIN, NOW + 0.25 * MIXED_WITHIN]);
    expect(idsOf(anew)).toEqual(['x', 'y']);
    expect(mixedAt(NOW, 0)).toBe(NOW);
    // Whatever is drawn can be read again.
    const drawn = { ...made('x'), notBefore: mixedAt(NOW, 0.123_456_789) };
    expect(outboxFrom([drawn], SITTING).waiting).toEqual([drawn]);
  });
});

describe('a command', () => {
  it('bears no name when it makes, changes or withdraws what has none', () => {
    const { command } = made('a');
    const about = { sittingId: SITTING, contributionId: 'contribution-a' };
    expect(isUnnamed(command)).toBe(false);
    if (command.type === 'contribution/make') expect(isUnnamed({ ...command, unnamed: true })).toBe(true);
    expect(isUnnamed({ type: 'contribution/withdraw', ...about, key: 'k'.repeat(22) })).toBe(true);
    expect(isUnnamed({ type: 'contribution/withdraw', ...about, key: null })).toBe(false);
    expect(isUnnamed({ type: 'contribution/support', ...about })).toBe(false);
  });

  it('has words to lose, or none', () => {
    expect(wordsOf(made('a').command)).toBe('Les transports manquent le mercredi.');
    expect(wordsOf(support('s', 'contribution/support').command)).toBe('');
    const said = { personId: 'person-0001', quotation: 'Agir.', text: 'Trois lignes.' };
    expect(wordsOf({ type: 'presentation/write', sittingId: SITTING, ...said })).toBe('Agir.\nTrois lignes.');
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
