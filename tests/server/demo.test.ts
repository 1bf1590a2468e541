import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toMarkdown } from '#core/actes/to-markdown.ts';
import { plannedMinutesOf } from '#core/agenda/plan.ts';
import { project } from '#core/agenda/project.ts';
import { CONTRIBUTION_KINDS } from '#core/contributions/contribution.ts';
import { CONSENTS } from '#core/seminar/person.ts';
import { contributionsOf } from '#core/seminar/sitting.ts';
import { instant } from '#core/time/instant.ts';
import fr from '#i18n/fr.ts';
import { itemsSchema, newPhotoSchema, personSchema } from '#protocol/inputs.ts';
import type { Photo } from '#core/photos/photo.ts';
import * as v from 'valibot';
import { createAssembleActes } from '../../server/seminars/actes.ts';
import { createPeopleDirectory, namesAppointed } from '../../server/seminars/people-directory.ts';
import { roomOf } from '../../server/seminars/room.ts';
import { createStreams } from '../../server/seminars/streams.ts';
import { storedText, storedUpdates } from '../../server/collab/stored-text.ts';
import { openActesAssembly } from '../../server/export/assembly/actes-assembly.ts';
import { seedDemo } from '../../server/demo/seed-demo.ts';
import { systemIds } from '../../server/ids.ts';
import { openMemoryAttachments } from '../../server/storage/attachments/memory-attachments.ts';
import type { SqliteStorage } from '../../server/storage/sqlite/sqlite-storage.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/sqlite-storage.ts';
import type { SqliteFolder } from '../contract/sqlite-folder.ts';
import { recordingLogger } from '../support/surroundings.ts';
import { keepingLogger, newSqliteFolder } from '../contract/sqlite-folder.ts';

const END = instant(Date.UTC(2026, 10, 26, 9, 32));
const MINUTE = 60_000;
const placed = ({ itemId, questionId, description, mediaType }: Photo) => ({
  ...{ itemId, questionId, description, mediaType },
});
const NOBODY = { firstName: '', lastName: '', function: '', town: '' };

