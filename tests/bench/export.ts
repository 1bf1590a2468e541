/**
 * `npm run bench:export`: how long actes of 60 and of 200 pages take, what they need, and what the rooms feel of it.
 * Options: --rounds 3 --runs 3 --phones 40 --seconds 8 (of each phase of a run).
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import type { Actes } from '#core/actes/actes.ts';
import { openActesExport } from '../../server/export/actes-export.ts';
import { chromiumArguments, findChromium } from '../support/chromium.ts';
import { commanded, connected, createdSeminar, Device, subscribed } from '../support/device.ts';
import { contribute } from '../support/served-app.ts';
import { firstPageAfterChange } from './changed-preview.ts';
import { pause, percentile } from './crowd.ts';
import type { FromOrganiser, ToOrganiser } from './downloading-organiser.ts';
import type { Said, Told } from './exporting-server.ts';
import { longActes } from './long-actes.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    runs: { type: 'string', default: '3' },
    phones: { type: 'string', default: '40' },
    seconds: { type: 'string', default: '8' },
  },
});
const [rounds, runs] = [Number(values.rounds), Number(values.runs)];
const [phones, seconds] = [Number(values.phones), Number(values.seconds)];
/** Points of each atelier that make at least so many pages. */
const LONG = { points: 8, pages: 60 };
const LONGER = { points: 28, pages: 200 };

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const sayLoad = (): void =>
  say(`load of the machine: ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} processors`);
const median = (of: readonly number[]): number => percentile(of, 0.5);

const fieldOf = (pid: number, file: string, field: RegExp): number => {
  try {
    return Number(field.exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1] ?? Number.NaN);
  } catch {
    return Number.NaN;
  }
};

/** The most memory that a process has held so far, in MiB; NaN where the system does not say. */
const peakMiB = (pid: number): number => fieldOf(pid, 'status', /VmHWM:\s+(\d+)/u) / 1024;

/** The same of a process and all that it started, added up. */
function familyPeakMiB(pid: number): number {
  const children = readdirSync('/proc')
    .map(Number)
    .filter((it) => it > 0 && fieldOf(it, 'stat', /\) \S (\d+)/u) === pid);
  return (peakMiB(pid) || 0) + children.reduce((sum, child) => sum + familyPeakMiB(child), 0);
}

async function timed<T>(work: () => Promise<T>): Promise<{ milliseconds: number; made: T }> {
  const began = performance.now();
  const made = await work();
  return { milliseconds: performance.now() - began, made };
}

type Measured = { readonly first: number; readonly again: number; readonly peak: number };

const told = (what: string, of: readonly Measured[]): void =>
  say(
    `  ${what}: ${median(of.map(({ again }) => again)).toFixed(0)} ms ` +
      `(${median(of.map(({ first }) => first)).toFixed(0)} ms with the start of the process), ` +
      `peak ${median(of.map(({ peak }) => peak)).toFixed(0)} MiB`,
  );

/** A preview is there with its first page, whole with its last. */
type Product = 'pdf' | 'first page' | 'all pages';

/** Each round in a fresh process: the first document, then the same with a word changed. */
async function ofTheExport(points: number, product: Product): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const actesExport = openActesExport({ memoryMiB: 4_096 });
    const make = async (actes: Actes): Promise<void> => {
      if (product === 'pdf') {
        await actesExport.make(actes, new Map(), { format: 'pdf' });
        return;
      }
      const { count, picture } = await actesExport.pages(actes, new Map(), {});
      const wanted = product === 'first page' ? 1 : count;
      for (let page = 1; page <= wanted; page += 1) await picture(page);
    };
    const first = await timed(() => make(longActes(points)));
    const peak = peakMiB(actesExport.processId ?? 0);
    const again = await timed(() => make(longActes(points, 1)));
    measured.push({ first: first.milliseconds, again: again.milliseconds, peak });
    await actesExport.close();
  }
  return measured;
}

/** The HTML page printed by a browser: the first with its start, the others in the same one. */
async function ofTheBrowser(points: number): Promise<readonly Measured[]> {
  const actesExport = openActesExport();
  const html = Buffer.from(
    await actesExport.make(longActes(points), new Map(), { format: 'html' }),
  ).toString();
  await actesExport.close();
  const measured: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    const server = await chromium.launchServer({
      ...{ executablePath: findChromium() ?? '', args: [...chromiumArguments] },
    });
    const browser = await chromium.connect(server.wsEndpoint());
    const print = async (): Promise<void> => {
      const page = await browser.newPage();
      await page.setContent(html);
      await page.pdf({ format: 'A4', tagged: true, outline: true });
      await page.close();
    };
    await print();
    const first = performance.now() - began;
    const peak = familyPeakMiB(server.process().pid ?? 0);
    const { milliseconds: again } = await timed(print);
    measured.push({ first, again, peak });
    await server.close();
  }
  return measured;
}

