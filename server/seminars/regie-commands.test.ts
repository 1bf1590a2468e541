import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor, Role } from '#core/access/roles.ts';
import { runOf } from '#core/agenda/run.ts';
import type { HelpCall } from '#core/seminar/help.ts';
import { instant, minutes } from '#core/time/instant.ts';
import { ITEMS, item, seminarDesk } from '../../tests/support/seminar-desk.ts';
import type { SeminarCommand } from './commands.ts';

const MINUTE = 60_000;
let count = 0;
const commandId = () => `command-${String((count += 1)).padStart(12, '0')}`;
const refusedWith = (code: string) => ({ ok: false, error: { code } });
const DONE = { ok: true };

let desk: ReturnType<typeof seminarDesk>;
let organiser: Actor;
const send = (command: SeminarCommand, actor = organiser, as: Role = 'organiser', id = commandId()) =>
  desk.commands.execute({ actor, as }, id, command);
const seminar = async () => {
  const { state } = await desk.streams.seminar('seminar-1');
  if (!state) throw new Error('no séminaire');
  return state;
};
const sitting = async (id: string) => {
  const { state } = await desk.streams.sitting(id);
  if (!state) throw new Error('no sitting');
  return state;
};
const run = async (id: string) => runOf((await sitting(id)).runEvents);
const start = (sittingId: string): SeminarCommand => ({ type: 'run/start', sittingId, expectedRunEvents: 0 });

/** Three sittings: two of one atelier, and one of another. */
beforeEach(async () => {
  desk = seminarDesk();
  ({ actor: organiser } = await desk.seminar());
  await send({
    ...{ type: 'sittings/add', atelierId: 'atelier-1' },
    sittings: [{ sittingId: 'sitting-2', room: 'Groix', start: null, label: 'groupe 2' }],
  });
  await send({
    ...{ type: 'atelier/add', seminarId: 'seminar-1', atelierId: 'atelier-2', sittingId: 'sitting-3' },
    ...{ title: 'Habiter', room: '', start: null, plenary: false, items: ITEMS },
  });
});

describe('all rooms at once', () => {
  const alarm = { seminarId: 'seminar-1', alarmId: 'alarm-01' } as const;

  test('an alarm suspends every run that goes on, in one write, and resuming takes up those and no other', async () => {
    await send(start('sitting-1'));
    await send(start('sitting-2'));
    await send({ type: 'run/suspend', sittingId: 'sitting-2', expectedRunEvents: 1 });
    const before = desk.committed.length;
    expect(await send({ type: 'rooms/suspend', ...alarm })).toMatchObject(DONE);
    expect(desk.committed.slice(before).map(({ stream, type }) => [stream, type])).toEqual([
      ['sitting:sitting-1', 'run/suspended'],
    ]);
    expect((await run('sitting-1')).suspensions.at(-1)).toMatchObject({ alarmId: 'alarm-01', to: null });

    await send({ type: 'rooms/resume', ...alarm, alarmId: 'alarm-02' });
    expect((await run('sitting-1')).status).toBe('suspended');
    await send({ type: 'rooms/resume', ...alarm });
    expect((await run('sitting-1')).status).toBe('running');
    expect((await run('sitting-2')).status).toBe('suspended');
    expect((await run('sitting-3')).status).toBe('not-started');
  });

  test('a room that went on meanwhile, or was suspended again, is left as it is', async () => {
    await send(start('sitting-1'));
    await send(start('sitting-2'));
    await send({ type: 'rooms/suspend', ...alarm });
    await send({ type: 'run/next', sittingId: 'sitting-1', expectedRunEvents: 2 });
    await send({ type: 'run/next', sittingId: 'sitting-2', expectedRunEvents: 2 });
    await send({ type: 'run/suspend', sittingId: 'sitting-2', expectedRunEvents: 3 });
    const before = desk.committed.length;
    expect(await send({ type: 'rooms/resume', ...alarm })).toMatchObject(DONE);
    expect(desk.committed.length).toBe(before);
    expect([(await run('sitting-1')).status, (await run('sitting-2')).status]).toEqual([
      'running',
      'suspended',
    ]);
  });

  test('no room runs: nothing is written, and nothing is wrong', async () => {
    const before = desk.committed.length;
    expect(await send({ type: 'rooms/suspend', ...alarm })).toMatchObject(DONE);
    expect(desk.committed.length).toBe(before);
  });

  test('minutes are taken from several rooms, or from none when one of them moved on meanwhile', async () => {
    await send(start('sitting-1'));
    await send(start('sitting-3'));
    const room = (sittingId: string, expectedRunEvents: number) => ({
      ...{ sittingId, expectedRunEvents },
      points: [{ itemId: 'item-two', minutes: minutes(25) }],
    });
    const take = (...rooms: ReturnType<typeof room>[]) =>
      send({ type: 'rooms/redistribute', seminarId: 'seminar-1', reason: 'taken', rooms });
    const before = desk.committed.length;
    expect(await take(room('sitting-1', 1), room('sitting-3', 0))).toEqual(refusedWith('run/stale'));
    expect(await take(room('sitting-1', 1), room('sitting-2', 0))).toEqual(refusedWith('run/not-started'));
    expect(await take(room('sitting-1', 1), room('sitting-9', 0))).toEqual(refusedWith('seminar/unknown'));
    expect(desk.committed.length).toBe(before);
    expect(await take(room('sitting-1', 1), room('sitting-3', 1))).toMatchObject(DONE);
    for (const id of ['sitting-1', 'sitting-3'])
      expect((await run(id)).overrides['item-two']?.minutes).toBe(25);
  });

  test('a room is never shortened under its floor by the régie', async () => {
    await send(start('sitting-1'));
    const rooms = [
      {
        ...{ sittingId: 'sitting-1', expectedRunEvents: 1 },
        points: [{ itemId: 'item-two', minutes: minutes(5) }],
      },
    ];
    const taken = { type: 'rooms/redistribute', seminarId: 'seminar-1', reason: 'taken', rooms } as const;
    expect(await send(taken)).toEqual(refusedWith('run/below-floor'));
  });
});

