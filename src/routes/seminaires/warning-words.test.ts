import { describe, expect, it } from 'vitest';
import en from '#i18n/en.ts';
import fr from '#i18n/fr.ts';
import { warningWords } from './warning-words.ts';

describe('what is to be looked at in a pasted text', () => {
  it('is told with its length', () => {
    expect(warningWords({ code: 'agenda/gap', line: 3, minutes: 15 }, fr)).toContain('15\u00a0min');
    expect(warningWords({ code: 'agenda/overlap', line: 3, minutes: 30 }, en)).toContain('½\u00a0h');
    expect(warningWords({ code: 'agenda/duration-contradicts-clock', line: 3, minutes: 90 }, fr)).toContain(
      '1\u00a0h\u00a030',
    );
    expect(warningWords({ code: 'programme/overlap', line: 3, minutes: 5 }, fr)).toContain('5\u00a0min');
  });
  it('is told without one where none is known', () => {
    expect(warningWords({ code: 'agenda/gap', line: 3 }, fr)).toBe(fr.warnings.warning['agenda/gap']);
    expect(warningWords({ code: 'agenda/no-duration', line: 3, minutes: 5 }, fr)).toBe(
      fr.warnings.warning['agenda/no-duration'],
    );
  });
});
