/** The live agenda on the built server: every command over real sockets, two thumbs at once, and the power that goes. */
import { describe, expect, test } from 'vitest';
import type { Role } from '#core/access/roles.ts';
import { agendaItem } from '#core/agenda/plan.ts';
import type { SharedTime } from '#core/programme/programme.ts';
import { instant, minutes } from '#core/time/instant.ts';
import type { Command, CommandType } from '#protocol/inputs.ts';
import type { SeminarFrame } from '#protocol/regie-views.ts';
import type { SeminarView, SittingFrame, SittingLinks } from '#protocol/views.ts';
import { commanded, connected, freshId, subscribed } from '../support/device.ts';
import type { Device } from '../support/device.ts';
import { contribute, servedApp, until } from '../support/served-app.ts';

const app = servedApp();
const MINUTE = 60_000;

const opened = async (device: Device) => {
  const socket = device.socket();
  await connected(socket);
  return socket;
};
type ClientSocket = Awaited<ReturnType<typeof opened>>;

/** Everybody who could press: those of the sitting, those of another sitting, and those of another séminaire. */
async function crowd() {
  const made = await app.seminar();
  const { organiser, view, sitting } = made;
  const atelierId = view.ateliers[0]?.atelierId ?? '';
  const onOrganiser = await opened(organiser);
  const elsewhere = freshId();
  const add = { type: 'sittings/add', atelierId } as const;
  await commanded(onOrganiser, 'organiser', {
    ...add,
    sittings: [{ sittingId: elsewhere, room: '', start: null, label: 'groupe 2' }],
  });
  const whole = await organiser.json<SeminarView>(`/api/seminars/${view.seminarId}`);
  const other = whole.ateliers[0]?.sittings.find((it) => it.sittingId === elsewhere);
  const byLink = async (link: string): Promise<ClientSocket> => {
    const device = app.device();
    await device.openLink(link);
    return opened(device);
  };
  const phone = app.device();
  await phone.join(sitting.code, 'Yann');
  const { organiser: stranger } = await app.seminar();
  const sockets: Record<string, { socket: ClientSocket; as: Role }> = {
    organiser: { socket: onOrganiser, as: 'organiser' },
    animateur: { socket: await byLink(sitting.links.animateur), as: 'animateur' },
    rapporteur: { socket: await byLink(sitting.links.rapporteur), as: 'rapporteur' },
    participant: { socket: await opened(phone), as: 'participant' },
    screen: { socket: await byLink(sitting.links.screen), as: 'screen' },
    'animateur of another sitting': {
      socket: await byLink(other?.links.animateur ?? ''),
      as: 'animateur',
    },
    'organiser of another séminaire': { socket: await opened(stranger), as: 'organiser' },
  };
  return { ...made, atelierId, elsewhere, sockets };
}

const WHO = [
  'organiser',
  'animateur',
  'rapporteur',
  'participant',
  'screen',
  'animateur of another sitting',
  'organiser of another séminaire',
] as const;
type Who = (typeof WHO)[number];

