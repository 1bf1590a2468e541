import { describe, expect, it } from 'vitest';
import type { PendingCommand } from '#lib/client/outbox-queue.ts';
import { instant } from '#core/time/instant.ts';
import type { KeptCommand } from '#protocol/inputs.ts';
import type { ContributionView, OwnContribution } from '#protocol/views.ts';
import { linesInSilence, ownLines, unanswered } from './own-lines.ts';

const NOON = instant(1_800_000_000_000);
const place = { itemId: 'point', questionId: null, kind: null };

const view = (id: string, more: Partial<ContributionView> = {}): ContributionView => ({
  ...{ id, seq: 1, ...place, text: `mots ${id}`, unnamed: false, at: NOON, supports: 0, entry: 'typed' },
  attribution: { name: null, function: null, town: null },
  ...{ toConfirm: false, changed: false, pinned: false, approved: false, groupId: null, sorting: null },
  ...more,
});
const mine = (id: string, more: Partial<OwnContribution> = {}): OwnContribution => ({
  ...{ contribution: view(id), withdrawn: false, hidden: null, toAgree: false },
  ...more,
});
const waits = (command: KeptCommand, unnamed = false): PendingCommand => ({
  ...{ commandId: 'command-0000000001', as: 'participant', by: null, at: NOON, order: 1, command },
  notBefore: unnamed ? NOON : null,
});
const about = (contributionId: string) => ({ sittingId: 'sitting', contributionId });
const make = (id: string, unnamed = false, silenceId: string | null = null): PendingCommand =>
  waits(
    {
      ...{ type: 'contribution/make', ...about(id), ...place, text: `mots ${id}`, unnamed, silenceId },
      ...{ keyHash: null, withFunction: false, entry: 'typed', attributedTo: null },
    },
    unnamed,
  );
const states = (lines: ReturnType<typeof ownLines>) => lines.map(({ id, state }) => `${id} ${state}`);

describe('what I said', () => {
  it('is on the server, hidden, withdrawn or to be agreed to', () => {
    const own = [
      mine('a'),
      mine('b', { hidden: 'hors sujet' }),
      mine('c', { withdrawn: true, hidden: 'x' }),
      mine('d', { toAgree: true }),
    ];
    expect(states(ownLines(own, []))).toEqual(['a saved', 'b hidden', 'c withdrawn', 'd to-agree']);
    expect(ownLines(own, [])[1]?.reason).toBe('hors sujet');
  });
  it('stands first while it waits, the newest before the others', () => {
    expect(states(ownLines([mine('a')], [make('b'), make('c', true), make('a')]))).toEqual([
      'c mixed',
      'b waiting',
      'a saved',
    ]);
  });
  it('is shown as its changes will make it', () => {
    const change = waits({
      type: 'contribution/change',
      ...about('a'),
      ...place,
      text: 'autrement',
      key: null,
    });
    const withdraw = waits({ type: 'contribution/withdraw', ...about('b'), key: null });
    const lines = ownLines([mine('a'), mine('b')], [change, withdraw]);
    expect(states(lines)).toEqual(['a changing', 'b withdrawing']);
    expect(lines[0]?.text).toBe('autrement');
    expect(states(ownLines([], [make('a'), change]))).toEqual(['a waiting']);
  });
  it('says why it was hidden only while it says that it is hidden', () => {
    const hidden = [
      mine('a', { hidden: 'hors sujet' }),
      mine('b', { hidden: 'hors sujet', withdrawn: true }),
    ];
    const change = waits({
      type: 'contribution/change',
      ...about('a'),
      ...place,
      text: 'autrement',
      key: null,
    });
    expect(ownLines(hidden, []).map(({ reason }) => reason)).toEqual(['hors sujet', '']);
    expect(ownLines(hidden, [change])[0]).toMatchObject({ state: 'changing', reason: '' });
  });
  it('asks no more about words that were answered', () => {
    const asked = [mine('a', { toAgree: true }), mine('b', { toAgree: true })];
    const answered = unanswered(asked, [waits({ type: 'contribution/agree', ...about('a') })]);
    expect(answered.map(({ contribution }) => contribution.id)).toEqual(['b']);
  });
});

describe('what I wrote in a silence', () => {
  const silence = { id: 'silence', openedAt: instant(NOON + 30_000) };
  it('is mine, since it was opened, and unseen by the room', () => {
    const own = [
      mine('seen'),
      mine('without a name'),
      mine('before', { contribution: view('before', { at: instant(NOON - 60_000) }) }),
      mine('gone', { withdrawn: true }),
    ];
    const pending = [make('waiting', false, 'silence'), make('other')];
    expect(states(linesInSilence(silence, own, pending, new Set(['seen'])))).toEqual([
      'waiting waiting',
      'without a name saved',
    ]);
  });
});
