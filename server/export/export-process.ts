/**
 * The export's own process: it passes jobs to the typesetter's thread and watches the memory they take. Its arguments are
 * the memory cap in MiB, past which it says so and ends, and its priority: `low`, or `idle` while rooms are live.
 */
import { spawnSync } from 'node:child_process';
import { setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ExportAnswer, ExportJob } from './export-messages.ts';
import type { WorkerAnswer } from './export-worker.ts';

const MIB = 1024 * 1024;
const WATCH_MS = 50;
/** Below what an ordinary process has, 0, and far above the least, 19. */
const NICE = 10;
const capBytes = Number(process.argv[2]) * MIB;
// The rooms come first: whoever waits for a document waits a little longer, nobody in a room does.
setPriority(NICE);
// A low priority still keeps a processor for a moment from a room that wakes up; this class of processes, where the
// system has it, does not. Threads take after the one that starts them: before the first.
if (process.argv[3] === 'idle')
  spawnSync('chrt', ['--idle', '--pid', '0', String(process.pid)], { stdio: 'ignore' });
const worker = new Worker(new URL('./export-worker.ts', import.meta.url));
let watch: NodeJS.Timeout | undefined;

/** An orderly exit would wait for the thread, which is blocked: this does not. */
const end = (): void => void process.kill(process.pid, 'SIGKILL');

function answer(said: ExportAnswer, then?: () => void): void {
  process.send?.(said, undefined, undefined, () => then?.());
}

const isFull = (): boolean => process.memoryUsage.rss() > capBytes / 2;

function weigh(): void {
  if (process.memoryUsage.rss() <= capBytes) return;
  clearInterval(watch);
  answer({ type: 'too-large' }, end);
}

process.on('message', (job: ExportJob) => {
  watch = setInterval(weigh, WATCH_MS);
  worker.postMessage(job);
});

worker.on('message', (said: WorkerAnswer) => {
  clearInterval(watch);
  answer(said.type === 'done' ? { ...said, isFull: isFull() } : said);
});

worker.on('error', end);
process.on('disconnect', end);