describe('every command', () => {
  test('is done for those who may, in an order that makes sense, and refused to everybody else', async () => {
    const { view, sittingId, elsewhere, atelierId, sockets } = await crowd();
    const { seminarId } = view;
    const [messageId, helpId, alarmId, plenaryId, third] = [
      freshId(),
      freshId(),
      freshId(),
      freshId(),
      freshId(),
    ];
    const run = { sittingId };
    const help = { sittingId, helpId };
    const items = (first: number) => [
      agendaItem({ id: 'item-one', title: 'Accueillir', plannedMinutes: minutes(first) }),
      agendaItem({ id: 'item-two', title: 'Comment ?', plannedMinutes: minutes(30) }),
    ];
    const pause: SharedTime = {
      ...{ id: 'pause-01', kind: 'break', title: 'Pause', place: '', atelierId: null },
      start: instant(Date.now() - MINUTE / 2),
      end: instant(Date.now() + 5 * MINUTE),
    };
    const message = { seminarId, messageId };
    const alarm = { seminarId, alarmId };
    const redistributed = { itemId: 'item-two', minutes: minutes(20) };
    const conduct: readonly Who[] = ['organiser', 'animateur'];
    const own: readonly Who[] = ['animateur', 'rapporteur'];
    const only: readonly Who[] = ['organiser'];
    /** Each command and who may give it. */
    const steps: readonly (readonly [Command, readonly Who[]])[] = [
      [{ type: 'seminar/set-warnings', seminarId, minutes: [10, 1] }, only],
      [{ type: 'programme/revise', seminarId, expectedRevision: 0, times: [pause], speakers: {} }, only],
      [{ type: 'programme/restore', seminarId, expectedRevision: 1 }, only],
      [
        {
          ...{ type: 'atelier/add', seminarId, atelierId: plenaryId, sittingId: third },
          ...{ title: 'Restitution', room: '', start: null, plenary: true, items: [] },
        },
        only,
      ],
      [
        {
          ...{ type: 'sittings/add', atelierId },
          sittings: [{ sittingId: `${third}2`, room: '', start: null, label: '' }],
        },
        only,
      ],
      [{ type: 'sitting/remove', sittingId: `${third}2` }, only],
      [{ type: 'sitting/place', sittingId, room: 'Groix', start: null, label: 'matin' }, conduct],
      [{ type: 'sitting/revise-plan', sittingId, expectedRevision: 1, items: items(50) }, conduct],
      [{ type: 'sitting/share-plan', sittingId }, conduct],
      [{ type: 'run/start', ...run, rehearsal: true, expectedRunEvents: 0 }, conduct],
      [{ type: 'run/archive', ...run, expectedRunEvents: 1 }, conduct],
      [{ type: 'run/start', ...run, expectedRunEvents: 2 }, conduct],
      [
        { type: 'run/correct-start', ...run, startedAt: instant(Date.now() - MINUTE), expectedRunEvents: 3 },
        conduct,
      ],
      // A pause that began after the room did: it interrupts the room, until the room works on.
      [{ type: 'programme/revise', seminarId, expectedRevision: 2, times: [pause], speakers: {} }, only],
      [{ type: 'run/work-through', ...run, sharedTimeId: 'pause-01', expectedRunEvents: 4 }, conduct],
      [{ type: 'run/extend', ...run, itemId: 'item-two', minutes: 5, expectedRunEvents: 5 }, conduct],
      [
        { type: 'run/redistribute', ...run, reason: 'taken', points: [redistributed], expectedRunEvents: 6 },
        conduct,
      ],
      [{ type: 'run/jump', ...run, itemId: 'item-two', expectedRunEvents: 7 }, conduct],
      [{ type: 'run/suspend', ...run, expectedRunEvents: 8 }, conduct],
      [{ type: 'run/resume', ...run, expectedRunEvents: 9 }, conduct],
      [{ type: 'run/back', ...run, expectedRunEvents: 10 }, conduct],
      [{ type: 'rooms/suspend', ...alarm }, only],
      [{ type: 'rooms/resume', ...alarm }, only],
      [
        {
          ...{ type: 'rooms/redistribute', seminarId, reason: 'given' },
          rooms: [
            { sittingId, expectedRunEvents: 13, points: [{ itemId: 'item-two', minutes: minutes(25) }] },
          ],
        },
        only,
      ],
      [
        {
          ...{ type: 'message/send', ...message, sittingIds: [sittingId, elsewhere] },
          ...{ screens: true, phones: false, text: 'Le déjeuner est avancé.' },
        },
        only,
      ],
      [{ type: 'message/acknowledge', sittingId, messageId: message.messageId }, conduct],
      [{ type: 'message/withdraw', ...message }, only],
      [{ type: 'help/call', ...help, need: 'minutes', minutes: minutes(10) }, own],
      [{ type: 'help/answer', ...help }, only],
      [{ type: 'help/withdraw', ...help }, own],
    ];
    const done = new Set<CommandType>();
    for (const [command, may] of steps) {
      const refused = WHO.filter((who) => !may.includes(who));
      for (const who of refused) {
        const { socket, as } = sockets[who] ?? {};
        if (!socket || !as) throw new Error(who);
        const answer = await commanded(socket, as, command);
        expect([who, command.type, answer]).toEqual([
          who,
          command.type,
          { ok: false, error: { code: 'access/forbidden' } },
        ]);
        // The same page, saying that it is an organiser's.
        if (as !== 'organiser')
          expect(await commanded(socket, 'organiser', command)).toMatchObject({ ok: false });
      }
      const [first = 'organiser'] = may.toReversed();
      const by = sockets[first];
      if (!by) throw new Error(first);
      const commandId = freshId();
      const answer = await commanded(by.socket, by.as, command, commandId);
      expect([command.type, answer]).toMatchObject([command.type, { ok: true }]);
      expect([command.type, await commanded(by.socket, by.as, command, commandId)]).toEqual([
        command.type,
        answer,
      ]);
      done.add(command.type);
    }
    const { socket } = sockets['organiser'] ?? {};
    if (!socket) throw new Error('no organiser');
    const state = await subscribed(socket, { channel: 'sitting', sittingId, audience: 'console' });
    expect(state.run).toMatchObject({ status: 'running', eventCount: 14, rehearsal: false });
    expect(state.run.archives).toMatchObject([{ rehearsal: true }]);
    expect(state).toMatchObject({ help: null, messages: [], ownPlan: false });
    expect(state.head).toMatchObject({ label: 'matin', sittingsCount: 2, ateliersCount: 1, plenary: false });
    expect(state.shared).toMatchObject({ warningMinutes: [10, 1], programme: { revision: 3 } });
  });
});

