import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../events/redact.ts';
import { DOTS_LIMITS } from './dots.ts';
import { make, MINUTE, sittingHere } from './contributions.test-support.ts';
import { supportsOf } from '../seminar/seminar.ts';
import type { SittingHere } from './contributions.test-support.ts';
import type { Contribution } from './contribution.ts';
import { MOST_PINNED } from './contribution.ts';
import type { ContributionCommand } from './decide-contribution.ts';
import { eventsToRedact } from './events-to-redact.ts';
import { foldContributions, NO_CONTRIBUTIONS } from './fold-contributions.ts';
import { isSeenByRoom, isSeenBySorting } from './who-sees.ts';

const IDS = ['one', 'two', 'three', 'four', 'five'] as const;
const KEYS = ['a', 'b'].map((letter) => letter.repeat(64));
const contributionId = fc.constantFrom(...IDS);
const contributionIds = fc.uniqueArray(contributionId, { minLength: 1, maxLength: 4 });
const groupId = fc.constantFrom('g', 'h');
const silenceId = fc.constantFrom('quiet', 'later');
const dotsId = fc.constantFrom('d', 'e');
const words = {
  contributionId,
  itemId: fc.constantFrom('point', 'next', 'gone', null),
  questionId: fc.constantFrom('question', null),
  kind: fc.constantFrom('proposal' as const, null),
  text: fc.constantFrom('Oui.', 'Non.', 'Peut-être.'),
};
const of = <const T extends string>(...types: readonly T[]) => fc.constantFrom(...types);

const command: fc.Arbitrary<ContributionCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: of('contribution/make'),
      ...words,
      unnamed: fc.boolean(),
      keyHash: fc.constantFrom(...KEYS, null),
      withFunction: fc.boolean(),
      silenceId: fc.option(silenceId),
      entry: of('typed', 'speech', 'slip'),
      attributedTo: fc.constantFrom('yann', 'maelle', 'stranger', null),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: of('contribution/change'), ...words }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: of('contribution/support', 'contribution/unsupport', 'contribution/agree', 'contribution/disown'),
      contributionId,
    }),
  },
  fc.record({ type: of('contribution/withdraw'), contributionId }),
  fc.record({ type: of('contribution/agree-on-paper', 'contribution/disown-on-paper'), contributionIds }),
  fc.record({
    type: of('contribution/show', 'contribution/pin', 'contribution/unpin', 'contribution/approve'),
    contributionId,
  }),
  fc.record({ type: of('contribution/hide'), contributionId, reason: fc.constant('Pourquoi.') }),
  fc.record({ type: of('contribution/group'), contributionIds, groupId: fc.option(groupId) }),
  fc.record({ type: of('group/make'), groupId, heading: of('Où', 'Quand'), contributionIds }),
  fc.record({ type: of('group/dissolve'), groupId }),
  fc.record({
    type: of('silence/open'),
    silenceId,
    itemId: fc.constant(null),
    questionId: fc.constant(null),
    minutes: fc.constant(5),
  }),
  fc.record({ type: of('silence/reveal'), silenceId }),
  fc.record({ type: of('dots/open'), dotsId, budget: fc.integer({ min: 1, max: 4 }), contributionIds }),
  {
    weight: 3,
    arbitrary: fc.record({
      type: of('dots/place'),
      dotsId,
      contributionId,
      count: fc.integer({ min: 0, max: DOTS_LIMITS.budget }),
    }),
  },
  fc.record({ type: of('dots/show', 'dots/put-away'), dotsId }),
);

type Step = {
  readonly command: ContributionCommand;
  readonly actor: string | null;
  readonly keyHash: string | null;
};
const step: fc.Arbitrary<Step> = fc.record({
  command,
  actor: fc.constantFrom('yann', 'phone', 'maelle', 'ines', null),
  keyHash: fc.constantFrom(...KEYS, null),
});
const beside = { function: 'directrice', town: 'Auray' };

/** Sends all of it; `check` looks after each step that was not refused. */
function sent(steps: readonly Step[], check: (here: SittingHere, step: Step) => void = () => undefined) {
  const here = sittingHere();
  for (const it of steps) {
    const { refused } = here.send(it.command, it.actor, { keyHash: it.keyHash, beside });
    if (refused === null) check(here, it);
  }
  return here;
}
const steps = fc.array(step, { maxLength: 60, size: 'max' });

