import { describe, expect, it } from 'vitest';
import { instant } from '#core/time/instant.ts';
import type { ContributionView } from '#protocol/views.ts';
import { knownSources, saidWords, takenCounts, toSettle, waysToSettle } from './sources.ts';
import { agreedLine, between, takenAs, wayOfKey, wayWhenDropped } from './taking.ts';

const sorting = { personId: null, name: '', withdrawn: false, hidden: null, earlier: [], changedBy: null };
const nobody = { name: null, function: null, town: null };
const said = (id: string, over: Partial<ContributionView> = {}): ContributionView => ({
  ...{ id, seq: 1, itemId: 'p1', questionId: null, kind: null, text: `Mots de ${id}`, unnamed: false },
  ...{ attribution: nobody, at: instant(0), entry: 'typed' },
  ...{ supports: 0, toConfirm: false, changed: false, pinned: false, approved: false, groupId: null },
  ...{ sorting, ...over },
});
const view = {
  sittings: [
    { sittingId: 's1', contributionsCount: 2, sources: [said('a', { text: 'Ancien' })] },
    {
      sittingId: 's2',
      contributionsCount: 5,
      sources: [said('x'), said('y', { sorting: { ...sorting, withdrawn: true } })],
    },
  ],
};
const here = { sittingId: 's1', contributions: [said('a'), said('b')], count: 2 };

describe('the sources of a synthesis', () => {
  it('are those of all sittings, the one at hand as it is now', () => {
    const known = knownSources(here.contributions, view);
    expect([...known.keys()].toSorted()).toEqual(['a', 'b', 'x', 'y']);
    expect(known.get('a')?.text).toBe('Mots de a');
  });
  it('are counted over all sittings, without what is gone', () => {
    expect(takenCounts(here, view, new Set(['a', 'x', 'y']))).toEqual({ taken: 2, all: 7, left: 5 });
    const nothingLoaded = { ...here, contributions: [] };
    expect(takenCounts(nothingLoaded, view, new Set(['a', 'x']))).toEqual({ taken: 2, all: 7, left: 5 });
    expect(takenCounts(here, null, new Set(['a']))).toEqual({ taken: 1, all: 2, left: 1 });
  });
});

describe('a mark beside words', () => {
  const known = knownSources(
    [said('a'), said('b', { attribution: { ...nobody, function: 'bénévole', town: 'Brest' } })],
    null,
  );
  const of = (standing: 'reworded' | 'withdrawn' | 'unnamed', sources: string[], attribution = '') =>
    waysToSettle({ standing, sources, attribution }, known);
  it('is settled with the words as they were said, where they are known', () => {
    expect(of('reworded', ['a', 'b'])).toEqual([
      { type: 'restore', text: 'Mots de a\nMots de b' },
      { type: 'keep' },
      { type: 'remove' },
    ]);
    expect(of('reworded', ['a', 'unknown']).map(({ type }) => type)).toEqual(['keep', 'remove']);
    expect(saidWords({ sources: ['unknown'] }, known)).toBeNull();
  });
  it('is settled with the name that is agreed to now, or none', () => {
    expect(of('unnamed', ['b'], 'Inès Caradec')[0]).toEqual({
      type: 'unname',
      attribution: 'Bénévole (Brest)',
    });
    expect(of('withdrawn', ['b'], 'Inès Caradec')[0]).toEqual({ type: 'unname', attribution: '' });
    expect(of('withdrawn', ['b']).map(({ type }) => type)).toEqual(['keep', 'remove']);
  });
  it('waits, unless the words were only reworded', () => {
    const mark = { key: '', at: 0, text: '', sources: [], attribution: '' };
    const marks = [
      { ...mark, standing: 'reworded' as const },
      { ...mark, standing: 'hidden' as const },
    ];
    expect(toSettle(marks).map(({ standing }) => standing)).toEqual(['hidden']);
  });
});

describe('a contribution that is taken over', () => {
  it('bears what its author agrees to', () => {
    expect(takenAs(said('a', { attribution: { ...nobody, town: 'Brest' } }), 'quotation')?.attribution).toBe(
      'Brest',
    );
    expect(agreedLine(nobody)).toBe('');
    expect(agreedLine({ name: 'Inès', function: 'élue', town: 'Brest' })).toBe('Inès, élue (Brest)');
    expect(takenAs(said('a', { text: null }), 'list')).toBeNull();
  });
  it('becomes what a key or its kind says', () => {
    const key = { altKey: false, ctrlKey: false, metaKey: false };
    expect(wayOfKey({ ...key, key: 'L' })).toBe('list');
    expect(wayOfKey({ ...key, key: 'c', ctrlKey: true })).toBeNull();
    expect([wayWhenDropped('proposal'), wayWhenDropped(null)]).toEqual(['proposal', 'quotation']);
  });
  it('is chosen with all that stand between', () => {
    expect(between(['a', 'b', 'c', 'd'], 'c', 'a')).toEqual(['a', 'b', 'c']);
    expect(between(['a'], 'gone', 'a')).toEqual(['a']);
  });
});