describe('the sample séminaire', () => {
  let folder: SqliteFolder;
  let storage: SqliteStorage;
  let seminarId: string;
  const attachments = openMemoryAttachments();
  const assembly = openActesAssembly(recordingLogger());

  beforeAll(async () => {
    folder = await newSqliteFolder();
    const first = await openSqliteStorage({ file: folder.file, logger: keepingLogger() });
    const parts = { storage: first, attachments, secretKey: new Uint8Array(32).fill(7) };
    ({ seminarId } = await seedDemo(parts, { now: () => END }, systemIds));
    await first.close();
    storage = await openSqliteStorage({ file: folder.file, logger: keepingLogger() });
  });

  afterAll(async () => {
    await assembly.close();
    await storage.close();
    await folder.remove();
  });

  const seminarOf = async () => {
    const streams = createStreams(storage.events);
    const seminar = (await streams.seminar(seminarId)).state;
    if (!seminar) throw new Error('there is no séminaire');
    const plenaries = seminar.ateliers.filter(({ plenary }) => plenary).map(({ id }) => id);
    const sittings = seminar.sittings.filter(({ atelierId }) => !plenaries.includes(atelierId));
    const held = await Promise.all(
      sittings.map(async (sitting) => {
        const found = await roomOf(streams, sitting.id);
        if (!found) throw new Error('there is no sitting');
        const { log, room } = found;
        return { sitting, log, room, plan: room.plan, contributions: contributionsOf(log) };
      }),
    );
    return { streams, seminar, held };
  };

  test('two ateliers on five points of 1 h or ½ h, real questions, the synthesis last and protected', async () => {
    const { held } = await seminarOf();
    expect(held).toHaveLength(2);
    for (const { plan } of held) {
      expect(plan.items).toHaveLength(5);
      expect(plannedMinutesOf(plan)).toBe(180);
      expect(v.is(itemsSchema, plan.items)).toBe(true);
      for (const item of plan.items) {
        expect([30, 60]).toContain(item.plannedMinutes);
        expect(item.protected).toBe(item.kind === 'synthesis');
        expect(item.questions).toHaveLength(item.kind === 'synthesis' ? 0 : 2);
      }
      expect(plan.items.at(-1)?.kind).toBe('synthesis');
      const lengths = plan.items.flatMap(({ questions }) => questions.map(({ text }) => text.length));
      expect(Math.max(...lengths)).toBeGreaterThan(220);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(233);
    }
  });

  test('both are at their third point: 12 minutes left in one, 3 over in the other', async () => {
    const { held } = await seminarOf();
    const now = held.map(({ room }) => project(room, END));
    expect(now.map(({ status }) => status)).toEqual(['running', 'running']);
    expect(
      now.map(({ currentItemId }, index) =>
        held[index]?.plan.items.findIndex(({ id }) => id === currentItemId),
      ),
    ).toEqual([2, 2]);
    expect(now.map(({ remaining }) => remaining)).toEqual([12 * MINUTE, -3 * MINUTE]);
    expect(now.map(({ drift }) => drift)).toEqual([14 * MINUTE, 2 * MINUTE]);
  });

  test('the programme is laid around them, with a plenary that presents both, and interrupts nothing yet', async () => {
    const { streams, seminar, held } = await seminarOf();
    const kinds = seminar.programme.times.map(({ kind }) => kind);
    expect(kinds).toEqual(['welcome', 'opening', 'break', 'meal', 'plenary', 'closing']);
    const plenary = seminar.ateliers.find((it) => it.plenary);
    expect(seminar.programme.times[4]?.atelierId).toBe(plenary?.id);
    const plan = (await streams.atelier(plenary?.id ?? '')).state?.plan;
    const presented = held.map(({ sitting }) => sitting.atelierId);
    expect(plan?.items.map(({ restitutes }) => restitutes)).toEqual([...presented, null]);
    for (const { room } of held) {
      const { sharedTimeNow, sharedTimeNext, estimatedEnd } = project(room, END);
      expect([sharedTimeNow, sharedTimeNext?.kind]).toEqual([null, 'break']);
      expect(estimatedEnd).toBeLessThan(seminar.programme.times[3]?.start ?? 0);
    }
  });

  test('who conducts and who writes are there by name; one message was read, one call waits', async () => {
    const { seminar, held } = await seminarOf();
    const directory = new Map(
      (await storage.people.ofSeminar(seminarId)).map((person) => [person.id, person]),
    );
    for (const { sitting } of held) {
      for (const role of ['animateur', 'rapporteur'] as const)
        expect(namesAppointed(seminar, sitting.id, role, directory)).toHaveLength(1);
    }
    expect(seminar.messages.map(({ acknowledged }) => Object.keys(acknowledged).length)).toEqual([2]);
    expect(held.map(({ log }) => log.help?.minutes ?? null)).toEqual([10, null]);
  });

  test('forty people came in, two are on the list without a phone, each with a name, a function, a town and a consent', async () => {
    const { seminar } = await seminarOf();
    const attendance = Object.values(seminar.attendance);
    expect(attendance.map((people) => people.length)).toEqual([22, 20]);
    expect(
      Object.values(seminar.attendance)
        .flat()
        .filter((id) => !seminar.joined.has(id)),
    ).toHaveLength(2);
    const directory = new Map(
      (await storage.people.ofSeminar(seminarId)).map((person) => [person.id, person]),
    );
    const present = attendance.flat().map((id) => directory.get(id));
    expect(new Set(present.map((person) => `${person?.firstName} ${person?.lastName}`)).size).toBe(42);
    for (const person of present) {
      const { firstName, lastName, function: role, town } = person ?? NOBODY;
      expect([firstName, lastName, role, town]).not.toContain('');
    }
    expect(new Set(present.map((person) => person?.consent))).toEqual(new Set(CONSENTS));
    expect([...directory.values()].every(({ lastName }) => lastName !== '')).toBe(true);
    for (const { id: _id, seminarId: _seminarId, ...person } of directory.values()) {
      expect(v.is(personSchema, person)).toBe(true);
    }
  });

  test('123 contributions of every kind, on points begun and ahead, some without a name, none supported by its author', async () => {
    const { held } = await seminarOf();
    const all = held.flatMap(({ contributions }) => contributions);
    expect(all).toHaveLength(123);
    expect(new Set(all.map(({ text }) => text)).size).toBe(123);
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set([...CONTRIBUTION_KINDS, null]));
    expect(all.filter(({ unnamed }) => unnamed).length).toBeGreaterThan(5);
    expect(all.filter(({ kind, text }) => kind === 'testimony' && !text?.startsWith('«'))).toEqual([]);
    expect(all.filter(({ itemId, questionId }) => itemId === null || questionId === null)).toEqual([]);
    expect(
      all.every(({ author, supporters }) => supporters.length > 0 && !supporters.includes(author ?? '')),
    ).toBe(true);
    for (const { plan, contributions } of held) {
      const spoken = plan.items.map(
        ({ id }) => contributions.filter(({ itemId }) => itemId === id).length > 0,
      );
      expect(spoken).toEqual([true, true, true, true, false]);
    }
  });

  test('what was entered, changed, hidden and taken back stands as such; keys of words without a name are lost', async () => {
    const { held } = await seminarOf();
    const [first, second] = held;
    const all = first?.log.contributions.byId.values() ?? [];
    const entered = all.filter(({ enteredBy }) => enteredBy !== null);
    expect(entered.map(({ entry, agreed, author }) => [entry, agreed, author !== null])).toEqual([
      ['speech', true, true],
      ['slip', true, false],
      ['speech', false, true],
    ]);
    expect(all.filter(({ changed }) => changed).map(({ earlier }) => earlier)).toEqual([['Les étudiants.']]);
    expect(all.filter(({ hidden }) => hidden?.reason).length).toBe(1);
    expect(all.filter(({ withdrawn }) => withdrawn).length).toBe(1);
    for (const { contributions } of held)
      for (const { unnamed, author, keyHash, at } of contributions)
        if (unnamed) expect([author, keyHash?.length, at % MINUTE]).toEqual([null, 64, 0]);
    const beside = second?.contributions.filter(({ unnamed }) => unnamed).map((it) => it.function);
    expect(beside?.filter((said) => said !== null)).toHaveLength(1);
  });

  test('the first room sorted, voted, spoke in turn, went around the table and photographed its paperboard', async () => {
    const { held, seminar } = await seminarOf();
    const [first] = held;
    if (!first) throw new Error('there is no first atelier');
    const { contributions, floor, round, presentations, photos } = first.log;
    const shown = contributions.byId.values();
    expect(
      contributions.groups.map(({ id }) => shown.filter(({ groupId }) => groupId === id).length),
    ).toEqual([4, 3]);
    expect(contributions.wall).toBe('approved');
    expect([shown.filter(({ pinned }) => pinned).length, shown.filter((it) => it.approved).length]).toEqual([
      1, 3,
    ]);
    expect(contributions.dots).toMatchObject({ budget: 3, shown: true });
    expect(contributions.dots?.placed.size).toBe(20);
    expect([floor.asks.length, floor.speaking?.minutes, floor.announced]).toEqual([3, 3, true]);
    expect(round?.closed).toBe(true);
    expect(new Set(round?.done)).toEqual(new Set(seminar.attendance[first.sitting.id]));
    expect([...presentations.values()].map(({ agreed }) => agreed)).toEqual([true, true, true, true, false]);
    const [photo] = photos;
    if (!photo) throw new Error('there is no photo');
    const bytes = await attachments.open(seminarId, photo.file);
    expect(photo).toMatchObject({ included: true, itemId: first.plan.items[1]?.id });
    expect(bytes?.length).toBeLessThan(30_000);
    expect(v.is(newPhotoSchema, { photoId: photo.id, ...placed(photo) })).toBe(true);
  });

  test('the log tells it in the order of the morning, up to now', async () => {
    const { seminar } = await seminarOf();
    for (const { id } of seminar.sittings) {
      const events = await storage.events.read(`sitting:${id}`, 0);
      const dated = events.filter((event) => event.type !== 'contribution/made' || !event.payload.unnamed);
      const moments = dated.map(({ at }) => at);
      expect(moments).toEqual(moments.toSorted((one, other) => one - other));
      expect(Math.max(...events.map(({ at }) => at))).toBeLessThanOrEqual(END);
      expect(events.some(({ type }) => type === 'run/undone')).toBe(id === seminar.sittings[1]?.id);
    }
  });

  test('the actes hold the preamble, both syntheses with what they took over, and what was not taken over', async () => {
    const { streams, held } = await seminarOf();
    const assemble = createAssembleActes({
      ...{ streams, assembly, people: createPeopleDirectory(storage.people) },
      texts: { stored: (of) => storedUpdates(storage.documents, of) },
      assembleBalance: () => Promise.resolve(null),
    });
    const made = await assemble(seminarId);
    if (!made) throw new Error('there are no actes');
    const { actes, findings, citedFiles } = made;
    const markdown = toMarkdown(actes);
    expect(actes.day).toBe('2026-11-26');
    expect(actes.cover.counts).toBe('2 ateliers\u00a0· 42 participants\u00a0· 123 contributions');
    for (const words of [
      'une question posée au printemps',
      'L’atelier est parti d’un chiffre',
      'Une fiche d’alerte d’une page',
      'Mises bout à bout',
      'Le pire moment, c’est le début du mois',
      fr.actesLabels.parts.seminar['not-taken-over'].replace(' :', '\u00a0:'),
    ]) {
      expect(markdown).toContain(words);
    }
    const left = findings.filter(({ code }) => code === 'quality/not-taken-over');
    expect(left.map(({ count }) => count)).toEqual([42, 50]);
    const blocksOf = (wanted: string) => actes.parts.find(({ kind }) => kind === wanted)?.blocks ?? [];
    expect(blocksOf('people').filter(({ type }) => type === 'presentation')).toHaveLength(4);
    expect(blocksOf('paperboards').filter(({ type }) => type === 'image')).toHaveLength(1);
    expect(citedFiles).toHaveLength(1);
    for (const { sitting } of held) {
      const notes = await storedText(storage.documents, { kind: 'notes', id: sitting.id });
      expect(notes.filter(({ type }) => type === 'paragraph').length).toBeGreaterThan(6);
      const tables = notes.flatMap((block) => (block.type === 'table' ? [block.rows] : []));
      expect(tables.map((rows) => rows.map((row) => row.length))).toEqual(
        sitting === held[1]?.sitting ? [[3, 3, 3, 3]] : [],
      );
    }
  });
});

