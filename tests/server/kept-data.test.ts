/** Data folders of every version that was ever released open for ever, links, codes, words and all. */
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { SeminarView } from '#protocol/views.ts';
import { connected, Device, subscribed } from '../support/device.ts';
import { startServer } from '../support/server-process.ts';
import type { KeptData } from '../fixtures/kept-data.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const folders = (await readdir(fixtures)).filter((name) => name.startsWith('data-'));

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
  } finally {
    organiser.close();
    await server.end('SIGTERM');
    await rm(dataDir, { recursive: true, force: true });
  }
});