describe('whatever comes in whatever order', () => {
  test('[CT2] [CT15] [CT21] [CT35] each counts once, each supporter once, no budget is passed', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const here = sent(all);
        const made = here.log.filter(({ type }) => type === 'contribution/made');
        expect(made.length).toBe(here.all().byId.size);
        for (const it of here.all().byId) {
          expect(new Set(it.supporters).size).toBe(it.supporters.length);
          expect(supportsOf(it, { samePerson: { phone: 'yann' } })).toBeLessThanOrEqual(3);
        }
        expect([...here.all().byId].filter(({ pinned }) => pinned).length).toBeLessThanOrEqual(MOST_PINNED);
        const { dots } = here.all();
        const spent = new Map<string, number>();
        for (const [person, placed] of dots?.placed ?? []) {
          const listed = person === 'phone' ? 'yann' : person;
          const sum = Object.values(placed).reduce((all, count) => all + count, 0);
          spent.set(listed, (spent.get(listed) ?? 0) + sum);
        }
        for (const sum of spent.values()) expect(sum).toBeLessThanOrEqual(dots?.budget ?? 0);
      }),
    );
  });

  test('a second sending of what was just done writes no second contribution and no second support', () => {
    fc.assert(
      fc.property(steps, (all) => {
        sent(all, (here, { command: again, actor, keyHash }) => {
          if (again.type === 'silence/extend') return;
          const before = here.all();
          here.send(again, actor, { keyHash, beside });
          expect([...here.all().byId]).toEqual([...before.byId]);
          expect(here.all().dots).toEqual(before.dots);
        });
      }),
    );
  });

  test('[CT3] [CT10] words without a name tell nobody, and only their key changes them', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const before = new Map<string, Contribution>();
        const here = sent(all, (at, { keyHash }) => {
          for (const it of at.all().byId) {
            const known = before.get(it.id);
            if (known?.unnamed && (known.text !== it.text || known.withdrawn !== it.withdrawn))
              expect(it.keyHash).toBe(keyHash);
            before.set(it.id, it);
          }
        });
        for (const it of here.all().byId)
          if (it.unnamed) expect([it.author, it.enteredBy]).toEqual([null, null]);
        for (const event of here.log) {
          const said = 'contributionId' in event.payload && before.get(event.payload.contributionId);
          if (!said || !said.unnamed) continue;
          if (['contribution/made', 'contribution/changed', 'contribution/withdrawn'].includes(event.type))
            expect([event.actor, event.at]).toEqual([null, MINUTE]);
        }
      }),
    );
  });

  test('[CT30] [CT31] nothing that is hidden, withdrawn or written in a silence leaks', () => {
    fc.assert(
      fc.property(steps, (all) => {
        sent(all, (here) => {
          const now = here.all();
          for (const it of now.byId) {
            const silent = it.silenceId !== null && it.silenceId === now.silence?.id && !now.silence.revealed;
            expect(isSeenByRoom(now, it)).toBe(!silent && !it.withdrawn && it.hidden === null);
            expect(isSeenBySorting(now, it)).toBe(!silent);
            if (it.pinned) expect(isSeenByRoom(now, it)).toBe(true);
            if (silent) expect([it.supporters, it.groupId, it.approved]).toEqual([[], null, false]);
          }
          for (const id of now.dots?.contributionIds ?? []) expect(now.byId.has(id)).toBe(true);
        });
      }),
    );
  });

  test('[CT40] [CT41] closing takes earlier and withdrawn words, and nothing else changes', () => {
    fc.assert(
      fc.property(steps, steps, (before, after) => {
        const here = sent(before);
        expect(eventsToRedact(here.log)).toEqual([]);
        here.close();
        for (const it of after) here.send(it.command, it.actor, { keyHash: it.keyHash, beside });
        const due = new Set(eventsToRedact(here.log));
        const redacted = here.log.map((event) => (due.has(event.id) ? redact(event) : event));
        expect(eventsToRedact(redacted)).toEqual([]);

        const folded = redacted.reduce(foldContributions, NO_CONTRIBUTIONS);
        for (const it of here.all().byId) {
          const kept = folded.byId.get(it.id);
          const silent = { text: null, function: null, town: null, hidden: it.hidden && { reason: null } };
          const { earlier: _before, ...same } = it.withdrawn ? { ...it, ...silent } : it;
          const { earlier: kept1 = [], ...present } = kept ?? {};
          expect(present).toEqual(same);
          expect(kept1.every((text) => text === it.text)).toBe(true);
        }
        const gone = new Set(
          redacted.flatMap((event) =>
            event.type === 'contribution/made' || event.type === 'contribution/changed'
              ? [`${event.payload.contributionId} ${String(event.payload.text)}`]
              : [],
          ),
        );
        for (const it of here.all().byId) {
          const left = [...gone].filter((line) => line.startsWith(`${it.id} `) && !line.endsWith(' null'));
          expect(left).toEqual(it.withdrawn ? [] : [`${it.id} ${String(it.text)}`]);
        }
      }),
    );
  });

  test('a log is folded whatever it holds: redacted words, unknown ids, a second making', () => {
    const here = sittingHere();
    here.send(make());
    const [first] = here.log;
    if (!first) throw new Error('nothing was said');
    const log = [redact(first), { ...first, seq: 2 }, ...here.log].map((it) => it);
    const folded = log.reduce(foldContributions, NO_CONTRIBUTIONS);
    expect([...folded.byId].map(({ text, seq }) => [text, seq])).toEqual([[null, 1]]);
  });
});
