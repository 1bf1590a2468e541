/** A room's computer over real HTTP and sockets: paired, told, identified, withdrawn, over with the day, restarted. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PairingPage } from '#protocol/inputs.ts';
import type {
  Identified,
  PairingNotice,
  PairingState,
  PairingsView,
  PairingView,
} from '#protocol/pairing-views.ts';
import type { SeminarState } from '#protocol/regie-views.ts';
import type { SeminarView, SittingFrame } from '#protocol/views.ts';
import type { Storage } from '../../server/seminars/storage.port.ts';
import { systemTimers } from '../../server/clock.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/sqlite-storage.ts';
import { newSqliteFolder } from '../contract/sqlite-folder.ts';
import type { SqliteFolder } from '../contract/sqlite-folder.ts';
import type { AppHere } from '../support/app-here.ts';
import { startAppHere } from '../support/app-here.ts';
import { commanded, connected, createdSeminar, Device, freshId, subscribed } from '../support/device.ts';
import { until } from '../support/served-app.ts';
import { recordingLogger, settableClock } from '../support/surroundings.ts';
import type { SettableClock } from '../support/surroundings.ts';
import { selectiveTimers } from '../support/timers.ts';
import type { SelectiveTimers } from '../support/timers.ts';

const HOUR = 3_600_000;

let home: SqliteFolder;
let storage: Storage;
let clock: SettableClock;
let timers: SelectiveTimers;
let app: AppHere;
let devices: Device[];

const open = async (): Promise<Storage> => openSqliteStorage({ file: home.file, logger: recordingLogger() });

beforeEach(async () => {
  home = await newSqliteFolder();
  storage = await open();
  clock = settableClock();
  // What waits for minutes or hours waits for the test; the rest runs as it does in production.
  timers = selectiveTimers(systemTimers, 10_000);
  app = await startAppHere(storage, { clock, timers });
  devices = [];
});
afterEach(async () => {
  devices.forEach((it) => it.close());
  await app.close();
  await storage.close();
  await home.remove();
});

async function restart(): Promise<void> {
  const { port } = app;
  await app.close();
  await storage.close();
  storage = await open();
  app = await startAppHere(storage, { clock, timers }, port);
}

function device(): Device {
  const made = new Device(app.url);
  devices.push(made);
  return made;
}

/** A séminaire with its organiser, and an animateur's phone. */
async function seminar() {
  const { organiser, view, sittingId } = await createdSeminar(app.url);
  devices.push(organiser);
  const sitting = view.ateliers[0]?.sittings[0];
  if (!sitting) throw new Error('no sitting');
  const phone = device();
  await phone.openLink(sitting.links.animateur);
  return { organiser, phone, sittingId, sitting, seminarId: view.seminarId };
}

/** A room's computer with its page open, and what it was told. */
async function computer() {
  const it = device();
  const state = await it.json<PairingState>('/api/pairing', {});
  if (state.state !== 'waiting') throw new Error(state.state);
  const socket = it.socket();
  const notices: PairingNotice[] = [];
  socket.on('pairing', (notice) => notices.push(notice));
  await connected(socket);
  return { it, socket, notices, number: state.number, until: state.until };
}

const pair = (by: Device, number: string, sittingId: string, shows: PairingPage) =>
  by.request('/api/pairings', { number, sittingId, shows });
const paired = async (by: Device, number: string, sittingId: string, shows: PairingPage) => {
  const answer = await pair(by, number, sittingId, shows);
  if (answer.status !== 201) throw new Error(await answer.text());
  return (await answer.json()) as PairingView;
};
const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { error: { code: string } }).error.code;

/** The organiser's socket, and the atelier of the sitting. */
async function subscribedRegie(organiser: Device, sittingId: string) {
  const socket = organiser.socket();
  await connected(socket);
  const { head } = await subscribed(socket, { channel: 'sitting', sittingId, audience: 'console' });
  return { socket, atelierId: head.atelierId };
}

