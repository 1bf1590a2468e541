import { describe, expect, it } from 'vitest';
import type { OwnPerson } from '#protocol/people-views.ts';
import type { Me } from '#protocol/views.ts';
import { meTold } from './me-after.ts';
import { nothingYet } from './nothing-yet.ts';

const me: Me = { ...nothingYet().me, name: 'Anne Roux', consent: 'name-and-function' };
const person: OwnPerson = {
  ...{ firstName: 'Anne', lastName: 'Roux', function: '', town: '', consent: 'name-and-function' },
};

describe('What a page knows of its person', () => {
  it('follows a change of how they may be quoted', () => {
    expect(meTold(me, { person: { ...person, consent: 'none' }, askId: null }).consent).toBe('none');
  });

  it('follows a change of name, and a wait for the floor', () => {
    const told = meTold(me, { person: { ...person, lastName: 'Roux-Petit' }, askId: 'ask-1' });
    expect(told).toEqual({ ...me, name: 'Anne Roux-Petit', askId: 'ask-1' });
  });

  it('stays the same value while nothing is another', () => {
    expect(meTold(me, { person, askId: null })).toBe(me);
    expect(meTold(me, { person: null, askId: null })).toBe(me);
  });
});
