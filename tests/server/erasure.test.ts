/** Someone is erased: their name is nowhere any more, neither on disk nor in what is downloaded; their words stay. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { JPEG } from '#core/photos/images.test-support.ts';
import { seminarStream } from '#core/events/envelope.ts';
import { instant } from '#core/time/instant.ts';
import type { ActesView, NamedPlacesView, PagesView } from '#protocol/actes-views.ts';
import type { Command } from '#protocol/inputs.ts';
import type { SeminarView, SessionView, SittingState } from '#protocol/views.ts';
import { FRAGMENT } from '#ydoc/schema.ts';
import type { Storage } from '../../server/seminars/storage.port.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/sqlite-storage.ts';
import { keepingLogger } from '../contract/sqlite-folder.ts';
import { actesHere } from '../support/actes-here.ts';
import type { Device } from '../support/device.ts';
import { commanded, connected, freshId, subscribed } from '../support/device.ts';
import { pagesOf } from '../support/pdf-text.ts';
import { contribute } from '../support/served-app.ts';
import { wholeSitting } from '../support/whole-sitting.ts';

const WORDS = 'Un banc devant la poste.';
/** Of the event loop, by round trips to the server. */
const TURNS = 20;
const SELF = 'Je tiens la buvette depuis vingt ans.';

/** Where a synthesis that is validated waits, its text read and not yet kept, for as long as a test asks. */
let reached = (): void => undefined;
let released: Promise<void> = Promise.resolve();
/** The same for an erasure that goes through the syntheses as they were validated. */
let listed = (): void => undefined;
let listing: Promise<void> = Promise.resolve();
/** The step of the next erasure that fails, as if the server ended there. */
let cutAt: 'told' | 'erased' | null = null;
function cut(at: 'told' | 'erased'): void {
  if (cutAt !== at) return;
  cutAt = null;
  throw new Error('cut short');
}
let storage: Storage;
const app = actesHere(async (file) => {
  storage = await openSqliteStorage({ file, logger: keepingLogger() });
  const { keptTexts, events, people } = storage;
  return {
    ...storage,
    events: {
      ...events,
      async append(streams, receipts) {
        if (streams.some((it) => it.events.some(({ type }) => type === 'seminar/person-erased'))) cut('told');
        return events.append(streams, receipts);
      },
    },
    people: {
      ...people,
      async erase(id) {
        cut('erased');
        await people.erase(id);
      },
    },
    keptTexts: {
      ...keptTexts,
      async keep(text) {
        if (text.kind === 'synthesis') {
          reached();
          await released;
        }
        return keptTexts.keep(text);
      },
      async ofSeminar(seminarId) {
        listed();
        await listing;
        return keptTexts.ofSeminar(seminarId);
      },
    },
  };
});

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
  while (!read.doc.getXmlFragment(FRAGMENT).toString().includes('Un banc'))
    await new Promise((resolve) => setTimeout(resolve, 10));
  const closed = new Promise<number>((resolve) =>
    read.provider.on('connection-close', (event) => {
      if (event) resolve(event.code);
    }),
  );
  return { closed };
}

/** Every byte that the server keeps. */
async function bytesKept(at = app.folder()): Promise<Buffer> {
  const names = await readdir(at, { withFileTypes: true });
  const parts = await Promise.all(
    names.map((it) => (it.isDirectory() ? bytesKept(join(at, it.name)) : readFile(join(at, it.name)))),
  );
  return Buffer.concat(parts);
}

