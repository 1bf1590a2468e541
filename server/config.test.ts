import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

describe('readConfig', () => {
  test('an empty environment gives the embedded default', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      config: {
        host: '0.0.0.0',
        port: 3000,
        dataDir: resolve('data'),
        publicUrl: null,
        logLevel: 'info',
        trustedProxyHops: 0,
      },
    });
  });

  test('an empty variable counts as absent', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: '', DATA_DIR: '' })).toEqual(readConfig({}));
  });

  test('everything can be said', () => {
    const read = readConfig({
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: '/srv/pleniere',
      PUBLIC_URL: 'https://pleniere.example.org/',
      LOG_LEVEL: 'debug',
      TRUST_PROXY: '1',
      PATH: '/bin',
    });
    expect(read).toEqual({
      ok: true,
      config: {
        host: '127.0.0.1',
        port: 0,
        dataDir: resolve('/srv/pleniere'),
        publicUrl: 'https://pleniere.example.org',
        logLevel: 'debug',
        trustedProxyHops: 1,
      },
    });
  });

  test.each([
    ['HOST', 'a b'],
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '30.5'],
    ['PUBLIC_URL', 'pleniere.example.org'],
    ['PUBLIC_URL', 'ftp://pleniere.example.org'],
    ['PUBLIC_URL', 'https://example.org/pleniere'],
    ['PUBLIC_URL', 'https://someone:secret@example.org'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '17'],
    ['DATA_DIR', 'a\0b'],
  ])('%s=%j is refused with one sentence that names it and shows an example', (name, value) => {
    const read = readConfig({ [name]: value });
    if (read.ok) throw new Error('accepted');
    expect(read.cures).toHaveLength(1);
    expect(read.cures[0]).toMatch(new RegExp(`^${name} is .*: give it .*, for example ${name}=\\S+\\.$`));
  });

  test('every wrong variable gets its sentence', () => {
    const read = readConfig({ PORT: 'x', LOG_LEVEL: 'x' });
    expect(read.ok ? [] : read.cures.map((cure) => cure.split(' ')[0])).toEqual(['PORT', 'LOG_LEVEL']);
  });
});
