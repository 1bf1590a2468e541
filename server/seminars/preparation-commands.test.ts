import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor, Role } from '#core/access/roles.ts';
import { contributionsOf } from '#core/seminar/sitting.ts';
import { project } from '#core/agenda/project.ts';
import { runOf } from '#core/agenda/run.ts';
import { ITEMS, item, seminarDesk } from '../../tests/support/seminar-desk.ts';
import type { SeminarCommand } from './commands.ts';
import { roomOf } from './room.ts';

let count = 0;
const commandId = () => `command-${String((count += 1)).padStart(12, '0')}`;
const refusedWith = (code: string) => ({ ok: false, error: { code } });
const DONE = { ok: true };

let desk: ReturnType<typeof seminarDesk>;
let organiser: Actor;
const send = (command: SeminarCommand, actor = organiser, as: Role = 'organiser') =>
  desk.commands.execute({ actor, as }, commandId(), command);
const sittings = async () => (await desk.streams.seminar('seminar-1')).state?.sittings ?? [];
const planOfRoom = async (sittingId: string) => (await roomOf(desk.streams, sittingId))?.room.plan;
const sittingsNamed = (...ids: readonly string[]): SeminarCommand => ({
  ...{ type: 'sittings/add', atelierId: 'atelier-1' },
  sittings: ids.map((sittingId) => ({ sittingId, room: 'Groix', start: null, label: '' })),
});

beforeEach(async () => {
  desk = seminarDesk();
  ({ actor: organiser } = await desk.seminar());
});

describe('one agenda for several sittings', () => {
  test('they are made in one write, each with its links and its code', async () => {
    const before = desk.committed.length;
    expect(await send(sittingsNamed('sitting-2', 'sitting-3', 'sitting-4'))).toMatchObject(DONE);
    expect(desk.committed.slice(before).map(({ type }) => type)).toEqual([
      ...Array.from({ length: 3 }, () => 'seminar/sitting-added'),
      ...Array.from({ length: 3 }, () => 'sitting/opened'),
    ]);
    const issued = await desk.access.ofSeminar('seminar-1');
    for (const id of ['sitting-2', 'sitting-3', 'sitting-4']) {
      const ways = issued.filter(({ scope }) => scope.sittingId === id).map(({ role }) => role);
      expect(ways.toSorted()).toEqual(['animateur', 'participant', 'rapporteur', 'screen']);
    }
    expect((await planOfRoom('sitting-3'))?.items).toEqual(ITEMS);
  });

  test('one that is there already refuses all of them; there are limits', async () => {
    expect(await send(sittingsNamed('sitting-2', 'sitting-1'))).toEqual(refusedWith('seminar/exists'));
    expect(await sittings()).toHaveLength(1);
    const many = Array.from({ length: 30 }, (_, index) => `sitting-many-${index}`);
    for (const group of ['a', 'b', 'c'])
      expect(await send(sittingsNamed(...many.map((id) => `${id}${group}`)))).toMatchObject(DONE);
    expect(await send(sittingsNamed(...many))).toEqual(refusedWith('seminar/too-many-sittings'));
    expect(await sittings()).toHaveLength(91);
  });

  test('a sitting follows its atelier until its plan is changed on purpose, and again once it is shared', async () => {
    await send(sittingsNamed('sitting-2'));
    const own = [item('item-one', 40), item('item-two', 30)];
    const revise = (expectedRevision: number) =>
      send({ type: 'sitting/revise-plan', sittingId: 'sitting-2', expectedRevision, items: own });
    expect(await revise(0)).toEqual(refusedWith('agenda/stale-revision'));
    expect(await revise(1)).toMatchObject(DONE);
    expect(await planOfRoom('sitting-2')).toMatchObject({
      ...{ revision: 2, minutesRevised: { 'item-one': 2 } },
      items: [{ plannedMinutes: 40 }, { plannedMinutes: 30 }],
    });
    expect((await planOfRoom('sitting-1'))?.items).toEqual(ITEMS);
    expect(await send({ type: 'sitting/share-plan', sittingId: 'sitting-2' })).toMatchObject(DONE);
    expect((await planOfRoom('sitting-2'))?.items).toEqual(ITEMS);
    const before = desk.committed.length;
    expect(await send({ type: 'sitting/share-plan', sittingId: 'sitting-2' })).toMatchObject(DONE);
    expect(desk.committed.length).toBe(before);
  });

  test('an animateur plans their own sitting and no other', async () => {
    await send(sittingsNamed('sitting-2'));
    const ines = await desk.byLink('animateur');
    const revise = (sittingId: string): SeminarCommand => ({
      ...{ type: 'sitting/revise-plan', sittingId, expectedRevision: 1, items: [item('item-one', 20)] },
    });
    expect(await send(revise('sitting-2'), ines, 'animateur')).toEqual(refusedWith('access/forbidden'));
    expect(await send(revise('sitting-1'), ines, 'animateur')).toMatchObject(DONE);
  });
});

