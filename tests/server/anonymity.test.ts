/**
 * « Sans mon nom » is a promise: whoever has the whole data folder, the logs and every frame does not beat chance at
 * telling who said what. Twenty people speak in bursts, with and without their name, for what stands for a minute.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SittingFrame } from '#protocol/views.ts';
import { chance as chanceFrom } from '../support/delaying-proxy.ts';
import { connected, createdSeminar, Device, freshId, subscribed } from '../support/device.ts';
import type { Evidence, HeardContribution, KnownPerson } from '../support/guess-authors.ts';
import { WAYS } from '../support/guess-authors.ts';
import { startServer } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { FuzzPerson } from '../fuzz/fuzz-person.ts';

const PEOPLE = 20;
const BURSTS_EACH = 2;
/** The room's minute goes by in so many milliseconds; delays are as much shorter. */
const MINUTE = 5_000;
const FASTER = MINUTE / 60_000;
/** Of 40 guesses among 20 people 2 are right by chance, and more than this once in some ten thousand times. */
const MOST_BY_CHANCE = 9;

const NAMES = ['Quentin', 'Rozenn', 'Solveig', 'Tanguy', 'Ulysse', 'Violaine', 'Wandrille', 'Ysoline'];
const nameOf = (index: number): string => `${NAMES[index % NAMES.length] ?? ''}${index}x`;

type Room = {
  readonly people: readonly FuzzPerson[];
  readonly known: readonly KnownPerson[];
  /** The true list: by contribution without a name, who said it. */
  readonly authors: ReadonlyMap<string, string>;
  readonly heard: readonly HeardContribution[];
  readonly sittingId: string;
};

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** `mixing` 0 is what the promise would be without the random delay. */
async function spokenRoom(url: string, seed: number, mixing: number): Promise<Room> {
  const chance = chanceFrom(seed);
  const { organiser, view, sittingId } = await createdSeminar(url);
  const code = view.ateliers[0]?.sittings[0]?.code ?? '';
  const authors = new Map<string, string>();
  const heard: HeardContribution[] = [];
  const named = new Map<string, string>();
  const watching = organiser.socket();
  watching.on('sitting', (frame: SittingFrame) => {
    for (const change of frame.changes)
      if (change.type === 'contribution')
        heard.push({ id: change.contribution.id, heardAt: performance.now(), named: null });
  });
  await connected(watching);
  await subscribed(watching, { channel: 'sitting', sittingId, audience: 'console' });

  const people: FuzzPerson[] = [];
  for (let index = 0; index < PEOPLE; index += 1) {
    const device = new Device(url);
    const personId = freshId();
    await device.join(code, nameOf(index), personId);
    const as = { as: 'participant', audience: 'participant' } as const;
    const network = { network: 'whole', mixing } as const;
    people.push(
      new FuzzPerson({ device, personId, sittingId, chance, name: nameOf(index), ...as, ...network }),
    );
  }
  await Promise.all(people.map((it) => it.open()));
  await Promise.all(
    people.map(async (person) => {
      const moments = Array.from({ length: BURSTS_EACH }, () => chance() * MINUTE).sort((a, b) => a - b);
      let now = 0;
      for (const [burst, moment] of moments.entries()) {
        await pause(moment - now);
        now = moment;
        const seen = person.seen[Math.floor(chance() * person.seen.length)];
        if (seen !== undefined) person.support(seen, true);
        named.set(person.contribute(`Nommé ${burst}`, false, null), person.personId ?? '');
        authors.set(person.contribute(`Sans nom ${burst}`, true, null), person.personId ?? '');
      }
    }),
  );
  while (people.some((it) => it.waiting > 0)) await pause(50);
  await pause(400);
  organiser.close();
  people.forEach((it) => it.close());
  const known = people.map(({ personId }) => ({ personId: personId ?? '', sessionId: '' }));
  const heardNamed = heard.map((it) => ({ ...it, named: named.get(it.id) ?? null }));
  return { people, known, authors, heard: heardNamed, sittingId };
}

