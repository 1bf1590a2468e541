import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Bare } from './collab.test-support.ts';
import { House, settle, until } from './collab.test-support.ts';
import { PALETTE } from './palette.ts';
import { presenceFrame, syncRequestFrame } from './wire.ts';

const NOTHING = Y.encodeStateVector(new Y.Doc());
const CARET = { anchor: { tname: 'text', assoc: 0 }, head: { item: { client: 3, clock: 4 }, assoc: -1 } };

async function present(house: House, cookie: string): Promise<Bare> {
  const client = await house.bare(cookie);
  client.send(syncRequestFrame(NOTHING));
  await until(() => client.texts.length === 1);
  return client;
}

const says = (clientId: number, state: object | null, clock = 1): Uint8Array =>
  presenceFrame([{ clientId, clock, state }]);

describe('presence', () => {
  test('[CO28] name and colour are the server’s, and only the caret is the client’s', async () => {
    await using house = await House.open();
    const a = await present(house, 'a:write:Amina');
    const b = await present(house, 'b:write:Bruno');
    const user = { name: 'Le président', color: 'red' };
    a.send(says(7, { user, cursor: { ...CARET, extra: 1 }, secret: 'x', __proto__: { y: 1 } }));
    await until(() => b.presence.length === 1);
    expect(b.presence).toEqual([
      { clientId: 7, state: { user: { name: 'Amina', color: PALETTE[0] }, cursor: CARET } },
    ]);
    // A newcomer is told who is there.
    const c = await present(house, 'c:read:Chloé');
    await until(() => c.presence.length === 1);
    expect(c.presence).toEqual(b.presence);
  });

  test.each([
    ['a caret that is none', { cursor: { anchor: 'x', head: 3 } }],
    ['a caret without its head', { cursor: { anchor: CARET.anchor } }],
    ['a caret on no count', { cursor: { anchor: { item: { client: -1, clock: 0.5 } }, head: CARET.head } }],
  ])('[CO28] %s is left out, the person is shown', async (_what, state) => {
    await using house = await House.open();
    const a = await present(house, 'a:write:Amina');
    const b = await present(house, 'b:write:Bruno');
    a.send(says(7, state));
    await until(() => b.presence.length === 1);
    expect(b.presence).toEqual([{ clientId: 7, state: { user: { name: 'Amina', color: PALETTE[0] } } }]);
  });

  test('[CO28] nothing of more than 2 KiB is taken', async () => {
    await using house = await House.open();
    const a = await present(house, 'a:write:Amina');
    const b = await present(house, 'b:write:Bruno');
    a.send(says(7, { cursor: CARET, more: 'x'.repeat(2048) }));
    a.send(says(8, { cursor: CARET }));
    await until(() => b.presence.length === 1);
    expect(b.presence[0]?.clientId).toBe(8);
  });

  test('[CO28] nobody speaks for someone else, nor makes them disappear', async () => {
    await using house = await House.open();
    const a = await present(house, 'a:write:Amina');
    const b = await present(house, 'b:write:Bruno');
    const c = await present(house, 'c:write:Chloé');
    a.send(says(7, { cursor: CARET }));
    await until(() => b.presence.length === 1);
    b.send(says(7, null, 99));
    b.send(says(7, { cursor: null }, 100));
    b.send(says(9, {}));
    house.time.pass(1000);
    await until(() => c.presence.some(({ clientId }) => clientId === 9));
    expect(c.presence.filter(({ clientId }) => clientId === 7)).toHaveLength(1);
    const later = await present(house, 'd:write:D');
    await until(() => later.presence.length === 2);
  });

  test('[CO28] a session that reconnects takes its own id over', async () => {
    await using house = await House.open();
    const old = await present(house, 'a:write:Amina');
    const other = await present(house, 'b:write:Bruno');
    old.send(says(7, { cursor: CARET }));
    await until(() => other.presence.length === 1);
    const fresh = await present(house, 'a:write:Amina');
    fresh.send(says(7, { cursor: CARET }));
    await settle(house);
    old.socket.terminate();
    await settle(house);
    house.time.pass(1000);
    await settle(house);
    expect(other.presence.every(({ state }) => state !== null)).toBe(true);
  });

  test('[CO29] carets are sent merged, once a tick', async () => {
    await using house = await House.open();
    const people = await Promise.all([1, 2, 3, 4, 5].map((id) => present(house, `p${id}:write:P${id}`)));
    const watcher = await present(house, 'w:read:W');
    const caretAt = (clock: number) => ({
      cursor: { anchor: { item: { client: 3, clock } }, head: CARET.head },
    });
    people[0]?.send(says(101, caretAt(0)));
    await until(() => watcher.presenceFrames === 1);
    for (let clock = 1; clock <= 20; clock += 1) {
      for (const [index, person] of people.entries()) person.send(says(index + 101, caretAt(clock)));
    }
    await settle(house);
    expect(watcher.presenceFrames).toBe(1);
    house.time.pass(200);
    await until(() => watcher.presenceFrames === 2);
    expect(watcher.presence).toHaveLength(1 + people.length);
    expect(watcher.presence.slice(1).every(({ state }) => JSON.stringify(state).includes('"clock":20'))).toBe(
      true,
    );
  });

  test('[CO30] a renewal goes to nobody, and its sender is answered', async () => {
    await using house = await House.open();
    const a = await present(house, 'a:write:Amina');
    const b = await present(house, 'b:write:Bruno');
    a.send(says(7, { cursor: CARET }, 1));
    await until(() => b.presence.length === 1);
    const before = b.frames.length;
    for (let clock = 2; clock < 6; clock += 1) {
      const heard = a.frames.length;
      house.time.pass(15_000);
      a.send(says(7, { cursor: CARET }, clock));
      await until(() => a.frames.length > heard);
    }
    await settle(house);
    expect(b.frames.length).toBe(before);
    expect(a.presence).toEqual([]);
  });

  test('[CO30] someone who writes alone is answered too', async () => {
    await using house = await House.open();
    const a = house.stock('a:write:Amina');
    await until(() => a.provider.synced);
    for (let count = 0; count < 3; count += 1) {
      house.time.pass(10_000);
      const heard = a.provider.wsLastMessageReceived;
      await until(() => Date.now() > heard);
      a.text.insert(0, 'x');
      await until(() => a.provider.wsLastMessageReceived > heard);
    }
  });

  test('[CO31] whoever disconnects disappears at once', async () => {
    await using house = await House.open();
    const a = await present(house, 'a:write:Amina');
    const b = await present(house, 'b:write:Bruno');
    a.send(says(7, { cursor: CARET }));
    await until(() => b.presence.length === 1);
    house.time.pass(1000);
    a.socket.terminate();
    await until(() => b.presence.length === 2);
    expect(b.presence[1]).toEqual({ clientId: 7, state: null });
  });

  test('[CO31] a phone that sleeps disappears within 45 s, and is back when it wakes', async () => {
    await using house = await House.open();
    const phone = await present(house, 'a:write:Amina');
    const b = await present(house, 'b:write:Bruno');
    phone.send(says(7, { cursor: CARET }));
    await until(() => b.presence.length === 1);
    house.time.pass(30_000);
    await settle(house);
    expect(b.presence).toHaveLength(1);
    house.time.pass(15_000);
    await until(() => b.presence.length === 2);
    expect(b.presence[1]).toEqual({ clientId: 7, state: null });
    phone.send(says(7, { cursor: CARET }, 2));
    house.time.pass(1000);
    await until(() => b.presence.length === 3);
  });

  test('[CO31] stock clients see each other come and go', async () => {
    await using house = await House.open();
    const a = house.stock('a:write:Amina');
    const b = house.stock('b:write:Bruno');
    await until(() => a.provider.synced && b.provider.synced);
    a.provider.awareness.setLocalStateField('cursor', CARET);
    const seen = (): unknown => b.provider.awareness.getStates().get(a.doc.clientID);
    await until(() => {
      house.time.pass(200);
      return (seen() as { cursor?: unknown } | undefined)?.cursor !== undefined;
    });
    expect(seen()).toMatchObject({ user: { name: 'Amina' }, cursor: CARET });
    a.provider.disconnect();
    await until(() => {
      house.time.pass(200);
      return seen() === undefined;
    });
    a.provider.connect();
    a.provider.awareness.setLocalState({ cursor: CARET });
    await until(() => {
      house.time.pass(200);
      return seen() !== undefined;
    });
  });

  test('[CO28] the colours can be read: 4.5:1 under white letters, 3:1 on paper and on the dark ground', () => {
    const luminance = (hex: string): number => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5]
        .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    for (const colour of PALETTE) {
      const own = luminance(colour) + 0.05;
      expect(1.05 / own).toBeGreaterThanOrEqual(4.5);
      expect((luminance('#fcfaf5') + 0.05) / own).toBeGreaterThanOrEqual(3);
      expect(own / (luminance('#14191d') + 0.05)).toBeGreaterThanOrEqual(3);
    }
  });
});
