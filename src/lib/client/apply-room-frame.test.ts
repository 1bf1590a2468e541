import { describe, expect, it } from 'vitest';
import { sittingStream } from '#core/events/envelope.ts';
import { UNNAMED } from '#core/seminar/person.ts';
import { instant, minutes } from '#core/time/instant.ts';
import type { AskView, DotsView } from '#protocol/room-views.ts';
import type { ContributionView, SittingChange, SittingState } from '#protocol/views.ts';
import { afterSeminarFrame, afterSittingFrame } from './apply-frame.ts';
import { noSeminarYet, nothingYet } from './nothing-yet.ts';

const stream = sittingStream('sitting-1');
const NOTHING = nothingYet();

const said = (seq: number, groupId: string | null = null): ContributionView => ({
  ...{ id: `contribution-${seq}`, seq, itemId: null, questionId: null, kind: null, text: `Parole ${seq}` },
  ...{
    unnamed: false,
    attribution: UNNAMED,
    at: instant(seq),
    supports: 0,
    entry: 'typed',
    toConfirm: false,
  },
  ...{ changed: false, pinned: false, approved: false, groupId, sorting: null },
});

const after = (state: SittingState, ...changes: SittingChange[]): SittingState =>
  afterSittingFrame(state, { sittingId: 'sitting-1', stream, prev: 0, seq: 1, changes });
const ids = ({ contributions }: SittingState) => contributions.map(({ id }) => id);

