import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TestContext } from 'vitest';
import { connected, createdSeminar, subscribed } from '../support/device.ts';
import { startRefused, startServer } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';

/** Mostly they wait; where they do not, they share the cores. */
const TOGETHER = { timeout: 60_000 };

/** Data of a test's own, and the servers it starts there; both end with it. */
async function place(onTestFinished: TestContext['onTestFinished']) {
  const folder = await mkdtemp(join(tmpdir(), 'pleniere-start-'));
  const dataDir = join(folder, 'data');
  let running: readonly ServerProcess[] = [];
  onTestFinished(async () => {
    for (const server of running) await server.end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });
  return {
    folder,
    dataDir,
    async start(): Promise<ServerProcess> {
      const server = await startServer({ DATA_DIR: dataDir });
      running = [...running, server];
      return server;
    },
    stop(server: ServerProcess, signal: NodeJS.Signals) {
      running = running.filter((other) => other !== server);
      return server.end(signal);
    },
  };
}

describe.concurrent('starting', TOGETHER, () => {
  test('serves the pages with their policy, and health', async ({ onTestFinished }) => {
    const { start } = await place(onTestFinished);
    const { url } = await start();
    const page = await fetch(url);
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]+'/);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/no-such-page`)).status).toBe(404);
  });

  test('refuses an upgrade on a path nobody knows', async ({ onTestFinished }) => {
    const { start } = await place(onTestFinished);
    const { port } = await start();
    const answer = await new Promise<string>((resolve, reject) => {
      let said = '';
      const socket = connect(port, '127.0.0.1');
      socket.setEncoding('utf8').on('data', (part: string) => (said += part));
      socket.on('close', () => resolve(said)).on('error', reject);
      socket.write('GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    });
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  });

  test('wrong values stop it with one sentence each and touch nothing', async ({ onTestFinished }) => {
    const { dataDir } = await place(onTestFinished);
    const { code, said } = await startRefused({ DATA_DIR: dataDir, PORT: 'three', LOG_LEVEL: 'loud' });
    expect(code).toBe(1);
    expect(said.split('\n')).toEqual([
      'PORT is "three": give it a whole number from 0 to 65535, for example PORT=3000.',
      'LOG_LEVEL is "loud": give it debug, info, warn or error, for example LOG_LEVEL=info.',
    ]);
    expect(existsSync(dataDir)).toBe(false);
  });

  test('a taken port stops it with one sentence and touches nothing', async ({ onTestFinished }) => {
    const { folder, start } = await place(onTestFinished);
    const { port } = await start();
    const other = join(folder, 'other');
    const { code, said } = await startRefused({ DATA_DIR: other, PORT: String(port) });
    expect(code).toBe(1);
    expect(said).toMatch(new RegExp(`^Port ${port} is taken: stop what uses it, .*PORT=3001\\.$`));
    expect(existsSync(other)).toBe(false);
  });

  test('a second process on the same data stops with one sentence; the first goes on', async ({
    onTestFinished,
  }) => {
    const { dataDir, start } = await place(onTestFinished);
    const { url } = await start();
    const { code, said } = await startRefused({ DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(said).toMatch(/^Another process already works in .*DATA_DIR\.$/);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test('a database that does not open stops it with one sentence and is left as it is', async ({
    onTestFinished,
  }) => {
    const { dataDir, start, stop } = await place(onTestFinished);
    const first = await start();
    await stop(first, 'SIGTERM');
    const file = join(dataDir, 'pleniere.db');
    for (const name of await readdir(dataDir)) {
      if (name.startsWith('pleniere.db')) await rm(join(dataDir, name));
    }
    await writeFile(file, 'minutes of a meeting, not a database\n'.repeat(200));
    const before = await readFile(file);
    const { code, said } = await startRefused({ DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(said).toMatch(/^The database in .* is not one of this program: .*\.$/);
    expect(await readFile(file)).toEqual(before);
  });
});

describe.concurrent('stopping', TOGETHER, () => {
  test.for(['SIGTERM', 'SIGINT'] as const)(
    '%s ends it with 0, even with a request left open',
    async (signal, { onTestFinished }) => {
      const { dataDir, start, stop } = await place(onTestFinished);
      const server = await start();
      const socket = connect(server.port, '127.0.0.1');
      await new Promise((resolve) => socket.once('connect', resolve));
      socket.on('error', () => socket.destroy());
      socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
      expect(await stop(server, signal)).toEqual({ code: 0, signal: null });
      expect(await readdir(join(dataDir, 'lock'))).toEqual([]);
    },
  );

  test('with people connected, and told twice, it writes, tells them to come back, and ends with 0', async ({
    onTestFinished,
  }) => {
    const { dataDir, start, stop } = await place(onTestFinished);
    const server = await start();
    const { organiser, sittingId } = await createdSeminar(server.url);
    const socket = organiser.socket();
    await connected(socket);
    const { documents } = await subscribed(socket, { channel: 'sitting', sittingId, audience: 'console' });
    const { provider } = organiser.text(documents.notes ?? '');
    const closed = new Promise<number>((resolve) =>
      provider.on('connection-close', (event) => resolve(event?.code ?? 0)),
    );
    await new Promise<void>((resolve) => provider.on('sync', () => resolve()));
    const left = new Promise<string>((resolve) => socket.once('disconnect', resolve));
    // A request that stays open, so that the end takes long enough to be asked for again.
    const open = connect(server.port, '127.0.0.1').on('error', () => undefined);
    open.write('GET / HTTP/1.1\r\nHost: x\r\n');
    await new Promise((resolve) => open.once('connect', resolve));

    server.child.kill('SIGINT');
    expect(await stop(server, 'SIGTERM')).toEqual({ code: 0, signal: null });
    expect(await closed).toBe(1012);
    // Not `io server disconnect`, after which a client stays away.
    expect(await left).toBe('transport close');
    expect(await readdir(join(dataDir, 'lock'))).toEqual([]);
    expect((await readdir(dataDir)).filter((name) => name.endsWith('-wal'))).toEqual([]);
    organiser.close();
  });

  test('after SIGKILL it starts again on the same data', async ({ onTestFinished }) => {
    const { dataDir, start, stop } = await place(onTestFinished);
    const first = await start();
    const key = await readFile(join(dataDir, 'secret.key'));
    await stop(first, 'SIGKILL');
    const second = await start();
    expect((await fetch(`${second.url}/healthz`)).status).toBe(200);
    expect(await readFile(join(dataDir, 'secret.key'))).toEqual(key);
  });
});
