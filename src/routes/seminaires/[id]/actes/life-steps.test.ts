import { expect, test } from 'vitest';
import { instant } from '#core/time/instant.ts';
import { NO_PUBLICATION } from '#core/publication/publication.ts';
import type { Correction, KeptVersion, VersionKind } from '#core/publication/publication.ts';
import type { Life } from './life-steps.ts';
import { isRefused, nextActions, publishable, track } from './life-steps.ts';

const now = instant(1_000_000);
const version = (id: string, kind: VersionKind): KeptVersion => ({
  ...{ id, number: 1, kind, at: now, treeHash: '', pdfHash: '', expunged: [] },
});
const correction = (settled: Correction['settled']): Correction => ({
  ...{ id: 'c', at: now, personId: null, role: 'animateur', passage: null, text: 'x', settled },
});
const approval = (given: boolean | null) => ({
  ...{ versionId: 'v', signedId: null, given, by: '', remarks: '', at: now },
});
const life = (change: Partial<Life>): Life => ({ ...NO_PUBLICATION, ...change });

test('the next step leads from the draft to readers, one at a time', () => {
  const main = (change: Partial<Life>) => nextActions(life(change), now).main;
  expect(main({})).toBe('provisional');
  expect(main({ versions: [version('p', 'provisional')] })).toBe('review');
  const review = { versionId: 'v', until: instant(now + 1) };
  expect(main({ stage: 'review', review })).toBe('links');
  expect(main({ stage: 'review', review, corrections: [correction(null)] })).toBe('corrections');
  expect(main({ stage: 'review', review: { ...review, until: instant(now - 1) } })).toBe('approval');
  const closed = { versions: [version('p', 'provisional'), version('r', 'review')] };
  expect(main(closed)).toBe('approval');
  expect(main({ ...closed, corrections: [correction(null)] })).toBe('corrections');
  expect(main({ stage: 'approval' })).toBe('valideur');
  expect(main({ stage: 'draft', approval: approval(false) })).toBe('approval');
  expect(main({ stage: 'approved', approval: approval(true) })).toBe('publish');
  expect(main({ stage: 'published' })).toBe('read');
  expect(main({ stage: 'withdrawn' })).toBe('publish');
});

test('no step is offered twice', () => {
  for (const stage of ['draft', 'review', 'approval', 'approved', 'published', 'withdrawn'] as const) {
    const { main, others } = nextActions(life({ stage, corrections: [correction(null)] }), now);
    expect(new Set([main, ...others]).size).toBe(others.length + 1);
  }
});

test('only what was approved, or published before, can be published', () => {
  const out = {
    slug: 's',
    versionId: 'w',
    indexed: false,
    at: now,
    until: null,
    errata: [],
    withdrawnAt: now,
  };
  expect(publishable(life({ stage: 'approval', approval: approval(null) }))).toBeNull();
  expect(publishable(life({ stage: 'approved', approval: approval(true) }))).toBe('v');
  expect(publishable(life({ stage: 'withdrawn', published: out }))).toBe('w');
});

test('the way tells what was done, what was passed by, and where the actes stand', () => {
  const states = (change: Partial<Life>) => track(life(change)).map(({ state }) => state);
  const kept = (...kinds: readonly VersionKind[]) => kinds.map((kind) => version(kind, kind));
  expect(states({})).toEqual(['current', 'ahead', 'ahead', 'ahead', 'ahead']);
  expect(states({ versions: kept('provisional') })).toEqual(['done', 'current', 'ahead', 'ahead', 'ahead']);
  expect(states({ stage: 'approval', versions: kept('final') })).toEqual([
    ...['done', 'skipped', 'skipped', 'current', 'ahead'],
  ]);
  const closed = states({ versions: kept('provisional', 'review') });
  expect(closed).toEqual(['done', 'done', 'current', 'ahead', 'ahead']);
  const withdrawn = states({ stage: 'withdrawn', versions: kept('review', 'final') });
  expect(withdrawn).toEqual(['done', 'skipped', 'done', 'done', 'current']);
});

test('refused actes stand where they were refused, until another text is given to reread', () => {
  const versions = [version('p', 'provisional'), version('r', 'review'), version('f', 'final')];
  const refused = life({ approval: approval(false), versions });
  expect(isRefused(refused)).toBe(true);
  expect(track(refused).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'current', 'ahead']);
  const again = { ...version('s', 'review'), at: instant(now + 1) };
  expect(isRefused({ ...refused, versions: [...versions, again] })).toBe(false);
  expect(isRefused(life({ stage: 'approval', approval: approval(null) }))).toBe(false);
});