describe('taking a sitting away', () => {
  const remove = (sittingId: string): SeminarCommand => ({ type: 'sitting/remove', sittingId });

  test('one that nobody used goes, and with it every way in', async () => {
    await send(sittingsNamed('sitting-2'));
    const link = (await desk.access.ofSeminar('seminar-1')).find(
      ({ role, scope }) => role === 'animateur' && scope.sittingId === 'sitting-2',
    );
    const code = await desk.access.findCode((await desk.access.joinCodeOf('seminar-1', 'sitting-2')) ?? '');
    const id = commandId();
    const gone = await desk.commands.execute({ actor: organiser, as: 'organiser' }, id, remove('sitting-2'));
    expect(gone).toMatchObject(DONE);
    // The answer was lost on its way, and the command comes again.
    const again = await desk.commands.execute({ actor: organiser, as: 'organiser' }, id, remove('sitting-2'));
    expect(again).toEqual(gone);
    expect((await sittings()).map(({ id }) => id)).toEqual(['sitting-1']);
    expect(await send(remove('sitting-2'))).toEqual(refusedWith('seminar/unknown'));
    const start = { type: 'run/start', sittingId: 'sitting-2', expectedRunEvents: 0 } as const;
    expect(await send(start)).toEqual(refusedWith('seminar/unknown'));
    const { session } = await desk.access.openSession();
    if (!link || !code) throw new Error('no way in');
    expect(await desk.join.takeLink(session, link.id, desk.access.secretOf(link))).toEqual(
      refusedWith('access/unknown-link'),
    );
    expect(await desk.access.actorOf(session)).toEqual({ grants: [] });
    const yann = { firstName: 'Yann', lastName: '', function: '', town: '', consent: 'none' } as const;
    expect(await desk.join.join(session, code, 'person-1', yann)).toEqual(refusedWith('access/unknown-code'));
  });

  test('the last one of an atelier stays', async () => {
    expect(await send(remove('sitting-1'))).toEqual(refusedWith('seminar/last-sitting'));
  });

  test.each<[string, () => Promise<unknown>]>([
    ['started', () => send({ type: 'run/start', sittingId: 'sitting-1', expectedRunEvents: 0 })],
    ['joined', () => desk.participant('Yann')],
    [
      'spoken in',
      () =>
        send({
          ...{ type: 'contribution/make', sittingId: 'sitting-1', contributionId: 'contribution-1' },
          ...{ itemId: null, questionId: null, kind: null, text: 'Un mot.', unnamed: false },
        }),
    ],
  ])('one that was %s stays', async (_how, use) => {
    await send(sittingsNamed('sitting-2'));
    await use();
    expect(await send(remove('sitting-1'))).toEqual(refusedWith('sitting/in-use'));
    expect(await sittings()).toHaveLength(2);
  });
});

