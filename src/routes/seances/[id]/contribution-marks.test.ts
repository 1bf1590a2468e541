import { describe, expect, it } from 'vitest';
import { instant } from '#core/time/instant.ts';
import fr from '#i18n/fr.ts';
import { marksOf } from './contribution-marks.ts';

const { marks } = fr.ownWords;
const said: Parameters<typeof marksOf>[0] = {
  ...{ at: instant(1_800_000_060_000), changed: false, pinned: false, toConfirm: false },
  entry: 'typed',
};
const END = instant(1_800_000_000_000);

describe('the marks of a contribution', () => {
  it('say nothing of words that were simply typed', () => {
    expect(marksOf(said, null, marks)).toEqual([]);
    expect(marksOf({ ...said, at: END }, END, marks)).toEqual([]);
  });
  it('say how they came in, when, and what became of them', () => {
    expect(marksOf({ ...said, entry: 'speech', toConfirm: true }, null, marks)).toEqual([
      marks.speech,
      marks.toConfirm,
    ]);
    expect(marksOf({ ...said, entry: 'slip', changed: true, pinned: true }, END, marks)).toEqual([
      marks.pinned,
      marks.slip,
      marks.afterwards,
      marks.changed,
    ]);
  });
});
