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
  /** What it can be shortened to when time was lost; null for half its planned time, at least 5 min. */
  readonly floorMinutes: Minutes | null;
  /** When its time is over the room goes on by itself. */
  readonly autoAdvance: boolean;
  readonly context: readonly string[];
  readonly questions: readonly Question[];
  /** For whoever runs the sitting, and shown to nobody else. */
  readonly animateurNotes: string;
  /** In a plenary: the atelier whose synthesis is presented, or null. */
  readonly restitutes: string | null;
};

/** What a point was planned to be when a run started. */
export type BaselinePoint = {
  readonly itemId: string;
  readonly title: string;
  readonly kind: AgendaItemKind;
  readonly minutes: Minutes;
};

/** A point as most are: half an hour of discussion that nothing protects. */
export const agendaItem = (item: Pick<AgendaItem, 'id' | 'title'> & Partial<AgendaItem>): AgendaItem => ({
  kind: 'discussion',
  plannedMinutes: minutes(30),
  protected: false,
  floorMinutes: null,
  autoAdvance: false,
  context: [],
  questions: [],
  animateurNotes: '',
  restitutes: null,
  ...item,
});

/** The points of an atelier in order; `revision` counts the changes and guards against overwriting. */
export type Plan = {
  readonly revision: number;
  readonly items: readonly AgendaItem[];
  /** By point, the revision that last changed its minutes; absent for those as they came in. */
  readonly minutesRevised: Readonly<Record<string, number>>;
};

export const EMPTY_PLAN: Plan = { revision: 0, items: [], minutesRevised: {} };

/** The plan once its points are these; a change of minutes is noted under the new revision. */
export const revisedPlan = (before: Plan, revision: number, items: readonly AgendaItem[]): Plan => {
  const minutesRevised: Record<string, number> = {};
  for (const { id, plannedMinutes } of items) {
    const earlier = itemOf(before, id);
    const noted = before.minutesRevised[id];
    if (earlier !== undefined && earlier.plannedMinutes !== plannedMinutes) minutesRevised[id] = revision;
    else if (noted !== undefined) minutesRevised[id] = noted;
  }
  return { revision, items, minutesRevised };
};

/** The least a point can be shortened to: its own floor, else half its planned time and at least 5 min, never more than planned. */
export const floorOf = (item: AgendaItem): Minutes =>
  minutes(
    Math.min(
      item.plannedMinutes,
      item.floorMinutes ?? Math.max(DEFAULT_FLOOR_MINUTES, Math.ceil(item.plannedMinutes / 2)),
    ),
  );

const DEFAULT_FLOOR_MINUTES = 5;

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
