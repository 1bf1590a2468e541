/** The built server as a process: real HTTP, real sockets, a real database, and the power that goes. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { SittingFrame } from '#protocol/views.ts';
import { commanded, connected, freshId, subscribed } from '../support/device.ts';
import { contribute, servedApp, until } from '../support/served-app.ts';

const app = servedApp();

describe('one command end to end', () => {
  test('said on one phone, seen on another; after SIGKILL it is still there, and sent again it counts once', async () => {
    const { sitting, sittingId } = await app.seminar();
    const [yann, maelle] = [app.device(), app.device()];
    await yann.join(sitting.code, 'Yann');
    await maelle.join(sitting.code.toLowerCase(), 'Maëlle');
    const [from, to] = [yann.socket(), maelle.socket()];
    await Promise.all([connected(from), connected(to)]);
    await subscribed(to, { channel: 'sitting', sittingId, audience: 'participant' });
    const seen = new Promise<SittingFrame>((resolve) => {
      // Who came is told too.
      const heard = (frame: SittingFrame): void => {
        if (frame.changes.some(({ type }) => type === 'contribution')) resolve(frame);
      };
      to.on('sitting', heard);
    });
    const command = contribute(sittingId, 'Une permanence le samedi.');
    const commandId = freshId();
    const first = await commanded(from, 'participant', command, commandId);
    expect(first.ok).toBe(true);
    expect(JSON.stringify((await seen).changes)).toContain('Une permanence le samedi.');

    await app.cutPower();
    await connected(from);
    expect(await commanded(from, 'participant', command, commandId)).toEqual(first);
    const state = await subscribed(from, { channel: 'sitting', sittingId, audience: 'participant' });
    expect(state.contributions.map(({ text }) => text)).toEqual(['Une permanence le samedi.']);
    expect(state.me.own).toHaveLength(1);
  });

  test('everything acknowledged before SIGKILL is there, whenever it comes', async () => {
    const { sitting, sittingId } = await app.seminar();
    const yann = app.device();
    await yann.join(sitting.code, 'Yann');
    const socket = yann.socket();
    await connected(socket);
    const acknowledged: string[] = [];
    // Those that the power overtakes are rejected, which is no failure here.
    const sending = Promise.allSettled(
      Array.from({ length: 15 }, async (_, index) => {
        const answer = await commanded(socket, 'participant', contribute(sittingId, `Contribution ${index}`));
        if (answer.ok) acknowledged.push(`Contribution ${index}`);
      }),
    );
    await until(() => acknowledged.length > 0);
    await Promise.all([app.cutPower(), sending]);
    await connected(socket);
    const state = await subscribed(socket, { channel: 'sitting', sittingId, audience: 'participant' });
    expect(state.contributions.map(({ text }) => text)).toEqual(expect.arrayContaining(acknowledged));
  });
});

describe('a lost answer', () => {
  test('joined again after it, one is still one person; created again, it is still one séminaire', async () => {
    const { sitting, view, organiser } = await app.seminar();
    const yann = app.device();
    await yann.request('/api/join', { code: sitting.code, person: null });
    const { cookie } = yann;
    const personId = freshId();
    await yann.join(sitting.code, 'Yann', personId);
    yann.cookie = cookie;
    await yann.join(sitting.code, 'Yann', personId);
    const seen = await organiser.json<typeof view>(`/api/seminars/${view.seminarId}`);
    expect(seen.ateliers[0]?.sittings[0]?.participants).toBe(1);

    const creator = app.device();
    await creator.request('/api/session', {});
    const wanted = { seminarId: freshId(), description: view.description, atelier: null };
    const answers = [
      await creator.request('/api/seminars', wanted),
      await creator.request('/api/seminars', wanted),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect((await app.device().request('/api/seminars', wanted)).status).toBe(409);
  });
});

describe('one phone for several people', () => {
  test('a shared one forgets who is done, and nobody else', async () => {
    const { sitting, sittingId } = await app.seminar();
    const [desk, other] = [app.device(), app.device()];
    const [yann, maelle] = [freshId(), freshId()];
    await desk.join(sitting.code, 'Yann', yann);
    await desk.join(sitting.code, 'Maëlle', maelle);
    await other.join(sitting.code, 'Inès');
    // Another device cannot make this one forget anybody.
    expect((await other.request('/api/leave', { sittingId, personId: maelle })).status).toBe(200);
    expect((await desk.request('/api/leave', { sittingId, personId: yann })).status).toBe(200);
    expect((await app.device().request('/api/leave', { sittingId, personId: yann })).status).toBe(200);
    const preview = await desk.json<{ people: { personId: string }[] }>('/api/join', {
      code: sitting.code,
      person: null,
    });
    expect(preview.people.map(({ personId }) => personId)).toEqual([maelle]);
    // Forgotten is not removed: the person is still of the séminaire, and no other device can take their id.
    await expect(other.join(sitting.code, 'Voleur', yann)).rejects.toThrow('access/forbidden');
  });

  test('each says what they say under their own name, and nobody under another device’s', async () => {
    const { sitting, sittingId } = await app.seminar();
    const phone = app.device();
    const [yann, maelle] = [freshId(), freshId()];
    await phone.join(sitting.code, 'Yann', yann);
    await phone.join(sitting.code, 'Maëlle', maelle);
    const preview = await phone.json<{ people: unknown[] }>('/api/join', {
      code: sitting.code,
      person: null,
    });
    expect(preview.people).toEqual([
      { personId: yann, name: 'Yann LE GOFF' },
      { personId: maelle, name: 'Maëlle LE GOFF' },
    ]);

    const socket = phone.socket();
    await connected(socket);
    const say = (text: string, by: string | null) =>
      socket.emitWithAck('command', {
        commandId: freshId(),
        as: 'participant',
        by,
        command: contribute(sittingId, text),
      });
    for (const [text, by] of [
      ['De Yann.', yann],
      ['De la dernière arrivée.', null],
    ] as const)
      expect(await say(text, by)).toMatchObject({ ok: true });
    expect(await say('D’une autre.', freshId())).toMatchObject({ error: { code: 'access/forbidden' } });
    const seenBy = (by: string) =>
      socket.emitWithAck('subscribe', { channel: 'sitting', sittingId, audience: 'participant', by });
    expect(await seenBy(yann)).toMatchObject({
      value: {
        me: { personId: yann, name: 'Yann LE GOFF' },
        contributions: [
          { text: 'De la dernière arrivée.', attribution: { name: 'Maëlle LE GOFF' } },
          { text: 'De Yann.', attribution: { name: 'Yann LE GOFF' } },
        ],
      },
    });
    expect(await seenBy(maelle)).toMatchObject({ value: { me: { personId: maelle } } });

    const other = app.device();
    await expect(other.join(sitting.code, 'Voleur', yann)).rejects.toThrow('access/forbidden');
  });
});

describe('one shared text end to end', () => {
  test('a stock y-websocket client writes; after SIGKILL another reads it; who may not read is told once', async () => {
    const { sitting, sittingId, organiser } = await app.seminar();
    const socket = organiser.socket();
    await connected(socket);
    const { documents } = await subscribed(socket, { channel: 'sitting', sittingId, audience: 'console' });
    const writing = organiser.text(documents.synthesis ?? '');
    await until(() => writing.provider.synced);
    // A section per point, made by the app.process().
    expect(JSON.stringify(writing.doc.getXmlFragment('text').toJSON())).toContain('Point item-one');
    const yann = app.device();
    await yann.join(sitting.code, 'Yann');
    const reading = organiser.text(documents.synthesis ?? '');
    await until(() => reading.provider.synced);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('Le comité existe par ceux qui l’ont croisé.')]);
    const fragment = writing.doc.getXmlFragment('text');
    fragment.insert(fragment.length, [paragraph]);
    // What anyone else has seen is on disk.
    await until(() => reading.doc.getXmlFragment('text').toString().includes('croisé'));

    await app.cutPower();
    const again = organiser.text(documents.synthesis ?? '');
    await until(() => again.doc.getXmlFragment('text').toString().includes('croisé'));

    const refused = yann.text(documents.synthesis ?? '');
    const code = await new Promise<number>((resolve) =>
      refused.provider.on('connection-close', (event) => resolve(event?.code ?? 0)),
    );
    expect(code).toBe(4403);
    expect(refused.doc.getXmlFragment('text').length).toBe(0);
  });
});
