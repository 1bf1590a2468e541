/**
 * Seeded fuzz of whole rooms: real server, SQLite file, sockets and the client's own outbox, over a network that loses,
 * doubles and reorders messages, with people who come and go and a server that is restarted. `FUZZ_SEEDS=1000` runs more
 * of them, `FUZZ_KILLED=50` more of those whose server is killed, `FUZZ_FROM=17 FUZZ_SEEDS=1` runs one again.
 */
import { describe, expect, test } from 'vitest';
import type { DomainEvent } from '#core/events/event-types.ts';
import type { FuzzPerson } from './fuzz-person.ts';
import type { FuzzHost } from './fuzz-host.ts';
import { hostHere, hostThatIsKilled } from './fuzz-host.ts';
import { fuzzRoom } from './fuzz-room.ts';
import type { Outcome } from './fuzz-room.ts';

const SEEDS = Number(process.env['FUZZ_SEEDS'] ?? 200);
const FROM = Number(process.env['FUZZ_FROM'] ?? 1);
/** Servers of their own that are killed: each takes seconds to start. */
const KILLED = Number(process.env['FUZZ_KILLED'] ?? 4);
/** Seeds that once failed, and what of. */
const ONCE_FAILED: readonly (readonly [seed: number, of: string])[] = [
  [3, 'words without a name were lost: a moment with a fraction could not be read again'],
  [6, 'phones held a floor that stood still while people came in'],
];
/** Rooms at once. */
const ABREAST = 6;

const madeOnce = ({ events }: Outcome): void => {
  const made = events.flatMap((it) => (it.type === 'contribution/made' ? [it.payload.contributionId] : []));
  expect(new Set(made).size).toBe(made.length);
};

const numberedWithoutGap = ({ events }: Outcome): void => {
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
};

const unnamedBy = (person: FuzzPerson): ReadonlySet<string> =>
  new Set([...person.meant.words].flatMap(([id, { unnamed }]) => (unnamed ? [id] : [])));

const namesNobody = (event: DomainEvent, unnamed: ReadonlySet<string>): boolean =>
  !('contributionId' in event.payload) ||
  !['contribution/made', 'contribution/changed', 'contribution/withdrawn'].includes(event.type) ||
  !unnamed.has(event.payload.contributionId) ||
  (event.actor === null && event.at % 60_000 === 0);

/** What each person meant is what the log says, once. */
function asMeant({ log, events, people }: Outcome): void {
  const { byId, dots } = log.contributions;
  for (const person of people) {
    expect(person.refused, person.name).toEqual([]);
    for (const [id, meant] of person.meant.words) {
      const there = byId.get(id);
      expect(there, `${person.name} said ${id}`).toBeDefined();
      expect(there?.withdrawn).toBe(meant.text === null);
      if (meant.text !== null) expect(there?.text).toBe(meant.text);
      expect(there?.author ?? null).toBe(meant.unnamed ? null : (person.personId ?? there?.author));
    }
    for (const [id, supports] of person.meant.supports) {
      if (person.tooLate.has(id)) continue;
      const supporters = byId.get(id)?.supporters ?? [];
      if (person.personId !== null) expect(supporters.includes(person.personId)).toBe(supports);
    }
    if (dots !== null && person.personId !== null) {
      const placed = dots.placed.get(person.personId) ?? {};
      for (const [id, count] of person.meant.dots)
        if (!person.tooLate.has(id)) expect(placed[id] ?? 0).toBe(count);
    }
    const unnamed = unnamedBy(person);
    expect(events.every((event) => namesNobody(event, unnamed))).toBe(true);
  }
}

async function comesOutRight(seed: number, host: () => Promise<FuzzHost> = hostHere): Promise<void> {
  try {
    const outcome = await fuzzRoom(seed, await host());
    madeOnce(outcome);
    numberedWithoutGap(outcome);
    asMeant(outcome);
  } catch (error) {
    throw new Error(`seed ${seed}`, { cause: error });
  }
}

/** Some rooms at once: most of their time they wait for the network. */
async function comeOutRight(seeds: readonly number[], host?: () => Promise<FuzzHost>): Promise<void> {
  const left = [...seeds];
  const next = async (): Promise<void> => {
    for (let seed = left.shift(); seed !== undefined; seed = left.shift()) await comesOutRight(seed, host);
  };
  await Promise.all(Array.from({ length: ABREAST }, next));
}

const from = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => first + index);

describe('rooms over a bad network come out as everybody meant', () => {
  test.for(ONCE_FAILED)('seed %i, which once failed: %s', async ([seed]) => comesOutRight(seed));

  const batches = from(0, Math.ceil(SEEDS / 20)).map((index) => FROM + index * 20);
  test.for(batches)('twenty seeds from %i', { timeout: 120_000 }, (first) =>
    comeOutRight(from(first, Math.min(20, FROM + SEEDS - first))),
  );

  test(`${KILLED} more whose server is killed`, { timeout: 120_000 }, () =>
    comeOutRight(from(FROM + SEEDS, KILLED), hostThatIsKilled),
  );
});
