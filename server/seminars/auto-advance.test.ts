import { describe, expect, test } from 'vitest';
import { agendaItem } from '#core/agenda/plan.ts';
import type { AgendaItem } from '#core/agenda/plan.ts';
import { project } from '#core/agenda/project.ts';
import { runOf } from '#core/agenda/run.ts';
import type { SharedTime } from '#core/programme/programme.ts';
import { instant, minutes } from '#core/time/instant.ts';
import { openMemoryStorage } from '../storage/memory/memory-storage.ts';
import { seminarDesk } from '../../tests/support/seminar-desk.ts';
import type { SeminarCommand } from './commands.ts';
import { createAssembleBalance } from './balance.ts';
import { roomOf } from './room.ts';

const MINUTE = 60_000;
const point = (id: string, more: Partial<AgendaItem> = {}): AgendaItem =>
  agendaItem({ id, title: id, plannedMinutes: minutes(10), autoAdvance: true, ...more });
const POINTS = [point('item-one'), point('item-two'), point('item-three', { autoAdvance: false })];

let count = 0;
const commandId = () => `command-${String((count += 1)).padStart(12, '0')}`;
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

async function started(storage = openMemoryStorage(), items: readonly AgendaItem[] = POINTS) {
  const desk = seminarDesk(storage);
  const { actor } = await desk.seminar();
  const send = async (command: SeminarCommand) => {
    const answered = await desk.commands.execute({ actor, as: 'organiser' }, commandId(), command);
    await settle();
    return answered;
  };
  const here = { sittingId: 'sitting-1' };
  await send({ type: 'plan/revise', atelierId: 'atelier-1', expectedRevision: 1, items });
  const at = desk.clock.now();
  await send({ type: 'run/start', ...here, expectedRunEvents: 0 });
  const runEvents = async () => (await desk.streams.sitting('sitting-1')).state?.runEvents ?? [];
  const moves = async () =>
    (await runEvents()).flatMap((event) =>
      event.type === 'run/moved' ? [[event.payload.itemId, (event.at - at) / MINUTE, event.actor]] : [],
    );
  return { desk, actor, send, here, at, runEvents, moves };
}