describe('what is said without a name', () => {
  let dataDir: string;
  let server: ServerProcess;
  let mixed: Room;
  let unmixed: Room;
  let log: string;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'pleniere-unnamed-'));
    server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'debug' });
    [mixed, unmixed] = await Promise.all([spokenRoom(server.url, 41, FASTER), spokenRoom(server.url, 42, 0)]);
    log = server.log();
    await server.end('SIGTERM');
  }, 120_000);
  afterAll(async () => {
    await server.end('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  });

  const database = (): DatabaseSync => new DatabaseSync(join(dataDir, 'pleniere.db'), { readOnly: true });

  function evidenceOf(room: Room): Evidence {
    const db = database();
    try {
      const events = db
        .prepare(
          'SELECT rowid AS row, seq, id, type, at, actor, payload FROM events WHERE stream = ? ORDER BY seq',
        )
        .all(`sitting:${room.sittingId}`) as unknown as Evidence['events'];
      const receipts = db
        .prepare('SELECT rowid AS row, command_id AS commandId, answer FROM receipts ORDER BY rowid')
        .all()
        .filter((it) => String(it['answer']).includes(room.sittingId)) as unknown as Evidence['receipts'];
      const sessions = db
        .prepare('SELECT person_id AS personId, session_id AS sessionId FROM grants')
        .all() as unknown as readonly KnownPerson[];
      const people = room.known.map((it) => sessions.find(({ personId }) => personId === it.personId) ?? it);
      return { events, receipts, people, heard: room.heard };
    } finally {
      db.close();
    }
  }

  const rightBy = (way: (typeof WAYS)[number], room: Room): number => {
    const evidence = evidenceOf(room);
    return [...room.authors].filter(([id, author]) => way.guess(evidence, id) === author).length;
  };

  test('came in whole, and is all there', () => {
    expect(mixed.authors.size).toBe(PEOPLE * BURSTS_EACH);
    expect(mixed.heard.filter(({ id }) => mixed.authors.has(id))).toHaveLength(PEOPLE * BURSTS_EACH);
    expect(mixed.heard.filter(({ named }) => named !== null)).toHaveLength(PEOPLE * BURSTS_EACH);
  });

  test.for(WAYS)('is not told apart by $name', (way) => {
    expect(rightBy(way, mixed)).toBeLessThanOrEqual(MOST_BY_CHANCE);
  });

  test('would be without its random delay: these ways do find people', () => {
    const found = WAYS.map((way) => rightBy(way, unmixed));
    expect(Math.max(...found)).toBeGreaterThan(PEOPLE);
  });

  test('has no actor, no person and a whole minute in every event, and a receipt without a person', () => {
    const { events, receipts, people } = evidenceOf(mixed);
    const unnamed = events.filter(({ payload }) =>
      [...mixed.authors.keys()].some((id) => payload.includes(id)),
    );
    const made = unnamed.filter(({ type }) => type === 'contribution/made');
    expect(made).toHaveLength(PEOPLE * BURSTS_EACH);
    for (const { actor, at, payload } of made) {
      expect([actor, at % 60_000]).toEqual([null, 0]);
      for (const { personId, sessionId } of people) {
        expect(payload).not.toContain(personId);
        expect(payload).not.toContain(sessionId);
      }
    }
    for (const { answer } of receipts)
      for (const { personId } of people) expect(answer).not.toContain(personId);
  });

  test('leaves names in the people’s table only, and keys nowhere', async () => {
    const db = database();
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    for (const { name } of tables) {
      const rows = JSON.stringify(
        db
          .prepare(`SELECT * FROM ${String(name)}`)
          .all()
          .map((row) => Object.values(row).map(String)),
      );
      if (name !== 'people')
        for (let index = 0; index < PEOPLE; index += 1) expect(rows).not.toContain(nameOf(index));
    }
    db.close();
    const keys = mixed.people.flatMap((it) => it.secrets);
    expect(keys).toHaveLength(PEOPLE * BURSTS_EACH);
    for (const file of await readdir(dataDir, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const bytes = (await readFile(join(file.parentPath, file.name))).toString('latin1');
      for (const key of keys) expect(bytes).not.toContain(key);
    }
  });

  test('is not in the logs: no names, no words, no ids of contributions, no keys', () => {
    expect(log).not.toMatch(/Sans nom|Nommé/);
    for (const id of mixed.authors.keys()) expect(log).not.toContain(id);
    for (const person of mixed.people)
      for (const secret of [person.name, ...person.secrets]) expect(log).not.toContain(secret);
  });
});
