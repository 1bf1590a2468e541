import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readNotice } from '#protocol/collab.ts';
import { openMemoryStorage } from '../storage/memory/memory-storage.ts';
import type { Bare } from './collab.test-support.ts';
import { HandTime, House, LogBook, NOTES, settle, textOf, typed, until } from './collab.test-support.ts';
import { LIMITS } from './limits.ts';
import type { Peer } from './peer.ts';
import { Rooms } from './rooms.ts';
import { readFrame, syncRequestFrame, updateFrame } from './wire.ts';

const NOTHING = Y.encodeStateVector(new Y.Doc());

async function synced(house: House, cookie: string): Promise<Bare> {
  const client = await house.bare(cookie, { query: { ack: '1' } });
  client.send(syncRequestFrame(NOTHING));
  await until(() => client.texts.length === 1);
  return client;
}

describe('sending', () => {
  test('[CO26] the first change goes at once, then one merged frame a tick', async () => {
    await using house = await House.open();
    const author = await synced(house, 'a:write:A');
    const readers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => synced(house, `r${index}:read:R`)),
    );
    const ticks = 4;
    let state = new Uint8Array();
    let typedWords = '';
    let sent = 0;
    const type = async (count: number): Promise<void> => {
      for (let index = 0; index < count; index += 1) {
        const update = typed('a', 7, typedWords === '' ? undefined : state);
        state = typedWords === '' ? new Uint8Array(update) : new Uint8Array(Y.mergeUpdates([state, update]));
        typedWords += 'a';
        author.send(updateFrame(update));
        sent += 1;
        await until(() => author.acknowledged === sent);
      }
    };
    await type(1);
    await until(() => readers.every(({ texts }) => texts.length === 2));
    for (let tick = 0; tick < ticks; tick += 1) {
      await type(10);
      await settle(house);
      expect(readers.every(({ texts }) => texts.length === 2 + tick)).toBe(true);
      house.time.pass(60);
      await until(() => readers.every(({ texts }) => texts.length === 3 + tick));
    }
    expect(readers.every(({ text }) => text === typedWords)).toBe(true);
    expect(readers.every(({ texts }) => texts.length === 2 + ticks)).toBe(true);
    // The author alone wrote: it gets its acknowledgements and no echo.
    expect(author.texts).toHaveLength(1);
  });

  test('[CO26] the tick is longer in a full room', async () => {
    await using house = await House.open();
    const author = await synced(house, 'a:write:A');
    const readers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => synced(house, `r${index}:read:R`)),
    );
    const first = typed('a', 7);
    author.send(updateFrame(first));
    await until(() => readers.every(({ texts }) => texts.length === 2));
    author.send(updateFrame(typed('b', 7, first)));
    await until(() => author.acknowledged === 2);
    house.time.pass(60);
    await settle(house);
    expect(readers.some(({ texts }) => texts.length > 2)).toBe(false);
    house.time.pass(100);
    await until(() => readers.every(({ text }) => text === 'ab'));
  });

  /** A peer whose network takes only what the test lets through. */
  class SlowPeer implements Peer {
    buffered = 0;
    stuck = false;
    /** What others have put on the same line. */
    held = 0;
    readonly frames: Uint8Array[] = [];
    closed: number | null = null;
    readonly bufferedBytes = (): number => this.buffered;
    readonly send = (frame: Uint8Array): void => {
      this.frames.push(frame);
      if (this.stuck) this.buffered += frame.length + this.held;
    };
    readonly close = (code: number): void => {
      this.closed = code;
    };

    /** The document as this peer has it. */
    get text(): string {
      const doc = new Y.Doc();
      for (const frame of this.frames) {
        const incoming = readFrame(frame, LIMITS);
        if (incoming?.type === 'update') Y.applyUpdate(doc, incoming.update);
      }
      return textOf(doc);
    }

    get acknowledged(): number {
      return this.frames.reduce((most, frame) => {
        const notice = readNotice(frame);
        return notice?.type === 'acknowledged' ? notice.frames : most;
      }, 0);
    }

    get textFrames(): number {
      return this.frames.filter((frame) => readFrame(frame, LIMITS)?.type === 'update').length;
    }
  }

  async function roomWithSlowReader() {
    const time = new HandTime();
    const rooms = new Rooms({
      documents: openMemoryStorage().documents,
      clock: time,
      timers: time,
      logger: new LogBook(),
      limits: { ...LIMITS, updatesPerSecond: 1e6, framesPerSecond: 1e6 },
      committed: () => undefined,
    });
    const slow = new SlowPeer();
    const fast = new SlowPeer();
    const enter = (peer: Peer, owner: string, mode: 'write' | 'read') => {
      const arrival = { peer, ref: NOTES, epoch: 1, owner, name: '', mode, acknowledges: true };
      const seat = rooms.join(arrival, null);
      if (seat === null) throw new Error('The room is full.');
      seat.room.receive(seat.connection, syncRequestFrame(NOTHING));
      return seat;
    };
    const author = enter(fast, 'a', 'write');
    enter(slow, 'r', 'read');
    await until(() => slow.textFrames === 1 && fast.textFrames === 1);
    const doc = new Y.Doc();
    let written = 0;
    const write = async (words: string): Promise<void> => {
      let update = new Uint8Array();
      doc.once('update', (made: Uint8Array) => (update = new Uint8Array(made)));
      doc.getText('plain').insert(0, words);
      author.room.receive(author.connection, updateFrame(update));
      written += 1;
      await until(() => fast.acknowledged === written);
      time.pass(60);
    };
    return { time, rooms, slow, write };
  }

  test('[CO27] who takes too little is spared the differences, and then gets all of them at once', async () => {
    const { time, rooms, slow, write } = await roomWithSlowReader();
    slow.stuck = true;
    await write('a'.repeat(900_000));
    await write('b'.repeat(200_000));
    const frames = slow.textFrames;
    for (let count = 0; count < 20; count += 1) await write('c');
    expect(slow.textFrames).toBe(frames);
    slow.stuck = false;
    slow.buffered = 0;
    time.pass(1000);
    await until(() => slow.textFrames === frames + 1);
    expect(slow.text).toHaveLength(1_100_020);
    await write('d');
    await until(() => slow.text.startsWith('d'));
    expect(slow.closed).toBeNull();
    await rooms.close();
  });

  test('[CO27] who stays behind for 10 s is closed with 1013', async () => {
    const { time, rooms, slow, write } = await roomWithSlowReader();
    slow.buffered = 2 * 1024 * 1024;
    await write('a');
    await write('b');
    time.pass(9000);
    expect(slow.closed).toBeNull();
    time.pass(2000);
    expect(slow.closed).toBe(1013);
    await rooms.close();
  });

  test('[CO27] who has more than 4 MiB before it is closed with 1013', async () => {
    const { rooms, slow, write } = await roomWithSlowReader();
    slow.stuck = true;
    slow.held = 3 * 1024 * 1024;
    await write('a'.repeat(900_000));
    expect(slow.closed).toBeNull();
    await write('b');
    expect(slow.closed).toBeNull();
    await rooms.close();
    const { rooms: others, slow: slower, write: writeOn } = await roomWithSlowReader();
    slower.stuck = true;
    slower.held = 4 * 1024 * 1024;
    await writeOn('a'.repeat(900_000));
    expect(slower.closed).toBe(1013);
    await others.close();
  });
});
