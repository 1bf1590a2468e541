import { expect, test } from 'vitest';
import { concernsActes } from './actes-read.ts';

test('the actes are read again for what they say, and for nothing that only passes in a room', () => {
  for (const type of [
    'contribution/made',
    'contribution/supported',
    'synthesis/validated',
    'photo/described',
  ])
    expect([type, concernsActes(type as 'contribution/made')]).toEqual([type, true]);
  for (const type of ['floor/announced', 'message/sent', 'wall/set', 'contribution/pinned', 'round/turned'])
    expect([type, concernsActes(type as 'contribution/made')]).toEqual([type, false]);
});
