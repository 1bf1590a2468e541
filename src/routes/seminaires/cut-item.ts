/** A point cut in two: they share its minutes, and no question is lost. */
import type { DraftItem } from './plan-items.ts';

const STEP = 5;
const LEAST_MINUTES = 2;

/** Whether the point has minutes to share. */
export const canCut = ({ plannedMinutes }: DraftItem): boolean =>
  plannedMinutes !== null && Number.isInteger(plannedMinutes) && plannedMinutes >= LEAST_MINUTES;

/** What goes to the first of two, by its part of the whole: in steps of five minutes where there are enough. */
const firstShare = (all: number, part: number): number => {
  const step = all > 2 * STEP ? STEP : 1;
  return Math.min(all - step, Math.max(step, Math.round((all * part) / step) * step));
};

/**
 * The point cut before its question at `before` (counted from 0): the minutes follow the questions. With 0 it is cut
 * in halves and the first keeps them all. Context and notes stay with the first; null when it is too short.
 */
export const cutInTwo = (
  item: DraftItem,
  before: number,
  second: { readonly id: string; readonly title: string },
): readonly [DraftItem, DraftItem] | null => {
  const { plannedMinutes: all, questions } = item;
  if (all === null || !canCut(item)) return null;
  const byQuestion = before > 0 && before < questions.length;
  const kept = byQuestion ? before : questions.length;
  const first = firstShare(all, byQuestion ? before / questions.length : 1 / 2);
  const floorWithin = (most: number): number | null =>
    item.floorMinutes === null ? null : Math.min(item.floorMinutes, most);
  return [
    {
      ...item,
      plannedMinutes: first,
      floorMinutes: floorWithin(first),
      questions: questions.slice(0, kept).map((it) => ({ ...it })),
    },
    {
      ...item,
      ...second,
      plannedMinutes: all - first,
      floorMinutes: floorWithin(all - first),
      context: '',
      animateurNotes: '',
      questions: questions.slice(kept).map((it) => ({ ...it })),
      line: null,
    },
  ];
};
