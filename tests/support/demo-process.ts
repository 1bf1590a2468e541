/** The demo as a process of its own, as `npm run demo` runs it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type Demo = {
  readonly url: string;
  readonly seminar: string;
  readonly links: Readonly<
    Record<'organiser' | 'animateur' | 'rapporteur' | 'participant' | 'screen', string>
  >;
  readonly codes: readonly string[];
};

const main = fileURLToPath(new URL('../../server/demo/main.ts', import.meta.url));

/** Starts the demo on a free port, its morning standing at `moment` (local time, `2026-11-26T10:32`). */
export const startDemo = async (
  moment: string,
): Promise<{ readonly demo: Demo; readonly end: () => Promise<void> }> => {
  const child = spawn(process.execPath, [main, '--json', '--at', moment], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'error' },
  });
  const exited = once(child, 'exit');
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    void exited.then(([code]) => reject(new Error(`the demo ended with ${String(code)}`)));
  });
  return {
    demo: JSON.parse(line) as Demo,
    async end() {
      child.kill('SIGTERM');
      await exited;
    },
  };
};
