import { describe, expect, it } from 'vitest';
import { instant } from '#core/time/instant.ts';
import type { ContributionView } from '#protocol/views.ts';
import { actsOn, canPin } from './contribution-acts.ts';

const SORTING = { personId: null, name: '', withdrawn: false, hidden: null, earlier: [], changedBy: null };
const SAID: ContributionView = {
  ...{ id: 'a', seq: 1, itemId: null, questionId: null, kind: null, text: 'Un café.', unnamed: false },
  ...{ attribution: { name: null, function: null, town: null }, at: instant(0), supports: 0 },
  ...{ entry: 'typed', toConfirm: false, changed: false, pinned: false, approved: false, groupId: null },
  sorting: SORTING,
};
const ANIMATEUR = { mayModerate: true, pinned: 0, approves: false, mayTake: true };
const RAPPORTEUR = { ...ANIMATEUR, mayModerate: false };

describe('what may be done with a contribution', () => {
  it('is more for those who run the room than for those who write', () => {
    expect(actsOn(SAID, ANIMATEUR)).toEqual(['pin', 'take', 'group', 'place', 'choose', 'change', 'hide']);
    expect(actsOn(SAID, RAPPORTEUR)).toEqual(['take', 'group', 'place', 'choose']);
    expect(actsOn({ ...SAID, sorting: null }, RAPPORTEUR)).toEqual([]);
  });
  it('leaves words without a name to their author', () => {
    expect(actsOn({ ...SAID, unnamed: true }, ANIMATEUR)).not.toContain('change');
  });
  it('approves while the projector asks for it, once', () => {
    expect(actsOn(SAID, { ...ANIMATEUR, approves: true })).toContain('approve');
    expect(actsOn({ ...SAID, approved: true }, { ...ANIMATEUR, approves: true })).not.toContain('approve');
  });
  it('takes out of a group what is in one', () => {
    expect(actsOn({ ...SAID, groupId: 'g' }, RAPPORTEUR)).toContain('ungroup');
  });
  it('shows again what is hidden, and leaves alone what was withdrawn', () => {
    const hidden = { ...SAID, sorting: { ...SORTING, hidden: 'injurieux' } };
    expect(actsOn(hidden, ANIMATEUR)).toEqual(['hide']);
    expect(actsOn(hidden, RAPPORTEUR)).toEqual([]);
    expect(actsOn({ ...SAID, sorting: { ...SORTING, withdrawn: true } }, ANIMATEUR)).toEqual([]);
  });
  it('takes back what was entered by mistake', () => {
    expect(actsOn({ ...SAID, entry: 'slip' }, ANIMATEUR)).toContain('withdraw');
  });
  it('pins as many as the projector can show', () => {
    expect([canPin(SAID, 2), canPin(SAID, 3), canPin({ ...SAID, pinned: true }, 3)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
