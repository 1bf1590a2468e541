import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { Config } from './config.ts';
import { addressToPrint, comesFromOurPages, sessionCookieName, sessionToken } from './request-origin.ts';

const config: Config = {
  host: '0.0.0.0',
  port: 3000,
  dataDir: '/data',
  publicUrl: null,
  logLevel: 'info',
  trustedProxyHops: 0,
};
const asked = (headers: IncomingHttpHeaders) => ({ headers });
const host = 'salle.lan:3000';

describe('comesFromOurPages', () => {
  test.each<[string, IncomingHttpHeaders, boolean]>([
    ['our origin', { host, origin: 'http://salle.lan:3000' }, true],
    [
      'our origin, as a browser says it too',
      { host, origin: 'http://salle.lan:3000', 'sec-fetch-site': 'same-origin' },
      true,
    ],
    ['another origin', { host, origin: 'http://evil.example' }, false],
    ['another port', { host, origin: 'http://salle.lan:4000' }, false],
    ['no origin to speak of', { host, origin: 'null' }, false],
    [
      'cross-site, whatever the origin',
      { host, origin: 'http://salle.lan:3000', 'sec-fetch-site': 'cross-site' },
      false,
    ],
    ['another site of the same domain', { host, 'sec-fetch-site': 'same-site' }, false],
    ['a program without a cookie', { host }, true],
    ['a program with a cookie', { host, cookie: 'pleniere=a' }, false],
    [
      'a browser that polls on plain http',
      { host, cookie: 'pleniere=a', referer: 'http://salle.lan:3000/seances/1' },
      true,
    ],
    [
      'a foreign page that polls on plain http',
      { host, cookie: 'pleniere=a', referer: 'http://evil.example/' },
      false,
    ],
    ['a referer that is none', { host, cookie: 'pleniere=a', referer: 'about:blank' }, false],
    [
      'another origin with our referer',
      { host, origin: 'http://evil.example', referer: 'http://salle.lan:3000/' },
      false,
    ],
    ['a browser that sends no Origin', { host, cookie: 'pleniere=a', 'sec-fetch-site': 'same-origin' }, true],
  ])('%s', (_what, headers, expected) => {
    expect(comesFromOurPages(asked(headers), config)).toBe(expected);
  });

  test('PUBLIC_URL is ours, whatever name the proxy uses inside', () => {
    const behind = { ...config, publicUrl: 'https://pleniere.example' };
    expect(
      comesFromOurPages(asked({ host: 'inside:3000', origin: 'https://pleniere.example' }), behind),
    ).toBe(true);
    expect(
      comesFromOurPages(asked({ host: 'inside:3000', origin: 'https://pleniere.example.evil' }), behind),
    ).toBe(false);
  });

  test('a forwarded host counts only behind a trusted proxy', () => {
    const headers = { host, origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' };
    expect(comesFromOurPages(asked(headers), config)).toBe(false);
  });
});

test('the cookie is bound to its host where https allows it, and works on plain http', () => {
  const https = { ...config, publicUrl: 'https://pleniere.example' };
  expect([sessionCookieName(config), sessionCookieName(https)]).toEqual(['pleniere', '__Host-pleniere']);
  const request = asked({ cookie: 'other=1; pleniere=a=b; __Host-pleniere=c' });
  expect([sessionToken(request, config), sessionToken(request, https)]).toEqual(['a=b', 'c']);
});

describe('addressToPrint', () => {
  test('PUBLIC_URL first, then the host asked for', () => {
    expect(addressToPrint(asked({ host }), { ...config, publicUrl: 'https://pleniere.example' })).toBe(
      'https://pleniere.example',
    );
    expect(addressToPrint(asked({ host }), config)).toBe('http://salle.lan:3000');
  });

  test('asked for on this machine only, it prints an address that phones can reach, when there is one', () => {
    expect(addressToPrint(asked({ host: 'localhost:3000' }), config)).toMatch(/^http:\/\/[^/]+:3000$/);
  });

  test.each(['127.0.0.1', 'localhost', '::1'])(
    'listening on %s only, it prints the host asked for',
    (only) => {
      expect(addressToPrint(asked({ host: '127.0.0.1:3000' }), { ...config, host: only })).toBe(
        'http://127.0.0.1:3000',
      );
    },
  );
});