describe('npm run demo', () => {
  const main = fileURLToPath(new URL('../../server/demo/main.ts', import.meta.url));
  let folder: string;
  const running: (() => void)[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pleniere-demo-test-'));
  });

  afterEach(async () => {
    running.splice(0).forEach((kill) => kill());
    await rm(folder, { recursive: true, force: true });
  });

  const launch = (...flags: string[]) => {
    const child = spawn(process.execPath, [main, ...flags], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], HOST: '127.0.0.1', TMPDIR: folder },
    });
    running.push(() => child.kill('SIGKILL'));
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part));
    let complained = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => (complained += part));
    const ended = once(child, 'close') as Promise<[number | null]>;
    return { child, ended, said: () => said, complained: () => complained };
  };

  // A stale build is made anew first, as `npm start` does it.
  test(
    '--json says one line, whose links open what they name, and SIGTERM ends it with 0',
    { timeout: 240_000 },
    async () => {
      const { child, ended, said, complained } = launch('--json', '--at', '2026-11-26T10:32');
      const line = await Promise.race([
        once(createInterface({ input: child.stdout }), 'line').then(([first]) => first as string),
        ended.then(([code]) => Promise.reject(new Error(`ended with ${code}: ${complained()}`))),
      ]);
      const { url, seminar, links, codes, ...more } = JSON.parse(line) as {
        url: string;
        seminar: string;
        links: Record<string, string>;
        codes: string[];
      };
      expect(more).toEqual({});
      expect(Object.keys(links)).toEqual(['organiser', 'animateur', 'rapporteur', 'participant', 'screen']);
      expect(Object.values(links).every((link) => link.startsWith(`${url}/`))).toBe(true);
      expect(codes).toHaveLength(2);
      expect(links['participant']).toBe(`${url}/#${codes[0]}`);

      const post = (path: string, body: unknown) =>
        fetch(url + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      for (const role of ['organiser', 'animateur', 'rapporteur', 'screen']) {
        const [accessId, secret] = new URL(links[role] ?? '').hash.slice('#acces='.length).split('.');
        const answer = await post('/api/access', { accessId, secret });
        expect(await answer.json()).toMatchObject({ role });
        if (role === 'organiser') {
          const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
          const actes = await fetch(`${url}/api/seminars/${seminar}/actes.md`, { headers: { cookie } });
          expect(await actes.text()).toContain('L’atelier est parti d’un chiffre');
        }
      }
      for (const code of codes) expect((await post('/api/join', { code, person: null })).status).toBe(200);

      child.kill('SIGTERM');
      expect((await ended)[0]).toBe(0);
      expect(said()).toBe(`${line}\n`);
      expect((await readdir(folder)).filter((name) => name.startsWith('pleniere-'))).toEqual([]);
    },
  );

  test('a folder that holds something is left as it is', async () => {
    const kept = join(folder, 'kept');
    await mkdir(kept);
    await writeFile(join(kept, 'minutes.txt'), 'of a meeting');
    const { ended, said, complained } = launch('--data-dir', kept);
    expect((await ended)[0]).toBe(1);
    expect(said()).toBe('');
    expect(complained()).toMatch(/^.* holds something already: .*\n$/);
    expect(await readdir(kept)).toEqual(['minutes.txt']);
  });

  test.each([['--at', 'tomorrow'], ['--tomorrow']])(
    '%s is refused with a sentence when nobody understands it',
    async (...flags) => {
      const { ended, said, complained } = launch(...flags);
      expect((await ended)[0]).toBe(1);
      expect(said()).toBe('');
      expect(complained()).toMatch(/^.*--at 2026-11-26T10:32.*\n$/);
    },
  );
});
