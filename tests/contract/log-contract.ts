/** What every log must do. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StreamId } from '#core/events/envelope.ts';
import type { NewDomainEvent } from '#core/events/event-types.ts';
import { instant } from '#core/time/instant.ts';
import type { Storage } from '../../server/seminars/storage.port.ts';
import { codeOf } from './code-of.ts';
import { made, supported } from './events.ts';

const SITTING: StreamId = 'sitting:s1';
const ATELIER: StreamId = 'atelier:a1';

export function describeLog(storageOf: () => Promise<Storage>): void {
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

    it('forgets the receipts of days that were over before a moment, and no others', async () => {
      const { events } = await storageOf();
      const day = 86_400_000;
      await events.append([], [{ commandId: 'k1', answer: 'yes' }]);
      const now = Date.now();
      for (const moment of [now - 30 * day, now - day]) {
        await events.forgetReceipts(instant(moment));
        expect(await events.receipt('k1')).toBe('yes');
      }
      await events.forgetReceipts(instant(now + 2 * day));
      expect(await events.receipt('k1')).toBeNull();
      expect((await events.append([], [{ commandId: 'k1', answer: 'again' }])).ok).toBe(true);
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
}