test('someone erased is named nowhere any more, and what they contributed stays', async () => {
  const {
    organiser,
    soizic,
    silent,
    personId,
    seminarId,
    sittingId,
    at,
    animateur,
    reader: readerOf,
  } = await app.spoken();
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
  await organiser.request(at('/review'), { commandId: freshId(), until: app.clock.now() + 86_400_000 });
  const reader = await readerOf();
  const correction = { correctionId: freshId(), by: personId, passage: null, text: 'Ma correction.' };
  expect((await reader.request(at('/corrections'), { commandId: freshId(), ...correction })).status).toBe(
    201,
  );
  const naming = { ...correction, correctionId: freshId(), by: null, text: 'Dire Soizic LE GOFF.' };
  expect((await animateur.request(at('/corrections'), { commandId: freshId(), ...naming })).status).toBe(201);
  await app.keepUntold(seminarId, organiser);
  const { hash } = await organiser.json<PagesView>(at('/pages'));
  expect((await organiser.request(at(`/pages/${hash}/1`))).status).toBe(200);
  const before = (await organiser.json<ActesView>(at(''))).versions;
  expect(await (await organiser.request(at(`.md?version=${before[0]?.id}`))).text()).toContain('Soizic');
  expect((await bytesKept()).includes('Soizic')).toBe(true);

  const erase = `/api/seminars/${seminarId}/people/${personId}/erase`;
  expect((await silent.request(erase, { commandId: freshId() })).status).toBe(403);
  const commandId = freshId();
  for (let time = 0; time < 2; time += 1)
    expect((await organiser.request(erase, { commandId })).status).toBe(200);

  const bytes = await bytesKept();
  for (const gone of ['Soizic', SELF, 'Ma correction.'])
    expect([gone, bytes.includes(gone)]).toEqual([gone, false]);
  expect(bytes.includes('Muet')).toBe(true);
  expect(await closed).toBe(4410);
  expect((await organiser.request(at(`/pages/${hash}/1`))).status).toBe(404);
  const { versions, actes } = await organiser.json<ActesView>(at(''));
  expect(versions).toHaveLength(before.length);
  for (const [index, version] of versions.entries()) {
    const { treeHash, pdfHash } = before[index] ?? {};
    expect(version.expunged).toMatchObject([{ treeHash, pdfHash }]);
    const of = (format: string) => organiser.request(at(`.${format}?version=${version.id}`));
    const markdown = await (await of('md')).text();
    expect(markdown).toContain('Expurgé le 26');
    expect(markdown).toContain('Un banc devant la poste');
    const pages = await pagesOf(new Uint8Array(await (await of('pdf')).arrayBuffer()));
    for (const text of [markdown, await (await of('json')).text(), pages.join(' ')])
      expect(/soizic/i.test(text)).toBe(false);
  }
  expect(/soizic/i.test(JSON.stringify(actes))).toBe(false);
  expect(JSON.stringify(actes)).toContain('Un banc devant la poste');
  expect((await soizic.request(`/api/sittings/${sittingId}/people`)).status).toBe(403);
  expect((await reader.request(at('/review'))).status).toBe(403);
});

test('a synthesis that is validated while someone is erased does not keep their name', async () => {
  const { organiser, soizic, personId, seminarId, sittingId } = await app.spoken();
  const said = contribute(sittingId, WORDS);
  await commanded(await socketOf(soizic), 'participant', said);
  const contributionId = said.type === 'contribution/make' ? said.contributionId : '';
  const { closed } = await quote(organiser, sittingId, contributionId, 'Soizic LE GOFF – bénévole');
  const { ateliers } = await organiser.json<SeminarView>(`/api/seminars/${seminarId}`);
  const atelierId = ateliers[0]?.atelierId ?? '';

  let release = (): void => undefined;
  released = new Promise((resolve) => (release = resolve));
  const reading = new Promise<void>((resolve) => (reached = resolve));
  const validated = commanded(await socketOf(organiser), 'organiser', {
    type: 'synthesis/validate',
    atelierId,
  });
  await reading;
  const erased = organiser.request(`/api/seminars/${seminarId}/people/${personId}/erase`, {
    commandId: freshId(),
  });
  expect(await closed).toBe(4410);
  // The erasure goes on as far as it can; each answer is later than all that was on its way before.
  for (let turn = 0; turn < TURNS; turn += 1) await organiser.request('/api/session');
  release();

  expect(await validated).toMatchObject({ ok: true });
  expect((await erased).status).toBe(200);
  const [version, ...others] = await storage.keptTexts.ofSeminar(seminarId);
  expect(others).toEqual([]);
  const text = (await storage.keptTexts.read(version?.id ?? ''))?.text ?? '';
  expect(text).toContain(WORDS);
  expect(text).not.toContain('Soizic');
  expect((await bytesKept()).includes('Soizic')).toBe(false);
});

