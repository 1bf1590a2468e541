/**
 * `npm run bench:room`: how soon a full room sees what happens. Each figure is the median of the rounds.
 * Options: --clients 300 --rounds 3.
 */
import { parseArgs } from 'node:util';
import { commanded, connected } from '../support/device.ts';
import { contribute } from '../support/served-app.ts';
import { gatherCrowd, pause, percentile } from './crowd.ts';

const { values } = parseArgs({
  options: { clients: { type: 'string', default: '300' }, rounds: { type: 'string', default: '3' } },
});
const clients = Number(values.clients);
const rounds = Number(values.rounds);
const STEPS = 20;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const median = (of: readonly number[]): number => percentile(of, 0.5);

const began = performance.now();
const crowd = await gatherCrowd(clients, { up: () => 0, down: () => 0 });
say(`${clients} devices joined and followed within ${(performance.now() - began).toFixed(0)} ms`);
const { sittingId, phones, organiser } = crowd;
const console_ = organiser.socket();
await connected(console_);
let runEvents = 0;
await commanded(console_, 'organiser', { type: 'run/start', sittingId, expectedRunEvents: runEvents++ });
await pause(1_000);

const seen: { p50: number; p99: number }[] = [];
const acknowledged: { p50: number; p99: number }[] = [];
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
  seen.push({ p50: median(delays), p99: percentile(delays, 0.99) });

  const answers: number[] = [];
  await Promise.all(
    phones.map(async ({ socket }, index) => {
      await pause((index * 10_000) / clients);
      const at = performance.now();
      const answer = await commanded(socket, 'participant', contribute(sittingId, `Parole ${index}`));
      if (!answer.ok) throw new Error(answer.error.code);
      answers.push(performance.now() - at);
    }),
  );
  acknowledged.push({ p50: median(answers), p99: percentile(answers, 0.99) });
}

const told = (what: string, figures: readonly { readonly p50: number; readonly p99: number }[]): void =>
  say(
    `${what}: p50 ${median(figures.map(({ p50 }) => p50)).toFixed(1)} ms, ` +
      `p99 ${median(figures.map(({ p99 }) => p99)).toFixed(1)} ms (median of ${figures.length} rounds)`,
  );
told(`a run command is seen by each of ${clients}`, seen);
told(`a contribution is on disk and answered, ${clients} within 10 s`, acknowledged);
await crowd.close();