describe('a number', () => {
  test('is drawn once for a computer, has six digits, and serves ten minutes', async () => {
    const { phone, sittingId } = await seminar();
    const { it, number, until: end } = await computer();
    expect(number).toMatch(/^\d{6}$/);
    expect(end).toBe(clock.now() + 10 * 60_000);
    expect(await it.json('/api/pairing', {})).toMatchObject({ number });
    clock.advance(9.5 * 60_000);
    const renewed = await it.json<PairingState>('/api/pairing', {});
    expect(renewed.state === 'waiting' && renewed.number).not.toBe(number);
    // Whoever was typing the first one is not sent back.
    expect((await paired(phone, number, sittingId, 'screen')).shows).toBe('screen');
  });

  test('that ended, or is unknown, opens nothing; too many of those and nothing is tried any more', async () => {
    const { phone, sittingId } = await seminar();
    const { it, number } = await computer();
    clock.advance(10 * 60_000);
    expect(await it.json('/api/pairing')).toEqual({ state: 'none' });
    expect(await codeOf(await pair(phone, number, sittingId, 'screen'))).toBe('pairing/unknown-number');
    const tries = await Promise.all(
      Array.from({ length: 150 }, () => pair(phone, '000000', sittingId, 'screen')),
    );
    expect(tries.map(({ status }) => status)).toContain(404);
    expect(await codeOf(await pair(phone, '000000', sittingId, 'screen'))).toBe('protocol/too-many');
  });

  test('is taken with spaces, and only from those who run the sitting', async () => {
    const { phone, sitting, sittingId } = await seminar();
    const { number } = await computer();
    const rapporteur = device();
    await rapporteur.openLink(sitting.links.rapporteur);
    const stranger = device();
    await stranger.request('/api/session', {});
    for (const other of [rapporteur, stranger])
      expect(await codeOf(await pair(other, number, sittingId, 'screen'))).toBe('access/forbidden');
    expect(await codeOf(await pair(device(), number, sittingId, 'screen'))).toBe('access/no-session');
    expect(await codeOf(await pair(phone, number, freshId(), 'screen'))).toBe('seminar/unknown');
    await paired(phone, `${number.slice(0, 3)} ${number.slice(3)}`, sittingId, 'screen');
  });
});

describe('a paired computer', () => {
  test('is told what it is, sees what that may see, and nothing more', async () => {
    const { phone, sittingId } = await seminar();
    const { it, socket, notices, number } = await computer();
    const { pairingId } = await paired(phone, number, sittingId, 'screen');
    await until(() => notices.length === 1);
    expect(notices[0]).toMatchObject({
      type: 'state',
      pairing: { state: 'paired', pairingId, shows: 'screen', path: `/seances/${sittingId}/ecran` },
    });
    expect(await it.json('/api/pairing', {})).toMatchObject({ state: 'paired', pairingId });
    await subscribed(socket, { channel: 'sitting', sittingId, audience: 'screen' });
    await expect(subscribed(socket, { channel: 'sitting', sittingId, audience: 'console' })).rejects.toThrow(
      'access/forbidden',
    );
    expect(await it.json('/api/session')).toMatchObject({ grants: [{ role: 'screen', sittingId }] });
  });

  test('goes where the phone sends it, and says which one it is', async () => {
    const { phone, sittingId } = await seminar();
    const [first, second] = [await computer(), await computer()];
    await paired(phone, first.number, sittingId, 'screen');
    const { pairingId } = await paired(phone, second.number, sittingId, 'screen');
    const told = await phone.json<PairingView>(`/api/pairings/${pairingId}/show`, {
      sittingId,
      shows: 'synthesis',
    });
    expect(told).toMatchObject({ pairingId, shows: 'synthesis', connected: true });
    await until(() => second.notices.length === 2);
    expect(second.notices[1]).toMatchObject({ pairing: { shows: 'synthesis' } });
    expect(JSON.stringify(second.notices[1])).toContain('/synthese?seance=');
    const { word } = await phone.json<Identified>(`/api/pairings/${pairingId}/identify`, {});
    await until(() => second.notices.length === 3);
    expect(second.notices[2]).toEqual({ type: 'identify', word });
    expect(word).toBe('2');
    const listed = await phone.json<PairingsView>(`/api/sittings/${sittingId}/pairings`);
    expect(listed.pairings.map(({ shows, connected: there }) => [shows, there])).toEqual([
      ['screen', true],
      ['synthesis', true],
    ]);
    expect(listed.address).toMatch(/\/appairer$/);
    expect(first.notices).toHaveLength(1);
  });

  test('as a console commands in the name of who paired it, and pairs nobody', async () => {
    const { phone, sittingId } = await seminar();
    const { it, socket, number } = await computer();
    const other = await computer();
    await paired(phone, number, sittingId, 'console');
    const state = await subscribed(socket, { channel: 'sitting', sittingId, audience: 'console' });
    // A link copied from it would outlive the pairing.
    expect((await it.request(`/api/sittings/${sittingId}/links`)).status).toBe(403);
    const mine = await phone.json<{ grants: { role: string }[] }>('/api/session');
    expect(mine.grants).toHaveLength(1);
    expect(state.me.role).toBe('animateur');
    expect(state.me.personId).not.toBeNull();
    const link = await it.request('/api/personal-link', { sittingId, personId: state.me.personId });
    expect(link.status).toBe(403);
    const start = await commanded(socket, 'animateur', {
      type: 'run/start',
      sittingId,
      expectedRunEvents: 0,
    });
    expect(start.ok).toBe(true);
    expect(await codeOf(await pair(it, other.number, sittingId, 'screen'))).toBe('access/forbidden');
  });
});

