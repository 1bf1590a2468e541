import { describe, expect, test } from 'vitest';
import { recordingLogger, settableClock } from '../../tests/support/surroundings.ts';
import { heldTimers } from '../../tests/support/timers.ts';
import { openMemoryStorage } from '../storage/memory/memory-storage.ts';
import { createReceiptExpiry } from './receipt-expiry.ts';

const DAY = 86_400_000;

describe('receipts', () => {
  test('are forgotten thirty days after their command, looked for at the start and once a day', async () => {
    const clock = settableClock();
    const timers = heldTimers();
    const logger = recordingLogger();
    const { events } = openMemoryStorage(clock.now);
    await events.append([], [{ commandId: 'old', answer: '{}' }]);
    clock.advance(DAY);
    await events.append([], [{ commandId: 'young', answer: '{}' }]);
    const kept = () => Promise.all(['old', 'young'].map(async (id) => (await events.receipt(id)) !== null));

    const expiry = createReceiptExpiry({ events, clock, timers, logger });
    expect(await kept()).toEqual([true, true]);
    clock.advance(30 * DAY);
    timers.runAll();
    expect(await kept()).toEqual([false, true]);
    clock.advance(DAY);
    timers.runAll();
    expect(await kept()).toEqual([false, false]);
    expiry.close();
    expect(timers.waiting()).toBe(0);
  });

  test('that could not be forgotten are tried again the next day', async () => {
    const clock = settableClock();
    const timers = heldTimers();
    const logger = recordingLogger();
    let asked = 0;
    const forgetReceipts = () => {
      asked += 1;
      return Promise.reject(new Error('the disk is full'));
    };
    const expiry = createReceiptExpiry({ events: { forgetReceipts }, clock, timers, logger });
    timers.runAll();
    await Promise.resolve();
    expect([asked, timers.waiting()]).toEqual([2, 1]);
    expect(logger.lines.map(({ event }) => event)).toContain('receipts/not-forgotten');
    expiry.close();
  });
});
