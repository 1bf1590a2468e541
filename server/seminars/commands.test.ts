import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '#core/access/roles.ts';
import { runOf } from '#core/agenda/run.ts';
import { instant, minutes } from '#core/time/instant.ts';
import { openMemoryStorage } from '../storage/memory/memory-storage.ts';
import { DESCRIPTION, item, ITEMS, seminarDesk } from '../../tests/support/seminar-desk.ts';
import type { Access } from './access.port.ts';
import type { SeminarCommand } from './commands.ts';

let sent = 0;
const commandId = () => `command-${String((sent += 1)).padStart(12, '0')}`;

type Desk = ReturnType<typeof seminarDesk>;
const send = (desk: Desk, actor: Actor, as: Role, command: SeminarCommand, id = commandId()) =>
  desk.commands.execute({ actor, as }, id, command);

const contribute = (
  contributionId: string,
  more: Partial<Extract<SeminarCommand, { type: 'contribution/make' }>> = {},
): SeminarCommand => ({
  type: 'contribution/make',
  sittingId: 'sitting-1',
  contributionId,
  itemId: 'item-one',
  questionId: 'item-one-question-1',
  kind: 'proposal',
  text: 'Une permanence le samedi.',
  unnamed: false,
  ...more,
});
const start = (expectedRunEvents = 0): SeminarCommand => ({
  type: 'run/start',
  sittingId: 'sitting-1',
  expectedRunEvents,
});

const contributions = async (desk: Desk) => [
  ...((await desk.streams.sitting('sitting-1')).state?.contributions.byId.values() ?? []),
];
const refusedWith = (code: string) => ({ ok: false, error: { code } });

