import { describe, expect, test } from 'vitest';
import { seminarStream } from '#core/events/envelope.ts';
import { newEvent } from '#core/events/new-event.ts';
import { ok } from '#core/result.ts';
import { DESCRIPTION, seminarDesk } from '../../tests/support/seminar-desk.ts';
import { openMemoryStorage } from '../storage/memory/memory-storage.ts';
import type { Decide } from './desk.ts';

function described(title: string): Decide {
  const { clock, ids } = seminarDesk();
  const context = { now: clock.now(), actor: null, newId: () => `${title}-${ids.newId()}` };
  const event = newEvent('seminar/described', { description: { ...DESCRIPTION, title } }, context);
  return () => Promise.resolve(ok([{ stream: seminarStream('seminar-1'), events: [event] }]));
}

describe('desk', () => {
  test('what waits together is one append, and a decision that fails takes none of its neighbours along', async () => {
    const storage = openMemoryStorage();
    let appends = 0;
    const events: typeof storage.events = {
      ...storage.events,
      append: (streams, receipts) => {
        appends += 1;
        return storage.events.append(streams, receipts);
      },
    };
    const { desk, seminar, streams } = seminarDesk({ ...storage, events });
    await seminar();
    appends = 0;
    // The first is decided alone; the others wait for it, and then share.
    const answers = await Promise.allSettled([
      desk.submit('seminar-1', 'command-1', described('Un')),
      desk.submit('seminar-1', 'command-2', described('Deux')),
      desk.submit('seminar-1', 'command-3', () => Promise.reject(new Error('a bug'))),
      desk.submit('seminar-1', 'command-4', described('Quatre')),
      desk.submit('seminar-1', 'command-2', described('Deux encore')),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(answers[4]).toEqual(answers[1]);
    expect(appends).toBe(2);
    expect((await streams.seminar('seminar-1')).state?.description.title).toBe('Quatre');
  });

  test('an append that fails fails everyone who waited for it, and the next one goes through', async () => {
    const storage = openMemoryStorage();
    let fails = false;
    const events: typeof storage.events = {
      ...storage.events,
      append: (streams, receipts) =>
        fails ? Promise.reject(new Error('the disk is full')) : storage.events.append(streams, receipts),
    };
    const { desk, seminar, streams } = seminarDesk({ ...storage, events });
    await seminar();
    fails = true;
    const refused = await Promise.allSettled([
      desk.submit('seminar-1', 'command-1', described('Un')),
      desk.submit('seminar-1', 'command-2', described('Deux')),
    ]);
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await streams.seminar('seminar-1')).state?.description.title).toBe(DESCRIPTION.title);
    fails = false;
    expect(await desk.submit('seminar-1', 'command-1', described('Un'))).toMatchObject({ ok: true });
    expect((await streams.seminar('seminar-1')).state?.description.title).toBe('Un');
  });
});
