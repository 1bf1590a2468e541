/** Syntheses and restitutions over real sockets: who may, what everybody sees, what is kept. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Role } from '#core/access/roles.ts';
import type { RichText } from '#core/actes/rich-text.ts';
import { agendaItem } from '#core/agenda/plan.ts';
import { plainText } from '#core/synthesis/written-words.ts';
import { minutes } from '#core/time/instant.ts';
import type { Command } from '#protocol/inputs.ts';
import type {
  SittingChange,
  SittingFrame,
  SittingState,
  SlidesView,
  SideBySideView,
  SynthesisView,
} from '#protocol/views.ts';
import { FRAGMENT } from '#ydoc/schema.ts';
import { richTextOf } from '#ydoc/snapshot.ts';
import { systemTimers } from '../../server/clock.ts';
import { storedText } from '../../server/collab/stored-text.ts';
import type { Storage } from '../../server/seminars/storage.port.ts';
import { openMemoryStorage } from '../../server/storage/memory/memory-storage.ts';
import type { AppHere } from '../support/app-here.ts';
import { startAppHere } from '../support/app-here.ts';
import { commanded, connected, createdSeminar, Device, freshId, subscribed } from '../support/device.ts';
import { contribute, until } from '../support/served-app.ts';
import { settableClock } from '../support/surroundings.ts';

let app: AppHere;
let storage: Storage;
let devices: Device[];

beforeEach(async () => {
  storage = openMemoryStorage();
  app = await startAppHere(storage, { clock: settableClock(), timers: systemTimers });
  devices = [];
});
afterEach(async () => {
  devices.forEach((it) => it.close());
  await app.close();
});

/** In the order they were kept. */
const keptTexts = async (seminarId: string) =>
  Promise.all((await storage.keptTexts.ofSeminar(seminarId)).map(({ id }) => storage.keptTexts.read(id)));

type Someone = {
  readonly device: Device;
  readonly role: Role;
  /** The codes of refusals, or 'ok'. */
  readonly send: (command: Command) => Promise<string>;
  readonly follows: (
    sittingId: string,
    audience: 'console' | 'participant' | 'screen',
  ) => Promise<{ readonly state: SittingState; readonly changes: SittingChange[] }>;
  readonly get: <T>(path: string) => Promise<{ readonly status: number; readonly body: T }>;
};

async function someone(device: Device, role: Role): Promise<Someone> {
  if (!devices.includes(device)) devices.push(device);
  const socket = device.socket();
  await connected(socket);
  return {
    ...{ device, role },
    async send(command) {
      const answer = await commanded(socket, role, command);
      return answer.ok ? 'ok' : answer.error.code;
    },
    async follows(sittingId, audience) {
      const changes: SittingChange[] = [];
      socket.on('sitting', (frame: SittingFrame) => {
        if (frame.sittingId === sittingId) changes.push(...frame.changes);
      });
      return { state: await subscribed(socket, { channel: 'sitting', sittingId, audience }), changes };
    },
    async get(path) {
      const response = await device.request(path);
      return { status: response.status, body: (await response.json()) as never };
    },
  };
}