describe('commands', () => {
  test('a contribution is there for everyone, and after the server starts again', async () => {
    const storage = openMemoryStorage();
    const desk = seminarDesk(storage);
    await desk.seminar();
    const yann = await desk.participant('Yann');
    expect((await send(desk, yann, 'participant', contribute('contribution-1'))).ok).toBe(true);

    const again = seminarDesk(storage);
    expect(await contributions(again)).toMatchObject([
      { id: 'contribution-1', text: 'Une permanence le samedi.', kind: 'proposal' },
    ]);
  });

  test('a command sent again with its id gets the same answer and counts once', async () => {
    const desk = seminarDesk();
    await desk.seminar();
    const yann = await desk.participant('Yann');
    const id = commandId();
    const first = await send(desk, yann, 'participant', contribute('contribution-1'), id);
    const before = desk.committed.length;
    expect(await send(desk, yann, 'participant', contribute('contribution-1'), id)).toEqual(first);
    expect(desk.committed.length).toBe(before);
  });

  test('sent twice at the same moment, it still counts once', async () => {
    const desk = seminarDesk();
    await desk.seminar();
    const yann = await desk.participant('Yann');
    const id = commandId();
    const answers = await Promise.all(
      [1, 2, 3].map(() => send(desk, yann, 'participant', contribute('contribution-1'), id)),
    );
    expect(new Set(answers.map((it) => JSON.stringify(it))).size).toBe(1);
    expect(await contributions(desk)).toHaveLength(1);
  });

  test('many at once are all written, without a gap', async () => {
    const desk = seminarDesk();
    await desk.seminar();
    const yann = await desk.participant('Yann');
    await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        send(desk, yann, 'participant', contribute(`contribution-${index}`)),
      ),
    );
    const seqs = (await desk.storage.events.read('sitting:sitting-1', 0)).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: 201 }, (_, index) => index + 1));
  });

  test('said without a name: no actor, a moment cut to the minute, and no receipt that tells who', async () => {
    const desk = seminarDesk();
    await desk.seminar();
    const yann = await desk.participant('Yann');
    desk.clock.advance(34_567);
    await send(desk, yann, 'participant', contribute('contribution-1', { unnamed: true }));
    const made = (await desk.storage.events.read('sitting:sitting-1', 1))[0];
    expect(made?.actor).toBeNull();
    expect((made?.at ?? 1) % 60_000).toBe(0);
    expect(JSON.stringify(made)).not.toContain(yann.grants[0]?.personId);
  });

  test('a person supports once, and may take it back', async () => {
    const desk = seminarDesk();
    await desk.seminar();
    const yann = await desk.participant('Yann');
    const maelle = await desk.participant('Maëlle');
    await send(desk, yann, 'participant', contribute('contribution-1'));
    const support = {
      type: 'contribution/support',
      sittingId: 'sitting-1',
      contributionId: 'contribution-1',
    } as const;
    await send(desk, maelle, 'participant', support);
    await send(desk, maelle, 'participant', support);
    expect((await contributions(desk))[0]?.supporters).toHaveLength(1);
    await send(desk, maelle, 'participant', { ...support, type: 'contribution/unsupport' });
    expect((await contributions(desk))[0]?.supporters).toHaveLength(0);
  });

  test('a point that the plan no longer has is let go, never the words', async () => {
    const desk = seminarDesk();
    await desk.seminar();
    const yann = await desk.participant('Yann');
    await send(desk, yann, 'participant', contribute('contribution-1', { itemId: 'item-gone' }));
    expect(await contributions(desk)).toMatchObject([
      { itemId: null, questionId: null, text: 'Une permanence le samedi.' },
    ]);
  });

  test('over with the séminaire: nobody conducts a room any more, until it is opened again', async () => {
    const desk = seminarDesk();
    const { actor } = await desk.seminar();
    const ines = await desk.byLink('animateur');
    const here = { sittingId: 'sitting-1' };
    const over = { seminarId: 'seminar-1' };
    await send(desk, ines, 'animateur', start());
    await send(desk, actor, 'organiser', { type: 'seminar/close', ...over });
    const conducts: SeminarCommand[] = [
      { type: 'run/next', ...here, expectedRunEvents: 1 },
      { type: 'run/extend', ...here, minutes: 5, expectedRunEvents: 1 },
      { type: 'run/replay', ...here, expectedRunEvents: 1, steps: [] },
      { type: 'floor/order', ...here, order: 'asked' },
      {
        type: 'silence/open',
        ...here,
        silenceId: 'silence-1',
        itemId: null,
        questionId: null,
        minutes: minutes(3),
      },
      { type: 'round/open', ...here, roundId: 'round-1' },
      { type: 'sitting/revise-plan', ...here, expectedRevision: 1, items: ITEMS },
      { type: 'sitting/reopen', ...here },
      { type: 'help/call', ...here, helpId: 'help-1', need: 'help', minutes: null },
    ];
    for (const command of conducts)
      expect([command.type, await send(desk, ines, 'animateur', command)]).toEqual([
        command.type,
        refusedWith('seminar/closed'),
      ]);
    const rooms: SeminarCommand[] = [
      { type: 'rooms/suspend', ...over, alarmId: 'alarm-1' },
      { type: 'programme/revise', ...over, expectedRevision: 0, times: [], speakers: {} },
      {
        type: 'message/send',
        ...over,
        messageId: 'm-1',
        sittingIds: [],
        screens: true,
        phones: true,
        text: 'x',
      },
    ];
    for (const command of rooms)
      expect([command.type, await send(desk, actor, 'organiser', command)]).toEqual([
        command.type,
        refusedWith('seminar/closed'),
      ]);
    expect(await send(desk, await desk.participant('Yann'), 'participant', start(1))).toEqual(
      refusedWith('access/forbidden'),
    );
    await send(desk, actor, 'organiser', { type: 'seminar/reopen', ...over });
    const next = await send(desk, ines, 'animateur', { type: 'run/next', ...here, expectedRunEvents: 1 });
    expect(next.ok).toBe(true);
  });

  test('two animateurs press at the same moment: one wins, the other is told', async () => {
    const desk = seminarDesk();
    const { actor } = await desk.seminar();
    const ines = await desk.byLink('animateur');
    const [first, second] = await Promise.all([
      send(desk, actor, 'organiser', start()),
      send(desk, ines, 'animateur', start()),
    ]);
    expect(first?.ok).toBe(true);
    expect(second).toEqual(refusedWith('run/stale'));
  });

  test('supports between two looks do not make a run command stale', async () => {
    const desk = seminarDesk();
    const { actor } = await desk.seminar();
    const yann = await desk.participant('Yann');
    await send(desk, actor, 'organiser', start());
    await send(desk, yann, 'participant', contribute('contribution-1'));
    const next = { type: 'run/next', sittingId: 'sitting-1', expectedRunEvents: 1 } as const;
    expect((await send(desk, actor, 'organiser', next)).ok).toBe(true);
    const sitting = (await desk.streams.sitting('sitting-1')).state;
    expect(runOf(sitting?.runEvents ?? []).visits.at(-1)?.itemId).toBe('item-two');
  });

  test('time never runs backwards within a stream', async () => {
    const desk = seminarDesk();
    const { actor } = await desk.seminar();
    await send(desk, actor, 'organiser', start());
    const started = (await desk.streams.sitting('sitting-1')).lastAt;
    desk.clock.set(instant(started - 3_600_000));
    await send(desk, actor, 'organiser', {
      type: 'run/suspend',
      sittingId: 'sitting-1',
      expectedRunEvents: 1,
    });
    const events = await desk.storage.events.read('sitting:sitting-1', 0);
    expect(events.at(-1)?.at).toBe(started);
  });

  test.each<[Role, SeminarCommand]>([
    ['participant', start()],
    ['participant', { type: 'seminar/describe', seminarId: 'seminar-1', description: DESCRIPTION }],
    ['participant', { type: 'plan/revise', atelierId: 'atelier-1', expectedRevision: 1, items: [] }],
    ['animateur', { type: 'seminar/describe', seminarId: 'seminar-1', description: DESCRIPTION }],
    ['screen', contribute('contribution-1')],
    ['rapporteur', start()],
  ])('a %s may not %o', async (role, command) => {
    const desk = seminarDesk();
    await desk.seminar();
    const actor = role === 'participant' ? await desk.participant('Yann') : await desk.byLink(role);
    const before = desk.committed.length;
    expect(await send(desk, actor, role, command)).toEqual(refusedWith('access/forbidden'));
    expect(desk.committed.length).toBe(before);
  });

  test('a page that acts in a role its device does not hold is refused', async () => {
    const desk = seminarDesk();
    await desk.seminar();
    const yann = await desk.participant('Yann');
    expect(await send(desk, yann, 'organiser', start())).toEqual(refusedWith('access/forbidden'));
  });

  test('a plan changed by somebody else meanwhile is not overwritten', async () => {
    const desk = seminarDesk();
    const { actor } = await desk.seminar();
    const revise = {
      type: 'plan/revise',
      atelierId: 'atelier-1',
      expectedRevision: 1,
      items: [item('item-one', 45)],
    } as const;
    expect((await send(desk, actor, 'organiser', revise)).ok).toBe(true);
    expect(await send(desk, actor, 'organiser', { ...revise, items: ITEMS })).toEqual(
      refusedWith('agenda/stale-revision'),
    );
    const plan = (await desk.streams.atelier('atelier-1')).state?.plan;
    expect(plan?.items.map(({ plannedMinutes }) => plannedMinutes)).toEqual([minutes(45)]);
  });

  test('a second atelier gets its number, its streams, its links and its code', async () => {
    const desk = seminarDesk();
    const { actor } = await desk.seminar();
    const add = {
      type: 'atelier/add',
      seminarId: 'seminar-1',
      atelierId: 'atelier-2',
      sittingId: 'sitting-2',
      title: 'Habiter',
      room: '',
      start: null,
      plenary: false,
      items: ITEMS,
    } as const;
    expect((await send(desk, actor, 'organiser', add)).ok).toBe(true);
    expect((await desk.streams.seminar('seminar-1')).state?.ateliers[1]).toEqual({
      id: 'atelier-2',
      title: 'Habiter',
      number: 2,
      plenary: false,
    });
    const issued = (await desk.access.ofSeminar('seminar-1')).filter(
      (it) => it.scope.sittingId === 'sitting-2',
    );
    expect(issued.map(({ role }) => role).sort()).toEqual([
      'animateur',
      'participant',
      'rapporteur',
      'screen',
    ]);
    expect(await send(desk, actor, 'organiser', add)).toEqual(refusedWith('seminar/exists'));
  });

  test('creating the same séminaire again from the same device changes nothing; from another it is refused', async () => {
    const desk = seminarDesk();
    const { session } = await desk.seminar();
    const before = desk.committed.length;
    const wanted = { seminarId: 'seminar-1', description: DESCRIPTION, atelier: null };
    expect(await desk.prepare.createSeminar(session, wanted)).toEqual({
      ok: true,
      value: { seminarId: 'seminar-1' },
    });
    const { session: other } = await desk.access.openSession();
    expect(await desk.prepare.createSeminar(other, wanted)).toEqual(refusedWith('seminar/exists'));
    expect(desk.committed.length).toBe(before);
  });

  test('a creation cut short before the organiser had their right is made whole by asking again', async () => {
    const storage = openMemoryStorage();
    let fails = true;
    const access = {
      ...storage.access,
      save: (it: Access) => (fails ? Promise.reject(new Error('the power went')) : storage.access.save(it)),
    };
    const desk = seminarDesk({ ...storage, access });
    const { session } = await desk.access.openSession();
    const wanted = { seminarId: 'seminar-1', description: DESCRIPTION, atelier: null };
    await expect(desk.prepare.createSeminar(session, wanted)).rejects.toThrow('the power went');
    fails = false;
    expect(await desk.prepare.createSeminar(session, wanted)).toEqual({
      ok: true,
      value: { seminarId: 'seminar-1' },
    });
    expect((await desk.access.actorOf(session)).grants).toMatchObject([
      { role: 'organiser', scope: { seminarId: 'seminar-1', sittingId: null } },
    ]);
    expect(desk.committed).toHaveLength(1);
  });

  test('joining twice at once from one device is one who came', async () => {
    const desk = seminarDesk();
    await desk.seminar();
    const { session } = await desk.access.openSession();
    const code = (await desk.access.ofSeminar('seminar-1')).find((it) => it.kind === 'code');
    if (!code) throw new Error('no code');
    const me = { firstName: 'Yann', lastName: 'LE GOFF', function: '', town: '', consent: 'none' as const };
    await Promise.all([
      desk.join.join(session, code, 'person-1', me),
      desk.join.join(session, code, 'person-1', me),
    ]);
    const seminar = (await desk.streams.seminar('seminar-1')).state;
    expect(seminar?.attendance['sitting-1']).toHaveLength(1);
  });

  test('on one device another person is another person', async () => {
    const desk = seminarDesk();
    await desk.seminar();
    const { session } = await desk.access.openSession();
    const code = (await desk.access.ofSeminar('seminar-1')).find((it) => it.kind === 'code');
    const me = { firstName: 'Yann', lastName: 'LE GOFF', function: '', town: '', consent: 'none' as const };
    if (!code) throw new Error('no code');
    await desk.join.join(session, code, 'person-1', me);
    await desk.join.join(session, code, 'person-2', { ...me, firstName: 'Maëlle' });
    const seminar = (await desk.streams.seminar('seminar-1')).state;
    expect(seminar?.attendance['sitting-1']).toEqual(['person-1', 'person-2']);
    const { session: elsewhere } = await desk.access.openSession();
    expect(await desk.join.join(elsewhere, code, 'person-1', me)).toEqual(refusedWith('access/forbidden'));
  });

  test('a person of one séminaire is not carried into another', async () => {
    const desk = seminarDesk();
    await desk.seminar();
    const { session } = await desk.access.openSession();
    const code = (await desk.access.ofSeminar('seminar-1')).find((it) => it.kind === 'code');
    const me = { firstName: 'Yann', lastName: 'LE GOFF', function: '', town: '', consent: 'none' as const };
    if (!code) throw new Error('no code');
    await desk.join.join(session, code, 'person-1', me);
    const elsewhere = { ...code, scope: { seminarId: 'seminar-2', sittingId: 'sitting-9' } };
    expect(await desk.join.join(session, elsewhere, 'person-1', me)).toEqual(refusedWith('access/forbidden'));
    expect((await desk.people.find('person-1'))?.seminarId).toBe('seminar-1');
  });

  test('joining twice from one device is one person, with what was said last', async () => {
    const desk = seminarDesk();
    await desk.seminar();
    const { session } = await desk.access.openSession();
    const code = (await desk.access.ofSeminar('seminar-1')).find((it) => it.kind === 'code');
    const me = { firstName: 'Yann', lastName: 'LE GOFF', function: '', town: '', consent: 'none' as const };
    if (!code) throw new Error('no code');
    await desk.join.join(session, code, 'person-1', me);
    await desk.join.join(session, code, 'person-1', { ...me, firstName: 'Yannick' });
    const seminar = (await desk.streams.seminar('seminar-1')).state;
    expect(seminar?.attendance['sitting-1']).toHaveLength(1);
    expect((await desk.people.ofSeminar('seminar-1')).map(({ firstName }) => firstName)).toContain('Yannick');
  });
});