test('as the synthesis it is the rapporteur’s, whose name is not that of who paired it', async () => {
  const { organiser, phone, sittingId } = await seminar();
  const { it, socket, number } = await computer();
  await paired(phone, number, sittingId, 'synthesis');
  const state = async () => subscribed(socket, { channel: 'sitting', sittingId, audience: 'console' });
  const { me } = await state();
  expect(me).toMatchObject({ role: 'rapporteur', name: '' });
  const maelle = { firstName: 'Maëlle', lastName: 'CARADEC', function: '', town: '', consent: 'none' };
  await it.json('/api/introduction', { personId: me.personId, ...maelle });
  expect((await state()).me.name).toBe('Maëlle CARADEC');
  expect(await phone.json('/api/session')).toMatchObject({ grants: [{ name: '' }] });
  const { seminarId } = (await state()).head;
  const view = await organiser.json<SeminarView>(`/api/seminars/${seminarId}`);
  expect(view.ateliers[0]?.sittings[0]?.rapporteurs).toEqual(['Maëlle CARADEC']);
});

describe('withdrawn from the phone', () => {
  test('its rights are gone on every channel, and it is told', async () => {
    const { phone, sittingId } = await seminar();
    const { it, socket, notices, number } = await computer();
    const { pairingId } = await paired(phone, number, sittingId, 'console');
    const state = await subscribed(socket, { channel: 'sitting', sittingId, audience: 'console' });
    const notes = it.text(state.documents.notes ?? '');
    await until(() => notes.provider.synced);
    let heard = 0;
    // The empty frame that makes it ask anew, and be refused, tells it nothing.
    socket.on('sitting', ({ changes }) => (heard += changes.length));
    const closes: number[] = [];
    notes.provider.on('connection-close', (event) => void closes.push(event?.code ?? 0));

    const withdrawn = await phone.request(`/api/pairings/${pairingId}/withdraw`, {});
    expect(withdrawn.status).toBe(200);
    await until(() => notices.length === 2 && closes.length > 0);
    expect(notices[1]).toEqual({ type: 'state', pairing: { state: 'none' } });
    expect(closes[0]).toBe(4403);
    // What it was told before is not what it is told after.
    heard = 0;
    const start = { type: 'run/start', sittingId, expectedRunEvents: 0 } as const;
    expect(await commanded(socket, 'animateur', start)).toMatchObject({
      error: { code: 'access/forbidden' },
    });
    await expect(subscribed(socket, { channel: 'sitting', sittingId, audience: 'screen' })).rejects.toThrow(
      'access/forbidden',
    );
    expect(await codeOf(await it.request(`/api/sittings/${sittingId}/pairings`))).toBe('access/forbidden');
    expect(
      await codeOf(await phone.request(`/api/pairings/${pairingId}/show`, { sittingId, shows: 'screen' })),
    ).toBe('pairing/unknown');
    // The room goes on without it.
    const animateur = phone.socket();
    await connected(animateur);
    await subscribed(animateur, { channel: 'sitting', sittingId, audience: 'console' });
    const frame = new Promise((resolve) => animateur.once('sitting', resolve));
    expect((await commanded(animateur, 'animateur', start)).ok).toBe(true);
    await frame;
    expect(heard).toBe(0);
  });

  test('nobody else may withdraw it, show something else or find it', async () => {
    const { phone, sitting, sittingId } = await seminar();
    const { number } = await computer();
    const { pairingId } = await paired(phone, number, sittingId, 'screen');
    const rapporteur = device();
    await rapporteur.openLink(sitting.links.rapporteur);
    const shown = { sittingId, shows: 'console' };
    expect(await codeOf(await rapporteur.request(`/api/pairings/${pairingId}/withdraw`, {}))).toBe(
      'access/forbidden',
    );
    expect(await codeOf(await rapporteur.request(`/api/pairings/${pairingId}/identify`, {}))).toBe(
      'access/forbidden',
    );
    expect(await codeOf(await rapporteur.request(`/api/pairings/${pairingId}/show`, shown))).toBe(
      'access/forbidden',
    );
    expect(await codeOf(await rapporteur.request(`/api/sittings/${sittingId}/pairings`))).toBe(
      'access/forbidden',
    );
    expect(await codeOf(await phone.request(`/api/pairings/${freshId()}/withdraw`, {}))).toBe(
      'pairing/unknown',
    );
  });
});

