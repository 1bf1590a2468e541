/** Someone is erased: their name is nowhere any more, neither on disk nor in what is downloaded; their words stay. */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { ActesView, ReviewLinksView } from '#protocol/actes-views.ts';
import type { SittingState } from '#protocol/views.ts';
import { FRAGMENT } from '#ydoc/schema.ts';
import type { AppHere } from '../support/app-here.ts';
import { startAppHere } from '../support/app-here.ts';
import { commanded, connected, createdSeminar, Device, freshId, subscribed } from '../support/device.ts';
import { pagesOf } from '../support/pdf-text.ts';
import { contribute } from '../support/served-app.ts';
import { settableClock } from '../support/surroundings.ts';
import { systemTimers } from '../../server/clock.ts';
import { keepingLogger } from '../contract/sqlite-folder.ts';
import type { SqliteStorage } from '../../server/storage/sqlite/sqlite-storage.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/sqlite-storage.ts';
import { openFolderAttachments } from '../../server/storage/attachments/folder-attachments.ts';

const WORDS = 'Une permanence au marché, avec un banc.';
const SELF = 'Je tiens la buvette depuis vingt ans.';
const clock = settableClock();
let folder: string;
let storage: SqliteStorage;
let app: AppHere;
const devices: Device[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pleniere-erasure-'));
  storage = await openSqliteStorage({ file: join(folder, 'pleniere.db'), logger: keepingLogger() });
  const attachments = openFolderAttachments(join(folder, 'attachments'));
  app = await startAppHere(storage, { clock, timers: systemTimers, attachments });
});
afterAll(async () => {
  devices.forEach((device) => device.close());
  await app.close();
  await storage.close();
  await rm(folder, { recursive: true, force: true });
});

const device = (): Device => {
  const made = new Device(app.url);
  devices.push(made);
  return made;
};
const socketOf = async (of: Device) => {
  const socket = of.socket();
  await connected(socket);
  return socket;
};

/** A quotation in the synthesis, as the rapporteur's editor writes it. */
async function quote(organiser: Device, sittingId: string, contributionId: string, attribution: string) {
  const to = { channel: 'sitting', sittingId, audience: 'console' } as const;
  const { documents } = await subscribed<SittingState>(await socketOf(organiser), to);
  const { doc, provider } = organiser.text(documents.synthesis ?? '');
  const read = organiser.text(documents.synthesis ?? '');
  while (!provider.synced || !read.provider.synced) await new Promise((resolve) => setTimeout(resolve, 10));
  const quotation = new Y.XmlElement('quotation');
  quotation.setAttribute('attribution', attribution);
  quotation.setAttribute('sources', contributionId);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(WORDS)]);
  quotation.insert(0, [paragraph]);
  doc.getXmlFragment(FRAGMENT).insert(0, [quotation]);
  while (!read.doc.getXmlFragment(FRAGMENT).toString().includes('permanence'))
    await new Promise((resolve) => setTimeout(resolve, 10));
  const closed = new Promise<number>((resolve) =>
    read.provider.on('connection-close', (event) => {
      if (event) resolve(event.code);
    }),
  );
  return { closed };
}

/** Every byte that the server keeps. */
async function bytesKept(at = folder): Promise<Buffer> {
  const names = await readdir(at, { withFileTypes: true });
  const parts = await Promise.all(
    names.map((it) => (it.isDirectory() ? bytesKept(join(at, it.name)) : readFile(join(at, it.name)))),
  );
  return Buffer.concat(parts);
}

test('someone erased is named nowhere any more, and what they contributed stays', async () => {
  const { organiser, view, sittingId } = await createdSeminar(app.url);
  devices.push(organiser);
  const { seminarId } = view;
  const at = (path: string) => `/api/seminars/${seminarId}/actes${path}`;
  const code = view.ateliers[0]?.sittings[0]?.code ?? '';
  const [soizic, other] = [device(), device()];
  const personId = freshId();
  await soizic.join(code, 'Soizic', personId);
  await other.join(code, 'Bleuenn');
  const phone = await socketOf(soizic);
  const said = contribute(sittingId, WORDS);
  await commanded(phone, 'participant', said);
  const presentation = {
    type: 'presentation/write',
    sittingId,
    personId,
    quotation: '',
    text: SELF,
  } as const;
  expect(await commanded(phone, 'participant', presentation)).toMatchObject({ ok: true });
  const contributionId = said.type === 'contribution/make' ? said.contributionId : '';
  const { closed } = await quote(organiser, sittingId, contributionId, 'Soizic LE GOFF – bénévole');
  const steps = [{ id: freshId(), what: 'Ouvrir', who: 'Soizic LE GOFF', byWhen: '', sources: [] }];
  await organiser.request(at('/steps'), { commandId: freshId(), expectedRevision: 0, steps });
  await organiser.request(at('/provisional'), { commandId: freshId() });
  await organiser.request(at('/review'), { commandId: freshId(), until: clock.now() + 86_400_000 });
  const { people } = await organiser.json<ReviewLinksView>(at('/review-links'));
  const reader = device();
  await reader.openLink(people.find((it) => it.personId === personId)?.url ?? '');
  const correction = { correctionId: freshId(), by: personId, passage: null, text: 'Ma correction.' };
  expect((await reader.request(at('/corrections'), { commandId: freshId(), ...correction })).status).toBe(
    201,
  );
  const before = (await organiser.json<ActesView>(at(''))).versions;
  expect(await (await organiser.request(at(`.md?version=${before[0]?.id}`))).text()).toContain('Soizic');
  expect((await bytesKept()).includes('Soizic')).toBe(true);

  const erase = `/api/seminars/${seminarId}/people/${personId}/erase`;
  expect((await other.request(erase, { commandId: freshId() })).status).toBe(403);
  const commandId = freshId();
  for (let time = 0; time < 2; time += 1)
    expect((await organiser.request(erase, { commandId })).status).toBe(200);

  const bytes = await bytesKept();
  for (const gone of ['Soizic', SELF, 'Ma correction.'])
    expect([gone, bytes.includes(gone)]).toEqual([gone, false]);
  expect(bytes.includes('Bleuenn')).toBe(true);
  expect(await closed).toBe(4410);
  const { versions, actes } = await organiser.json<ActesView>(at(''));
  expect(versions).toHaveLength(before.length);
  for (const [index, version] of versions.entries()) {
    const { treeHash, pdfHash } = before[index] ?? {};
    expect(version.expunged).toMatchObject([{ treeHash, pdfHash }]);
    const of = (format: string) => organiser.request(at(`.${format}?version=${version.id}`));
    const markdown = await (await of('md')).text();
    expect(markdown).toContain('Expurgé le 26');
    expect(markdown).toContain('permanence au marché');
    const pages = await pagesOf(new Uint8Array(await (await of('pdf')).arrayBuffer()));
    for (const text of [markdown, await (await of('json')).text(), pages.join(' ')])
      expect(/soizic/i.test(text)).toBe(false);
  }
  expect(/soizic/i.test(JSON.stringify(actes))).toBe(false);
  expect(JSON.stringify(actes)).toContain('permanence au marché');
  expect((await soizic.request(`/api/sittings/${sittingId}/people`)).status).toBe(403);
  expect((await reader.request(at('/review'))).status).toBe(403);
});
