import { afterEach, describe, expect, it } from 'vitest';
import { SAMPLE_LABELS, paragraph, sampleActes } from '../../tests/support/gathered-sample.ts';
import { openPdfExport } from './pdf-export.ts';

type Export = ReturnType<typeof openPdfExport>;

const opened: Export[] = [];
afterEach(() => Promise.all(opened.splice(0).map((it) => it.close())));

function open(limits: Parameters<typeof openPdfExport>[0] = {}): Export {
  const pdfExport = openPdfExport(limits);
  opened.push(pdfExport);
  return pdfExport;
}

const small = sampleActes({ preamble: [], ateliers: [] });
const endless = sampleActes({
  preamble: Array.from({ length: 1_500 }, () => paragraph('Mot à mot. '.repeat(300))),
});
const toPdf = (pdfExport: Export, actes = small) => pdfExport.toPdf(actes, SAMPLE_LABELS);

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Waits for a process other than `known`, and kills it. */
async function killNext(pdfExport: Export, known: number | null): Promise<number> {
  await until(() => pdfExport.processId !== null && pdfExport.processId !== known);
  const id = pdfExport.processId ?? 0;
  process.kill(id, 'SIGKILL');
  return id;
}

describe('the export’s process', () => {
  it('is another process, kept for the next document', async () => {
    const pdfExport = open();
    expect(pdfExport.processId).toBe(null);
    await toPdf(pdfExport);
    const id = pdfExport.processId;
    expect(id).not.toBe(process.pid);
    await toPdf(pdfExport);
    expect(pdfExport.processId).toBe(id);
  });

  it('makes the next document after it was killed at rest', async () => {
    const pdfExport = open();
    const before = await toPdf(pdfExport);
    await killNext(pdfExport, null);
    expect(Buffer.compare(await toPdf(pdfExport), before)).toBe(0);
  });

  it('makes the same document again after it was killed at work, once', async () => {
    const pdfExport = open();
    const [bytes] = await Promise.all([toPdf(pdfExport), killNext(pdfExport, null)]);
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');

    const other = open();
    const refused = expect(toPdf(other)).rejects.toMatchObject({ code: 'export/crashed' });
    await killNext(other, await killNext(other, null));
    await refused;
    await expect(toPdf(other)).resolves.toBeInstanceOf(Uint8Array);
  });

  it('is ended when a document takes longer than the cap, and the next is made', async () => {
    const pdfExport = open({ timeMs: 5_000, memoryMiB: 16_384 });
    await expect(toPdf(pdfExport, endless)).rejects.toMatchObject({ code: 'export/too-slow' });
    expect(pdfExport.processId).toBe(null);
    await expect(toPdf(pdfExport)).resolves.toBeInstanceOf(Uint8Array);
  });

  it('is ended when a document takes more memory than the cap, and the next is made', async () => {
    const pdfExport = open({ memoryMiB: 320 });
    await expect(toPdf(pdfExport, endless)).rejects.toMatchObject({ code: 'export/too-large' });
    expect(pdfExport.processId).toBe(null);
    await expect(toPdf(pdfExport)).resolves.toBeInstanceOf(Uint8Array);
  });

  it('makes one document at a time and refuses those past the queue', async () => {
    const pdfExport = open({ waiting: 1 });
    const [first, second] = [toPdf(pdfExport), toPdf(pdfExport)];
    await expect(toPdf(pdfExport)).rejects.toMatchObject({ code: 'export/busy' });
    expect(Buffer.compare(await first, await second)).toBe(0);
    await expect(toPdf(pdfExport)).resolves.toBeInstanceOf(Uint8Array);
  });

  it('goes when nothing was asked of it for a while', async () => {
    const pdfExport = open({ idleMs: 1 });
    await toPdf(pdfExport);
    await until(() => pdfExport.processId === null);
    await expect(toPdf(pdfExport)).resolves.toBeInstanceOf(Uint8Array);
  });

  it('ends with the export; what waits is refused', async () => {
    const pdfExport = open();
    await toPdf(pdfExport);
    const id = pdfExport.processId ?? 0;
    const waiting = [toPdf(pdfExport), toPdf(pdfExport)].map((it) =>
      expect(it).rejects.toMatchObject({ code: 'export/closed' }),
    );
    await pdfExport.close();
    await Promise.all(waiting);
    expect(() => process.kill(id, 0)).toThrow('ESRCH');
    await expect(toPdf(pdfExport)).rejects.toMatchObject({ code: 'export/closed' });
  });
});