describe('a frame of what passes in the room', () => {
  it('takes what is gone out of the list, and counts what is left', () => {
    const before = { ...NOTHING, contributions: [said(3), said(2), said(1)], contributionsCount: 9 };
    const next = after(before, {
      ...{ type: 'contributions-gone', ids: ['contribution-2', 'contribution-unseen'], count: 7 },
    });
    expect(ids(next)).toEqual(['contribution-3', 'contribution-1']);
    expect(next.contributionsCount).toBe(7);
  });

  it('brings back what is shown again where it stood', () => {
    const before = { ...NOTHING, contributions: [said(3), said(1)], contributionsCount: 2 };
    const next = after(before, { type: 'contribution', contribution: said(2), count: 3 });
    expect(ids(next)).toEqual(['contribution-3', 'contribution-2', 'contribution-1']);
  });

  it('opens the synthesis to a participant while it is shown, and to nobody else', () => {
    const synthesis = { state: 'proposed', versions: [], shown: true } as const;
    const shown = { type: 'synthesis', synthesis, document: 'synthesis.a.1' } as const;
    const hidden = { ...shown, synthesis: { ...synthesis, shown: false }, document: null };
    const reads = { ...NOTHING, documents: { notes: 'notes.s.1' } };
    expect(after(reads, shown)).toMatchObject({ synthesis, documents: { synthesis: 'synthesis.a.1' } });
    expect(after(reads, shown, hidden).documents).toEqual({ notes: 'notes.s.1' });
    const writes: SittingState = {
      ...NOTHING,
      audience: 'console',
      documents: { synthesis: 'synthesis.a.1' },
    };
    expect(after(writes, hidden)).toMatchObject({ synthesis: { shown: false }, documents: writes.documents });
  });

  it('shows the slide that everybody sees, until it is put away', () => {
    const restitution = { atelierId: 'a', slide: 3 };
    const next = after(NOTHING, { type: 'restitution', restitution });
    expect(next.restitution).toEqual(restitution);
    expect(after(next, { type: 'restitution', restitution: null }).restitution).toBeNull();
  });

  it('groups by id, and lets go of a group that is no more', () => {
    const groups = [
      { id: 'group-1', heading: 'Horaires' },
      { id: 'group-2', heading: 'Lieux' },
    ];
    const before = { ...NOTHING, contributions: [said(3), said(2), said(1, 'group-2')] };
    const grouped = after(
      before,
      { type: 'grouped', groupIds: { 'contribution-3': 'group-1', 'contribution-unseen': 'group-1' } },
      { type: 'groups', groups },
    );
    expect(grouped.groups).toEqual(groups);
    expect(grouped.contributions.map(({ groupId }) => groupId)).toEqual(['group-1', null, 'group-2']);
    const apart = after(grouped, { type: 'grouped', groupIds: { 'contribution-3': null } });
    expect(apart.contributions.map(({ groupId }) => groupId)).toEqual([null, null, 'group-2']);
    const dissolved = after(grouped, { type: 'groups', groups: groups.slice(0, 1) });
    expect(dissolved.contributions.map(({ groupId }) => groupId)).toEqual(['group-1', null, null]);
  });

  it('takes over the wall, the projector’s texts, the silence, the round, the photos and how it stands', () => {
    const silence = {
      ...{ id: 'silence-1', itemId: null, questionId: null, written: 4 },
      ...{ openedAt: instant(0), endsAt: instant(60_000) },
    };
    const round = { id: 'round-1', person: null, done: 2, people: 9, closed: false, donePersonIds: [] };
    const next = after(
      NOTHING,
      { type: 'wall', wall: 'approved' },
      { type: 'screen-texts', screenTexts: [said(1)] },
      { type: 'silence', silence },
      { type: 'round', round },
      { type: 'photos', photos: [] },
      { type: 'standing', notesOpen: false, closed: true },
    );
    expect(next).toMatchObject({
      wall: 'approved',
      silence,
      round,
      photos: [],
      notesOpen: false,
      closed: true,
    });
    expect(next.screenTexts).toHaveLength(1);
    expect(after(next, { type: 'silence', silence: null }).silence).toBeNull();
  });

  it('counts voters of the gommettes that are open, and forgets mine with those before', () => {
    const dots: DotsView = {
      ...{ id: 'dots-1', budget: 3, contributions: [], shown: false, voters: 0, counts: null },
    };
    const open = { ...after(NOTHING, { type: 'dots', dots }), me: { ...NOTHING.me, dots: { one: 2 } } };
    expect(after(open, { type: 'dots-voters', dotsId: 'dots-1', voters: 5 }).dots?.voters).toBe(5);
    expect(after(open, { type: 'dots-voters', dotsId: 'dots-0', voters: 5 }).dots?.voters).toBe(0);
    const shown = after(open, { type: 'dots', dots: { ...dots, shown: true, counts: { one: 7 } } });
    expect(shown.me.dots).toEqual({ one: 2 });
    expect(after(open, { type: 'dots', dots: { ...dots, id: 'dots-2' } }).me.dots).toEqual({});
    expect(after(open, { type: 'dots', dots: null })).toMatchObject({ dots: null, me: { dots: {} } });
  });

  it('knows when my ask for the floor is over', () => {
    const ask = (id: string): AskView => ({
      ...{ id, person: { personId: null, attribution: UNNAMED }, about: '', at: instant(0) },
    });
    const mine = { ...NOTHING, me: { ...NOTHING.me, askId: 'ask-2' } };
    const floor = { ...NOTHING.floor, asks: [ask('ask-1'), ask('ask-2')] };
    expect(after(mine, { type: 'floor', floor }).me.askId).toBe('ask-2');
    const speaking = { ...ask('ask-2'), since: instant(1), minutes: minutes(2) };
    const given = { ...floor, asks: [ask('ask-1')], speaking };
    expect(after(mine, { type: 'floor', floor: given }).me.askId).toBe('ask-2');
    expect(after(mine, { type: 'floor', floor: { ...given, speaking: null } }).me.askId).toBeNull();
    // Where very many wait, mine may be one of those that are not shown.
    const crowded = { ...floor, asks: Array.from({ length: 60 }, (_, index) => ask(`other-${index}`)) };
    expect(after(mine, { type: 'floor', floor: crowded }).me.askId).toBe('ask-2');
  });

  it('puts a new code behind the address it has', () => {
    const join = { code: 'ABCD2345', address: 'pleniere.example', url: 'https://pleniere.example/#ABCD2345' };
    expect(after({ ...NOTHING, join }, { type: 'code', code: 'WXYZ6789' }).join).toEqual({
      ...{ code: 'WXYZ6789', address: 'pleniere.example', url: 'https://pleniere.example/#WXYZ6789' },
    });
    expect(after(NOTHING, { type: 'code', code: 'WXYZ6789' }).join).toBeNull();
  });

  it('knows when the séminaire is over', () => {
    const { description } = noSeminarYet();
    const changes = [{ type: 'description', description, closed: true }] as const;
    const frame = { seminarId: 'seminar-1', stream, prev: 0, seq: 1, changes };
    expect(afterSeminarFrame(noSeminarYet(), frame).closed).toBe(true);
  });
});
