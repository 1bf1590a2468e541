/** What every storage must do, whatever it is built on. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Grant } from '#core/access/roles.ts';
import type { StreamId } from '#core/events/envelope.ts';
import type { NewDomainEvent } from '#core/events/event-types.ts';
import type { Person } from '#core/seminar/person.ts';
import { instant } from '#core/time/instant.ts';
import type { Access } from '../../server/seminars/access.port.ts';
import { StorageError } from '../../server/seminars/storage-error.ts';
import type { Storage } from '../../server/seminars/storage.port.ts';

/** A storage under test, empty at first. */
export type OpenedStorage = {
  readonly storage: Storage;
  /** Closes it and opens what it kept; a storage that keeps nothing answers itself. */
  reopen(): Promise<Storage>;
  /** Closes it for good and removes its files. */
  dispose(): Promise<void>;
};

export const supported = (id: string): NewDomainEvent => ({
  id,
  type: 'contribution/supported',
  v: 1,
  at: instant(1_764_000_000_000),
  actor: null,
  payload: { contributionId: 'c1' },
});

export const made = (id: string, text: string): NewDomainEvent => ({
  id,
  type: 'contribution/made',
  v: 1,
  at: instant(1_764_000_000_000),
  actor: 'p1',
  payload: {
    contributionId: `c-${id}`,
    itemId: 'i1',
    questionId: null,
    kind: 'constat',
    text,
    unnamed: false,
  },
});

