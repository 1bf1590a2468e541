/** What each audience of a sitting is told, over real sockets: everything that came is kept, and read for what must not. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#core/access/roles.ts';
import { hashOfKey } from '#lib/client/contribution-keys.ts';
import type { Audience, Command } from '#protocol/inputs.ts';
import type { Own, SeminarView } from '#protocol/views.ts';
import type { Answer, Page } from '#protocol/socket.ts';
import { systemClock, systemTimers } from '../../server/clock.ts';
import { openMemoryStorage } from '../../server/storage/memory/memory-storage.ts';
import { startAppHere } from '../support/app-here.ts';
import type { AppHere } from '../support/app-here.ts';
import { commanded, connected, createdSeminar, Device, freshId, subscribed } from '../support/device.ts';
import { contribute, until } from '../support/served-app.ts';

let app: AppHere;
const devices: Device[] = [];
beforeAll(async () => {
  app = await startAppHere(openMemoryStorage(), { clock: systemClock, timers: systemTimers });
});
afterAll(async () => {
  devices.forEach((device) => device.close());
  await app.close();
});

/** A device on a page; `heard` is everything that it was ever told. */
async function listener(device: Device, as: Role, sittingId: string, audience: Audience) {
  const socket = device.socket();
  const heard: string[] = [];
  socket.onAny((event: string, payload: unknown) => heard.push(JSON.stringify([event, payload])));
  await connected(socket);
  heard.push(JSON.stringify(await subscribed(socket, { channel: 'sitting', sittingId, audience })));
  const give = async (command: Command): Promise<void> => {
    const answer = await commanded(socket, as, command);
    if (!answer.ok) throw new Error(`${command.type}: ${answer.error.code}`);
  };
  const own = async (keys: { contributionId: string; key: string }[] = []): Promise<Own> => {
    const answer: Answer<Own> = await socket.emitWithAck('own', { sittingId, by: null, keys });
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  const page = async (): Promise<Page> => {
    const answer: Answer<Page> = await socket.emitWithAck('page', { sittingId, by: null, before: 10_000 });
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  return {
    ...{ socket, give, own, page },
    hears: (words: string): boolean => heard.some((it) => it.includes(words)),
    count: (words: string): number => heard.filter((it) => it.includes(words)).length,
    forget: (): void => void heard.splice(0),
  };
}

async function everybody() {
  const { organiser, view, sittingId } = await createdSeminar(app.url);
  devices.push(organiser);
  const atelierId = view.ateliers[0]?.atelierId ?? '';
  const elsewhere = freshId();
  const place = { sittingId: elsewhere, room: '', start: null, label: 'groupe 2' };
  const prepares = await listener(organiser, 'organiser', sittingId, 'console');
  await prepares.give({ type: 'sittings/add', atelierId, sittings: [place] });
  const whole = await organiser.json<SeminarView>(`/api/seminars/${view.seminarId}`);
  const [here, other] = whole.ateliers[0]?.sittings ?? [];
  if (!here || !other) throw new Error('no sittings');
  const fresh = (): Device => {
    const device = new Device(app.url);
    devices.push(device);
    return device;
  };
  const byLink = async (link: string, as: Role, audience: Audience) => {
    const device = fresh();
    await device.openLink(link);
    return listener(device, as, sittingId, audience);
  };
  const joining = async (firstName: string, consent: string, code = here.code) => {
    const device = fresh();
    const personId = freshId();
    const person = { personId, firstName, lastName: 'CARADEC', function: '', town: '', consent };
    const response = await device.request('/api/join', { code, person });
    if (!response.ok) throw new Error(await response.text());
    return { device, personId };
  };
  const [yann, maelle, lena, away] = [
    await joining('Yann', 'name-and-function'),
    await joining('Maëlle', 'none'),
    await joining('Léna', 'name-and-function'),
    await joining('Goulven', 'name-and-function', other.code),
  ];
  return {
    ...{ sittingId, personIds: [yann, maelle].map(({ personId }) => personId), yannId: yann.personId, away },
    console: await byLink(here.links.animateur, 'animateur', 'console'),
    writer: await byLink(here.links.rapporteur, 'rapporteur', 'console'),
    reader: await byLink(other.links.animateur, 'animateur', 'console'),
    screen: await byLink(here.links.screen, 'screen', 'screen'),
    yann: await listener(yann.device, 'participant', sittingId, 'participant'),
    maelle: await listener(maelle.device, 'participant', sittingId, 'participant'),
    phone: await listener(lena.device, 'participant', sittingId, 'participant'),
  };
}

const made = (sittingId: string, text: string, more: object = {}) => {
  const command = { ...contribute(sittingId, text), ...more };
  if (command.type !== 'contribution/make') throw new Error('not made');
  return command;
};

describe('what each audience is told', () => {
  test('no name without consent, no reason, no earlier or silent words, no votes, no subject', async () => {
    const { sittingId, personIds, yannId, ...all } = await everybody();
    const { console: conducts, writer, reader, screen, yann, maelle, phone } = all;
    const crowd = { reader, phone, screen };
    const first = made(sittingId, 'Paroles de quelqu’un.');
    const vivid = made(sittingId, 'Mots trop vifs.');
    await maelle.give(first);
    await yann.give(vivid);
    await until(() => [conducts, writer, reader, phone].every((it) => it.hears('Mots trop vifs.')));
    Object.values(crowd).forEach((it) => it.forget());

    const { contributionId, itemId, questionId, kind } = vivid;
    const changed = { sittingId, contributionId, itemId, questionId, kind, text: 'Mots choisis.' };
    await yann.give({ type: 'contribution/change', ...changed, key: null });
    const heardAloud = { entry: 'speech', attributedTo: yannId };
    await writer.give(made(sittingId, 'Dit à voix haute.', heardAloud));
    const silence = { type: 'silence/open', sittingId, silenceId: freshId(), itemId: null, questionId: null };
    await conducts.give({ ...silence, type: 'silence/open', minutes: 5 });
    await yann.give(made(sittingId, 'Écrit tout bas.', { silenceId: silence.silenceId }));
    const dotsId = freshId();
    await conducts.give({
      type: 'dots/open',
      sittingId,
      dotsId,
      budget: 3,
      contributionIds: [contributionId],
    });
    await yann.give({ type: 'dots/place', sittingId, dotsId, contributionId, count: 3 });
    const announce = { type: 'floor/announce', sittingId, announced: true } as const;
    await expect(maelle.give(announce)).rejects.toThrow('access/forbidden');
    await conducts.give(announce);
    const ask = { type: 'floor/ask', sittingId, askId: freshId(), personId: null } as const;
    await maelle.give({ ...ask, about: 'À propos des impayés' });
    await conducts.give({ type: 'wall/set', sittingId, shows: 'all' });
    await conducts.give({
      ...{ type: 'contribution/hide', sittingId, contributionId: first.contributionId },
      reason: 'Une famille y est reconnaissable.',
    });
    await until(() => screen.hears('"screen-texts"') && screen.count('Mots choisis.') > 0);
    await until(() => [reader, phone].every((it) => it.hears('"contributions-gone"')));
    await until(() => Object.values(crowd).every((it) => it.hears('"dots-voters"') && it.hears(ask.askId)));
    await until(() => [conducts, writer].every((it) => it.hears('reconnaissable')));

    const never = [
      ...['Maëlle', 'reconnaissable', 'Mots trop vifs.', 'tout bas', 'impayés', '"counts":{'],
      ...personIds,
    ];
    for (const [who, it] of Object.entries(crowd))
      for (const words of never) expect(it.hears(words), `${who}: ${words}`).toBe(false);
    expect(JSON.stringify(await phone.page())).not.toMatch(/Maëlle|vifs|tout bas|reconnaissable|quelqu’un/);
    expect(JSON.stringify(await reader.page())).not.toMatch(/Maëlle|vifs|tout bas|reconnaissable|quelqu’un/);
    for (const staff of [conducts, writer]) {
      for (const words of ['Maëlle CARADEC', 'Mots trop vifs.', 'impayés'])
        expect(staff.hears(words)).toBe(true);
      expect(staff.hears('tout bas') || staff.hears('"counts":{')).toBe(false);
      expect(JSON.stringify(await staff.page())).toContain('reconnaissable');
    }
    // A projector has no list.
    const list: Answer<Page> = await screen.socket.emitWithAck('page', { sittingId, by: null, before: 9 });
    expect(list).toEqual({ ok: false, error: { code: 'access/forbidden' } });
    expect(screen.hears('"type":"contribution"')).toBe(false);
  });

  test('one’s own goes to the pages of the person, and of what has no name to who has the key', async () => {
    const { sittingId, yannId, ...all } = await everybody();
    const { console: conducts, writer, yann, phone, maelle } = all;
    const key = freshId();
    const unnamed = made(sittingId, 'Sans mon nom.', { unnamed: true, keyHash: hashOfKey(key) });
    await phone.give(unnamed);
    const aloud = made(sittingId, 'Dit à voix haute.', { entry: 'speech', attributedTo: yannId });
    await writer.give(aloud);
    await until(() => yann.hears('["own"'));
    await conducts.give({
      ...{
        type: 'contribution/hide',
        sittingId,
        contributionId: unnamed.contributionId,
        reason: 'Hors sujet.',
      },
    });
    await until(() => phone.hears('"contributions-gone"'));
    expect(await yann.own()).toMatchObject({
      contributions: [{ toAgree: true, contribution: { entry: 'speech' } }],
    });
    const keys = [{ contributionId: unnamed.contributionId, key }];
    expect(await phone.own(keys)).toMatchObject({ contributions: [{ hidden: 'Hors sujet.' }] });
    expect(await phone.own([{ contributionId: unnamed.contributionId, key: freshId() }])).toMatchObject({
      ...{ contributions: [], presentation: null },
    });
    expect(await maelle.own()).toMatchObject({ contributions: [], presentation: null });
    expect(maelle.hears('["own"') || phone.hears('["own"')).toBe(false);
  });

  test('who takes part in another sitting is told nothing of this one', async () => {
    const { sittingId, away } = await everybody();
    const socket = away.device.socket();
    await connected(socket);
    const refused = { ok: false, error: { code: 'access/forbidden' } };
    const [by, before] = [null, 100];
    for (const audience of ['participant', 'console', 'screen'] as const)
      expect(await socket.emitWithAck('subscribe', { channel: 'sitting', sittingId, audience, by })).toEqual(
        refused,
      );
    expect(await socket.emitWithAck('page', { sittingId, by, before })).toEqual(refused);
    expect(await socket.emitWithAck('own', { sittingId, by, keys: [] })).toEqual(refused);
    const malformed = { sittingId, by, keys: [{ contributionId: 'x', key: 'short' }] };
    expect(await socket.emitWithAck('own', malformed)).toMatchObject({
      error: { code: 'protocol/malformed' },
    });
  });

  test('a live command that comes too late is refused, and not done', async () => {
    const { sittingId, console: conducts, phone } = await everybody();
    const late = {
      ...{ commandId: freshId(), as: 'animateur' as const, by: null, validUntil: Date.now() - 1 },
      command: { type: 'wall/set', sittingId, shows: 'all' } as const,
    };
    const answer = await conducts.socket.emitWithAck('command', late);
    expect(answer).toEqual({ ok: false, error: { code: 'protocol/too-late' } });
    const now = { ...late, commandId: freshId(), validUntil: Date.now() + 10_000 };
    expect(await conducts.socket.emitWithAck('command', now)).toMatchObject({ ok: true });
    await until(() => phone.hears('"type":"wall"'));
    expect(phone.count('"type":"wall"')).toBe(1);
  });
});
