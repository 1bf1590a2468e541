import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { paragraph, part, sampleActes } from '../../tests/support/sample-actes.ts';
import { openActesExport } from './actes-export.ts';

type Export = ReturnType<typeof openActesExport>;

const opened: Export[] = [];
afterEach(() => Promise.all(opened.splice(0).map((it) => it.close())));

function open(limits: Parameters<typeof openActesExport>[0] = {}): Export {
  const actesExport = openActesExport(limits);
  opened.push(actesExport);
  return actesExport;
}

const small = sampleActes({ parts: [part('preamble', paragraph('Bonjour.'))] });
const endless = sampleActes({
  parts: [part('preamble', ...Array.from({ length: 1_500 }, () => paragraph('Mot à mot. '.repeat(300))))],
});
const toPdf = (actesExport: Export, actes = small, signal?: AbortSignal) =>
  actesExport.make(actes, new Map(), { format: 'pdf', ...(signal === undefined ? {} : { signal }) });

/** As the kernel numbers its policies. */
const SCHED_IDLE = 5;
/** The 41st field of what the kernel says of a thread; what follows its name begins with the 3rd. */
const policyOf = (stat: string): number =>
  Number(
    readFileSync(stat, 'utf8')
      .replace(/^.*\) /u, '')
      .split(' ')[38],
  );

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Waits for a process other than `known`, and kills it. */
async function killNext(actesExport: Export, known: number | null): Promise<number> {
  await until(() => actesExport.processId !== null && actesExport.processId !== known);
  const id = actesExport.processId ?? 0;
  process.kill(id, 'SIGKILL');
  return id;
}

describe('the export’s process', () => {
  it('is another process, kept for the next document', async () => {
    const actesExport = open();
    expect(actesExport.processId).toBe(null);
    await toPdf(actesExport);
    const id = actesExport.processId;
    expect(id).not.toBe(process.pid);
    await toPdf(actesExport);
    expect(actesExport.processId).toBe(id);
  });

  it('leaves the processors to the rooms while they are live', async () => {
    // However busy the machine: hurrying is another test.
    const actesExport = open({ besideMs: 30_000 });
    let roomsAreLive = false;
    actesExport.giveWayWhile(() => roomsAreLive);
    const before = await toPdf(actesExport);
    const all = actesExport.processId ?? 0;
    roomsAreLive = true;
    expect(Buffer.compare(await toPdf(actesExport), before)).toBe(0);
    const fewer = actesExport.processId ?? 0;
    expect(fewer).not.toBe(all);
    if (existsSync('/usr/bin/chrt')) {
      const threads = `/proc/${fewer}/task`;
      const idle = readdirSync(threads).filter((it) => policyOf(`${threads}/${it}/stat`) === SCHED_IDLE);
      // The first, the typesetter's, and the compiler's.
      expect(idle.length).toBeGreaterThanOrEqual(2);
    }
    roomsAreLive = false;
    await toPdf(actesExport);
    expect(actesExport.processId).toBe(fewer);
  });

  it('hurries when what the rooms leave is too little', async () => {
    const actesExport = open({ besideMs: 500 });
    actesExport.giveWayWhile(() => true);
    const made = toPdf(actesExport);
    await until(() => actesExport.processId !== null);
    const beside = actesExport.processId ?? 0;
    // Held still, as where everything is taken by others.
    process.kill(beside, 'SIGSTOP');
    expect(Buffer.from((await made).subarray(0, 5)).toString()).toBe('%PDF-');
    expect(actesExport.processId).not.toBe(beside);
    expect(() => process.kill(beside, 0)).toThrow('ESRCH');
  });

  it('makes the next document after it was killed at rest', async () => {
    const actesExport = open();
    const before = await toPdf(actesExport);
    await killNext(actesExport, null);
    expect(Buffer.compare(await toPdf(actesExport), before)).toBe(0);
  });

  it('makes the same document again after it was killed at work, once', async () => {
    const actesExport = open();
    const [bytes] = await Promise.all([toPdf(actesExport), killNext(actesExport, null)]);
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');

    const other = open();
    const refused = expect(toPdf(other)).rejects.toMatchObject({ code: 'export/crashed' });
    await killNext(other, await killNext(other, null));
    await refused;
    await expect(toPdf(other)).resolves.toBeInstanceOf(Uint8Array);
  });

  it('is ended when a document takes longer than the cap, and the next is made', async () => {
    const actesExport = open({ timeMs: 5_000, memoryMiB: 16_384 });
    await expect(toPdf(actesExport, endless)).rejects.toMatchObject({ code: 'export/too-slow' });
    expect(actesExport.processId).toBe(null);
    await expect(toPdf(actesExport)).resolves.toBeInstanceOf(Uint8Array);
  });

  it('is ended when a document takes more memory than the cap, and the next is made', async () => {
    const actesExport = open({ memoryMiB: 320 });
    await expect(toPdf(actesExport, endless)).rejects.toMatchObject({ code: 'export/too-large' });
    expect(actesExport.processId).toBe(null);
    await expect(toPdf(actesExport)).resolves.toBeInstanceOf(Uint8Array);
  });

  it('makes one document at a time and refuses those past the queue', async () => {
    const actesExport = open({ waiting: 1 });
    const [first, second] = [toPdf(actesExport), toPdf(actesExport)];
    await expect(toPdf(actesExport)).rejects.toMatchObject({ code: 'export/busy' });
    expect(Buffer.compare(await first, await second)).toBe(0);
    await expect(toPdf(actesExport)).resolves.toBeInstanceOf(Uint8Array);
  });

  it('leaves what nobody waits for any more, at work or in the queue, and makes the next', async () => {
    const actesExport = open({ memoryMiB: 16_384, waiting: 1 });
    const [working, waiting, later] = [0, 1, 2].map(() => new AbortController());
    const cancelled = { code: 'export/cancelled' };
    const first = expect(toPdf(actesExport, endless, working?.signal)).rejects.toMatchObject(cancelled);
    // A long document is written down before it is asked for.
    await until(() => actesExport.processId !== null);
    const id = actesExport.processId ?? 0;
    const second = expect(toPdf(actesExport, small, waiting?.signal)).rejects.toMatchObject(cancelled);
    await new Promise((resolve) => setImmediate(resolve));
    waiting?.abort();
    await second;
    const third = toPdf(actesExport);
    working?.abort();
    await first;
    expect(() => process.kill(id, 0)).toThrow('ESRCH');
    await expect(third).resolves.toBeInstanceOf(Uint8Array);
    later?.abort();
    await expect(toPdf(actesExport, small, later?.signal)).rejects.toMatchObject(cancelled);
  });

  it('goes when nothing was asked of it for a while', async () => {
    const actesExport = open({ idleMs: 1 });
    await toPdf(actesExport);
    await until(() => actesExport.processId === null);
    await expect(toPdf(actesExport)).resolves.toBeInstanceOf(Uint8Array);
  });

  it('ends with the export; what waits is refused', async () => {
    const actesExport = open();
    await toPdf(actesExport);
    const id = actesExport.processId ?? 0;
    const waiting = [toPdf(actesExport), toPdf(actesExport)].map((it) =>
      expect(it).rejects.toMatchObject({ code: 'export/closed' }),
    );
    await actesExport.close();
    await Promise.all(waiting);
    expect(() => process.kill(id, 0)).toThrow('ESRCH');
    await expect(toPdf(actesExport)).rejects.toMatchObject({ code: 'export/closed' });
  });
});
