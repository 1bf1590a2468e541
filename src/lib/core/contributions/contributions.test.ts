import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaItem, EMPTY_PLAN } from '../agenda/plan.ts';
import type { Plan } from '../agenda/plan.ts';
import type { DomainEvent } from '../events/event-types.ts';
import type { DecisionContext } from '../events/new-event.ts';
import { instant } from '../time/instant.ts';
import type { ContributionCommand } from './decide-contribution.ts';
import { decideContribution } from './decide-contribution.ts';
import type { Contributions } from './fold-contributions.ts';
import { foldContributions, NO_CONTRIBUTIONS } from './fold-contributions.ts';

const PLAN: Plan = {
  ...EMPTY_PLAN,
  revision: 1,
  items: [agendaItem({ id: 'point', title: 'Point', questions: [{ id: 'question', text: 'Comment ?' }] })],
};
const NOW = instant(Date.UTC(2026, 10, 26, 9, 12, 34, 567));

const by = (actor: string | null): DecisionContext => ({ now: NOW, actor, newId: () => 'event' });

const make = (
  more: Partial<Extract<ContributionCommand, { type: 'contribution/make' }>> = {},
): ContributionCommand => ({
  type: 'contribution/make',
  contributionId: 'one',
  itemId: 'point',
  questionId: 'question',
  kind: null,
  text: 'Une permanence le samedi.',
  unnamed: false,
  ...more,
});

type State = { readonly contributions: Contributions; readonly seq: number };

/** Decides and folds, as the server does; a refused command changes nothing. */
const after = ({ contributions, seq }: State, command: ContributionCommand, actor: string | null): State => {
  const decided = decideContribution({ contributions, plan: PLAN, runId: 'run' }, command, by(actor));
  if (!decided.ok) return { contributions, seq };
  const stored: readonly DomainEvent[] = decided.value.map((event, index) => ({
    ...event,
    stream: 'sitting:s',
    seq: seq + 1 + index,
  }));
  return { contributions: stored.reduce(foldContributions, contributions), seq: seq + stored.length };
};
const START: State = { contributions: NO_CONTRIBUTIONS, seq: 1 };
const made = after(START, make(), 'yann');
const support = { type: 'contribution/support', contributionId: 'one' } as const;
const unsupport = { type: 'contribution/unsupport', contributionId: 'one' } as const;
const supporters = ({ contributions }: State) => contributions.byId.get('one')?.supporters;

describe('contributions', () => {
  test('keep words, place, author, moment and run', () => {
    expect(made.contributions.byId.get('one')).toEqual({
      id: 'one',
      seq: 2,
      itemId: 'point',
      questionId: 'question',
      kind: null,
      text: 'Une permanence le samedi.',
      author: 'yann',
      unnamed: false,
      at: NOW,
      runId: 'run',
      supporters: [],
    });
  });

  test('said without a name keep no author, and of the moment only the minute', () => {
    const unnamed = after(START, make({ unnamed: true }), 'yann').contributions.byId.get('one');
    expect(unnamed).toMatchObject({ author: null, unnamed: true, at: Date.UTC(2026, 10, 26, 9, 12) });
  });

  test.each([
    ['a point that is gone', { itemId: 'gone' }, { itemId: null, questionId: null }],
    ['a question of no such point', { questionId: 'gone' }, { itemId: 'point', questionId: null }],
    ['a question without its point', { itemId: null }, { itemId: null, questionId: null }],
  ])('%s is let go, never the words', (_what, asked, kept) => {
    const said = after(START, make(asked), 'yann').contributions.byId.get('one');
    expect(said).toMatchObject({ ...kept, text: 'Une permanence le samedi.' });
  });

  test('the same id makes nothing twice', () => {
    const again = decideContribution(
      { ...made, plan: PLAN, runId: 'run' },
      make({ text: 'Autre' }),
      by('maëlle'),
    );
    expect(again).toEqual({ ok: false, error: { code: 'contribution/exists' } });
  });

  test('are supported once a person, and may be let go', () => {
    const twice = after(after(made, support, 'maëlle'), support, 'maëlle');
    expect([supporters(twice), twice.seq]).toEqual([['maëlle'], 3]);
    expect(supporters(after(twice, unsupport, 'maëlle'))).toEqual([]);
    expect(after(made, unsupport, 'maëlle').seq).toBe(made.seq);
  });

  test('nobody supports what is not there, nor without being somebody', () => {
    const refusedBy = (contributionId: string, actor: string | null) =>
      decideContribution({ ...made, plan: PLAN, runId: 'run' }, { ...support, contributionId }, by(actor));
    expect(refusedBy('gone', 'yann')).toMatchObject({ error: { code: 'contribution/unknown' } });
    expect(refusedBy('one', null)).toMatchObject({ error: { code: 'access/forbidden' } });
  });

  test('whatever comes in whatever order: each once, each supporter once, no state lost', () => {
    const command = fc.oneof(
      fc
        .record({ contributionId: fc.constantFrom('one', 'two'), unnamed: fc.boolean() })
        .map((it) => make(it)),
      fc
        .record({
          type: fc.constantFrom('contribution/support' as const, 'contribution/unsupport' as const),
          contributionId: fc.constantFrom('one', 'two', 'gone'),
        })
        .map((it): ContributionCommand => it),
    );
    const step = fc.tuple(command, fc.constantFrom('yann', 'maëlle', null));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const end = steps.reduce((state, [it, actor]) => after(state, it, actor), START);
        for (const it of end.contributions.byId.values()) {
          expect(new Set(it.supporters).size).toBe(it.supporters.length);
          expect(it.unnamed && it.author !== null).toBe(false);
        }
      }),
    );
  });

  test('are folded whatever a log holds: redacted words, unknown ids, a second making', () => {
    const stored = (type: string, payload: object, seq: number) =>
      ({
        id: `e${seq}`,
        stream: 'sitting:s',
        seq,
        type,
        v: 1,
        at: NOW,
        actor: 'yann',
        payload,
      }) as DomainEvent;
    const redacted = { ...make(), text: null };
    const log = [
      stored('contribution/supported', { contributionId: 'gone' }, 2),
      stored('contribution/made', redacted, 3),
      stored('contribution/made', { ...redacted, text: 'Autre' }, 4),
      stored('run/suspended', {}, 5),
    ];
    const folded = log.reduce(foldContributions, NO_CONTRIBUTIONS);
    expect([...folded.byId.values()].map(({ text, seq }) => [text, seq])).toEqual([[null, 3]]);
  });
});