test('it ends with its sitting: the computer is free for another one, and stays so', async () => {
  const { organiser, phone, sittingId } = await seminar();
  const view = await subscribedRegie(organiser, sittingId);
  const second = freshId();
  const added = { sittingId: second, room: 'Groix', start: null, label: 'groupe 2' };
  await commanded(view.socket, 'organiser', {
    ...{ type: 'sittings/add', atelierId: view.atelierId },
    sittings: [added],
  });
  const { it, socket, notices, number } = await computer();
  await paired(organiser, number, second, 'screen');
  await subscribed(socket, { channel: 'sitting', sittingId: second, audience: 'screen' });
  const told = new Promise<SittingFrame>((resolve) => socket.once('sitting', resolve));
  const removed = await commanded(view.socket, 'organiser', { type: 'sitting/remove', sittingId: second });
  expect(removed.ok).toBe(true);
  const frame = await told;
  expect([frame.sittingId, frame.prev]).toEqual([second, frame.seq]);
  await until(() => notices.length === 2);
  expect(notices[1]).toEqual({ type: 'state', pairing: { state: 'none' } });
  expect(await it.json('/api/session')).toEqual({ grants: [] });
  await restart();
  const again = await it.json<PairingState>('/api/pairing', {});
  if (again.state !== 'waiting') throw new Error(again.state);
  await paired(phone, again.number, sittingId, 'screen');
});

test('it ends with the day: its rights go at midnight, and it is told', async () => {
  const { phone, sittingId } = await seminar();
  const { it, socket, notices, number } = await computer();
  await paired(phone, number, sittingId, 'screen');
  await subscribed(socket, { channel: 'sitting', sittingId, audience: 'screen' });
  clock.advance(14.9 * HOUR);
  timers.runHeld();
  expect(await it.json('/api/pairing')).toMatchObject({ state: 'paired' });
  clock.advance(0.2 * HOUR);
  expect(await it.json('/api/session')).toEqual({ grants: [] });
  timers.runHeld();
  await until(() => notices.length === 2);
  expect(notices[1]).toEqual({ type: 'state', pairing: { state: 'none' } });
});

test('after a restart it is paired as before, and one that waited gets another number', async () => {
  const { phone, sittingId } = await seminar();
  const { it, socket, number } = await computer();
  const waiting = await computer();
  const { pairingId } = await paired(phone, number, sittingId, 'screen');
  await restart();
  await Promise.all([connected(socket), connected(waiting.socket)]);
  expect(await it.json('/api/pairing', {})).toMatchObject({ state: 'paired', pairingId });
  await subscribed(socket, { channel: 'sitting', sittingId, audience: 'screen' });
  expect(await waiting.it.json('/api/pairing')).toEqual({ state: 'none' });
  expect(await waiting.it.json('/api/pairing', {})).toMatchObject({ state: 'waiting' });
  await phone.request(`/api/pairings/${pairingId}/withdraw`, {});
  await restart();
  expect(await it.json('/api/pairing')).toEqual({ state: 'none' });
});

test('the régie counts projectors: there, gone, and gone on purpose', async () => {
  const { organiser, phone, sittingId, seminarId } = await seminar();
  const { socket, number } = await computer();
  const regie = organiser.socket();
  await connected(regie);
  const row = async () => {
    const answer = await regie.emitWithAck('subscribe', { channel: 'seminar', seminarId });
    return answer.ok ? (answer.value as SeminarState).rows[0]?.screens : answer.error.code;
  };
  const { pairingId } = await paired(phone, number, sittingId, 'screen');
  await subscribed(socket, { channel: 'sitting', sittingId, audience: 'screen' });
  expect(await row()).toEqual({ connected: 1, lost: 0 });
  socket.disconnect();
  const listed = async () =>
    (await phone.json<PairingsView>(`/api/sittings/${sittingId}/pairings`)).pairings[0]?.connected;
  while (await listed()) await new Promise((resolve) => setTimeout(resolve, 10));
  timers.runHeld();
  expect(await row()).toEqual({ connected: 0, lost: 1 });
  await phone.request(`/api/pairings/${pairingId}/withdraw`, {});
  expect(await row()).toEqual({ connected: 0, lost: 0 });
});
