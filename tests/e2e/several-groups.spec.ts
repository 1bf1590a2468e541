/** An atelier that several groups hold: its one synthesis follows what each of them takes back. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import * as Y from 'yjs';
import fr from '#i18n/fr.ts';
import type { SeminarView } from '#protocol/views.ts';
import { FRAGMENT } from '#ydoc/schema.ts';
import { commanded, connected, createdSeminar, Device, freshId } from '../support/device.ts';
import { startServer } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';

const SAID = 'Le banc manque devant la mairie.';
const { marks } = fr.synthesis;

let dataDir: string;
let server: ServerProcess;
test.beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pleniere-groups-'));
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
});
test.afterAll(async () => {
  await server.end('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

test('what another group withdraws is to be settled at once', async ({ page }) => {
  const { organiser, view, sittingId } = await createdSeminar(server.url);
  const atelierId = view.ateliers[0]?.atelierId ?? '';
  const other = freshId();
  const socket = organiser.socket();
  await connected(socket);
  const added = await commanded(socket, 'organiser', {
    ...{ type: 'sittings/add', atelierId },
    sittings: [{ sittingId: other, room: 'Groix', start: null, label: 'groupe 2' }],
  });
  expect(added.ok).toBe(true);
  const { ateliers } = await organiser.json<SeminarView>(`/api/seminars/${view.seminarId}`);
  const groups = ateliers.flatMap(({ sittings }) => sittings);
  const linksOf = (id: string) => groups.find((it) => it.sittingId === id);

  const yann = new Device(server.url);
  await yann.join(linksOf(other)?.code ?? '', 'Yann');
  const phone = yann.socket();
  await connected(phone);
  const contributionId = freshId();
  const said = await commanded(phone, 'participant', {
    ...{ type: 'contribution/make', sittingId: other, contributionId, itemId: null, questionId: null },
    ...{ kind: null, text: SAID, unnamed: false },
  });
  expect(said.ok).toBe(true);

  const rapporteur = new Device(server.url);
  await rapporteur.openLink(linksOf(sittingId)?.links.rapporteur ?? '');
  const { doc, provider } = rapporteur.text(`synthesis.${atelierId}.1`);
  await expect.poll(() => provider.synced).toBe(true);
  const [quotation, paragraph] = [new Y.XmlElement('quotation'), new Y.XmlElement('paragraph')];
  quotation.setAttribute('sources', contributionId);
  paragraph.insert(0, [new Y.XmlText(SAID)]);
  quotation.insert(0, [paragraph]);
  doc.getXmlFragment(FRAGMENT).push([quotation]);

  const [name = '', value = ''] = rapporteur.cookie.split('=');
  await page.context().addCookies([{ name, value, url: server.url }]);
  await page.goto(`${server.url}/ateliers/${atelierId}/synthese`);
  await expect(page.getByRole('textbox', { name: fr.synthesis.editorLabel })).toContainText(SAID);
  await expect(page.getByText(fr.synthesis.counted(1, 1))).toBeVisible();
  const withdrawn = await commanded(phone, 'participant', {
    ...{ type: 'contribution/withdraw', sittingId: other, contributionId, key: null },
  });
  expect(withdrawn.ok).toBe(true);
  await expect(page.getByText(marks.count(1)).first()).toBeVisible();
  for (const device of [organiser, yann, rapporteur]) device.close();
});
