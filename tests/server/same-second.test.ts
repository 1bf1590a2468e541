/** Every screen the same second: real sockets through a path that delays, on clocks that are wrong. */
import { describe, expect, test } from 'vitest';
import type { TestContext } from 'vitest';
import { SAMPLES_ENOUGH } from '#lib/client/offset.ts';
import { chance, delayingProxy } from '../support/delaying-proxy.ts';
import type { DelayingProxy } from '../support/delaying-proxy.ts';
import { commanded, connected, Device, subscribed } from '../support/device.ts';
import { servedApp, until } from '../support/served-app.ts';
import { syncedDevice } from '../support/synced-device.ts';
import type { SyncedDevice } from '../support/synced-device.ts';

const app = servedApp();
const HOUR = 3_600_000;
const DEVICES = 20;
const LOOKS = 100;

type Way = { readonly base: number; readonly varying: number };
type Lopsided = { readonly up: Way; readonly down: Way };

/** A device on a path of its own, whose clock is up to twelve hours wrong. */
async function deviceOver(
  way: Lopsided,
  random: () => number,
  { onTestFinished }: TestContext,
): Promise<{ synced: SyncedDevice; proxy: DelayingProxy }> {
  // Most packets take little more than the quickest, and some much more, as queues have it.
  const draw = ({ base, varying }: Way) => base + varying * random() ** 2;
  const proxy = await delayingProxy(app.process().url, {
    up: () => draw(way.up),
    down: () => draw(way.down),
  });
  onTestFinished(() => proxy.close());
  const device = new Device(proxy.url);
  await device.request('/api/session', {}, { origin: proxy.url });
  const synced = syncedDevice(
    device,
    { every: 5_000, silentAfter: 10_000 },
    {
      wrongBy: (random() * 2 - 1) * 12 * HOUR,
      origin: random() * 10 * HOUR,
      rate: 1 + (random() * 2 - 1) * 30e-6,
    },
  );
  onTestFinished(() => synced.close());
  return { synced, proxy };
}

const devicesOver = (wayOf: (index: number) => Lopsided, seed: number, context: TestContext) => {
  const random = chance(seed);
  return Promise.all(
    Array.from({ length: DEVICES }, (_, index) => deviceOver(wayOf(index), random, context)),
  );
};

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;
const shown = (value: number): string => value.toFixed(1).padStart(6);

/** All at once: each of them mostly waits. */
describe.concurrent('the same second everywhere', () => {
  test(
    'on an ordinary path any two screens differ by at most 50 ms',
    { timeout: 60_000 },
    async (context) => {
      const ordinary = { base: 20, varying: 60 };
      const devices = await devicesOver(() => ({ up: ordinary, down: ordinary }), 1, context);
      await until(() => devices.every(({ synced }) => synced.sync.samplesCount >= SAMPLES_ENOUGH));
      const apart: number[] = [];
      for (let look = 0; look < LOOKS; look += 1) {
        const ahead = devices.map(({ synced }) => synced.ahead());
        ahead.forEach((one, index) =>
          ahead.slice(index + 1).forEach((other) => apart.push(Math.abs(one - other))),
        );
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const p50 = percentile(apart, 0.5);
      const p99 = percentile(apart, 0.99);
      process.stdout.write(
        `\nOrdinary path, 20–80 ms each way, ${DEVICES} devices, clocks ±12 h: ` +
          `two screens apart p50 ${shown(p50)} ms, p99 ${shown(p99)} ms\n`,
      );
      expect(p99).toBeLessThanOrEqual(50);
    },
  );

  test(
    'on a bad path each is off by half its lopsidedness and 25 ms at most',
    { timeout: 90_000 },
    async (context) => {
      const random = chance(2);
      const ways = Array.from({ length: DEVICES }, (): Lopsided => {
        const side = (): Way => ({ base: 20 + random() * 130, varying: 150 });
        return { up: side(), down: side() };
      });
      const devices = await devicesOver((index) => ways[index] as Lopsided, 3, context);
      await until(() => devices.every(({ synced }) => synced.sync.samplesCount >= SAMPLES_ENOUGH));
      const lines = devices.map(({ synced }, index) => {
        const { up, down } = ways[index] as Lopsided;
        const unseen = Math.abs(up.base - down.base) / 2;
        return { up: up.base, down: down.base, unseen, off: synced.ahead() };
      });
      process.stdout.write('\nBad path, up to 300 ms each way: up, down, half the lopsidedness, off (ms)\n');
      for (const { up, down, unseen, off } of lines)
        process.stdout.write(`  ${shown(up)} ${shown(down)} ${shown(unseen)} ${shown(off)}\n`);
      const beyond = lines.map(({ unseen, off }) => Math.abs(off) - unseen);
      process.stdout.write(
        `  beyond it: p50 ${shown(percentile(beyond, 0.5))}, most ${shown(Math.max(...beyond))}\n`,
      );
      expect(Math.max(...beyond)).toBeLessThanOrEqual(25);
    },
  );

  test(
    'a countdown never goes back, through cuts and reconnections',
    { timeout: 60_000 },
    async (context) => {
      const { synced, proxy } = await deviceOver(
        { up: { base: 20, varying: 250 }, down: { base: 5, varying: 20 } },
        chance(4),
        context,
      );
      await until(() => synced.sync.known);
      let last = synced.sync.now();
      let steps = 0;
      for (let look = 0; look < 400; look += 1) {
        if (look === 100 || look === 250) proxy.cut();
        const now = synced.sync.now();
        if (now < last) steps += 1;
        last = now;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      expect(steps).toBe(0);
    },
  );

  test('screens that nothing happens to are sent nothing while a run goes on', async () => {
    const { sitting } = await app.seminar();
    const received: string[] = [];
    const sockets = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const device = app.device();
        await device.join(sitting.code, `Personne ${index}`);
        const socket = device.socket();
        await connected(socket);
        await subscribed(socket, {
          channel: 'sitting',
          sittingId: sitting.sittingId,
          audience: 'participant',
        });
        return { device, socket };
      }),
    );
    const animateur = app.device();
    await animateur.openLink(sitting.links.animateur);
    const console_ = animateur.socket();
    await connected(console_);
    const { sittingId } = sitting;
    const frames = sockets.map(
      ({ socket }) => new Promise<void>((resolve) => socket.once('sitting', () => resolve())),
    );
    await commanded(console_, 'animateur', { type: 'run/start', sittingId, expectedRunEvents: 0 });
    await Promise.all(frames);
    // What gathers for a moment (who is connected) has left by now.
    await new Promise((resolve) => setTimeout(resolve, 500));
    sockets.forEach(({ socket }) => socket.onAny((event: string) => received.push(event)));
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(received).toEqual([]);
  });
});
