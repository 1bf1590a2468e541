import { expect, test } from 'vitest';
import { heldTimers } from '../../tests/support/timers.ts';
import { recordingLogger } from '../../tests/support/surroundings.ts';
import { seminarDesk } from '../../tests/support/seminar-desk.ts';
import { createActesNews } from './actes-news.ts';
import { contribute, start } from './room.test-support.ts';

/** A séminaire of one sitting, whose actes a page follows. */
async function followed() {
  const desk = seminarDesk();
  const timers = heldTimers();
  const { actor } = await desk.seminar();
  const yann = await desk.participant('Yann');
  const told: string[] = [];
  let isFollowed = true;
  let seen = desk.committed.length;
  const logger = recordingLogger();
  const news = createActesNews({
    ...{ streams: desk.streams, timers, logger },
    isFollowed: () => isFollowed,
    tell: (room, { seminarId }) => told.push(`${room} ${seminarId}`),
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    ...{ actor, yann, news, told, logger },
    leave: () => (isFollowed = false),
    async send(
      ...[by, as, command]: [
        typeof actor,
        'organiser' | 'participant',
        Parameters<typeof desk.commands.execute>[2],
      ]
    ) {
      const answered = await desk.commands.execute(
        { actor: by, as },
        `command-${desk.committed.length}-long`,
        command,
      );
      if (!answered.ok) throw new Error(answered.error.code);
      news.committed(desk.committed.slice(seen));
      seen = desk.committed.length;
    },
    async passes() {
      timers.runAll();
      await settle();
    },
  };
}

test('what is said within a moment is told once', async () => {
  const { yann, actor, send, passes, told } = await followed();
  await send(yann, 'participant', contribute('contribution-1'));
  await send(yann, 'participant', contribute('contribution-2'));
  await send(actor, 'organiser', start);
  expect(told).toEqual([]);
  await passes();
  expect(told).toEqual(['actes:seminar-1 seminar-1']);
  await passes();
  expect(told).toHaveLength(1);
});

test('what only passes in the room is not told, nor anything while nobody follows, nor after the end', async () => {
  const { actor, yann, news, send, passes, told, leave } = await followed();
  await send(actor, 'organiser', { type: 'wall/set', sittingId: 'sitting-1', shows: 'nothing' });
  await passes();
  leave();
  await send(yann, 'participant', contribute('contribution-1'));
  await passes();
  news.close();
  news.textCommitted({ kind: 'synthesis', id: 'atelier-1' });
  await passes();
  expect(told).toEqual([]);
});

test('a text is told to those who follow its séminaire’s actes', async () => {
  const { news, passes, told } = await followed();
  for (const [kind, id] of [
    ['synthesis', 'atelier-1'],
    ['notes', 'sitting-1'],
    ['preamble', 'seminar-1'],
    ['part', 'seminar-1~intro~before'],
  ] as const) {
    news.textCommitted({ kind, id });
    await passes();
    expect([kind, told.splice(0)]).toEqual([kind, ['actes:seminar-1 seminar-1']]);
  }
});
