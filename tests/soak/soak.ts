/**
 * `npm run soak`: a room for hours. Phones follow a run that goes on, every connection is cut again and again, and at the
 * end everything must still be right and the server's heap must not have grown. Options: --hours 4 --clients 60 --cuts 50.
 */
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { afterSittingFrame, resubscribed } from '#lib/client/apply-frame.ts';
import { Subscription } from '#lib/client/subscription.ts';
import type { ApiResult } from '#lib/client/api.ts';
import type { SittingFrame, SittingState } from '#protocol/views.ts';
import { gatherCrowd, pause, percentile } from '../bench/crowd.ts';
import type { Phone } from '../bench/crowd.ts';
import { chance } from '../support/delaying-proxy.ts';
import { commanded, connected, freshId, subscribed } from '../support/device.ts';
import { contribute } from '../support/served-app.ts';
import { syncedDevice } from '../support/synced-device.ts';

const { values } = parseArgs({
  options: {
    hours: { type: 'string', default: '4' },
    clients: { type: 'string', default: '60' },
    cuts: { type: 'string', default: '50' },
  },
});
const hours = Number(values.hours);
const cuts = Number(values.cuts);
const HOUR = 3_600_000;
const MINUTE = 60_000;
const STEP_EVERY = 30_000;
const MIB = 1024 * 1024;
const SLOPE_AT_MOST = 1;
const APART_AT_MOST = 50;
/** The first part of the time, in which caches fill. */
const WARMING = 0.15;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const random = chance(11);
const way = (): number => 20 + 60 * random();

const preload = fileURLToPath(new URL('report-heap.ts', import.meta.url));
const crowd = await gatherCrowd(
  Number(values.clients),
  { up: way, down: way },
  { NODE_OPTIONS: `--expose-gc --import ${preload}` },
);
const { server, proxy, organiser, phones, sittingId } = crowd;

/** A phone that follows the sitting with the client's own code, over every cut. */
function follower({ socket }: Phone): Subscription<SittingState, SittingFrame> {
  const subscription = new Subscription<SittingState, SittingFrame>({
    ask: async (): Promise<ApiResult<SittingState>> => {
      if (!socket.connected) return { ok: false, error: { code: 'network' } };
      try {
        const to = { channel: 'sitting', sittingId, audience: 'participant', by: null } as const;
        return (await socket.timeout(10_000).emitWithAck('subscribe', to)) as ApiResult<SittingState>;
      } catch {
        return { ok: false, error: { code: 'network' } };
      }
    },
    after: afterSittingFrame,
    renewed: resubscribed,
    changed: () => undefined,
    refused: (code) => say(`refused: ${code}`),
    pause: (attempt) => pause(Math.min(5_000, 200 * 2 ** attempt)),
    spread: () => pause(Math.random() * 400),
  });
  socket.on('sitting', (frame) => subscription.receive(frame));
  socket.on('connect', () => void subscription.subscribe());
  void subscription.subscribe();
  return subscription;
}

const followers = phones.map(follower);
const synced = phones.map(({ device, socket }) =>
  syncedDevice(
    device,
    { every: 20_000, silentAfter: 25_000 },
    {
      wrongBy: (random() * 2 - 1) * 12 * HOUR,
      origin: random() * HOUR,
      rate: 1 + (random() * 2 - 1) * 30e-6,
    },
    socket,
  ),
);

const heapUsed = async (): Promise<number> => {
  const before = server.log().split('\n').length;
  server.child.kill('SIGUSR2');
  for (;;) {
    await pause(100);
    const said = /^heap (\d+)$/m.exec(
      server
        .log()
        .split('\n')
        .slice(before - 1)
        .join('\n'),
    )?.[1];
    if (said !== undefined) return Number(said);
  }
};

/** MiB an hour, by least squares. */
function slopeOf(points: readonly (readonly [hour: number, bytes: number])[]): number {
  const middle = (of: 0 | 1): number => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [x, y] = [middle(0), middle(1)];
  const over = points.reduce((sum, [hour, bytes]) => sum + (hour - x) * (bytes - y), 0);
  const under = points.reduce((sum, [hour]) => sum + (hour - x) ** 2, 0);
  return over / under / MIB;
}

const socket = organiser.socket();
await connected(socket);
let runEvents = 0;
const run = async (
  command: { type: 'run/start' } | { type: 'run/extend'; minutes: number },
): Promise<void> => {
  const answer = await commanded(socket, 'organiser', {
    ...command,
    sittingId,
    expectedRunEvents: runEvents,
  });
  if (!answer.ok) throw new Error(answer.error.code);
  runEvents += 1;
};

const began = performance.now();
const elapsed = (): number => performance.now() - began;
const ends = hours * HOUR;
const heaps: [number, number][] = [];
let said = 0;
let cut = 0;
let steps = 0;
await run({ type: 'run/start' });
while (elapsed() < ends) {
  await pause(Math.min(STEP_EVERY, Math.max(0, ends - elapsed())));
  steps += 1;
  await run({ type: 'run/extend', minutes: steps % 2 === 0 ? -1 : 1 });
  if (steps % 4 === 0) {
    const answer = await commanded(socket, 'organiser', contribute(sittingId, `Parole ${freshId()}`));
    if (answer.ok) said += 1;
  }
  if (cut < Math.floor((elapsed() / ends) * cuts)) {
    proxy.cut();
    cut += 1;
  }
  heaps.push([elapsed() / HOUR, await heapUsed()]);
  if (steps % 10 === 0)
    say(
      `${(elapsed() / MINUTE).toFixed(0)} min: heap ${((heaps.at(-1)?.[1] ?? 0) / MIB).toFixed(2)} MiB, ${cut} cuts`,
    );
}

await pause(15_000);
const warmed = heaps.filter(([hour]) => hour > hours * WARMING);
const slope = slopeOf(warmed);
const truth = await subscribed(phones[0]?.socket as Phone['socket'], {
  channel: 'sitting',
  sittingId,
  audience: 'participant',
});
const right = followers.filter(
  ({ state }) =>
    state !== null &&
    isDeepStrictEqual(state.run, truth.run) &&
    state.contributionsCount === said &&
    isDeepStrictEqual(state.seqs, truth.seqs),
).length;
const ahead = synced.map((it) => it.ahead());
const apart = Math.max(...ahead) - Math.min(...ahead);
say(
  `${(elapsed() / HOUR).toFixed(2)} h, ${phones.length} clients, ${cut} cuts, ${runEvents} run events, ${said} contributions: ` +
    `heap ${slope.toFixed(2)} MiB/h (median ${(
      percentile(
        heaps.map(([, bytes]) => bytes),
        0.5,
      ) / MIB
    ).toFixed(1)} MiB), ` +
    `${right} of ${followers.length} right, screens apart ${apart.toFixed(1)} ms at most`,
);
synced.forEach((it) => it.close());
followers.forEach((it) => it.close());
await crowd.close();
const failed =
  slope > SLOPE_AT_MOST ||
  right < followers.length ||
  apart > APART_AT_MOST ||
  truth.run.eventCount !== runEvents;
say(failed ? 'FAILED' : 'passed');
process.exitCode = failed ? 1 : 0;
