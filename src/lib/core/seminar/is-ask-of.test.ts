import { expect, test } from 'vitest';
import { isAskOf } from './is-ask-of.ts';

const seminar = { samePerson: { laptop: 'yann' }, joined: new Set(['yann', 'laptop']) };
const ask = { personId: 'yann', askedBy: 'yann' };

test('an ask is of whoever asked, and of the person who will speak', () => {
  expect(isAskOf(ask, 'yann', seminar)).toBe(true);
  expect(isAskOf({ ...ask, askedBy: 'laptop' }, 'yann', seminar)).toBe(true);
  expect(isAskOf({ ...ask, askedBy: 'laptop' }, 'laptop', seminar)).toBe(true);
  expect(isAskOf(ask, 'maelle', seminar)).toBe(false);
});

test('[FL9] a device that says to be somebody has their ask only where they have none of their own', () => {
  expect(isAskOf(ask, 'laptop', seminar)).toBe(false);
  const entered = { ...seminar, joined: new Set(['laptop']) };
  expect(isAskOf({ ...ask, askedBy: 'animateur' }, 'laptop', entered)).toBe(true);
});
