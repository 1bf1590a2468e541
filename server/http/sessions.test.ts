import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { seminarDesk } from '../../tests/support/seminar-desk.ts';
import { settableClock } from '../../tests/support/surroundings.ts';
import type { Config } from '../config.ts';
import { createSessions } from './sessions.ts';

const config: Config = {
  host: '127.0.0.1',
  port: 0,
  dataDir: '/data',
  publicUrl: null,
  logLevel: 'info',
  trustedProxyHops: 0,
};

/** The cookie that a device without one is given, and the one it is given when it comes back with it. */
async function cookiesGiven(publicUrl: string | null): Promise<readonly (string | null)[]> {
  const sessions = createSessions(seminarDesk().access, { ...config, publicUrl }, settableClock());
  const http = createServer((request, response) => {
    void sessions.findOrOpen(request, response).then(() => response.end());
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const first = (await fetch(url)).headers.get('set-cookie');
  const again = await fetch(url, { headers: { cookie: first?.split(';')[0] ?? '' } });
  await new Promise((resolve) => http.close(resolve));
  return [first, again.headers.get('set-cookie')];
}

describe('the session cookie', () => {
  test('no script reads it and no other site sends it; it is given once', async () => {
    const [first, again] = await cookiesGiven(null);
    expect(first).toMatch(/^pleniere=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=34560000$/);
    expect(again).toBeNull();
  });

  test('behind https it is bound to its host and never leaves https', async () => {
    const [first, again] = await cookiesGiven('https://pleniere.example');
    expect(first).toMatch(
      /^__Host-pleniere=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=34560000; Secure$/,
    );
    expect(again).toBeNull();
  });
});