describe('messages', () => {
  const message = (
    messageId: string,
    sittingIds: readonly string[] = ['sitting-1', 'sitting-2'],
  ): SeminarCommand => ({
    type: 'message/send',
    ...{ seminarId: 'seminar-1', messageId, sittingIds, screens: false, phones: false },
    text: 'Le déjeuner est avancé à midi.',
  });
  const acknowledge = (sittingId: string, messageId = 'message-1') =>
    ({ type: 'message/acknowledge', sittingId, messageId }) as const;

  test('is sent, acknowledged by the room once, and taken back once', async () => {
    const ines = await desk.byLink('animateur');
    expect(await send(message('message-1'))).toMatchObject(DONE);
    expect(await send(acknowledge('sitting-1'), ines, 'animateur')).toMatchObject(DONE);
    const at = (await seminar()).messages[0]?.acknowledged['sitting-1'];
    const before = desk.committed.length;
    desk.clock.advance(MINUTE);
    expect(await send(acknowledge('sitting-1'), ines, 'animateur')).toMatchObject(DONE);
    expect(desk.committed.length).toBe(before);
    expect((await seminar()).messages[0]?.acknowledged).toEqual({ 'sitting-1': at });

    const withdraw = { type: 'message/withdraw', seminarId: 'seminar-1', messageId: 'message-1' } as const;
    expect(await send(withdraw)).toMatchObject(DONE);
    expect(await send(withdraw)).toMatchObject(DONE);
    expect((await seminar()).messages).toMatchObject([{ withdrawn: true }]);
    expect(await send(acknowledge('sitting-2'))).toEqual(refusedWith('message/unknown'));
  });

  test('one that is not known, or not for this room, is refused', async () => {
    await send(message('message-1', ['sitting-1']));
    expect(await send(message('message-1'))).toEqual(refusedWith('seminar/exists'));
    expect(await send(message('message-2', ['sitting-9']))).toEqual(refusedWith('seminar/unknown'));
    expect(await send(acknowledge('sitting-2'))).toEqual(refusedWith('message/unknown'));
    expect(await send(acknowledge('sitting-1', 'message-9'))).toEqual(refusedWith('message/unknown'));
    const withdraw = { type: 'message/withdraw', seminarId: 'seminar-1', messageId: 'message-9' } as const;
    expect(await send(withdraw)).toEqual(refusedWith('message/unknown'));
  });
});

