import { expect, it } from 'vitest';
import { filesIn } from '../../tests/support/zip-reader.ts';
import { archiveOf } from './archive.ts';
import { zipOf } from './zip.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

it('holds what was put in, in its order, compressed unless asked not to', () => {
  const long = 'mot '.repeat(1_000);
  const zip = zipOf([
    { path: 'mimetype', bytes: bytes('text/plain'), stored: true },
    { path: 'dossier/été.txt', bytes: bytes(long) },
    { path: 'vide', bytes: bytes('') },
  ]);
  expect(filesIn(zip).map((it) => [it.path, it.bytes.toString('utf8'), it.stored])).toEqual([
    ['mimetype', 'text/plain', true],
    ['dossier/été.txt', long, false],
    ['vide', '', false],
  ]);
  expect(zip.byteLength).toBeLessThan(500);
});

it('refuses two files of one name', () => {
  const twice = { path: 'a', bytes: bytes('a') };
  expect(() => zipOf([twice, twice])).toThrow('differ');
});

it('an archive lists the hash of each of its files, and is the same in any order', () => {
  const entries = [
    { path: 'notes/atelier-1.md', bytes: bytes('# Dire\n') },
    { path: 'actes.pdf', bytes: bytes('%PDF') },
  ];
  const archive = archiveOf(entries);
  expect(archiveOf(entries.toReversed())).toEqual(archive);
  const [manifest, ...files] = filesIn(archive);
  expect(files.map(({ path, stored }) => [path, stored])).toEqual([
    ['actes.pdf', true],
    ['notes/atelier-1.md', false],
  ]);
  expect(JSON.parse(manifest?.bytes.toString('utf8') ?? '')).toEqual({
    files: [
      {
        ...{ path: 'actes.pdf', bytes: 4 },
        sha256: '315d429b7714cedb6ad04ac31240145257692630457f3c88253c5beceac76027',
      },
      {
        ...{ path: 'notes/atelier-1.md', bytes: 7 },
        sha256: '82f92ebfab90ac313d7bbd5c8185523d8364578ddc0f12b3d8deb8354aa92200',
      },
    ],
  });
});

it.each([
  '../actes.pdf',
  '/actes.pdf',
  'con',
  'nul.txt',
  'notes/',
  'Été.md',
  'a.',
  'a:b',
  'aux/a',
  'lpt1.csv',
])('an archive refuses the name %s, which some system could not keep', (path) => {
  expect(() => archiveOf([{ path, bytes: bytes('') }])).toThrow('no safe name');
});
