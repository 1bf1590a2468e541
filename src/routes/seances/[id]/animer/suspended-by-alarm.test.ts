import { describe, expect, it } from 'vitest';
import { instant } from '#core/time/instant.ts';
import { isSuspendedByAlarm } from './suspended-by-alarm.ts';

const from = instant(0);

describe('a room is suspended by the organisers', () => {
  it('when its last suspension came with an alarm and lasts', () => {
    const byAlarm = { from, to: null, alarmId: 'a1' };
    expect(isSuspendedByAlarm({ status: 'suspended', suspensions: [byAlarm] })).toBe(true);
    expect(isSuspendedByAlarm({ status: 'finished', suspensions: [byAlarm] })).toBe(false);
  });
  it('not when it suspended itself, or the alarm is over', () => {
    const over = { from, to: instant(1), alarmId: 'a1' };
    const own = { from, to: null, alarmId: null };
    expect(isSuspendedByAlarm({ status: 'suspended', suspensions: [over, own] })).toBe(false);
    expect(isSuspendedByAlarm({ status: 'running', suspensions: [over] })).toBe(false);
  });
});