test('a step that is revised while someone is erased stays as it was revised, without their name', async () => {
  const { organiser, personId, seminarId, at } = await app.spoken();
  const step = { id: freshId(), what: 'Ouvrir', who: 'Soizic LE GOFF', byWhen: '', sources: [] };
  const revise = (expectedRevision: number, ...steps: readonly object[]) =>
    organiser.request(at('/steps'), { commandId: freshId(), expectedRevision, steps });
  expect((await revise(0, step)).status).toBe(200);

  let release = (): void => undefined;
  listing = new Promise((resolve) => (release = resolve));
  const atList = new Promise<void>((resolve) => (listed = resolve));
  const erased = organiser.request(`/api/seminars/${seminarId}/people/${personId}/erase`, {
    commandId: freshId(),
  });
  await atList;
  // It waits in the queue that the erasure is in, whose next command is the erasure's own.
  const revised = revise(1, step, { ...step, id: freshId(), what: 'Repeindre', who: 'La mairie' });
  for (let turn = 0; turn < TURNS; turn += 1) await organiser.request('/api/session');
  release();

  expect((await revised).status).toBe(200);
  expect((await erased).status).toBe(200);
  const { nextSteps } = await organiser.json<ActesView>(at(''));
  expect(nextSteps.map(({ what }) => what)).toEqual(['Ouvrir', 'Repeindre']);
  expect((await bytesKept()).includes('Soizic')).toBe(false);
});

