/**
 * `npm run bench:clock`: how far apart the screens of a full room are, and what keeping them together costs, idle and
 * while a run goes on. Options: --clients 500 --seconds 60.
 */
import { parseArgs } from 'node:util';
import { commanded, connected } from '../support/device.ts';
import { chance } from '../support/delaying-proxy.ts';
import { syncedDevice } from '../support/synced-device.ts';
import { gatherCrowd, pause, percentile, processorSeconds } from './crowd.ts';
import type { Crowd } from './crowd.ts';

const { values } = parseArgs({
  options: { clients: { type: 'string', default: '500' }, seconds: { type: 'string', default: '60' } },
});
const clients = Number(values.clients);
const seconds = Number(values.seconds);
const HOUR = 3_600_000;
/** Phones ask every 20 s; every twentieth device is a console or a screen and asks every 5 s. */
const PHONE = { every: 20_000, silentAfter: 25_000 };
const SCREEN = { every: 5_000, silentAfter: 10_000 };
const STEP_EVERY_SECONDS = 10;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Measured = { readonly up: number; readonly down: number; readonly processor: number | null };

/** Bytes per client and minute, and the server's processor seconds, while `work` goes on for the time asked. */
async function measured(crowd: Crowd, work: () => Promise<void>): Promise<Measured> {
  const before = crowd.proxy.bytes();
  const used = processorSeconds(crowd.server.child.pid);
  await work();
  const after = crowd.proxy.bytes();
  const usedAfter = processorSeconds(crowd.server.child.pid);
  const perMinute = (bytes: number): number => (bytes / clients) * (60 / seconds);
  return {
    up: perMinute(after.up - before.up),
    down: perMinute(after.down - before.down),
    processor: used === null || usedAfter === null ? null : usedAfter - used,
  };
}

const told = (what: string, { up, down, processor }: Measured): void =>
  say(
    `${what}: ${up.toFixed(0)} B up and ${down.toFixed(0)} B down per client and minute` +
      (processor === null ? '' : `, ${((processor / seconds) * 100).toFixed(1)} % of one processor`),
  );

const random = chance(7);
const way = (): number => 20 + 60 * random();
const crowd = await gatherCrowd(clients, { up: way, down: way });
say(`${clients} clients over a path of 20–80 ms each way, ${seconds} s each`);
const synced = crowd.phones.map(({ device }, index) =>
  syncedDevice(
    device,
    index % 20 === 0 ? SCREEN : PHONE,
    {
      wrongBy: (random() * 2 - 1) * 12 * HOUR,
      origin: random() * 10 * HOUR,
      rate: 1 + (random() * 2 - 1) * 30e-6,
    },
    crowd.phones[index]?.socket,
  ),
);
await pause(8_000);

told('idle', await measured(crowd, () => pause(seconds * 1_000)));

const console_ = crowd.organiser.socket();
await connected(console_);
let runEvents = 0;
const step = async (command: Parameters<typeof commanded>[2]): Promise<void> => {
  const answer = await commanded(console_, 'organiser', command);
  if (!answer.ok) throw new Error(answer.error.code);
  runEvents += 1;
};
const { sittingId } = crowd;
await step({ type: 'run/start', sittingId, expectedRunEvents: 0 });
told(
  `running, a command every ${STEP_EVERY_SECONDS} s`,
  await measured(crowd, async () => {
    const ends = performance.now() + seconds * 1_000;
    while (performance.now() < ends) {
      await step({ type: 'run/extend', sittingId, expectedRunEvents: runEvents, minutes: 1 });
      await pause(Math.min(STEP_EVERY_SECONDS * 1_000, Math.max(0, ends - performance.now())));
    }
  }),
);

const apart: number[] = [];
for (let look = 0; look < 20; look += 1) {
  const ahead = synced.map((it) => it.ahead());
  const middle = percentile(ahead, 0.5);
  for (const one of ahead) apart.push(Math.abs(one - middle));
  await pause(50);
}
const worst = Math.max(...apart);
say(
  `off the middle: p50 ${percentile(apart, 0.5).toFixed(1)} ms, p99 ${percentile(apart, 0.99).toFixed(1)} ms, ` +
    `most ${worst.toFixed(1)} ms (two screens: ${(2 * worst).toFixed(1)} ms at most)`,
);
synced.forEach((it) => it.close());
await crowd.close();
