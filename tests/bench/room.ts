/**
 * `npm run bench:room`: how soon a full room sees what happens, and what it costs its phones. Each figure is the
 * median of the rounds. Options: --clients 300 --rounds 3 --idle 10 (seconds).
 */
import { createHash, randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Command } from '#protocol/inputs.ts';
import { commanded, connected } from '../support/device.ts';
import { contribute } from '../support/served-app.ts';
import { gatherCrowd, pause, percentile } from './crowd.ts';
import type { Phone } from './crowd.ts';

const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '300' },
    rounds: { type: 'string', default: '3' },
    idle: { type: 'string', default: '10' },
  },
});
const clients = Number(values.clients);
const rounds = Number(values.rounds);
const STEPS = 20;
/** Within which everybody does something once. */
const SPREAD_MILLISECONDS = 10_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const median = (of: readonly number[]): number => percentile(of, 0.5);

const began = performance.now();
const crowd = await gatherCrowd(clients, { up: () => 0, down: () => 0 });
say(`${clients} devices joined and followed within ${(performance.now() - began).toFixed(0)} ms`);
const { sittingId, phones, organiser } = crowd;
const console_ = organiser.socket();
await connected(console_);
let frames = 0;
for (const { socket } of phones) socket.on('sitting', () => (frames += 1));
let runEvents = 0;
await commanded(console_, 'organiser', { type: 'run/start', sittingId, expectedRunEvents: runEvents++ });
await pause(1_000);

type Figures = { readonly p50: number; readonly p99: number };
const figures = (delays: readonly number[]): Figures => ({
  p50: median(delays),
  p99: percentile(delays, 0.99),
});

/** Each phone does it once, spread over the time; answers how long each of them waited, and what a phone received. */
async function eachOnce(
  act: (phone: Phone, index: number) => Promise<{ readonly ok: boolean }>,
): Promise<Figures & { readonly bytes: number; readonly frames: number }> {
  const [bytesBefore, framesBefore] = [crowd.proxy.bytes().down, frames];
  const waited: number[] = [];
  await Promise.all(
    phones.map(async (phone, index) => {
      await pause((index * SPREAD_MILLISECONDS) / clients);
      const at = performance.now();
      const answer = await act(phone, index);
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      waited.push(performance.now() - at);
    }),
  );
  // What is coalesced leaves a moment later.
  await pause(500);
  return {
    ...figures(waited),
    bytes: (crowd.proxy.bytes().down - bytesBefore) / clients,
    frames: (frames - framesBefore) / clients,
  };
}

const told = (what: string, of: readonly Figures[]): void =>
  say(
    `${what}: p50 ${median(of.map(({ p50 }) => p50)).toFixed(1)} ms, ` +
      `p99 ${median(of.map(({ p99 }) => p99)).toFixed(1)} ms (median of ${of.length} rounds)`,
  );
const toldWithCost = (what: string, of: readonly Awaited<ReturnType<typeof eachOnce>>[]): void => {
  told(what, of);
  const bytes = median(of.map((it) => it.bytes));
  const count = median(of.map((it) => it.frames));
  say(`  each phone received ${(bytes / 1024).toFixed(1)} KiB in ${count.toFixed(1)} frames`);
};

const idle = Number(values.idle);
const [bytesBefore, framesBefore] = [crowd.proxy.bytes().down, frames];
await pause(idle * 1_000);
say(
  `idle for ${idle} s: ${frames - framesBefore} frames, ` +
    `${((crowd.proxy.bytes().down - bytesBefore) / clients).toFixed(1)} B down per phone`,
);

const seen: Figures[] = [];
type Cost = Awaited<ReturnType<typeof eachOnce>>;
const named: Cost[] = [];
const unnamed: Cost[] = [];
const supported: Cost[] = [];
const asked: Cost[] = [];
for (let round = 0; round < rounds; round += 1) {
  const delays: number[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const at = performance.now();
    const everybody = phones.map(
      ({ socket }) =>
        new Promise<void>((resolve) =>
          socket.once('sitting', () => {
            delays.push(performance.now() - at);
            resolve();
          }),
        ),
    );
    const minutes = step % 2 === 0 ? 1 : -1;
    await commanded(console_, 'organiser', {
      type: 'run/extend',
      sittingId,
      expectedRunEvents: runEvents++,
      minutes,
    });
    await Promise.all(everybody);
  }
  seen.push(figures(delays));

  const words = phones.map((_, index): Command => contribute(sittingId, `Parole ${round} ${index}`));
  named.push(
    await eachOnce(({ socket }, index) =>
      commanded(socket, 'participant', words[index] ?? contribute(sittingId, '…')),
    ),
  );
  const keys = phones.map(() => ({ contributionId: '', key: randomBytes(32).toString('base64url') }));
  unnamed.push(
    await eachOnce(({ socket }, index) => {
      const command = contribute(sittingId, `Sans nom ${round} ${index}`);
      const mine = keys[index];
      if (command.type !== 'contribution/make' || !mine) throw new Error('not a contribution');
      mine.contributionId = command.contributionId;
      const keyHash = createHash('sha256').update(mine.key).digest('hex');
      return commanded(socket, 'participant', { ...command, unnamed: true, keyHash });
    }),
  );
  // Everybody supports the same few: what many do at once.
  supported.push(
    await eachOnce(({ socket }, index) => {
      const popular = words[(index + 1) % Math.min(10, clients)];
      const contributionId = popular?.type === 'contribution/make' ? popular.contributionId : '';
      return commanded(socket, 'participant', { type: 'contribution/support', sittingId, contributionId });
    }),
  );
  asked.push(
    await eachOnce(async ({ socket }, index) => {
      const mine = keys[index];
      const own = await socket.emitWithAck('own', { sittingId, by: null, keys: mine ? [mine] : [] });
      const isWhole = own.ok && own.value.contributions.length >= 2;
      return { ok: isWhole };
    }),
  );
}

told(`a run command is seen by each of ${clients}`, seen);
toldWithCost(`a contribution is on disk and answered, ${clients} within 10 s`, named);
toldWithCost(`the same without a name, with a key`, unnamed);
toldWithCost(`a support is on disk and answered, ${clients} within 10 s on 10 contributions`, supported);
toldWithCost(`what is one’s own is answered, ${clients} within 10 s`, asked);
await crowd.close();
