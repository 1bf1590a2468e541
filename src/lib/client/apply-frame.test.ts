import { describe, expect, it } from 'vitest';
import { EMPTY_PLAN } from '#core/agenda/plan.ts';
import { sittingStream } from '#core/events/envelope.ts';
import { UNNAMED } from '#core/seminar/person.ts';
import { instant } from '#core/time/instant.ts';
import type { SeminarState } from '#protocol/regie-views.ts';
import type { ContributionView, SittingFrame, SittingState } from '#protocol/views.ts';
import {
  afterSeminarFrame,
  afterSittingFrame,
  frameStep,
  resubscribed,
  withOlderPage,
} from './apply-frame.ts';
import { noSeminarYet, nothingYet } from './nothing-yet.ts';

const stream = sittingStream('sitting-1');

const said = (seq: number, text = `Parole ${seq}`): ContributionView => ({
  id: `contribution-${seq}`,
  seq,
  itemId: null,
  questionId: null,
  kind: null,
  text,
  unnamed: false,
  attribution: UNNAMED,
  at: instant(seq),
  supports: 0,
  entry: 'typed',
  toConfirm: false,
  changed: false,
  pinned: false,
  approved: false,
  groupId: null,
  sorting: null,
});

const NOTHING = nothingYet();

const head: SittingState['head'] = {
  ...NOTHING.head,
  seminarId: 'seminar-1',
  sittingId: 'sitting-1',
  atelierId: 'atelier-1',
  atelierTitle: 'Bien manger à petit prix',
  ateliersCount: 2,
  room: 'Salle 3',
};

const state = (
  contributions: readonly ContributionView[],
  olderBefore: number | null = null,
): SittingState => ({
  ...NOTHING,
  head,
  seqs: { [stream]: 10 },
  contributions,
  contributionsCount: contributions.length,
  olderBefore,
});

const frame = (prev: number, seq: number, changes: SittingFrame['changes']): SittingFrame => ({
  sittingId: 'sitting-1',
  stream,
  prev,
  seq,
  changes,
});

describe('frameStep', () => {
  it('ignores what was seen, applies what follows, asks anew over a gap', () => {
    const seqs = { [stream]: 10 };
    expect(frameStep(seqs, frame(8, 9, []))).toBe('ignore');
    expect(frameStep(seqs, frame(9, 10, []))).toBe('ignore');
    expect(frameStep(seqs, frame(10, 13, []))).toBe('apply');
    expect(frameStep(seqs, frame(8, 11, []))).toBe('apply');
    expect(frameStep(seqs, frame(11, 12, []))).toBe('resubscribe');
  });

  it('stands at 0 on a stream it has not met', () => {
    expect(frameStep({}, frame(0, 1, []))).toBe('apply');
    expect(frameStep({}, frame(3, 4, []))).toBe('resubscribe');
  });
});

describe('afterSittingFrame', () => {
  it('puts a new contribution first and stands at the frame', () => {
    const next = afterSittingFrame(
      state([said(9), said(4)]),
      frame(10, 11, [{ type: 'contribution', contribution: said(11), count: 3 }]),
    );
    expect(next.contributions.map((it) => it.seq)).toEqual([11, 9, 4]);
    expect(next.contributionsCount).toBe(3);
    expect(next.seqs[stream]).toBe(11);
  });

  it('replaces a contribution it knows where it stands', () => {
    const next = afterSittingFrame(
      state([said(9), said(4)]),
      frame(10, 11, [{ type: 'contribution', contribution: said(4, 'Corrigé'), count: 2 }]),
    );
    expect(next.contributions.map((it) => it.text)).toEqual(['Parole 9', 'Corrigé']);
  });

  it('leaves to its page a contribution older than those loaded', () => {
    const next = afterSittingFrame(
      state([said(9), said(4)], 4),
      frame(10, 11, [{ type: 'contribution', contribution: said(2, 'Corrigé'), count: 5 }]),
    );
    expect(next.contributions.map((it) => it.seq)).toEqual([9, 4]);
    expect(next.contributionsCount).toBe(5);
  });

  it('takes supports as counts, not as steps', () => {
    const supports = frame(10, 12, [
      { type: 'supports', supports: { 'contribution-4': 7, 'contribution-1': 2 } },
    ]);
    const once = afterSittingFrame(state([said(9), said(4)]), supports);
    expect(once.contributions.map((it) => it.supports)).toEqual([0, 7]);
    expect(afterSittingFrame(once, supports).contributions).toEqual(once.contributions);
  });

  it('takes over head, plan, run and participants', () => {
    const next = afterSittingFrame(
      state([]),
      frame(10, 11, [
        { type: 'head', head: { ...head, room: 'Salle 7' } },
        { type: 'plan', plan: { ...EMPTY_PLAN, revision: 2 } },
        { type: 'run', run: { ...NOTHING.run, eventCount: 4 } },
        { type: 'participants', participants: 31 },
      ]),
    );
    expect(next.head.room).toBe('Salle 7');
    expect(next.plan.revision).toBe(2);
    expect(next.run.eventCount).toBe(4);
    expect(next.participants).toBe(31);
  });
});

