/** Several who read the actes at once, while others change them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActesView, PagesView, RevisedView } from '#protocol/actes-views.ts';
import { openActesExport } from '../../server/export/actes-export.ts';
import { systemClock, systemTimers } from '../../server/clock.ts';
import { openMemoryStorage } from '../../server/storage/memory/memory-storage.ts';
import type { ActesExport } from '../../server/seminars/actes-export.port.ts';
import type { AppHere } from '../support/app-here.ts';
import { startAppHere } from '../support/app-here.ts';
import { createdSeminar, freshId } from '../support/device.ts';

const SAVINGS = 12;

const storage = openMemoryStorage();
const actesExport = openActesExport();
let settings = 0;
const counting: ActesExport = {
  make: (...of) => actesExport.make(...of),
  pages: (...of) => {
    settings += 1;
    return actesExport.pages(...of);
  },
  giveWayWhile: (live) => actesExport.giveWayWhile(live),
  close: () => actesExport.close(),
};
let app: AppHere;
beforeAll(async () => {
  app = await startAppHere(storage, { clock: systemClock, timers: systemTimers, actesExport: counting });
});
afterAll(async () => {
  await app.close();
  await storage.close();
});

test('whoever reads while others save is answered the revision of what they read', async () => {
  const { organiser, view } = await createdSeminar(app.url);
  const at = `/api/seminars/${view.seminarId}/actes`;
  const { composition } = await organiser.json<ActesView>(at);
  const [first, ...others] = composition.parts;
  if (!first) throw new Error('no part');
  const readings: Promise<ActesView>[] = [];
  for (let revision = 0; revision < SAVINGS; revision += 1) {
    readings.push(organiser.json<ActesView>(at));
    const named = { ...composition, parts: [{ ...first, title: `Titre ${revision + 1}` }, ...others] };
    const saved = await organiser.json<RevisedView>(`${at}/composition`, {
      ...{ commandId: freshId(), expectedRevision: revision, composition: named },
    });
    expect(saved.revision).toBe(revision + 1);
    readings.push(organiser.json<ActesView>(at));
  }
  const read = (await Promise.all(readings)).map((it) => [it.revision, it.composition.parts[0]?.title]);
  expect(read).toEqual(
    read.map(([revision]) => [revision, revision === 0 ? first.title : `Titre ${String(revision)}`]),
  );
  expect(read.at(-1)).toEqual([SAVINGS, `Titre ${SAVINGS}`]);
});

test('pages that several ask for at once are set once', async () => {
  const { organiser, view } = await createdSeminar(app.url);
  const asked = Array.from({ length: 5 }, () =>
    organiser.json<PagesView>(`/api/seminars/${view.seminarId}/actes/pages`),
  );
  const [one, ...others] = await Promise.all(asked);
  expect(one).toMatchObject({ pages: expect.any(Number) as number });
  for (const other of others) expect(other).toEqual(one);
  expect(settings).toBe(1);
});

test('one device does not have the actes put together without end', async () => {
  const { organiser, view } = await createdSeminar(app.url);
  const statuses = new Set<number>();
  for (let turn = 0; turn < 16; turn += 1) {
    const asked = Array.from({ length: 10 }, () =>
      organiser.request(`/api/seminars/${view.seminarId}/actes`),
    );
    for (const answer of await Promise.all(asked)) {
      statuses.add(answer.status);
      await answer.arrayBuffer();
    }
  }
  expect([...statuses].toSorted()).toEqual([200, 429]);
});
