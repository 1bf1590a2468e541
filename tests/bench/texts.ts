/**
 * `npm run bench:texts`: how soon two people see each other's keystrokes where the network refuses WebSockets.
 * Options: --rounds 3 --keystrokes 100 (of each person and round) --every 200 (ms) --shortest 20 --longest 80 (ms each way).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../server/build.ts';
import { chance, delayingProxy } from '../support/delaying-proxy.ts';
import { createdSeminar, Device } from '../support/device.ts';
import type { PageText } from '../support/page-text.ts';
import { pageSocket, pageText } from '../support/page-text.ts';
import { refusingProxy } from '../support/refusing-proxy.ts';
import { until } from '../support/served-app.ts';
import { startServer } from '../support/server-process.ts';
import { pause, percentile } from './crowd.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    keystrokes: { type: 'string', default: '100' },
    every: { type: 'string', default: '200' },
    shortest: { type: 'string', default: '20' },
    longest: { type: 'string', default: '80' },
  },
});
const [rounds, keystrokes, every] = [values.rounds, values.keystrokes, values.every].map(Number) as [
  number,
  number,
  number,
];
const [shortest, longest] = [Number(values.shortest), Number(values.longest)];
const random = chance(1);
const delay = (): number => shortest + random() * (longest - shortest);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (!ensureBuilt()) throw new Error('the pages do not build');
const dataDir = await mkdtemp(join(tmpdir(), 'pleniere-bench-'));
const server = await startServer({ DATA_DIR: dataDir });
const refusing = await refusingProxy(server.url);
const network = await delayingProxy(refusing.url, { up: delay, down: delay });
const { organiser, view, sittingId } = await createdSeminar(server.url);
const animateur = new Device(server.url);
await animateur.openLink(view.ateliers[0]?.sittings[0]?.links.animateur ?? '');

/** A person behind that network, with the notes open. */
async function person(device: Device): Promise<PageText> {
  const behind = new Device(network.url);
  behind.cookie = device.cookie;
  const text = pageText(behind, `notes.${sittingId}.1`, pageSocket(behind));
  await until(() => text.provider.synced && text.lines.areNeeded);
  return text;
}

const people = [await person(organiser), await person(animateur)] as const;
const [first, second] = people;
const typedAt = new Map<string, number>();
let delays: number[] = [];
for (const { text } of people) {
  text.observe((event, { local }) => {
    if (local) return;
    const seen = event.delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
    for (const key of seen.match(/\d+/g) ?? []) delays.push(performance.now() - (typedAt.get(key) ?? NaN));
  });
}

let key = 0;
async function write({ text }: PageText): Promise<void> {
  for (let stroke = 0; stroke < keystrokes; stroke += 1) {
    await pause(every * (0.5 + random()));
    typedAt.set(String((key += 1)), performance.now());
    text.insert(text.length, `${key} `);
  }
}

const told = (what: string, of: readonly number[]): void =>
  say(
    `${what}: p50 ${percentile(of, 0.5).toFixed(0)} ms, p95 ${percentile(of, 0.95).toFixed(0)} ms, ` +
      `max ${percentile(of, 1).toFixed(0)} ms (${of.length} keystrokes)`,
  );
say(`two people on ${shortest}–${longest} ms each way, a keystroke each ${every} ms, no WebSocket`);
const all: number[] = [];
for (let round = 1; round <= rounds; round += 1) {
  delays = [];
  await Promise.all(people.map(write));
  await until(() => delays.length === 2 * keystrokes);
  told(`round ${round}`, delays);
  all.push(...delays);
}
told(`all ${rounds} rounds`, all);
say(first.text.toJSON() === second.text.toJSON() ? 'both have the same words' : 'THE WORDS DIFFER');
say(`WebSockets asked for and refused: ${refusing.refused().length}`);
if (first.text.toJSON() !== second.text.toJSON()) process.exitCode = 1;

people.forEach((it) => it.close());
await network.close();
await refusing.close();
await server.end('SIGTERM');
await rm(dataDir, { recursive: true, force: true });