describe('a point that advances by itself', () => {
  test('waits on one timer and moves at its exact moment, although the timer comes late', async () => {
    const { desk, moves } = await started();
    expect(desk.timers.waiting()).toBe(1);
    desk.clock.advance(10 * MINUTE + 340);
    desk.timers.runAll();
    await settle();
    expect(await moves()).toEqual([['item-two', 10, null]]);
    const [move] = (await desk.streams.sitting('sitting-1')).state?.runEvents.slice(-1) ?? [];
    expect(move?.payload).toEqual({ itemId: 'item-two', automatic: true });
    expect(desk.timers.waiting()).toBe(1);
  });

  test('a timer that comes early waits for the rest', async () => {
    const { desk, moves } = await started();
    desk.clock.advance(10 * MINUTE - 1);
    desk.timers.runAll();
    await settle();
    expect(await moves()).toEqual([]);
    expect(desk.timers.waiting()).toBe(1);
  });

  test('after a long silence several follow one another, each at its own moment, and the last one stays', async () => {
    const { desk, moves } = await started();
    desk.clock.advance(45 * MINUTE);
    desk.timers.runAll();
    await settle();
    expect(await moves()).toEqual([
      ['item-two', 10, null],
      ['item-three', 20, null],
    ]);
    expect(desk.timers.waiting()).toBe(0);
  });

  test('everybody who looks at once is shown one move, not several', async () => {
    const { desk, moves } = await started();
    desk.clock.advance(11 * MINUTE);
    await Promise.all(Array.from({ length: 20 }, () => desk.autoAdvance.catchUp('sitting-1')));
    desk.timers.runAll();
    await settle();
    expect(await moves()).toEqual([['item-two', 10, null]]);
  });

  test('a command after a silence meets the run as it is, and its moment stays behind the moves', async () => {
    const { desk, send, here, moves, runEvents } = await started();
    desk.clock.advance(12 * MINUTE);
    const stale = await send({ type: 'run/suspend', ...here, expectedRunEvents: 1 });
    expect(stale).toEqual({ ok: false, error: { code: 'run/stale' } });
    expect(await moves()).toEqual([['item-two', 10, null]]);
    expect(await send({ type: 'run/suspend', ...here, expectedRunEvents: 2 })).toMatchObject({ ok: true });
    expect((await runEvents()).map(({ at }) => at)).toEqual(
      (await runEvents()).map(({ at }) => at).toSorted(),
    );
    expect(desk.timers.waiting()).toBe(0);
  });

  test('what is said while the timer is late does not push the move', async () => {
    const { desk, actor, moves } = await started();
    desk.clock.advance(10 * MINUTE + 5_000);
    await desk.commands.execute({ actor, as: 'organiser' }, commandId(), {
      type: 'contribution/make',
      sittingId: 'sitting-1',
      contributionId: 'contribution-1',
      ...{ itemId: null, questionId: null, kind: null, text: 'Une permanence.', unnamed: false },
    });
    expect(await moves()).toEqual([['item-two', 10, null]]);
  });

  test('is moved by an extension, a suspension, a plan and a programme', async () => {
    const { desk, send, here, at, moves } = await started();
    await send({ type: 'run/extend', ...here, minutes: 5, expectedRunEvents: 1 });
    desk.clock.advance(12 * MINUTE);
    await desk.autoAdvance.catchUp('sitting-1');
    expect(await moves()).toEqual([]);
    const pause: SharedTime = {
      ...{ id: 'pause-01', kind: 'break', title: 'Pause', place: '', atelierId: null },
      start: instant(at + 14 * MINUTE),
      end: instant(at + 24 * MINUTE),
    };
    const programme = { expectedRevision: 0, times: [pause], speakers: {} };
    await send({ type: 'programme/revise', seminarId: 'seminar-1', ...programme });
    desk.clock.advance(10 * MINUTE);
    desk.timers.runAll();
    await settle();
    expect(await moves()).toEqual([]);
    desk.clock.advance(4 * MINUTE);
    desk.timers.runAll();
    await settle();
    expect(await moves()).toEqual([['item-two', 25, null]]);
  });

  test('a suspension that is taken back moves the room then, and leaves the next point its time', async () => {
    const { desk, send, here, moves, runEvents } = await started();
    desk.clock.advance(5 * MINUTE);
    await send({ type: 'run/suspend', ...here, expectedRunEvents: 1 });
    desk.clock.advance(25 * MINUTE);
    const target = (await runEvents()).at(-1)?.id ?? '';
    await send({ type: 'run/undo', ...here, target, expectedRunEvents: 2 });
    expect(await moves()).toEqual([['item-two', 30, null]]);
    desk.clock.advance(10 * MINUTE);
    desk.timers.runAll();
    await settle();
    expect((await moves()).slice(1)).toEqual([['item-three', 40, null]]);
  });

  test('a plan that leaves less time moves the room when it is changed, not before', async () => {
    const { desk, send, moves } = await started();
    desk.clock.advance(8 * MINUTE);
    const items = [point('item-one', { plannedMinutes: minutes(5) }), ...POINTS.slice(1)];
    await send({ type: 'plan/revise', atelierId: 'atelier-1', expectedRevision: 2, items });
    expect(await moves()).toEqual([['item-two', 8, null]]);
  });

  test('a pause that is called off moves the room when it is, not when it would have begun', async () => {
    const { desk, send, at, moves } = await started();
    const pause: SharedTime = {
      ...{ id: 'pause-01', kind: 'break', title: 'Pause', place: '', atelierId: null },
      start: instant(at + 10 * MINUTE),
      end: instant(at + 30 * MINUTE),
    };
    const programme = { seminarId: 'seminar-1', speakers: {} };
    await send({ type: 'programme/revise', ...programme, expectedRevision: 0, times: [pause] });
    desk.clock.advance(20 * MINUTE);
    await send({ type: 'programme/revise', ...programme, expectedRevision: 1, times: [] });
    expect(await moves()).toEqual([['item-two', 20, null]]);
  });

  test('a sitting that is placed elsewhere in the day waits anew', async () => {
    const { desk, send, here, at, moves } = await started();
    const pause: SharedTime = {
      ...{ id: 'pause-01', kind: 'break', title: 'Pause', place: '', atelierId: null },
      start: instant(at + 5 * MINUTE),
      end: instant(at + 25 * MINUTE),
    };
    const place = (minutesFromNow: number) =>
      send({
        ...{ type: 'sitting/place', ...here, room: '', label: '' },
        start: instant(at + minutesFromNow * MINUTE),
      });
    await place(0);
    const programme = { seminarId: 'seminar-1', expectedRevision: 0, times: [pause], speakers: {} };
    await send({ type: 'programme/revise', ...programme });
    desk.clock.advance(12 * MINUTE);
    desk.timers.runAll();
    await settle();
    expect(await moves()).toEqual([]);
    // Planned to end before the pause, the room is not interrupted by it: what it waits for has been.
    await place(-60);
    expect(await moves()).toEqual([['item-two', 10, null]]);
  });

  test('a plan or a programme that changes after a silence meets the run as it is', async () => {
    const { desk, send, moves } = await started();
    desk.clock.advance(12 * MINUTE);
    const items = [point('item-one', { plannedMinutes: minutes(60) }), ...POINTS.slice(1)];
    await send({ type: 'plan/revise', atelierId: 'atelier-1', expectedRevision: 2, items });
    expect(await moves()).toEqual([['item-two', 10, null]]);
    desk.clock.advance(10 * MINUTE);
    const none = { times: [], speakers: {} };
    await send({ type: 'programme/revise', seminarId: 'seminar-1', expectedRevision: 0, ...none });
    expect((await moves()).slice(1)).toEqual([['item-three', 20, null]]);
  });

  test('over with the séminaire, nothing moves; opened again, the room goes on from there', async () => {
    const { desk, send, moves } = await started();
    desk.clock.advance(5 * MINUTE);
    await send({ type: 'seminar/close', seminarId: 'seminar-1' });
    expect(desk.timers.waiting()).toBe(0);
    desk.clock.advance(20 * MINUTE);
    await desk.autoAdvance.catchUp('sitting-1');
    expect(await moves()).toEqual([]);
    await send({ type: 'seminar/reopen', seminarId: 'seminar-1' });
    expect(await moves()).toEqual([['item-two', 25, null]]);
  });

  test('taken back, it holds the point: nothing is due any more', async () => {
    const { desk, send, here, moves, runEvents } = await started();
    desk.clock.advance(11 * MINUTE);
    desk.timers.runAll();
    await settle();
    const target = (await runEvents()).at(-1)?.id ?? '';
    expect(await send({ type: 'run/undo', ...here, target, expectedRunEvents: 2 })).toMatchObject({
      ok: true,
    });
    expect(desk.timers.waiting()).toBe(0);
    desk.clock.advance(60 * MINUTE);
    await desk.autoAdvance.catchUp('sitting-1');
    expect(await moves()).toHaveLength(1);
    expect(runOf(await runEvents()).visits.at(-1)?.itemId).toBe('item-one');
  });

  test('the server was away: whoever comes first is shown what happened when it should have', async () => {
    const storage = openMemoryStorage();
    const { at } = await started(storage);
    const again = seminarDesk(storage);
    // Ids that the first server gave are not given again.
    for (let given = 0; given < 100; given += 1) again.ids.newId();
    again.clock.set(instant(at + 27 * MINUTE));
    expect(again.timers.waiting()).toBe(0);
    await again.autoAdvance.catchUp('sitting-1');
    const found = await roomOf(again.streams, 'sitting-1');
    if (!found) throw new Error('no room');
    expect(project(found.room, again.clock.now()).currentItemId).toBe('item-three');
    expect(found.room.run.visits.map(({ from }) => (from - at) / MINUTE)).toEqual([0, 10, 20]);
  });

  test('the server was away: the balance of the day tells the moves too', async () => {
    const { desk, moves } = await started();
    desk.clock.advance(27 * MINUTE);
    const { streams, clock, autoAdvance } = desk;
    const balances = await createAssembleBalance({ streams, clock, catchUp: autoAdvance.catchUpToRead })(
      'seminar-1',
      false,
    );
    expect(await moves()).toHaveLength(2);
    expect(balances?.[0]?.runs[0]?.rows.map(({ real }) => real / MINUTE)).toEqual([10, 10, 7]);
  });

  test('a move that does not reach the disk is tried again', async () => {
    const storage = openMemoryStorage();
    let fails = false;
    const events = {
      ...storage.events,
      read: storage.events.read.bind(storage.events),
      receipt: storage.events.receipt.bind(storage.events),
      append: (...of: Parameters<typeof storage.events.append>) =>
        fails ? Promise.reject(new Error('the disk is full')) : storage.events.append(...of),
    };
    const { desk, moves } = await started({ ...storage, events });
    fails = true;
    desk.clock.advance(10 * MINUTE);
    desk.timers.runAll();
    await settle();
    expect(desk.logger.lines).toMatchObject([{ event: 'run/advance-failed' }]);
    // Whoever commands is told; whoever reads is shown the log as it stands.
    await expect(desk.autoAdvance.catchUp('sitting-1')).rejects.toThrow('the disk is full');
    await desk.autoAdvance.catchUpToRead('sitting-1');
    expect(await moves()).toEqual([]);
    fails = false;
    desk.timers.runAll();
    await settle();
    expect(await moves()).toEqual([['item-two', 10, null]]);
  });

  test('closed, it waits for nothing', async () => {
    const { desk } = await started();
    desk.autoAdvance.close();
    expect(desk.timers.waiting()).toBe(0);
    await desk.autoAdvance.catchUp('sitting-1');
    expect(desk.timers.waiting()).toBe(0);
  });
});
