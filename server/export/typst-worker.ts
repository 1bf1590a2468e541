/** The typesetter's thread: it is blocked while pages are made, so that the process around it is not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import type { NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFolders } from './fonts.ts';
import type { TypstAnswer, TypstJob } from './typst-messages.ts';

const workspace = fileURLToPath(new URL('.', import.meta.url));
const dataPath = fileURLToPath(new URL('data.json', import.meta.url));
const picturePath = (name: string): string => join(workspace, 'pictures', name);
const template = readFileSync(new URL('actes.typ', import.meta.url), 'utf8');
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [...fontFolders()] }] });

const isDiagnosis = (error: unknown): error is NodeError =>
  typeof error === 'object' && error !== null && 'shortDiagnostics' in error;

const reasonsOf = (error: NodeError): readonly string[] =>
  (error.shortDiagnostics as readonly { readonly message: string }[]).map(({ message }) => message);

function answerTo(job: TypstJob): TypstAnswer {
  compiler.mapShadow(dataPath, Buffer.from(job.data));
  for (const { name, bytes } of job.pictures) compiler.mapShadow(picturePath(name), Buffer.from(bytes));
  try {
    const compiled = compiler.compile({ mainFileContent: template });
    const problem = compiled.takeError();
    if (compiled.result === null) {
      return { type: 'refused', id: job.id, reasons: problem === null ? [] : reasonsOf(problem) };
    }
    const pdf = compiler.pdf(compiled.result, {
      pdfStandard: 'ua-1',
      creationTimestamp: job.creationTimestamp,
    });
    return { type: 'done', id: job.id, pdf: Uint8Array.from(pdf) };
  } catch (error) {
    if (isDiagnosis(error)) return { type: 'refused', id: job.id, reasons: reasonsOf(error) };
    return { type: 'refused', id: job.id, reasons: [error instanceof Error ? error.message : String(error)] };
  } finally {
    compiler.unmapShadow(dataPath);
    for (const { name } of job.pictures) compiler.unmapShadow(picturePath(name));
    compiler.evictCache(0);
  }
}

parentPort?.on('message', (job: TypstJob) => parentPort?.postMessage(answerTo(job)));
