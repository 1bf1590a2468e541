import { describe, expect, test } from 'vitest';
import { instant } from '#core/time/instant.ts';
import { settableClock } from '../../tests/support/surroundings.ts';
import { clockStandingAt, momentOf } from './demo-clock.ts';

describe('the hour the demo shows', () => {
  test.each([
    ['2026-11-26T10:32', Date.UTC(2026, 10, 26, 9, 32)],
    ['2026-07-01T10:32', Date.UTC(2026, 6, 1, 8, 32)],
    // The night the clocks go forward, before and after.
    ['2026-03-29T01:59', Date.UTC(2026, 2, 29, 0, 59)],
    ['2026-03-29T03:00', Date.UTC(2026, 2, 29, 1, 0)],
  ])('%s in Paris is one moment, whatever the zone of the machine', (text, moment) => {
    expect(momentOf(text, 'Europe/Paris')).toBe(moment);
  });

  test.each(['', 'demain', '2026-11-26', '2026-13-26T10:32', '2026-11-26T25:00', '2026-11-26T10:32Z'])(
    '%j is no hour',
    (text) => {
      expect(momentOf(text, 'Europe/Paris')).toBeNull();
    },
  );

  test('stands still until it is let go, then runs as the real one does', () => {
    const real = settableClock();
    const clock = clockStandingAt(instant(1000), real);
    real.advance(500);
    expect(clock.now()).toBe(1000);
    clock.letGo();
    real.advance(500);
    expect(clock.now()).toBe(1500);
    clock.letGo();
    expect(clock.now()).toBe(1500);
  });
});