/** A paragraph in the synthesis, which the server has. */
async function writeSynthesis(organiser: Device, sittingId: string, words: string): Promise<void> {
  const to = { channel: 'sitting', sittingId, audience: 'console' } as const;
  const { documents } = await subscribed<SittingState>(await socketOf(organiser), to);
  const [written, read] = [
    organiser.text(documents.synthesis ?? ''),
    organiser.text(documents.synthesis ?? ''),
  ];
  while (!written.provider.synced || !read.provider.synced)
    await new Promise((resolve) => setTimeout(resolve, 10));
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  written.doc.getXmlFragment(FRAGMENT).insert(0, [paragraph]);
  while (!read.doc.getXmlFragment(FRAGMENT).toString().includes(words))
    await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Who spoke after each change of the programme that is on disk, and its last revision. */
async function programmesKept(seminarId: string) {
  const log = await storage.events.read(seminarStream(seminarId), 0);
  const revised = log.flatMap((event) => (event.type === 'programme/revised' ? [event.payload] : []));
  return {
    revision: revised.at(-1)?.revision ?? 0,
    speakers: revised.map((it) => it.speakers?.['pause-01']),
  };
}

const pause = (title: string) => {
  const start = instant(app.clock.now());
  const end = instant(start + 900_000);
  return { id: 'pause-01', kind: 'break', title, place: '', start, end, atelierId: null } as const;
};

test('someone erased goes from who speaks, photos, groups, messages and initials; the rest is told', async () => {
  const { organiser, silent, personId, seminarId, sittingId, at, ...life } = await app.spoken();
  const { post, actes: actesNow, valideur } = life;
  const socket = await socketOf(organiser);
  const order = async (command: Command): Promise<void> =>
    expect(await commanded(socket, 'organiser', command)).toMatchObject({ ok: true });
  const speakers = (words: string) => ({ 'pause-01': words });
  const times = [pause('Pause')];
  const revise = (expectedRevision: number, words: string): Command => ({
    ...{ type: 'programme/revise', seminarId, expectedRevision, times, speakers: speakers(words) },
  });
  await order(revise(0, 'Anne RIO'));
  await order(revise(1, 'Soizic LE GOFF'));
  await order(revise(2, 'Soizic LE GOFF, Anne RIO'));
  const photoId = freshId();
  const about = new URLSearchParams({ photoId, description: 'Soizic LE GOFF devant' }).toString();
  const photo = await fetch(`${organiser.url}/api/sittings/${sittingId}/photos?${about}`, {
    method: 'POST',
    headers: { cookie: organiser.cookie, origin: organiser.url, 'content-type': 'image/jpeg' },
    body: Buffer.from(JPEG),
  });
  expect(photo.status).toBe(201);
  const said = contribute(sittingId, 'Un abri.');
  await commanded(await socketOf(silent), 'participant', said);
  const contributionIds = said.type === 'contribution/make' ? [said.contributionId] : [];
  const groupId = freshId();
  await order({ type: 'group/make', sittingId, groupId, heading: 'Avec Soizic LE GOFF', contributionIds });
  await order({
    ...{ type: 'message/send', seminarId, messageId: freshId(), sittingIds: [sittingId] },
    ...{ screens: false, phones: false, text: 'Soizic LE GOFF est attendue.' },
  });
  const step = {
    id: freshId(),
    what: 'Ouvrir',
    who: 'S. LE GOFF',
    byWhen: 'vu avec Soizic Le Goff',
    sources: [],
  };
  await organiser.request(at('/steps'), { commandId: freshId(), expectedRevision: 0, steps: [step] });
  await writeSynthesis(organiser, sittingId, 'Selon S. Le Goff, oui. Merci à Mme Le Goff.');
  await post(organiser, '/approval');
  const versionId = (await actesNow()).versions[0]?.id ?? '';
  const refusing = { versionId, given: false, by: 'Mme Le Goff', remarks: 'À revoir.' };
  expect((await post(await valideur(), '/approval/answer', refusing)).status).toBe(200);

  const of = (path: string) => `/api/seminars/${seminarId}/people/${personId}${path}`;
  const synthesis = { kind: 'synthesis', name: 'Mme Le Goff', count: 1, sittingId };
  const named = { name: 'Mme Le Goff', count: 1 };
  const final = { number: 1, kind: 'final', day: '2026-11-26', readBy: 'rereaders' };
  const told = [
    { ...synthesis, version: null },
    { ...named, kind: 'version', id: versionId, version: final },
    { ...named, kind: 'approval', version: null },
  ];
  expect((await organiser.json<NamedPlacesView>(of('/named'))).places).toMatchObject(told);
  expect((await bytesKept()).includes('Soizic')).toBe(true);
  const commandId = freshId();
  for (let time = 0; time < 2; time += 1) {
    const erased = await organiser.request(of('/erase'), { commandId });
    // A lost answer is told again.
    expect(await erased.json()).toMatchObject({ places: told });
  }

  const bytes = await bytesKept();
  for (const gone of ['Soizic', 'S. Le Goff', 'S. LE GOFF'])
    expect([gone, bytes.includes(gone)]).toEqual([gone, false]);
  const { revision, speakers: spoke } = await programmesKept(seminarId);
  expect(spoke).toEqual(['Anne RIO', undefined, undefined, 'Sans nom', 'Sans nom, Anne RIO']);
  const { photos, groups } = (await wholeSitting(organiser, sittingId)).state;
  expect(photos).toMatchObject([{ description: 'Sans nom devant' }]);
  expect(groups).toMatchObject([{ heading: 'Avec Sans nom' }]);
  const { nextSteps, actes } = await organiser.json<ActesView>(at(''));
  expect(nextSteps).toMatchObject([{ who: 'Sans nom', byWhen: 'vu avec Sans nom' }]);
  const kept = await (await organiser.request(at(`.json?version=${versionId}`))).text();
  for (const words of [JSON.stringify(actes), kept])
    expect(words).toMatch(/Selon Sans nom, oui\. Merci à Mme\sLe Goff\./);
  await order({ type: 'programme/restore', seminarId, expectedRevision: revision });
  expect((await programmesKept(seminarId)).speakers.at(-1)).toBe('Sans nom');
});

test('where a name stays is told before and after, until it is changed, and to nobody else', async () => {
  const { organiser, silent, animateur, personId, seminarId, sittingId } = await app.spoken();
  const socket = await socketOf(organiser);
  const order = async (command: Command): Promise<void> =>
    expect(await commanded(socket, 'organiser', command)).toMatchObject({ ok: true });
  const { ateliers } = await organiser.json<SeminarView>(`/api/seminars/${seminarId}`);
  const atelierId = ateliers[0]?.atelierId ?? '';
  const title = ateliers[0]?.title ?? '';
  const rename = (words: string): Command => ({ type: 'atelier/rename', atelierId, title: words });
  await order(rename('Le jardin de Soizic Le Goff'));
  const times = [pause('Hommage à Soizic LE GOFF')];
  await order({ type: 'programme/revise', seminarId, expectedRevision: 0, times, speakers: {} });
  await commanded(
    await socketOf(silent),
    'participant',
    contribute(sittingId, 'Comme le dit soizic le goff.'),
  );

  const of = (path: string) => `/api/seminars/${seminarId}/people/${personId}${path}`;
  const told = async () => (await organiser.json<NamedPlacesView>(of('/named'))).places;
  const programme = { kind: 'programme', id: '', name: 'Soizic LE GOFF', count: 1, of: '' };
  const contributions = { kind: 'contributions', id: sittingId, name: 'soizic le goff', count: 1, of: title };
  expect(await told()).toMatchObject([
    programme,
    { kind: 'atelier', id: atelierId, name: 'Soizic Le Goff', count: 1 },
    { ...contributions, of: 'Le jardin de Soizic Le Goff' },
  ]);
  expect((await animateur.request(of('/named'))).status).toBe(403);
  await order(rename(title));
  expect(await told()).toMatchObject([programme, contributions]);
  const erased = await organiser.request(of('/erase'), { commandId: freshId() });
  expect(await erased.json()).toMatchObject({ places: [programme, contributions] });

  const left = async () =>
    (await organiser.json<ActesView>(`/api/seminars/${seminarId}/actes`)).report
      .filter(({ code }) => code === 'quality/erased-name')
      .map(({ part, detail }) => [part, detail]);
  const inContributions = [`atelier-${atelierId}`, `contributions ${sittingId}`];
  expect(await left()).toEqual([['programme', 'programme '], inContributions]);
  const changed = [pause('Hommage')];
  await order({ type: 'programme/revise', seminarId, expectedRevision: 1, times: changed, speakers: {} });
  expect(await left()).toEqual([inContributions]);
});

test.each(['told', 'erased'] as const)(
  'cut short before it is %s, an erasure asked again tells the same places',
  async (step) => {
    const { organiser, silent, personId, seminarId, sittingId } = await app.spoken();
    const said = contribute(sittingId, 'Comme le dit Soizic LE GOFF.');
    await commanded(await socketOf(silent), 'participant', said);
    const erase = (): Promise<Response> =>
      organiser.request(`/api/seminars/${seminarId}/people/${personId}/erase`, { commandId: freshId() });
    cutAt = step;
    expect((await erase()).status).toBe(500);
    expect((await storage.people.find(personId))?.firstName).toBe('Soizic');
    const again = await erase();
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ places: [{ kind: 'contributions', count: 1 }] });
    expect((await storage.people.find(personId))?.firstName).toBe('');
    const log = await storage.events.read(seminarStream(seminarId), 0);
    const told = log.flatMap((it) => (it.type === 'seminar/person-erased' ? it.payload.places : []));
    expect(told[0]).toMatchObject({ kind: 'contributions', id: sittingId });
  },
);

