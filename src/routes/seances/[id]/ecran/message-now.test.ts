import { expect, test } from 'vitest';
import { instant } from '#core/time/instant.ts';
import type { MessageView } from '#protocol/views.ts';
import { messageNow } from './message-now.ts';

const message = (id: string, minute: number): MessageView => ({
  id,
  at: instant(minute * 60_000),
  text: 'Le déjeuner est servi dans le hall.',
  acknowledgedAt: null,
});

test('the newest one, for ten minutes', () => {
  const messages = [message('b', 20), message('a', 10)];
  expect(messageNow(messages, instant(29.9 * 60_000))?.id).toBe('b');
  expect(messageNow(messages, instant(30 * 60_000))).toBeNull();
  expect(messageNow([], instant(0))).toBeNull();
});