describe('calls for help', () => {
  const here = { sittingId: 'sitting-1' } as const;
  const call = (
    helpId: string,
    asked: number | null = null,
    need: HelpCall['need'] = asked === null ? 'help' : 'minutes',
  ): SeminarCommand => ({
    type: 'help/call',
    ...{ ...here, helpId, need, minutes: asked === null ? null : minutes(asked) },
  });

  test('a room has one call at a time: a new one takes the place of the one before', async () => {
    const ines = await desk.byLink('animateur');
    expect(await send(call('help-001'), ines, 'animateur')).toMatchObject(DONE);
    expect(await send(call('help-001'), ines, 'animateur')).toEqual(refusedWith('seminar/exists'));
    desk.clock.advance(MINUTE);
    expect(await send(call('help-002', 10), ines, 'animateur')).toMatchObject(DONE);
    expect((await sitting('sitting-1')).help).toMatchObject({ id: 'help-002', need: 'minutes', minutes: 10 });
    expect(await send({ type: 'help/answer', ...here, helpId: 'help-001' })).toEqual(
      refusedWith('help/unknown'),
    );
  });

  test('the organiser answers it, the room withdraws it', async () => {
    const ines = await desk.byLink('animateur');
    await send(call('help-001', 10), ines, 'animateur');
    const answer = { type: 'help/answer', ...here, helpId: 'help-001' } as const;
    expect(await send(answer, ines, 'animateur')).toEqual(refusedWith('access/forbidden'));
    expect(await send(answer)).toMatchObject(DONE);
    const before = desk.committed.length;
    expect(await send(answer)).toMatchObject(DONE);
    expect(desk.committed.length).toBe(before);
    expect((await sitting('sitting-1')).help?.answeredAt).toBe(desk.clock.now());
    const withdraw = { type: 'help/withdraw', ...here, helpId: 'help-001' } as const;
    expect(await send(withdraw, ines, 'animateur')).toMatchObject(DONE);
    expect((await sitting('sitting-1')).help).toBeNull();
    expect(await send(withdraw, ines, 'animateur')).toEqual(refusedWith('help/unknown'));
  });

  test('who asks for minutes says how many; who asks for help asks for none', async () => {
    const ines = await desk.byLink('animateur');
    const none = call('help-001', null, 'minutes');
    expect(await send(none, ines, 'animateur')).toEqual(refusedWith('run/invalid-minutes'));
    const both = call('help-001', 10, 'help');
    await send(both, ines, 'animateur');
    expect((await sitting('sitting-1')).help).toMatchObject({ need: 'help', minutes: null });
  });
});

describe('the programme', () => {
  const time = (id: string, start: number, atelierId: string | null = null) => ({
    ...{ id, kind: 'break', title: 'Pause', place: '', atelierId },
    start: instant(start),
    end: instant(start + 15 * MINUTE),
  });
  const revise = (expectedRevision: number, ...times: ReturnType<typeof time>[]): SeminarCommand => ({
    ...{ type: 'programme/revise', seminarId: 'seminar-1', expectedRevision },
    times: times as Extract<SeminarCommand, { type: 'programme/revise' }>['times'],
    speakers: { 'pause-01': 'Hélène MARCHAUDON', 'gone-001': 'Personne' },
  });
  const restore = (expectedRevision: number) =>
    ({ type: 'programme/restore', seminarId: 'seminar-1', expectedRevision }) as const;

  test('is laid in order, with its speakers and no others', async () => {
    expect(await send(revise(0, time('pause-02', 2_000_000), time('pause-01', 1_000_000)))).toMatchObject(
      DONE,
    );
    const { programme } = await seminar();
    expect(programme.times.map(({ id }) => id)).toEqual(['pause-01', 'pause-02']);
    expect(programme).toMatchObject({ revision: 1, speakers: { 'pause-01': 'Hélène MARCHAUDON' } });
    expect(Object.keys(programme.speakers)).toEqual(['pause-01']);
  });

  test('of two who change it at once, one is told that it changed', async () => {
    const [first, second] = await Promise.all([
      send(revise(0, time('pause-01', 1_000_000))),
      send(revise(0, time('pause-01', 9_000_000))),
    ]);
    expect([first, second]).toMatchObject([DONE, refusedWith('programme/stale-revision')]);
    expect((await seminar()).programme.times[0]?.start).toBe(1_000_000);
  });

  test('its last change is taken back, as a change of its own', async () => {
    expect(await send(restore(0))).toEqual(refusedWith('programme/nothing-to-restore'));
    await send(revise(0, time('pause-01', 1_000_000)));
    await send(revise(1, time('pause-01', 1_600_000)));
    expect(await send(restore(1))).toEqual(refusedWith('programme/stale-revision'));
    expect(await send(restore(2))).toMatchObject(DONE);
    expect((await seminar()).programme).toMatchObject({ revision: 3, times: [{ start: 1_000_000 }] });
  });

  test('a shared time belongs to a plenary of this séminaire, or to nobody', async () => {
    const atelier2 = await send(revise(0, time('pause-01', 1_000_000, 'atelier-2')));
    expect(atelier2).toEqual(refusedWith('seminar/unknown'));
    await send({
      ...{ type: 'atelier/add', seminarId: 'seminar-1', atelierId: 'plenary-1', sittingId: 'sitting-4' },
      ...{ title: 'Restitution', room: '', start: null, plenary: true, items: [item('item-one', 10)] },
    });
    expect(await send(revise(0, time('pause-01', 1_000_000, 'plenary-1')))).toMatchObject(DONE);
    expect((await seminar()).ateliers.map(({ number }) => number)).toEqual([1, 2, 0]);
  });

  test('the warnings are those that were chosen, most minutes first', async () => {
    const set = { type: 'seminar/set-warnings', seminarId: 'seminar-1', minutes: [0, 10, 2] } as const;
    expect(await send(set)).toMatchObject(DONE);
    expect((await seminar()).warningMinutes).toEqual([10, 2, 0]);
  });
});
