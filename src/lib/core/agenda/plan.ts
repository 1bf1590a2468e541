/** The plan of an atelier: what should happen, and for how long. A run never changes it. */
import type { Minutes } from '../time/instant.ts';
import { minutes } from '../time/instant.ts';

export const AGENDA_ITEM_KINDS = [
  'discussion',
  'round',
  'presentation',
  'synthesis',
  'break',
  'vote',
] as const;
export type AgendaItemKind = (typeof AGENDA_ITEM_KINDS)[number];

export type Question = { readonly id: string; readonly text: string };

/** A point: planned minutes, and the questions that are put one at a time. */
export type AgendaItem = {
  readonly id: string;
  readonly title: string;
  readonly kind: AgendaItemKind;
  readonly plannedMinutes: Minutes;
  /** Its minutes are never taken to make up for lost time. */
  readonly protected: boolean;
  readonly context: readonly string[];
  readonly questions: readonly Question[];
};

/** The points of an atelier in order; `revision` counts the changes and guards against overwriting. */
export type Plan = { readonly revision: number; readonly items: readonly AgendaItem[] };

export const EMPTY_PLAN: Plan = { revision: 0, items: [] };

export const PLAN_LIMITS = {
  items: 60,
  questionsPerItem: 30,
  titleLength: 300,
  textLength: 4000,
  itemMinutes: 1440,
} as const;

export const plannedMinutesOf = (plan: Plan): Minutes =>
  minutes(plan.items.reduce((sum, item) => sum + item.plannedMinutes, 0));

export const itemOf = (plan: Plan, itemId: string): AgendaItem | undefined =>
  plan.items.find((item) => item.id === itemId);