sayLoad();
for (const { points, pages } of [LONG, LONGER]) {
  const actesExport = openActesExport();
  const { count } = await actesExport.pages(longActes(points), new Map(), {});
  await actesExport.close();
  if (count < pages) throw new Error(`${count} pages are fewer than ${pages}`);
  say(`actes of 8 ateliers, ${count} pages, medians of ${rounds}`);
  told('PDF/UA-1', await ofTheExport(points, 'pdf'));
  told('first page of the preview', await ofTheExport(points, 'first page'));
  told('all pages of the preview', await ofTheExport(points, 'all pages'));
  if (findChromium() !== null) told('the HTML page printed by Chromium', await ofTheBrowser(points));
}

const folder = await mkdtemp(join(tmpdir(), 'pleniere-bench-'));
const server = fork(fileURLToPath(new URL('./exporting-server.ts', import.meta.url)), [
  join(folder, 'pleniere.db'),
]);
const heard = async (): Promise<Said> => ((await once(server, 'message')) as [Said])[0];
const first = await heard();
if (!('url' in first)) throw new Error('the server did not start');
const started = first;
const { view, sittingId } = await createdSeminar(started.url);
const code = view.ateliers[0]?.sittings[0]?.code ?? '';
const sockets = await Promise.all(
  Array.from({ length: phones }, async (_, index) => {
    const device = new Device(started.url);
    await device.join(code, `Personne ${index}`);
    const socket = device.socket();
    await connected(socket);
    await subscribed(socket, { channel: 'sitting', sittingId, audience: 'participant' });
    return { device, socket };
  }),
);

const EVERY_MILLISECONDS = 500;

/** How long everybody waited for what they said to be on disk, for as long as the phase lasts. */
async function p99OfAPhase(): Promise<number> {
  const waited: number[] = [];
  await Promise.all(
    sockets.map(async ({ socket }, index) => {
      await pause((index * EVERY_MILLISECONDS) / phones);
      for (let said = 0; said < (seconds * 1_000) / EVERY_MILLISECONDS; said += 1) {
        const at = performance.now();
        const answer = await commanded(socket, 'participant', contribute(sittingId, `Parole ${said}`));
        if (!answer.ok) throw new Error(JSON.stringify(answer));
        waited.push(performance.now() - at);
        await pause(Math.max(0, EVERY_MILLISECONDS - (performance.now() - at)));
      }
    }),
  );
  return percentile(waited, 0.99);
}

type Busy = { readonly p99: number; readonly made: number };

const tell = (told: Told): void => void server.send(told);

/** The same while actes as long are made one after the other in the export's process. */
async function p99WhileMaking(): Promise<Busy> {
  tell('make');
  const p99 = await p99OfAPhase();
  const stopped = heard();
  tell('stop');
  const said = await stopped;
  return { p99, made: 'made' in said ? said.made : 0 };
}

const organiser = fork(fileURLToPath(new URL('./downloading-organiser.ts', import.meta.url)), [
  ...[started.url, started.long.organiserLink, started.long.seminarId],
]);

/** The same while their organiser downloads them one after the other: gathered and put together each time. */
async function p99WhileDownloading(): Promise<Busy> {
  organiser.send('download' satisfies ToOrganiser);
  const p99 = await p99OfAPhase();
  const stopped = once(organiser, 'message') as Promise<[FromOrganiser]>;
  organiser.send('stop' satisfies ToOrganiser);
  const [{ downloaded }] = await stopped;
  return { p99, made: downloaded };
}

const reader = new Device(started.url);
await reader.openLink(started.long.organiserLink);
const previews: number[] = [];
let pages = 0;
for (let change = 0; change <= 2 * rounds; change += 1) {
  const seen = await firstPageAfterChange(reader, started.long.seminarId, `Titre ${change}`);
  previews.push(seen.milliseconds);
  pages = seen.pages;
}
reader.close();
if (pages < LONG.pages) throw new Error(`${pages} pages are fewer than ${LONG.pages}`);
say(`a server whose organiser changes and downloads actes of ${pages} pages`);
sayLoad();
const [withStart = 0, ...later] = previews;
say(
  `first page after a change: median ${median(later).toFixed(0)} ms, slowest ${Math.max(...later).toFixed(0)} ms ` +
    `(${withStart.toFixed(0)} ms with the start of thread and process)`,
);
await p99OfAPhase();
const idle: number[] = [];
const making: number[] = [];
const downloading: number[] = [];
for (let run = 1; run <= runs; run += 1) {
  idle.push(await p99OfAPhase());
  const alone = await p99WhileMaking();
  const whole = await p99WhileDownloading();
  making.push(alone.p99);
  downloading.push(whole.p99);
  say(
    `run ${run}: p99 of ${phones} people who contribute twice a second: idle ${idle.at(-1)?.toFixed(1)} ms; ` +
      `while ${alone.made} actes are made ${alone.p99.toFixed(1)} ms; ` +
      `while ${whole.made} are downloaded ${whole.p99.toFixed(1)} ms`,
  );
}
sayLoad();
/** Each run with its own idle phase: the machine may be another's a minute later. */
const times = (of: readonly number[]): string =>
  median(of.map((p99, run) => p99 / (idle[run] ?? Number.NaN))).toFixed(2);
say(
  `median of the runs: p99 ${times(making)} times the idle one while making, ${times(downloading)} while downloading`,
);

sockets.forEach(({ device }) => device.close());
organiser.disconnect();
server.disconnect();
await once(server, 'exit');
await rm(folder, { recursive: true, force: true });