describe('withOlderPage', () => {
  it('puts earlier contributions below, once', () => {
    const next = withOlderPage(state([said(9), said(6)], 6), {
      contributions: [said(6), said(5), said(2)],
      olderBefore: null,
      own: ['own-older'],
      supported: ['supported-older'],
    });
    expect(next.me.own).toContain('own-older');
    expect(next.me.supported).toContain('supported-older');
    expect(next.contributions.map((it) => it.seq)).toEqual([9, 6, 5, 2]);
    expect(next.olderBefore).toBeNull();
  });
});

describe('resubscribed', () => {
  it('keeps the earlier pages when the fresh ones reach them', () => {
    const before = state([said(9), said(6), said(5), said(2)], 2);
    const next = resubscribed(before, state([said(12), said(9), said(6)], 6));
    expect(next.contributions.map((it) => it.seq)).toEqual([12, 9, 6, 5, 2]);
    expect(next.olderBefore).toBe(2);
  });

  it('drops the earlier pages when something may lie between', () => {
    const before = state([said(5), said(2)], 2);
    const fresh = state([said(40), said(39)], 39);
    expect(resubscribed(before, fresh)).toBe(fresh);
  });

  it('takes a whole state as it is', () => {
    const fresh = state([said(9)]);
    expect(resubscribed(state([said(8), said(7)], 7), fresh)).toBe(fresh);
  });
});

describe('afterSeminarFrame', () => {
  const row = (sittingId: string, contributionsCount: number): SeminarState['rows'][number] => ({
    head: { ...head, sittingId },
    plan: EMPTY_PLAN,
    run: NOTHING.run,
    contributionsCount,
    lastContributionAt: null,
    participants: 0,
    connected: 0,
    help: null,
    synthesisWords: 0,
    closed: false,
    screens: { connected: 0, lost: 0 },
  });

  it('replaces the row of a sitting it knows and adds that of a new one', () => {
    const before: SeminarState = {
      ...noSeminarYet(),
      seminarId: 'seminar-1',
      rows: [row('sitting-1', 0), row('sitting-2', 0)],
    };
    const next = afterSeminarFrame(before, {
      seminarId: 'seminar-1',
      stream,
      prev: 0,
      seq: 3,
      changes: [
        { type: 'row', row: row('sitting-1', 8) },
        { type: 'row', row: row('sitting-3', 1) },
      ],
    });
    expect(next.rows.map((it) => [it.head.sittingId, it.contributionsCount])).toEqual([
      ['sitting-1', 8],
      ['sitting-2', 0],
      ['sitting-3', 1],
    ]);
    expect(next.seqs[stream]).toBe(3);
  });

  it('takes in the programme and the messages, and lets go of a sitting that was removed', () => {
    const before: SeminarState = {
      ...noSeminarYet(),
      rows: [row('sitting-1', 0), row('sitting-2', 0)],
    };
    const shared = { ...before.shared, warningMinutes: [10] };
    const next = afterSeminarFrame(before, {
      seminarId: 'seminar-1',
      stream,
      prev: 0,
      seq: 4,
      changes: [
        { type: 'shared', shared, programmeRestorable: true },
        { type: 'messages', messages: [] },
        { type: 'row-gone', sittingId: 'sitting-1' },
      ],
    });
    expect(next).toMatchObject({ shared, programmeRestorable: true });
    expect(next.rows.map((it) => it.head.sittingId)).toEqual(['sitting-2']);
  });
});
