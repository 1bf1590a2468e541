import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../time/instant.ts';
import { EVENT_VERSIONS } from './event-types.ts';
import type { RawEvent, UpcastTable } from './upcast.ts';
import { isReadable, upcast } from './upcast.ts';

const record = (type: string, v: number, payload: unknown): RawEvent => ({
  id: 'e1',
  stream: 'sitting:s1',
  seq: 1,
  type,
  v,
  at: instant(1_000),
  actor: null,
  payload,
});

/** A type that is at its third version: a field was renamed, then another one added. */
const table: UpcastTable = {
  versions: { 'run/moved': 3, 'run/resumed': 1 },
  upcasters: {
    'run/moved': {
      1: (payload) => ({ itemId: (payload as { item: string }).item }),
      2: (payload) => ({ ...(payload as { itemId: string }), by: null }),
    },
  },
};

describe('upcast', () => {
  it('answers a record of today as it is', () => {
    const today = record('run/moved', EVENT_VERSIONS['run/moved'], { itemId: 'i1', automatic: false });
    expect(upcast(today)).toEqual({ ok: true, value: today });
  });

  it('leads an old record through every version in order', () => {
    const old = record('run/moved', 1, { item: 'i1' });
    expect(upcast(old, table)).toEqual({
      ok: true,
      value: record('run/moved', 3, { itemId: 'i1', by: null }),
    });
    expect(old.payload).toEqual({ item: 'i1' });
  });

  it('starts from the version the record was written at', () => {
    const younger = upcast(record('run/moved', 2, { itemId: 'i1' }), table);
    expect(younger.ok && younger.value.payload).toEqual({ itemId: 'i1', by: null });
  });

  it('refuses a record of a later version', () => {
    const later = { ok: false, error: { code: 'events/newer-version' } };
    expect(upcast(record('run/moved', 4, {}), table)).toEqual(later);
    expect(upcast(record('run/moved', EVENT_VERSIONS['run/moved'] + 1, {}))).toEqual(later);
  });

  it('refuses a type it does not know, also one that every object inherits', () => {
    for (const type of ['', 'run/teleported', 'constructor', 'toString', '__proto__']) {
      expect(upcast(record(type, 1, {}))).toEqual({ ok: false, error: { code: 'events/unknown-type' } });
    }
  });

  it('refuses a version that was never written or has no way up', () => {
    const unknown = { ok: false, error: { code: 'events/unknown-version' } };
    for (const v of [0, -1, 1.5, Number.NaN])
      expect(upcast(record('run/moved', v, {}), table)).toEqual(unknown);
    const gap: UpcastTable = { ...table, upcasters: { 'run/moved': { 2: (payload) => payload } } };
    expect(upcast(record('run/moved', 1, {}), gap)).toEqual(unknown);
    expect(upcast(record('run/moved', 1, {}), { ...table, upcasters: {} })).toEqual(unknown);
  });

  it('never throws, whatever type and version say, and agrees with isReadable', () => {
    fc.assert(
      fc.property(fc.string(), fc.double(), fc.jsonValue(), (type, v, payload) => {
        expect(upcast(record(type, v, payload)).ok).toBe(isReadable(type, v).ok);
      }),
    );
  });

  it('reads every type of today at its version', () => {
    for (const [type, v] of Object.entries(EVENT_VERSIONS)) {
      for (let older = 1; older <= v; older += 1)
        expect(isReadable(type, older)).toEqual({ ok: true, value: true });
    }
  });

  it.each([
    ['run/started', { runId: 'r', planRevision: 1, itemId: 'i' }, { rehearsal: false, baseline: null }],
    ['run/suspended', {}, { alarmId: null }],
    ['run/moved', { itemId: 'i' }, { automatic: false }],
    ['seminar/person-joined', { personId: 'p', sittingId: 's' }, { sameAs: null }],
    ['seminar/atelier-added', { atelierId: 'a', title: 'A' }, { plenary: false }],
    ['seminar/sitting-added', { sittingId: 's', atelierId: 'a', room: '', start: null }, { label: '' }],
    ['seminar/sitting-placed', { sittingId: 's', room: '', start: null }, { label: '' }],
  ])('adds to a first %s what it could not know', (type, payload, added) => {
    const raised = upcast(record(type, 1, payload));
    expect(raised.ok && [raised.value.v, raised.value.payload]).toEqual([2, { ...payload, ...added }]);
  });

  it('gives what was said before there were keys none, and its words to who typed them', () => {
    const added = { attributedTo: null, entry: 'typed', keyHash: null, function: null, town: null };
    const first = { contributionId: 'c', text: null };
    for (const [v, payload] of [
      [1, first],
      [2, { ...first, runId: null }],
    ] as const) {
      const raised = upcast(record('contribution/made', v, payload));
      const today = [3, { ...first, runId: null, ...added, silenceId: null }];
      expect(raised.ok && [raised.value.v, raised.value.payload]).toEqual(today);
    }
  });

  it('gives the points of a first plan what points have today', () => {
    const plan = { revision: 1, items: [{ id: 'i', title: 'Point' }] };
    const raised = upcast(record('plan/revised', 1, plan));
    expect(raised.ok && raised.value.payload).toEqual({
      revision: 1,
      items: [
        {
          id: 'i',
          title: 'Point',
          floorMinutes: null,
          autoAdvance: false,
          animateurNotes: '',
          restitutes: null,
        },
      ],
    });
  });
});
