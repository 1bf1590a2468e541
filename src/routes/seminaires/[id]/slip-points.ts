/** What a paper slip can be about: the questions of a plan, and the points that have none. */
import type { Plan } from '#core/agenda/plan.ts';

export type SlipPoint = {
  /** Of the question, else of the point. */
  readonly id: string;
  /** Of the point, from 1, pauses counted as they are on every other page. */
  readonly number: number;
  readonly title: string;
  /** Null where the point asks none. */
  readonly question: string | null;
};

/** In the order of the plan; nobody writes slips in a pause. */
export const slipPointsOf = ({ items }: Pick<Plan, 'items'>): readonly SlipPoint[] =>
  items.flatMap(({ id, kind, title, questions }, index): readonly SlipPoint[] => {
    if (kind === 'break') return [];
    const number = index + 1;
    if (questions.length === 0) return [{ id, number, title, question: null }];
    return questions.map((question) => ({ id: question.id, number, title, question: question.text }));
  });
