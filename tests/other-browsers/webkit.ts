/** WebKitGTK's MiniBrowser on a display of its own, driven by WebDriver. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { DrivenBrowser } from './driven-browser.ts';
import { programOf } from './driven-browser.ts';

const ANSWERS_WITHIN = 15_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function ended(child: ChildProcess): Promise<void> {
  const exited = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
  child.kill('SIGTERM');
  await exited;
}

export async function startWebKit(): Promise<DrivenBrowser> {
  const xvfb = programOf('XVFB_PATH', ['Xvfb'], 'xvfb');
  const program = programOf('WEBKIT_DRIVER_PATH', ['WebKitWebDriver'], 'webkit2gtk-driver');
  const home = await mkdtemp(join(tmpdir(), 'pleniere-webkit-'));
  const screen = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [display] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];
  const port = await freePort();
  const driver = spawn(program, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      DISPLAY: `:${display.toString('utf8').trim()}`,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      LANGUAGE: 'fr_FR',
      // A screen that no graphics card draws.
      GDK_BACKEND: 'x11',
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      // Root has no user namespace to build a sandbox from.
      ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
    },
  });

  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const patience = performance.now() + ANSWERS_WITHIN;
  const isReady = (): Promise<boolean> =>
    ask('GET', '/status').then(
      () => true,
      () => false,
    );
  while (!(await isReady())) {
    if (performance.now() > patience) throw new Error('WebKitWebDriver does not answer');
    await pause(50);
  }
  const { sessionId, capabilities } = (await ask('POST', '/session', {
    capabilities: { alwaysMatch: { browserName: 'MiniBrowser' } },
  })) as { sessionId: string; capabilities: { browserVersion: string } };
  const session = `/session/${sessionId}`;
  return {
    name: 'WebKitGTK',
    showsFocus: true,
    version: capabilities.browserVersion,
    async open(url) {
      await ask('POST', `${session}/url`, { url });
    },
    async value(expression) {
      const script = `return JSON.stringify(${expression} ?? null)`;
      return JSON.parse(
        (await ask('POST', `${session}/execute/sync`, { script, args: [] })) as string,
      ) as unknown;
    },
    async perform(actions) {
      await ask('POST', `${session}/actions`, { actions });
    },
    async picture() {
      return Buffer.from((await ask('GET', `${session}/screenshot`)) as string, 'base64');
    },
    problems: () => [],
    async close() {
      await ask('DELETE', session);
      await ended(driver);
      await ended(screen);
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
