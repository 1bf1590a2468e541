import { describe, expect, it } from 'vitest';
import { checkedPlan, draftsOfAgenda, draftsOfPlan, minutesInAll } from './plan-items.ts';
import type { ParsedItem } from '#core/agenda/parse-agenda.ts';

const ids = () => {
  let last = 0;
  return () => `id-${String((last += 1)).padStart(8, '0')}`;
};
const parsed = (some: Partial<ParsedItem>): ParsedItem => ({
  title: 'Accueillir les nouveaux',
  kind: 'discussion',
  minutes: 30,
  protected: false,
  questions: ['Que faites-vous ?'],
  context: ['Un paragraphe.', 'Un autre.'],
  line: 4,
  ...some,
});
const draft = (some: Partial<ParsedItem>) =>
  draftsOfAgenda({ items: [parsed(some)], notUnderstood: [], warnings: [] }, ids());

describe('points being prepared', () => {
  it('go from what was understood into a plan, whole', () => {
    const checked = checkedPlan(draft({}));
    expect(checked).toMatchObject({
      ok: true,
      items: [
        {
          title: 'Accueillir les nouveaux',
          plannedMinutes: 30,
          context: ['Un paragraphe.', 'Un autre.'],
          questions: [{ text: 'Que faites-vous ?' }],
        },
      ],
    });
  });
  it('come back from a plan as they were', () => {
    const checked = checkedPlan(draft({}));
    if (!checked.ok) throw new Error('the plan is valid');
    expect(checkedPlan(draftsOfPlan(checked.items))).toEqual(checked);
  });
  it('say what has to be corrected first', () => {
    const [item] = draft({});
    if (item === undefined) throw new Error('one point was given');
    expect(checkedPlan([item, { ...item, title: ' ' }])).toEqual({
      ok: false,
      problem: { type: 'title-missing', position: 2 },
    });
    for (const plannedMinutes of [null, 0, 12.5, 1441]) {
      expect(checkedPlan([{ ...item, plannedMinutes }])).toEqual({
        ok: false,
        problem: { type: 'minutes-wrong', position: 1 },
      });
    }
    expect(checkedPlan(Array.from({ length: 61 }, () => item))).toMatchObject({ ok: false });
  });
  it('lose no words to a limit', () => {
    const title = 'a'.repeat(400);
    const questions = Array.from({ length: 40 }, (_, index) => `Question ${index} ?`);
    const context = Array.from({ length: 90 }, (_, index) => `Paragraphe ${index}.`);
    const checked = checkedPlan(draft({ title, questions, context: [...context, 'x'.repeat(9000)] }));
    if (!checked.ok) throw new Error('the plan is valid');
    const [item] = checked.items;
    const all = [...(item?.context ?? []), ...(item?.questions ?? []).map(({ text }) => text)].join('');
    expect(item?.questions).toHaveLength(30);
    expect(item?.context.length).toBeLessThanOrEqual(60);
    expect(all).toContain(title);
    for (const words of [...questions, ...context]) expect(all).toContain(words);
    expect(all.match(/x/g)).toHaveLength(9000);
  });
  it('are summed as far as they are valid', () => {
    expect(minutesInAll([...draft({ minutes: 60 }), ...draft({ minutes: 45 })])).toBe(105);
    expect(minutesInAll(draft({}).map((item) => ({ ...item, plannedMinutes: null })))).toBe(0);
  });
});
