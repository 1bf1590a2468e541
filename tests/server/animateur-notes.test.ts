/** The animateur's notes over real sockets: for those who run the sitting, and for nobody who reads along. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { agendaItem } from '#core/agenda/plan.ts';
import type { SittingFrame } from '#protocol/views.ts';
import { systemTimers } from '../../server/clock.ts';
import { openMemoryStorage } from '../../server/storage/memory/memory-storage.ts';
import type { AppHere } from '../support/app-here.ts';
import { startAppHere } from '../support/app-here.ts';
import { commanded, connected, createdSeminar, Device } from '../support/device.ts';
import { settableClock } from '../support/surroundings.ts';

const NOTES = 'Ne pas laisser le président ouvrir.';
let app: AppHere;
let devices: Device[];

beforeEach(async () => {
  app = await startAppHere(openMemoryStorage(), { clock: settableClock(), timers: systemTimers });
  devices = [];
});
afterEach(async () => {
  devices.forEach((it) => it.close());
  await app.close();
});

test('a console that reads along has the context and not the notes, at first and in every frame', async () => {
  const { organiser, view, sittingId } = await createdSeminar(app.url);
  const links = view.ateliers[0]?.sittings[0]?.links;
  const atelierId = view.ateliers[0]?.atelierId;
  if (!links || !atelierId) throw new Error('no sitting');
  const [animateur, rapporteur] = [new Device(app.url), new Device(app.url)];
  devices.push(organiser, animateur, rapporteur);
  await animateur.openLink(links.animateur);
  await rapporteur.openLink(links.rapporteur);
  const item = agendaItem({ id: 'item-one', title: 'Accueil', context: ['Bilan.'], animateurNotes: NOTES });
  const revise = async (expectedRevision: number) => {
    const socket = organiser.socket();
    await connected(socket);
    await commanded(socket, 'organiser', {
      ...{ type: 'plan/revise', atelierId, expectedRevision },
      items: [{ ...item, context: [...item.context], questions: [] }],
    });
  };
  await revise(1);
  const seenBy = async (device: Device) => {
    const socket = device.socket();
    await connected(socket);
    const to = { channel: 'sitting', sittingId, audience: 'console', by: null } as const;
    const frame = new Promise<SittingFrame>((resolve) => socket.once('sitting', resolve));
    return { state: JSON.stringify(await socket.emitWithAck('subscribe', to)), frame };
  };
  const [runs, reads] = [await seenBy(animateur), await seenBy(rapporteur)];
  expect([runs.state.includes(NOTES), reads.state.includes(NOTES)]).toEqual([true, false]);
  expect(reads.state).toContain('Bilan.');
  await revise(2);
  const frames = (await Promise.all([runs.frame, reads.frame])).map((it) => JSON.stringify(it));
  expect(frames.map((it) => it.includes(NOTES))).toEqual([true, false]);
  expect(frames[1]).toContain('Bilan.');
});