describe('what everybody is told', () => {
  test('two animateurs press at the same moment: one wins, the other is told and sees what happened', async () => {
    const { sockets, sittingId } = await crowd();
    const [one, other] = [sockets['organiser'], sockets['animateur']];
    if (!one || !other) throw new Error('nobody');
    await subscribed(other.socket, { channel: 'sitting', sittingId, audience: 'console' });
    const frames: SittingFrame[] = [];
    other.socket.on('sitting', (frame) => frames.push(frame));
    await commanded(one.socket, 'organiser', { type: 'run/start', sittingId, expectedRunEvents: 0 });
    await until(() => frames.length === 1);
    const next = { type: 'run/next', sittingId, expectedRunEvents: 1 } as const;
    const answers = await Promise.all([
      commanded(one.socket, 'organiser', next),
      commanded(other.socket, 'animateur', next),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual([{ ok: false, error: { code: 'run/stale' } }]);
    await until(() => frames.length === 2);
    const change = frames[1]?.changes.find(({ type }) => type === 'run');
    expect(change).toMatchObject({ run: { eventCount: 2, visits: [{}, { itemId: 'item-two', to: null }] } });
  });

  test('a message goes to those who run the room, and to screens only when ticked', async () => {
    const { view, sockets, sittingId } = await crowd();
    const { seminarId } = view;
    const told: Record<string, SittingFrame[]> = {};
    for (const [who, audience] of [
      ['animateur', 'console'],
      ['screen', 'screen'],
      ['participant', 'participant'],
    ] as const) {
      const { socket } = sockets[who] ?? {};
      if (!socket) throw new Error(who);
      await subscribed(socket, { channel: 'sitting', sittingId, audience });
      const frames: SittingFrame[] = (told[who] = []);
      socket.on('sitting', (frame) => frames.push(frame));
    }
    const { socket: regie } = sockets['organiser'] ?? {};
    if (!regie) throw new Error('no organiser');
    const rows: SeminarFrame[] = [];
    await regie.emitWithAck('subscribe', { channel: 'seminar', seminarId });
    regie.on('seminar', (frame) => rows.push(frame));
    const messageId = freshId();
    const text = 'Le déjeuner est avancé.';
    const sent = { seminarId, messageId, sittingIds: [sittingId], text };
    await commanded(regie, 'organiser', { type: 'message/send', ...sent, screens: true, phones: false });
    const messages = (who: string) =>
      told[who]?.flatMap(({ changes }) =>
        changes.flatMap((change) => (change.type === 'messages' ? change.messages.map((it) => it.text) : [])),
      );
    await until(() => Object.values(told).every((frames) => frames.length > 0));
    expect([messages('animateur'), messages('screen'), messages('participant')]).toEqual([
      [text],
      [text],
      [],
    ]);
    const inRegie = () => {
      const changes = rows.flatMap((frame) => frame.changes);
      const last = changes.findLast(({ type }) => type === 'messages');
      return last?.type === 'messages' ? last.messages : [];
    };
    await until(() => inRegie().length > 0);
    expect(inRegie()).toMatchObject([{ text, acknowledged: {} }]);

    const { socket: animateur } = sockets['animateur'] ?? {};
    if (!animateur) throw new Error('nobody');
    await commanded(animateur, 'animateur', { type: 'message/acknowledge', sittingId, messageId });
    const acknowledgedBy = () => Object.keys(inRegie()[0]?.acknowledged ?? {});
    await until(() => acknowledgedBy().length > 0);
    expect(acknowledgedBy()).toEqual([sittingId]);
  });

  test('an animateur says who they are, and the plenary knows who presents', async () => {
    const { organiser, view, sitting, sittingId } = await app.seminar();
    const { seminarId } = view;
    const onOrganiser = await opened(organiser);
    const plenary = { atelierId: freshId(), sittingId: freshId() };
    await commanded(onOrganiser, 'organiser', {
      ...{ type: 'atelier/add', seminarId, ...plenary },
      ...{ title: 'Restitution', room: '', start: null, plenary: true, items: [] },
    });
    const frames: SittingFrame[] = [];
    const whole = { channel: 'sitting', sittingId: plenary.sittingId, audience: 'console' } as const;
    await subscribed(onOrganiser, whole);
    onOrganiser.on('sitting', (frame) => frames.push(frame));
    const rapporteur = app.device();
    await rapporteur.openLink(sitting.links.rapporteur);
    const socket = await opened(rapporteur);
    const { me } = await subscribed(socket, { channel: 'sitting', sittingId, audience: 'console' });
    const maelle = {
      ...{ personId: me.personId, firstName: 'Maëlle', lastName: 'CARADEC', function: '', town: '' },
      consent: 'none',
    };
    expect((await rapporteur.request('/api/introduction', maelle)).status).toBe(200);
    expect((await organiser.request('/api/introduction', maelle)).status).toBe(403);
    expect((await app.device().request('/api/introduction', maelle)).status).toBe(401);
    const rapporteurs = () =>
      frames.flatMap(({ changes }) => changes.filter(({ type }) => type === 'rapporteurs')).at(-1);
    await until(() => JSON.stringify(rapporteurs() ?? '').includes('CARADEC'));
    expect((await subscribed(onOrganiser, whole)).rapporteurs).toEqual({
      [view.ateliers[0]?.atelierId ?? '']: ['Maëlle CARADEC'],
    });
    const seen = await organiser.json<SeminarView>(`/api/seminars/${seminarId}`);
    expect(seen.ateliers[0]?.sittings[0]).toMatchObject({ rapporteurs: ['Maëlle CARADEC'], animateurs: [] });
    expect(seen.ateliers[1]).toMatchObject({ plenary: true, number: 0 });
  });

  test('the links of a sitting are shown to those who prepare it', async () => {
    const { organiser, sitting, sittingId } = await app.seminar();
    const path = `/api/sittings/${sittingId}/links`;
    const animateur = app.device();
    await animateur.openLink(sitting.links.animateur);
    expect(await animateur.json<SittingLinks>(path)).toEqual(sitting.links);
    expect(await organiser.json<SittingLinks>(path)).toEqual(sitting.links);
    const rapporteur = app.device();
    await rapporteur.openLink(sitting.links.rapporteur);
    const { organiser: stranger } = await app.seminar();
    for (const device of [rapporteur, stranger]) expect((await device.request(path)).status).toBe(403);
    expect((await app.device().request(path)).status).toBe(401);
    expect((await organiser.request(`/api/sittings/${freshId()}/links`)).status).toBe(404);
  });

  test('a participant follows the plenary and says something in it, and nothing of another atelier', async () => {
    const { organiser, view, sitting } = await app.seminar();
    const { seminarId } = view;
    const onOrganiser = await opened(organiser);
    const held = { plenary: freshId(), other: freshId() };
    for (const [kind, sittingId] of Object.entries(held)) {
      await commanded(onOrganiser, 'organiser', {
        ...{ type: 'atelier/add', seminarId, atelierId: freshId(), sittingId },
        ...{ title: kind, room: '', start: null, plenary: kind === 'plenary', items: [] },
      });
    }
    const phone = app.device();
    await phone.join(sitting.code, 'Yann');
    const socket = await opened(phone);
    const page = (sittingId: string) =>
      subscribed(socket, { channel: 'sitting', sittingId, audience: 'participant' });
    expect((await page(held.plenary)).head).toMatchObject({ plenary: true, atelierNumber: 0 });
    await expect(page(held.other)).rejects.toThrow('access/forbidden');
    expect(await commanded(socket, 'participant', contribute(held.plenary, 'Bravo.'))).toMatchObject({
      ok: true,
    });
    expect(await commanded(socket, 'participant', contribute(held.other, 'Bravo.'))).toMatchObject({
      error: { code: 'access/forbidden' },
    });
  });

  test('what was said in a rehearsal goes with it, from the lists and from the actes', async () => {
    const { organiser, view, sittingId } = await app.seminar();
    const socket = await opened(organiser);
    const frames: SittingFrame[] = [];
    const console = { channel: 'sitting', sittingId, audience: 'console' } as const;
    await subscribed(socket, console);
    socket.on('sitting', (frame) => frames.push(frame));
    const here = { sittingId } as const;
    await commanded(socket, 'organiser', {
      type: 'run/start',
      ...here,
      rehearsal: true,
      expectedRunEvents: 0,
    });
    await commanded(socket, 'organiser', contribute(sittingId, 'Un essai de micro.'));
    expect((await subscribed(socket, console)).contributions).toHaveLength(1);
    await commanded(socket, 'organiser', { type: 'run/archive', ...here, expectedRunEvents: 1 });
    const archived = () => frames.find(({ changes }) => JSON.stringify(changes).includes('"archives":[{'));
    await until(() => archived() !== undefined);
    // Nobody can stand at a frame that follows itself: pages ask anew.
    expect(archived()?.prev).toBe(archived()?.seq);
    expect(await subscribed(socket, console)).toMatchObject({ contributions: [], contributionsCount: 0 });
    const actes = await organiser.request(`/api/seminars/${view.seminarId}/actes.md`);
    expect(await actes.text()).not.toContain('essai de micro');
  });
});

describe('the power goes in the middle of a run', () => {
  test('and comes back: nothing that anyone sees has changed, and a point that was due has moved when it was', async () => {
    const { organiser, view, sittingId } = await app.seminar();
    const atelierId = view.ateliers[0]?.atelierId ?? '';
    const socket = await opened(organiser);
    const items = [
      agendaItem({ id: 'item-one', title: 'Un', plannedMinutes: minutes(10), autoAdvance: true }),
      agendaItem({ id: 'item-two', title: 'Deux', plannedMinutes: minutes(60) }),
    ];
    const command = (it: Command) => commanded(socket, 'organiser', it);
    await command({ type: 'plan/revise', atelierId, expectedRevision: 1, items });
    await command({ type: 'run/start', sittingId, expectedRunEvents: 0 });
    await command({ type: 'run/extend', sittingId, minutes: 5, expectedRunEvents: 1 });
    const console = { channel: 'sitting', sittingId, audience: 'console' } as const;
    const before = await subscribed(socket, console);
    await app.cutPower();
    await connected(socket);
    expect((await subscribed(socket, console)).run).toEqual(before.run);

    // Its first point is over in a moment, while there is no server.
    const over = instant(Date.now() + 1_500);
    const startedAt = instant(over - 15 * MINUTE);
    await command({ type: 'run/correct-start', sittingId, startedAt, expectedRunEvents: 2 });
    await app.cutPower();
    await connected(socket);
    await until(() => Date.now() > over);
    const after = await subscribed(socket, console);
    expect(after.run.visits).toEqual([
      { itemId: 'item-one', from: startedAt, to: over },
      { itemId: 'item-two', from: over, to: null },
    ]);
    expect(after.run.steps.at(-1)).toMatchObject({ automatic: true, by: null });
  });
});