/** The code that a promise rejects with. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof StorageError) return error.code;
    throw error;
  }
  throw new Error('It did not reject.');
}

const bytes = (...values: number[]) => new Uint8Array(values);

const SITTING: StreamId = 'sitting:s1';
const ATELIER: StreamId = 'atelier:a1';

const person = (id: string, seminarId: string, firstName: string): Person => ({
  id,
  seminarId,
  firstName,
  lastName: "L'Hôpital",
  function: 'Directrice',
  town: 'Nœux-les-Mines',
  consent: 'function',
});

const link = (id: string, code: string | null = null): Access => ({
  id,
  kind: code === null ? 'link' : 'code',
  role: 'participant',
  scope: { seminarId: 'm1', sittingId: code === null ? null : 's1' },
  generation: 1,
  code,
});

export function describeStorage(name: string, open: () => Promise<OpenedStorage>): void {
  describe(`${name}: `, () => {
    const opened: OpenedStorage[] = [];
    const start = async () => {
      const fresh = await open();
      opened.push(fresh);
      return fresh;
    };
    const storageOf = async () => (await start()).storage;
    afterEach(async () => {
      for (const each of opened.splice(0)) await each.dispose();
    });

    describe('the log', () => {
      it('gives events their place and answers them as they will be read', async () => {
        const { events } = await storageOf();
        const decided = [made('e1', 'Première « phrase »\n'), supported('e2')];
        const appended = await events.append([{ stream: SITTING, expectedSeq: 0, events: decided }], []);
        const read = await events.read(SITTING, 0);
        expect(appended).toEqual({ ok: true, events: read });
        expect(read).toEqual(decided.map((event, index) => ({ ...event, stream: SITTING, seq: index + 1 })));
      });

      it('reads after a place, and nothing of an unknown stream', async () => {
        const { events } = await storageOf();
        const decided = ['e1', 'e2', 'e3'].map(supported);
        await events.append([{ stream: SITTING, expectedSeq: 0, events: decided }], []);
        expect((await events.read(SITTING, 2)).map(({ id }) => id)).toEqual(['e3']);
        expect(await events.read(SITTING, 3)).toEqual([]);
        expect(await events.read('sitting:unknown', 0)).toEqual([]);
      });

      it('refuses a place that the stream has passed or not reached', async () => {
        const { events } = await storageOf();
        await events.append([{ stream: SITTING, expectedSeq: 0, events: [supported('e1')] }], []);
        for (const expectedSeq of [0, 2]) {
          const late = [{ stream: SITTING, expectedSeq, events: [supported('late')] }];
          expect(await events.append(late, [])).toEqual({ ok: false, conflict: 'stream' });
        }
        expect(await events.read(SITTING, 0)).toHaveLength(1);
      });

      it('appends to several streams and keeps their receipts, all or nothing', async () => {
        const { events } = await storageOf();
        const both = (seqOfAtelier: number, prefix: string) =>
          events.append(
            [
              { stream: SITTING, expectedSeq: 0, events: [supported(`${prefix}1`)] },
              { stream: ATELIER, expectedSeq: seqOfAtelier, events: [supported(`${prefix}2`)] },
            ],
            [{ commandId: 'k1', answer: '{"ok":true}' }],
          );
        expect(await both(4, 'a')).toEqual({ ok: false, conflict: 'stream' });
        expect(await events.read(SITTING, 0)).toEqual([]);
        expect(await events.receipt('k1')).toBeNull();
        expect((await both(0, 'b')).ok).toBe(true);
        expect(await events.read(ATELIER, 0)).toHaveLength(1);
        expect(await events.receipt('k1')).toBe('{"ok":true}');
      });

      it('counts a command once, and says so before anything else', async () => {
        const { events } = await storageOf();
        const receipts = [{ commandId: 'k1', answer: 'yes' }];
        const first = [{ stream: SITTING, expectedSeq: 0, events: [supported('e1')] }];
        await events.append(first, receipts);
        expect(await events.append(first, receipts)).toEqual({ ok: false, conflict: 'receipt' });
        const next = [{ stream: SITTING, expectedSeq: 1, events: [supported('e2')] }];
        const again = [{ commandId: 'k2', answer: 'no' }, ...receipts];
        expect(await events.append(next, again)).toEqual({ ok: false, conflict: 'receipt' });
        expect(await events.receipt('k2')).toBeNull();
        expect(await events.read(SITTING, 0)).toHaveLength(1);
      });

      it('keeps the receipt of a command that changed nothing', async () => {
        const { events } = await storageOf();
        expect(await events.append([], [{ commandId: 'k1', answer: 'refused' }])).toEqual({
          ok: true,
          events: [],
        });
        expect(await events.receipt('k1')).toBe('refused');
        expect(await events.receipt('k2')).toBeNull();
      });

      it('refuses a second event under one id, and keeps nothing of that append', async () => {
        const { events } = await storageOf();
        await events.append([{ stream: SITTING, expectedSeq: 0, events: [supported('e1')] }], []);
        const twice = [{ stream: ATELIER, expectedSeq: 0, events: [supported('e2'), supported('e1')] }];
        const receipts = [{ commandId: 'k1', answer: '' }];
        expect(await codeOf(events.append(twice, receipts))).toBe('storage/constraint');
        expect(await events.read(ATELIER, 0)).toEqual([]);
        expect(await events.receipt('k1')).toBeNull();
      });

      it('a conflict or a refusal leaves what was asked beside it alone', async () => {
        const { events } = await storageOf();
        const one = (expectedSeq: number, id: string) =>
          events.append([{ stream: SITTING, expectedSeq, events: [supported(id)] }], []);
        const answers = await Promise.allSettled([one(0, 'e1'), one(0, 'e2'), one(1, 'e1'), one(1, 'e3')]);
        expect(answers.map(({ status }) => status)).toEqual([
          'fulfilled',
          'fulfilled',
          'rejected',
          'fulfilled',
        ]);
        expect((await events.read(SITTING, 0)).map(({ id }) => id)).toEqual(['e1', 'e3']);
      });

      it('lets exactly one of many writers have each place', async () => {
        const { events } = await storageOf();
        let run = 0;
        await fc.assert(
          fc.asyncProperty(
            fc.array(fc.record({ expectedSeq: fc.nat(6), count: fc.integer({ min: 1, max: 3 }) }), {
              minLength: 1,
              maxLength: 30,
            }),
            async (attempts) => {
              run += 1;
              const stream: StreamId = `sitting:race-${run}`;
              const answers = await Promise.all(
                attempts.map(({ expectedSeq, count }, attempt) =>
                  events.append(
                    [
                      {
                        stream,
                        expectedSeq,
                        events: Array.from({ length: count }, (_, index) =>
                          supported(`race-${run}-${attempt}-${index}`),
                        ),
                      },
                    ],
                    [],
                  ),
                ),
              );
              const won = answers.flatMap((answer) => (answer.ok ? answer.events : []));
              const log = await events.read(stream, 0);
              expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
              expect(won.toSorted((a, b) => a.seq - b.seq)).toEqual(log);
              expect(log.length > 0).toBe(attempts.some(({ expectedSeq }) => expectedSeq === 0));
            },
          ),
          { numRuns: 40 },
        );
      });

      it('retried until it fits, every event is there once', async () => {
        const { events } = await storageOf();
        const write = async (id: string): Promise<void> => {
          for (;;) {
            const { length } = await events.read(SITTING, 0);
            const placed = await events.append(
              [{ stream: SITTING, expectedSeq: length, events: [supported(id)] }],
              [],
            );
            if (placed.ok) return;
          }
        };
        const ids = Array.from({ length: 12 }, (_, index) => `writer-${index}`);
        await Promise.all(ids.map(write));
        const log = await events.read(SITTING, 0);
        expect(log.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
        expect(log.map(({ seq }) => seq)).toEqual(ids.map((_, index) => index + 1));
      });

      it('redacts the words of some events and nothing else', async () => {
        const { events } = await storageOf();
        const decided = [made('e1', 'À retirer.'), made('e2', 'À garder.'), supported('e3')];
        await events.append([{ stream: SITTING, expectedSeq: 0, events: decided }], []);
        const before = await events.read(SITTING, 0);
        await events.redact(SITTING, ['e1', 'e3', 'unknown']);
        await events.redact(SITTING, ['e1']);
        await events.redact(ATELIER, ['e2']);
        const log = await events.read(SITTING, 0);
        expect(log[0]).toEqual({ ...before[0], payload: { ...before[0]?.payload, text: null } });
        expect(log.slice(1)).toEqual(before.slice(1));
      });

      it('keeps its own copy of what it is given and what it answers', async () => {
        const { events } = await storageOf();
        const payload = { contributionId: 'c1' };
        const event: NewDomainEvent = { ...supported('e1'), type: 'contribution/supported', payload };
        await events.append([{ stream: SITTING, expectedSeq: 0, events: [event] }], []);
        payload.contributionId = 'changed';
        expect((await events.read(SITTING, 0))[0]?.payload).toEqual({ contributionId: 'c1' });
      });
    });

    describe('people', () => {
      it('are found by id and by séminaire, in the order they came', async () => {
        const { people } = await storageOf();
        for (const each of [
          person('p2', 'm1', 'Zoé'),
          person('p1', 'm1', 'Ana'),
          person('p3', 'm2', 'Léo'),
        ]) {
          await people.save(each);
        }
        expect(await people.find('p1')).toEqual(person('p1', 'm1', 'Ana'));
        expect(await people.find('nobody')).toBeNull();
        expect((await people.ofSeminar('m1')).map(({ id }) => id)).toEqual(['p2', 'p1']);
      });

      it('are changed by saving them again, and keep their place', async () => {
        const { people } = await storageOf();
        await people.save(person('p1', 'm1', 'Ana'));
        await people.save(person('p2', 'm1', 'Zoé'));
        await people.save({ ...person('p1', 'm1', 'Anna'), consent: 'none' });
        const changed = { ...person('p1', 'm1', 'Anna'), consent: 'none' };
        expect(await people.ofSeminar('m1')).toEqual([changed, person('p2', 'm1', 'Zoé')]);
      });
    });

    describe('access', () => {
      it('finds links and codes', async () => {
        const { access } = await storageOf();
        await access.save(link('l1'));
        await access.save(link('l2', 'ABCD2345'));
        expect(await access.find('l1')).toEqual(link('l1'));
        expect(await access.findByCode('ABCD2345')).toEqual(link('l2', 'ABCD2345'));
        expect(await access.findByCode('ZZZZ9999')).toBeNull();
        expect(await access.find('l3')).toBeNull();
        expect((await access.ofSeminar('m1')).map(({ id }) => id)).toEqual(['l1', 'l2']);
        expect(await access.ofSeminar('m2')).toEqual([]);
      });

      it('rotates by saving again: the old code opens nothing', async () => {
        const { access } = await storageOf();
        await access.save(link('l1', 'ABCD2345'));
        await access.save({ ...link('l1', 'WXYZ6789'), generation: 2 });
        expect(await access.findByCode('ABCD2345')).toBeNull();
        expect((await access.findByCode('WXYZ6789'))?.generation).toBe(2);
      });

      it('never gives one code twice', async () => {
        const { access } = await storageOf();
        await access.save(link('l1', 'ABCD2345'));
        expect(await codeOf(access.save(link('l2', 'ABCD2345')))).toBe('storage/constraint');
        expect((await access.findByCode('ABCD2345'))?.id).toBe('l1');
      });

      it('opens sessions by the hash of their token', async () => {
        const { access } = await storageOf();
        const session = { id: 'd1', createdAt: instant(1_764_000_000_000) };
        await access.openSession(session, 'hash-1');
        expect(await access.session('hash-1')).toEqual(session);
        expect(await access.session('hash-2')).toBeNull();
        expect(await codeOf(access.openSession({ ...session, id: 'd2' }, 'hash-1'))).toBe(
          'storage/constraint',
        );
        expect(await codeOf(access.openSession(session, 'hash-2'))).toBe('storage/constraint');
      });

      it('holds each grant of a session once, in the order they were given', async () => {
        const { access } = await storageOf();
        const at = instant(1_764_000_000_000);
        await access.openSession({ id: 'd1', createdAt: at }, 'hash-1');
        const room: Grant = {
          role: 'screen',
          scope: { seminarId: 'm1', sittingId: 's1' },
          personId: null,
        };
        const own: Grant = { role: 'organiser', scope: { seminarId: 'm1', sittingId: null }, personId: 'p1' };
        await access.grant('d1', room, 'l1', at);
        await access.grant('d1', own, 'l2', at);
        await access.grant('d1', room, 'l1', instant(at + 1));
        await access.grant('d1', room, 'l3', instant(at + 2));
        expect(await access.grantsOf('d1')).toEqual([room, own]);
        expect(await access.grantsOf('d2')).toEqual([]);
        expect(await codeOf(access.grant('d2', own, 'l2', at))).toBe('storage/constraint');
      });
    });

    describe('documents', () => {
      const commit = (update: Uint8Array, clients: { clientId: number; owner: string }[] = []) => ({
        document: 'notes:s1',
        epoch: 1,
        update,
        clients,
      });

      it('were never written: epoch 1, nothing in it', async () => {
        const { documents } = await storageOf();
        expect(await documents.epoch('notes:s1')).toBe(1);
        expect(await documents.load('notes:s1', 1)).toEqual({
          snapshot: null,
          snapshotSeq: 0,
          updates: [],
          corrupt: [],
        });
        expect(await documents.clientOwners('notes:s1', 1)).toEqual(new Map());
      });

      it('keep their updates in order, and leave the bytes to whoever gave them', async () => {
        const { documents } = await storageOf();
        const pool = new Uint8Array(4_096).fill(7);
        const slice = Buffer.from(pool.buffer, 10, 3);
        expect(
          await Promise.all([documents.commit(commit(bytes(1, 2))), documents.commit(commit(slice))]),
        ).toEqual([1, 2]);
        expect(pool).toHaveLength(4_096);
        pool.fill(0);
        const { updates } = await documents.load('notes:s1', 1);
        expect(updates).toEqual([
          { seq: 1, update: bytes(1, 2) },
          { seq: 2, update: bytes(7, 7, 7) },
        ]);
        expect((await documents.load('notes:s2', 1)).updates).toEqual([]);
      });

      it('are read as they were before and after what is written meanwhile', async () => {
        const { documents } = await storageOf();
        await documents.commit(commit(bytes(1)));
        const [, after] = await Promise.all([
          documents.commit(commit(bytes(2))),
          documents.load('notes:s1', 1),
        ]);
        expect(after.updates.map(({ seq }) => seq)).toEqual([1, 2]);
      });

      it('hold an empty update and every byte', async () => {
        const { documents } = await storageOf();
        const all = Uint8Array.from({ length: 256 }, (_, index) => index);
        await documents.commit(commit(bytes()));
        await documents.commit(commit(all));
        const { updates, corrupt } = await documents.load('notes:s1', 1);
        expect(updates.map(({ update }) => update)).toEqual([bytes(), all]);
        expect(corrupt).toEqual([]);
      });

      it('are compacted: a snapshot stands for the updates it holds', async () => {
        const { documents } = await storageOf();
        for (const value of [1, 2, 3]) await documents.commit(commit(bytes(value)));
        await documents.compact('notes:s1', 1, 2, bytes(12));
        expect(await documents.load('notes:s1', 1)).toEqual({
          snapshot: bytes(12),
          snapshotSeq: 2,
          updates: [{ seq: 3, update: bytes(3) }],
          corrupt: [],
        });
        await documents.compact('notes:s1', 1, 3, bytes(123));
        expect(await documents.commit(commit(bytes(4)))).toBe(4);
        const { snapshotSeq, updates } = await documents.load('notes:s1', 1);
        expect([snapshotSeq, updates.map(({ seq }) => seq)]).toEqual([3, [4]]);
      });

      it('refuse a compaction beyond their log, or behind their snapshot', async () => {
        const { documents } = await storageOf();
        expect(await codeOf(documents.compact('notes:s1', 1, 0, bytes(0)))).toBe(
          'documents/compaction-out-of-range',
        );
        for (const value of [1, 2, 3]) await documents.commit(commit(bytes(value)));
        await documents.compact('notes:s1', 1, 2, bytes(12));
        for (const throughSeq of [1, 4]) {
          expect(await codeOf(documents.compact('notes:s1', 1, throughSeq, bytes(0)))).toBe(
            'documents/compaction-out-of-range',
          );
        }
        expect((await documents.load('notes:s1', 1)).snapshot).toEqual(bytes(12));
      });

      it('keep the first owner of a client id', async () => {
        const { documents } = await storageOf();
        const largest = 2 ** 32 - 1;
        await documents.commit(commit(bytes(1), [{ clientId: largest, owner: 'd1' }]));
        await documents.commit(
          commit(bytes(2), [
            { clientId: largest, owner: 'd2' },
            { clientId: 8, owner: 'd2' },
          ]),
        );
        expect(await documents.clientOwners('notes:s1', 1)).toEqual(
          new Map([
            [largest, 'd1'],
            [8, 'd2'],
          ]),
        );
      });

      it('begin a new epoch with a first state, and nothing of the old one stays', async () => {
        const { documents } = await storageOf();
        await documents.commit(commit(bytes(1), [{ clientId: 7, owner: 'd1' }]));
        await documents.compact('notes:s1', 1, 1, bytes(11));
        expect(await documents.renew('notes:s1', 1, bytes(42))).toBe(2);
        expect(await documents.epoch('notes:s1')).toBe(2);
        expect(await documents.load('notes:s1', 2)).toEqual({
          snapshot: bytes(42),
          snapshotSeq: 0,
          updates: [],
          corrupt: [],
        });
        expect(await documents.clientOwners('notes:s1', 2)).toEqual(new Map());
        expect(await documents.commit({ ...commit(bytes(2)), epoch: 2 })).toBe(1);
        expect(await documents.renew('synthesis:a1', 1, bytes(1))).toBe(2);
      });

      it('refuse whoever still names a closed epoch, or one that is not open yet', async () => {
        const { documents } = await storageOf();
        await documents.commit(commit(bytes(1)));
        await documents.renew('notes:s1', 1, bytes(42));
        for (const epoch of [1, 3]) {
          expect(await codeOf(documents.commit({ ...commit(bytes(2)), epoch }))).toBe(
            'documents/epoch-closed',
          );
          expect(await codeOf(documents.load('notes:s1', epoch))).toBe('documents/epoch-closed');
          expect(await codeOf(documents.clientOwners('notes:s1', epoch))).toBe('documents/epoch-closed');
          expect(await codeOf(documents.compact('notes:s1', epoch, 1, bytes(0)))).toBe(
            'documents/epoch-closed',
          );
          expect(await codeOf(documents.renew('notes:s1', epoch, bytes(0)))).toBe('documents/epoch-closed');
        }
        expect((await documents.load('notes:s1', 2)).snapshot).toEqual(bytes(42));
      });

      it('let one of two renewals through', async () => {
        const { documents } = await storageOf();
        const renewals = await Promise.allSettled([
          documents.renew('notes:s1', 1, bytes(1)),
          documents.renew('notes:s1', 1, bytes(2)),
        ]);
        expect(renewals.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
        expect((await documents.load('notes:s1', 2)).snapshot).toEqual(bytes(1));
      });
    });

    it('is writable until it is closed, and then refuses', async () => {
      const storage = await storageOf();
      expect(storage.writable()).toBe(true);
      const last = storage.people.save(person('p1', 'm1', 'Ana'));
      await storage.close();
      await storage.close();
      await last;
      expect(storage.writable()).toBe(false);
      expect(await codeOf(storage.people.find('p1'))).toBe('storage/closed');
      expect(await codeOf(storage.events.append([], []))).toBe('storage/closed');
      expect(await codeOf(storage.documents.epoch('notes:s1'))).toBe('storage/closed');
    });

    it('holds after it was opened again what it held before', async () => {
      const { storage, reopen } = await start();
      const at = instant(1_764_000_000_000);
      const grant: Grant = { role: 'animateur', scope: { seminarId: 'm1', sittingId: 's1' }, personId: 'p1' };
      await storage.events.append(
        [{ stream: SITTING, expectedSeq: 0, events: [made('e1', 'Dit une fois.')] }],
        [{ commandId: 'k1', answer: 'yes' }],
      );
      await storage.people.save(person('p1', 'm1', 'Ana'));
      await storage.access.save(link('l1', 'ABCD2345'));
      await storage.access.openSession({ id: 'd1', createdAt: at }, 'hash-1');
      await storage.access.grant('d1', grant, 'l1', at);
      const clients = [{ clientId: 7, owner: 'd1' }];
      for (const value of [1, 2]) {
        await storage.documents.commit({ document: 'notes:s1', epoch: 1, update: bytes(value), clients });
      }
      await storage.documents.compact('notes:s1', 1, 1, bytes(11));
      await storage.documents.renew('synthesis:a1', 1, bytes(42));
      const before = await storage.events.read(SITTING, 0);

      const again = await reopen();
      expect(await again.events.read(SITTING, 0)).toEqual(before);
      expect(before).toHaveLength(1);
      expect(await again.events.receipt('k1')).toBe('yes');
      expect(await again.people.find('p1')).toEqual(person('p1', 'm1', 'Ana'));
      expect((await again.access.findByCode('ABCD2345'))?.id).toBe('l1');
      expect(await again.access.session('hash-1')).toEqual({ id: 'd1', createdAt: at });
      expect(await again.access.grantsOf('d1')).toEqual([grant]);
      expect(await again.documents.load('notes:s1', 1)).toEqual({
        snapshot: bytes(11),
        snapshotSeq: 1,
        updates: [{ seq: 2, update: bytes(2) }],
        corrupt: [],
      });
      expect(await again.documents.clientOwners('notes:s1', 1)).toEqual(new Map([[7, 'd1']]));
      expect(await again.documents.epoch('synthesis:a1')).toBe(2);
      const next = [{ stream: SITTING, expectedSeq: 1, events: [supported('e2')] }];
      expect((await again.events.append(next, [])).ok).toBe(true);
    });
  });
}
