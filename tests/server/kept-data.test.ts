/** Data folders of every version that was ever released open for ever, links, codes, words and all. */
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { ActesView } from '#protocol/actes-views.ts';
import type { SeminarView } from '#protocol/views.ts';
import { connected, Device, subscribed } from '../support/device.ts';
import { startServer } from '../support/server-process.ts';
import type { KeptData } from '../fixtures/kept-data.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const folders = (await readdir(fixtures)).filter((name) => name.startsWith('data-'));

/** What was said and done in a room, and what is left of a closed one. */
async function expectSaid(
  said: NonNullable<KeptData['said']>,
  notSaid: readonly string[],
  organiser: Device,
): Promise<void> {
  const { sittingId, personId, personalLink, heading, photoId, photoBytes, closedSittingId } = said;
  const socket = organiser.socket();
  await connected(socket);
  const state = await subscribed(socket, { channel: 'sitting', sittingId, audience: 'console' });
  const name = (it: string) => ({ person: { attribution: { name: expect.stringContaining(it) as string } } });
  expect(state.floor).toMatchObject({ order: 'first-timers', announced: true, notYetSpoken: 1 });
  expect(state.floor.asks).toMatchObject([{ ...name('KERVELLA'), about: 'Le bateau' }]);
  expect(state.floor.speaking).toMatchObject({ ...name('LE GOFF'), minutes: 3 });
  expect(state.round).toMatchObject({ done: 2, people: 2, closed: true });
  expect(state.groups).toMatchObject([{ heading }]);
  expect(state.contributions.filter(({ groupId }) => groupId === state.groups[0]?.id)).toHaveLength(2);
  expect(state.dots).toMatchObject({ budget: 3, voters: 1, shown: true });
  expect(Object.values(state.dots?.counts ?? {})).toContain(2);
  expect(state).toMatchObject({ wall: 'approved', silence: null, notesOpen: false, closed: false });
  expect(state.photos).toMatchObject([{ id: photoId, itemId: 'item-four', included: true }]);
  const photo = await organiser.request(state.photos[0]?.path ?? '');
  expect((await photo.arrayBuffer()).byteLength).toBe(photoBytes);

  const phone = new Device(organiser.url);
  await phone.openLink(personalLink);
  const own = phone.socket();
  await connected(own);
  const answer = await own.emitWithAck('own', { sittingId, by: personId, keys: [] });
  phone.close();
  if (!answer.ok) throw new Error(answer.error.code);
  expect(answer.value).toMatchObject({ person: { firstName: 'Soizic' }, presentation: { agreed: true } });
  expect(answer.value.contributions.map(({ hidden }) => hidden)).toContain('Un nom.');

  const closed = await subscribed(socket, {
    ...{ channel: 'sitting', sittingId: closedSittingId, audience: 'console' },
  });
  expect(closed.closed).toBe(true);
  expect(closed.contributions.filter(({ changed }) => changed)).toMatchObject([{ text: 'Un mot d’après.' }]);
  for (const words of notSaid) expect(JSON.stringify(closed)).not.toContain(words);
}

/** Readers, the organiser and the log agree on what became of the actes. */
async function expectActes(kept: NonNullable<KeptData['actes']>, organiser: Device, seminarId: string) {
  const { slug, step, erratum, erased, versions } = kept;
  const page = await (await fetch(`${organiser.url}/actes/${slug}`)).text();
  for (const words of [step, erratum]) expect([words, page.includes(words)]).toEqual([words, true]);
  const address = `/api/seminars/${seminarId}/actes`;
  const view = await organiser.json<ActesView>(address);
  expect(view).toMatchObject({ stage: 'published', revision: 2, approval: { given: true } });
  expect(view.corrections).toMatchObject([{ settled: 'accepted' }]);
  expect(Object.values(view.syntheses)).toContain('validated');
  expect(view.versions).toHaveLength(versions);
  for (const { id, treeHash, pdfHash, expunged } of view.versions) {
    expect(expunged).toHaveLength(1);
    const hashOf = async (format: string) => {
      const file = await organiser.request(`${address}.${format}?version=${id}`);
      return createHash('sha256')
        .update(new Uint8Array(await file.arrayBuffer()))
        .digest('hex');
    };
    expect([await hashOf('json'), await hashOf('pdf')]).toEqual([treeHash, pdfHash]);
    const markdown = await organiser.request(`${address}.md?version=${id}`);
    expect(await markdown.text()).not.toContain(erased);
  }
}

test('there is data to open', () => {
  expect(folders).not.toEqual([]);
});

test.each(folders)('%s opens', async (name) => {
  const kept = JSON.parse(await readFile(join(fixtures, name, 'kept.json'), 'utf8')) as KeptData;
  const dataDir = await mkdtemp(join(tmpdir(), 'pleniere-kept-'));
  await cp(join(fixtures, name, 'data'), dataDir, { recursive: true });
  const server = await startServer({ DATA_DIR: dataDir });
  const organiser = new Device(server.url);
  try {
    await organiser.openLink(kept.organiserLink);
    const actes = await (await organiser.request(`/api/seminars/${kept.seminarId}/actes.md`)).text();
    for (const words of kept.words) expect(actes).toContain(words);
    for (const words of kept.notSaid ?? []) expect(actes).not.toContain(words);

    const phone = new Device(server.url);
    await phone.join(kept.code, 'Maëlle');
    const socket = organiser.socket();
    await connected(socket);
    const { sittingId } = kept;
    const state = await subscribed(socket, { channel: 'sitting', sittingId, audience: 'console' });
    expect(state.run).toMatchObject({ status: 'running', eventCount: kept.runEvents ?? 2, rehearsal: false });
    expect(state.run.visits.map(({ itemId }) => itemId)).toEqual(['item-one', 'item-two']);
    expect(state.plan.items.map(({ id }) => id)).toEqual(['item-one', 'item-two']);
    if (kept.day) {
      const { message, speaker, warningMinutes, helpMinutes, archives } = kept.day;
      expect(state.messages).toMatchObject([{ text: message, acknowledgedAt: expect.any(Number) as number }]);
      expect(state.shared.warningMinutes).toEqual(warningMinutes);
      const { shared } = await organiser.json<SeminarView>(`/api/seminars/${kept.seminarId}`);
      expect(Object.values(shared.programme.speakers)).toEqual([speaker]);
      expect(state.help).toMatchObject({ minutes: helpMinutes, answeredAt: expect.any(Number) as number });
      expect(state.run.archives).toHaveLength(archives);
      expect(state.run.overrides).toMatchObject({ 'item-two': { minutes: 20 } });
    } else {
      expect(state.run).toMatchObject({ baseline: null, archives: [], overrides: {} });
    }
    expect(state.contributions.map(({ supports, unnamed }) => [supports, unnamed])).toEqual([
      [0, true],
      [1, false],
    ]);
    expect(state.participants).toBe(2);
    if (kept.actes) await expectActes(kept.actes, organiser, kept.seminarId);
    if (kept.said) await expectSaid(kept.said, kept.notSaid ?? [], organiser);
  } finally {
    organiser.close();
    await server.end('SIGTERM');
    await rm(dataDir, { recursive: true, force: true });
  }
});