/** A séminaire of one atelier, another one, and a plenary. */
async function house() {
  const { organiser, view, sittingId } = await createdSeminar(app.url);
  const { seminarId } = view;
  const atelierId = view.ateliers[0]?.atelierId ?? '';
  const organisation = await someone(organiser, 'organiser');
  const add = async (title: string, plenary: boolean) => {
    const made = { atelierId: freshId(), sittingId: freshId() };
    const at = { title, plenary, room: '', start: null, items: [] };
    expect(await organisation.send({ type: 'atelier/add', seminarId, ...made, ...at })).toBe('ok');
    return made;
  };
  const other = await add('Sortir', false);
  const plenary = await add('Plénière', true);
  const links = async (of: string) => organiser.json<Record<Role, string>>(`/api/sittings/${of}/links`);
  const by = async (role: 'animateur' | 'rapporteur' | 'screen', of = sittingId): Promise<Someone> => {
    const device = new Device(app.url);
    await device.openLink((await links(of))[role] ?? '');
    return someone(device, role);
  };
  const participant = async (of = sittingId): Promise<Someone> => {
    const device = new Device(app.url);
    const { hash } = new URL((await links(of))['join' as Role] ?? '');
    await device.join(hash.replace(/^#/, ''), 'Yann');
    return someone(device, 'participant');
  };
  return {
    ...{ organisation, by, participant, seminarId, atelierId, sittingId, other, plenary },
    synthesis: `synthesis.${atelierId}.1`,
  };
}

/** A shared text as a stock client holds it, once it has it. */
async function opened({ device }: Someone, name: string) {
  const { doc, provider } = device.text(name);
  const closed: number[] = [];
  provider.on('closed', ({ code }) => closed.push(code));
  await until(() => provider.synced || closed.length > 0);
  return {
    closed,
    write(words: string, source?: string): void {
      const paragraph = new Y.XmlElement('paragraph');
      if (source !== undefined) paragraph.setAttribute('sources', source);
      paragraph.insert(0, [new Y.XmlText(words)]);
      doc.getXmlFragment(FRAGMENT).push([paragraph]);
    },
    words: (): string => plainText(richTextOf(doc)),
  };
}

const propose = (atelierId: string): Command => ({ type: 'synthesis/propose', atelierId });
const validate = (atelierId: string): Command => ({ type: 'synthesis/validate', atelierId });
const reopen = (atelierId: string): Command => ({ type: 'synthesis/reopen', atelierId });
const show = (atelierId: string, shown: boolean): Command => ({ type: 'synthesis/show', atelierId, shown });

describe('a synthesis', () => {
  test('is proposed by those who write it, and validated, reopened and shown by those who run it', async () => {
    const { by, participant, organisation, atelierId, synthesis } = await house();
    const [animateur, rapporteur, yann] = [
      await by('animateur'),
      await by('rapporteur'),
      await participant(),
    ];
    expect(await rapporteur.send(propose(atelierId))).toBe('synthesis/empty');
    const text = await opened(rapporteur, synthesis);
    text.write('Ouvrir le samedi.');
    const asAll = async (command: Command) => [
      await yann.send(command),
      await rapporteur.send(command),
      await animateur.send(command),
    ];
    const no = 'access/forbidden';
    expect(await asAll(show(atelierId, true))).toEqual([no, no, 'ok']);
    await waitUntilKept(atelierId, 'samedi');
    expect(await asAll(propose(atelierId))).toEqual([no, 'ok', 'ok']);
    expect(await asAll(validate(atelierId))).toEqual([no, no, 'ok']);
    expect(await asAll(reopen(atelierId))).toEqual([no, no, 'ok']);
    expect(await organisation.send(validate(atelierId))).toBe('ok');
    expect(await rapporteur.send(propose(atelierId))).toBe('synthesis/validated');
  });

  test('that is validated is kept as it stands, and nobody writes in it until it is reopened', async () => {
    const { by, atelierId, synthesis, sittingId, seminarId } = await house();
    const [animateur, rapporteur] = [await by('animateur'), await by('rapporteur')];
    const follows = await rapporteur.follows(sittingId, 'console');
    expect(follows.state.synthesis).toEqual({ state: 'draft', versions: [], shown: false });
    const [mine, theirs] = [await opened(rapporteur, synthesis), await opened(animateur, synthesis)];
    mine.write('Ouvrir le samedi.');
    await until(() => theirs.words().includes('samedi'));
    expect(await animateur.send(validate(atelierId))).toBe('ok');

    const kept = (await keptTexts(seminarId))[0];
    const hash = createHash('sha256')
      .update(kept?.text ?? '')
      .digest('hex');
    expect(kept).toMatchObject({ kind: 'synthesis', subjectId: atelierId });
    expect(plainText(JSON.parse(kept?.text ?? '[]') as RichText)).toBe(theirs.words());
    await until(() => follows.changes.some(({ type }) => type === 'synthesis'));
    expect(follows.changes.findLast(({ type }) => type === 'synthesis')).toMatchObject({
      document: null,
      synthesis: { state: 'validated', versions: [{ id: kept?.id, hash }] },
    });

    mine.write('Trop tard.');
    theirs.write('Pareil.');
    // Read on a line that came after both.
    const reader = await opened(await by('rapporteur'), synthesis);
    expect(reader.words()).not.toMatch(/tard|Pareil/);
    expect(mine.words()).toContain('Trop tard.');
    expect(theirs.words()).not.toContain('tard');

    expect(await animateur.send(reopen(atelierId))).toBe('ok');
    await until(() => reader.words().includes('tard') && reader.words().includes('Pareil'));
    expect(await animateur.send(validate(atelierId))).toBe('ok');
    expect((await keptTexts(seminarId)).map((it) => /tard/.test(it?.text ?? ''))).toEqual([false, true]);
  });

  test('is read along by participants while it is shown, live, and written by none of them', async () => {
    const { by, participant, atelierId, synthesis, sittingId } = await house();
    const [animateur, yann] = [await by('animateur'), await participant()];
    const { state, changes } = await yann.follows(sittingId, 'participant');
    expect([state.documents.synthesis, state.synthesis.shown]).toEqual([undefined, false]);
    expect((await opened(yann, synthesis)).closed).toEqual([4403]);
    expect(await animateur.send(show(atelierId, true))).toBe('ok');
    await until(() => changes.length > 0);
    expect(changes).toMatchObject([{ type: 'synthesis', document: synthesis, synthesis: { shown: true } }]);
    const again = await someone(yann.device, 'participant');
    expect((await again.follows(sittingId, 'participant')).state.documents.synthesis).toBe(synthesis);

    const [written, read] = [await opened(animateur, synthesis), await opened(yann, synthesis)];
    written.write('Ouvrir le samedi.');
    await until(() => read.words().includes('samedi'));
    read.write('Moi aussi.');
    written.write('Et le soir.');
    await until(() => read.words().includes('soir'));
    expect(written.words()).not.toContain('Moi aussi');
    expect(await animateur.send(show(atelierId, false))).toBe('ok');
    await until(() => read.closed.length > 0);
    expect(read.closed).toEqual([4403]);
    await until(() => changes.length > 1);
    expect(changes.at(-1)).toMatchObject({ document: null, synthesis: { shown: false } });
  });

  test('leaves contributions at their point once it is validated', async () => {
    const { by, participant, atelierId, synthesis, sittingId } = await house();
    const [animateur, yann] = [await by('animateur'), await participant()];
    const text = await opened(animateur, synthesis);
    text.write('Ouvrir.');
    await waitUntilKept(atelierId, 'Ouvrir');
    const said = contribute(sittingId, 'Une permanence.');
    if (said.type !== 'contribution/make') throw new Error('no contribution');
    const { contributionId } = said;
    expect([await yann.send(said), await animateur.send(validate(atelierId))]).toEqual(['ok', 'ok']);
    const change = { sittingId, contributionId, kind: null, text: 'Le samedi.', questionId: null, key: null };
    const moved: Command = { type: 'contribution/change', ...change, itemId: 'item-one' };
    expect(await yann.send(moved)).toBe('synthesis/validated');
    expect(await yann.send({ ...moved, itemId: null })).toBe('ok');
    expect(await yann.send(contribute(sittingId, 'Après.'))).toBe('ok');
  });
});

describe('a restitution', () => {
  const slide = (sittingId: string, atelierId: string, at: number): Command => ({
    ...{ type: 'restitution/show', sittingId, atelierId, slide: at },
  });

  test('is shown by whoever conducts the plenary, and turned by the atelier that is shown', async () => {
    const { by, participant, atelierId, synthesis, plenary, other, sittingId } = await house();
    const rapporteur = await by('rapporteur');
    const others = await by('rapporteur', other.sittingId);
    const conducts = await by('animateur', plenary.sittingId);
    const yann = await participant(other.sittingId);
    const screen = await by('screen', plenary.sittingId);
    const text = await opened(rapporteur, synthesis);
    text.write("Qui ouvre  d'abord, M. Rio, le samedi?");
    await waitUntilKept(atelierId, 'samedi');

    const [onScreen, onPhone] = [
      await screen.follows(plenary.sittingId, 'screen'),
      await yann.follows(plenary.sittingId, 'participant'),
    ];
    expect([onScreen.state.restitution, onPhone.state.restitution]).toEqual([null, null]);
    const slides = `/api/ateliers/${atelierId}/slides`;
    const statuses = async () => [
      (await screen.get(slides)).status,
      (await yann.get(slides)).status,
      (await others.get(slides)).status,
    ];
    expect(await statuses()).toEqual([403, 403, 403]);
    expect((await conducts.get(slides)).status).toBe(200);

    const away: Command = { type: 'restitution/put-away', sittingId: plenary.sittingId };
    expect(await conducts.send(away)).toBe('restitution/nothing-shown');
    expect(await yann.send(slide(plenary.sittingId, atelierId, 0))).toBe('access/forbidden');
    expect(await rapporteur.send(slide(sittingId, atelierId, 0))).toBe('seminar/unknown');
    expect(await conducts.send(slide(plenary.sittingId, atelierId, 0))).toBe('ok');
    // While one is shown, another atelier does not take the screen from it.
    expect(await others.send(slide(plenary.sittingId, other.atelierId, 0))).toBe('access/forbidden');
    expect(await rapporteur.send(slide(plenary.sittingId, atelierId, 99))).toBe('ok');
    const { body } = await screen.get<SlidesView>(slides);
    expect([body.state, ...body.slides.map(({ type }) => type)]).toEqual(['draft', 'title', 'idea']);
    // [RS13] As it is printed.
    const set = 'Qui ouvre d’abord, M.\u00a0Rio, le samedi\u202f?';
    expect(JSON.stringify(body.slides)).toContain(JSON.stringify(set));
    for (const { changes } of [onScreen, onPhone]) {
      const turned = () => changes.filter(({ type }) => type === 'restitution');
      await until(() => turned().length >= 2);
      expect(turned()).toEqual([
        { type: 'restitution', restitution: { atelierId, slide: 0 } },
        { type: 'restitution', restitution: { atelierId, slide: 1 } },
      ]);
    }
    expect(await statuses()).toEqual([200, 200, 200]);

    expect(await rapporteur.send(away)).toBe('ok');
    expect(await statuses()).toEqual([403, 403, 403]);
    expect(await others.send(slide(plenary.sittingId, other.atelierId, 0))).toBe('ok');
  });

  test('is taken over by the atelier whose point the plenary is at', async () => {
    const { organisation, by, atelierId, plenary, other } = await house();
    const { sittingId } = plenary;
    const turns = await by('rapporteur', other.sittingId);
    const restitutes = (id: string, of: string) => ({
      ...{ ...agendaItem({ id, title: id }), questions: [], context: [], restitutes: of },
    });
    const items = [restitutes('item-first', atelierId), restitutes('item-second', other.atelierId)];
    const plan = { type: 'plan/revise', atelierId: plenary.atelierId, expectedRevision: 1, items } as const;
    expect(await organisation.send(plan)).toBe('ok');
    expect(await organisation.send({ type: 'run/start', sittingId, expectedRunEvents: 0 })).toBe('ok');
    expect(await organisation.send(slide(sittingId, atelierId, 0))).toBe('ok');
    const takes = slide(sittingId, other.atelierId, 0);
    expect(await turns.send(takes)).toBe('access/forbidden');
    expect(await organisation.send({ type: 'run/next', sittingId, expectedRunEvents: 1 })).toBe('ok');
    expect(await turns.send(takes)).toBe('ok');
  });

  test('is over with the séminaire', async () => {
    const { organisation, atelierId, plenary, seminarId } = await house();
    expect(await organisation.send(slide(plenary.sittingId, atelierId, 0))).toBe('ok');
    expect(await organisation.send({ type: 'seminar/close', seminarId })).toBe('ok');
    expect(await organisation.send(slide(plenary.sittingId, atelierId, 0))).toBe('seminar/closed');
    const state = await organisation.follows(plenary.sittingId, 'screen');
    expect(state.state.restitution).toBeNull();
  });
});

test('a free text of the actes is written by the organiser, read by staff, and nobody else', async () => {
  const { organisation, by, participant, seminarId } = await house();
  const name = (id: string) => `part.${id}~intro~before.1`;
  const written = await opened(organisation, name(seminarId));
  const read = await opened(await by('animateur'), name(seminarId));
  written.write('En ouverture.');
  await until(() => read.words().includes('ouverture'));
  read.write('Moi.');
  written.write('Ensuite.');
  await until(() => read.words().includes('Ensuite'));
  expect(written.words()).not.toContain('Moi');
  expect((await opened(await participant(), name(seminarId))).closed).toEqual([4403]);
  expect((await opened(organisation, name(freshId()))).closed).toEqual([4404]);
  expect((await opened(organisation, `part.${seminarId}.1`)).closed).toEqual([4404]);
  expect((await opened(organisation, `preamble.${seminarId}~x.1`)).closed).toEqual([4404]);
});

test('what several sittings said is read side by side by those who write, point by point', async () => {
  const { organisation, by, participant, atelierId, sittingId } = await house();
  const second = freshId();
  const sitting = { sittingId: second, room: 'Sein', start: null, label: '' };
  expect(await organisation.send({ type: 'sittings/add', atelierId, sittings: [sitting] })).toBe('ok');
  const [yann, maelle] = [await participant(), await participant(second)];
  const at = (of: string, text: string, itemId: string | null) =>
    ({ ...contribute(of, text), itemId }) as Command;
  expect(await yann.send(at(sittingId, 'Ouvrir.', 'item-one'))).toBe('ok');
  const supported = at(sittingId, 'Aller vers.', 'item-one');
  expect(await yann.send(supported)).toBe('ok');
  if (supported.type !== 'contribution/make') throw new Error('no contribution');
  const { contributionId } = supported;
  const support: Command = { type: 'contribution/support', sittingId, contributionId };
  expect(await (await participant()).send(support)).toBe('ok');
  expect(await maelle.send(at(second, 'Ailleurs.', null))).toBe('ok');
  const rapporteur = await by('rapporteur', second);
  const notes = await opened(rapporteur, `notes.${second}.1`);
  notes.write('Dit sous le dernier point.');
  await waitUntilKept(second, 'dernier', 'notes');

  const path = `/api/ateliers/${atelierId}/side-by-side`;
  expect((await yann.get(path)).status).toBe(403);
  const { body } = await rapporteur.get<SideBySideView>(path);
  expect(body.sittings.map(({ room, label }) => [room, label])).toEqual([
    ['Ouessant', 'groupe 1'],
    ['Sein', 'groupe 2'],
  ]);
  const shape = body.points.map(({ itemId, said }) => [
    itemId,
    ...said.map(({ contributions, notes: said }) =>
      [contributions.map(({ text }) => text).join(' '), said].join('|'),
    ),
  ]);
  expect(shape).toEqual([
    ['item-one', 'Aller vers. Ouvrir.|', '|'],
    ['item-two', '|', '|Dit sous le dernier point.'],
    [null, '|', 'Ailleurs.|'],
  ]);
  const one = await rapporteur.get<SideBySideView>(`${path}?item=item-two`);
  expect(one.body.points.map(({ itemId }) => itemId)).toEqual(['item-two']);
  const none = await rapporteur.get<SideBySideView>(`${path}?item=-`);
  expect(none.body.points.map(({ itemId }) => itemId)).toEqual([null]);
});

test('its page is told of the plenary’s minutes, of what stands in it, and of its versions', async () => {
  const { organisation, by, participant, atelierId, sittingId, plenary, synthesis } = await house();
  const [animateur, yann] = [await by('animateur'), await participant()];
  const path = `/api/ateliers/${atelierId}/synthesis`;
  expect((await yann.get(path)).status).toBe(403);
  expect((await animateur.get<SynthesisView>(path)).body.minutes).toBeNull();
  const point = { ...agendaItem({ id: 'item-first', title: 'Atelier 1' }), questions: [], context: [] };
  const items = [{ ...point, plannedMinutes: minutes(5), restitutes: atelierId }];
  const plan = { type: 'plan/revise', atelierId: plenary.atelierId, expectedRevision: 1, items } as const;
  expect(await organisation.send(plan)).toBe('ok');

  const said = [contribute(sittingId, 'Ouvrir.'), contribute(sittingId, 'Aller vers.')];
  const ids = said.flatMap((it) => (it.type === 'contribution/make' ? [it.contributionId] : []));
  for (const it of said) expect(await yann.send(it)).toBe('ok');
  const text = await opened(animateur, synthesis);
  text.write('Ouvrir.', ids[0]);
  await waitUntilKept(atelierId, 'Ouvrir');
  const withdraw: Command = {
    type: 'contribution/withdraw',
    sittingId,
    contributionId: ids[0] ?? '',
    key: null,
  };
  expect(await yann.send(withdraw)).toBe('ok');
  const { body } = await animateur.get<SynthesisView>(path);
  expect([body.minutes, body.presentedIn]).toEqual([5, plenary.sittingId]);
  const shape = body.sittings.map(({ contributionsCount, sources }) => [
    contributionsCount,
    sources.map(({ id, sorting }) => [id, sorting?.withdrawn]),
  ]);
  expect(shape).toEqual([[1, [[ids[0], true]]]]);

  expect(await animateur.send(validate(atelierId))).toBe('ok');
  const [version] = (await animateur.follows(sittingId, 'console')).state.synthesis.versions;
  const file = await animateur.device.request(`${path}/${version?.id ?? ''}.md`);
  expect([file.status, await file.text()]).toEqual([
    200,
    '## Point item-one\n\n## Point item-two\n\nOuvrir.\n',
  ]);
  expect((await animateur.get(`${path}/${freshId()}.md`)).status).toBe(404);
  expect((await yann.get(`${path}/${version?.id ?? ''}.md`)).status).toBe(403);
});

/** What a client typed is on its way: resolves once it is on disk. */
async function waitUntilKept(
  id: string,
  words: string,
  kind: 'synthesis' | 'notes' = 'synthesis',
): Promise<void> {
  while (!plainText(await storedText(storage.documents, { kind, id })).includes(words))
    await new Promise((resolve) => setTimeout(resolve, 10));
}

test('whoever puts the actes together is told when a synthesis, words or the programme become others', async () => {
  const { organisation, by, participant, seminarId, sittingId, atelierId, synthesis } = await house();
  const follow = async ({ device }: Someone) => {
    const socket = device.socket();
    let told = 0;
    socket.on('actes', (of) => (told += Number(of.seminarId === seminarId)));
    await connected(socket);
    const answer = await socket.emitWithAck('subscribe', { channel: 'actes', seminarId });
    return { answer: answer.ok ? 'ok' : answer.error.code, told: () => told };
  };
  const rapporteur = await by('rapporteur');
  const refused = await follow(rapporteur);
  expect(refused.answer).toBe('access/forbidden');
  const followed = await follow(organisation);
  expect(followed.answer).toBe('ok');
  // Of another séminaire nothing is told.
  await house();

  const yann = await participant();
  const text = await opened(rapporteur, synthesis);
  for (const change of [
    // Tells what went before too: after it nothing waits.
    () => organisation.send({ type: 'atelier/rename', atelierId, title: 'Accueillir encore' }),
    () => Promise.resolve(text.write('Ce que nous avons dit.')),
    () => yann.send(contribute(sittingId, 'Une permanence.')),
  ]) {
    const before = followed.told();
    await change();
    await until(() => followed.told() > before);
  }
  expect(refused.told()).toBe(0);
});
