import { describe, expect, it } from 'vitest';
import { instant } from '#core/time/instant.ts';
import { otherDay } from './other-day.ts';

const at = (iso: string) => instant(Date.parse(iso));
const start = at('2026-11-26T09:30:00Z');

describe('the day beside a time', () => {
  it('is named until it has come where the séminaire is, and after it', () => {
    expect(otherDay(start, at('2026-11-25T22:59:59Z'), 'Europe/Paris', 'fr')).toBe(
      '26\u00A0novembre\u00A02026',
    );
    expect(otherDay(start, at('2026-11-25T23:00:00Z'), 'Europe/Paris', 'fr')).toBe('');
    expect(otherDay(start, at('2026-11-26T22:59:59Z'), 'Europe/Paris', 'fr')).toBe('');
    expect(otherDay(start, at('2026-11-26T23:00:00Z'), 'Europe/Paris', 'en')).toBe(
      '26\u00A0November\u00A02026',
    );
  });
});