describe('minutes that a redistribution gave', () => {
  const here = { sittingId: 'sitting-1' } as const;
  const items = (minutes: number) => [item('item-one', 60), item('item-two', minutes)];
  const allotted = async () => {
    const found = await roomOf(desk.streams, 'sitting-1');
    if (!found) throw new Error('no room');
    return project(found.room, desk.clock.now()).items.map((it) => it.allotted / 60_000);
  };

  /** The sitting had a plan of its own, which counted further than its atelier's. */
  beforeEach(async () => {
    for (const revision of [1, 2, 3])
      await send({ type: 'sitting/revise-plan', ...here, expectedRevision: revision, items: ITEMS });
    await send({ type: 'run/start', ...here, expectedRunEvents: 0 });
    const points = [{ itemId: 'item-two', minutes: 20 }];
    await send({ type: 'run/redistribute', ...here, reason: 'taken', points, expectedRunEvents: 1 });
    await send({ type: 'sitting/share-plan', ...here });
    expect(await allotted()).toEqual([60, 20]);
  });

  test('give way to the shared plan’s, once those are changed later', async () => {
    const revise = { type: 'plan/revise', atelierId: 'atelier-1', expectedRevision: 1 } as const;
    expect(await send({ ...revise, items: items(45) })).toMatchObject(DONE);
    expect(await allotted()).toEqual([60, 45]);
  });

  test('give way to those of another plan of its own, once those are changed later', async () => {
    const revise = { type: 'sitting/revise-plan', ...here, expectedRevision: 1 } as const;
    expect(await send({ ...revise, items: items(40) })).toMatchObject(DONE);
    expect(await allotted()).toEqual([60, 40]);
  });
});

describe('a rehearsal', () => {
  test('what is said in it is there during it, and counts nowhere after', async () => {
    const here = { sittingId: 'sitting-1' } as const;
    const say = (contributionId: string): SeminarCommand => ({
      ...{ type: 'contribution/make', ...here, contributionId },
      ...{ itemId: 'item-one', questionId: null, kind: null, text: 'Un mot.', unnamed: false },
    });
    await send({ type: 'run/start', ...here, rehearsal: true, expectedRunEvents: 0 });
    await send(say('contribution-1'));
    const log = async () => {
      const { state } = await desk.streams.sitting('sitting-1');
      if (!state) throw new Error('no sitting');
      return state;
    };
    const runId = runOf((await log()).runEvents).runId;
    expect((await log()).contributions.byId.get('contribution-1')?.runId).toBe(runId);
    expect(await send({ type: 'run/archive', ...here, expectedRunEvents: 1 })).toMatchObject(DONE);
    await send(say('contribution-2'));
    expect(contributionsOf(await log()).map(({ id, runId: during }) => [id, during])).toEqual([
      ['contribution-2', null],
    ]);
  });
});

describe('who conducts a sitting', () => {
  test('is known once they open its link, and by name once they say it', async () => {
    const ines = await desk.byLink('animateur');
    const personId = ines.grants[0]?.personId ?? '';
    const appointed = async () =>
      (await desk.streams.seminar('seminar-1')).state?.appointments['sitting-1'] ?? [];
    expect(await appointed()).toEqual([{ personId, role: 'animateur' }]);
    const before = desk.committed.length;
    const { session, link } = await linkTaken('rapporteur');
    expect(desk.committed.length).toBe(before + 1);
    await desk.join.takeLink(session, link.id, desk.access.secretOf(link));
    expect(desk.committed.length).toBe(before + 1);

    const maelle = (await appointed())[1]?.personId ?? '';
    const names = {
      firstName: 'Maëlle',
      lastName: 'CARADEC',
      function: '',
      town: '',
      consent: 'none',
    } as const;
    expect(await desk.join.introduce(session, maelle, names)).toEqual({
      ok: true,
      value: { personId: maelle },
    });
    expect(await desk.people.find(maelle)).toMatchObject(names);
    expect(await desk.join.introduce(session, personId, names)).toEqual(refusedWith('access/forbidden'));
    expect(await appointed()).toHaveLength(2);
  });

  async function linkTaken(role: Role) {
    const { session } = await desk.access.openSession();
    const link = (await desk.access.ofSeminar('seminar-1')).find(
      (it) => it.kind === 'link' && it.role === role,
    );
    if (!link) throw new Error('no link');
    await desk.join.takeLink(session, link.id, desk.access.secretOf(link));
    return { session, link };
  }
});
