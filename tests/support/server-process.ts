/** The server as a process of its own, as an installation runs it. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

/** Nothing of this machine's settings; what Node has compiled once need not be compiled by each server. */
const INHERITED = {
  PATH: process.env['PATH'],
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
};

export type ServerProcess = {
  /** `http://localhost:<port>` */
  readonly url: string;
  readonly port: number;
  readonly child: ChildProcess;
  /** What it wrote to stderr so far. */
  readonly log: () => string;
  /** Sends the signal and answers how the process ended. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
};

export type ServerRefused = { readonly code: number | null; readonly said: string };

const launch = (environment: NodeJS.ProcessEnv) => {
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...INHERITED, HOST: '127.0.0.1', PORT: '0', ...environment },
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (log += part));
  return { child, log: () => log };
};

/** Starts the built server on a free port and waits until it says its address. */
export const startServer = async (environment: NodeJS.ProcessEnv): Promise<ServerProcess> => {
  const { child, log } = launch(environment);
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = /http:\/\/[^ ]+:(\d+)/.exec(line)?.[1];
      if (said !== undefined) resolve(Number(said));
    });
    void exited.then(([code]) => reject(new Error(`the server ended with ${code}: ${log()}`)));
  });
  return {
    url: `http://localhost:${port}`,
    port,
    child,
    log,
    async end(signal) {
      child.kill(signal);
      const [code, by] = await exited;
      return { code, signal: by };
    },
  };
};

/** Starts the server expecting it to stop by itself; answers its exit code and what it said. */
export const startRefused = async (environment: NodeJS.ProcessEnv): Promise<ServerRefused> => {
  const { child, log } = launch(environment);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said: log().trim() };
};