test('a version says when it was expunged of who is quoted and conducted, and keeps its hashes from before', async () => {
  const { organiser, animateur: enora, seminarId, sittingId, at, post, actes } = await app.spoken();
  const { ateliers } = await organiser.json<SeminarView>(`/api/seminars/${seminarId}`);
  const { grants } = await enora.json<SessionView>('/api/session');
  const personId = grants[0]?.personId ?? '';
  await enora.join(ateliers[0]?.sittings[0]?.code ?? '', 'Enora', personId);
  const said = contribute(sittingId, WORDS);
  await commanded(await socketOf(enora), 'participant', said);
  const contributionId = said.type === 'contribution/make' ? said.contributionId : '';
  await quote(organiser, sittingId, contributionId, '');
  await writeSynthesis(organiser, sittingId, 'Merci à Mme Le Goff.');
  expect((await post(organiser, '/provisional')).status).toBe(200);
  const [kept] = (await actes()).versions;
  const files = async (): Promise<readonly [string, string, string]> => {
    const of = (format: string) => organiser.request(at(`.${format}?version=${kept?.id}`));
    const pages = await pagesOf(new Uint8Array(await (await of('pdf')).arrayBuffer()));
    return [await (await of('md')).text(), await (await of('json')).text(), pages.join(' ')];
  };
  for (const text of await files()) expect(text).toMatch(/animé\s+par\s+Enora\s+LE\s+GOFF/);

  const ofEnora = `/api/seminars/${seminarId}/people/${personId}`;
  const { places } = await organiser.json<NamedPlacesView>(`${ofEnora}/named`);
  expect(places).toMatchObject([{ kind: 'synthesis' }, { kind: 'version', name: 'Mme Le Goff', count: 1 }]);
  const erased = await organiser.request(`${ofEnora}/erase`, { commandId: freshId(), keptToo: true });
  expect(await erased.json()).toEqual({ places: places.slice(0, 1) });
  for (const text of await files()) {
    expect(text).toMatch(/Merci\s+à\s+Sans\s+nom/);
    expect(text).toMatch(/Muet/);
    expect(text).toMatch(/Expurgé\s+le\s+26\s+novembre\s+2026/);
    expect(text).toMatch(/Un\s+banc\s+devant\s+la\s+poste/);
    expect(text).not.toMatch(/enora|animé\s+par/i);
  }
  const { versions } = await actes();
  const { id, treeHash, pdfHash } = kept ?? {};
  expect(versions).toMatchObject([{ id, expunged: [{ treeHash, pdfHash }] }]);
  expect([treeHash, pdfHash]).not.toContain(versions[0]?.treeHash);
  expect([treeHash, pdfHash]).not.toContain(versions[0]?.pdfHash);
});
