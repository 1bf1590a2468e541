/** Points as the preparation edits them: from what was understood, and back into a plan that the server accepts. */
import type { ParsedAgenda, ParsedItem } from '#core/agenda/parse-agenda.ts';
import { agendaItem, floorOf, PLAN_LIMITS } from '#core/agenda/plan.ts';
import type { AgendaItem, AgendaItemKind, Question } from '#core/agenda/plan.ts';
import { minutes } from '#core/time/instant.ts';

export type DraftItem = {
  readonly id: string;
  title: string;
  kind: AgendaItemKind;
  /** As typed: null while the field is empty. */
  plannedMinutes: number | null;
  protected: boolean;
  /** As typed: null for half the planned time, at least 5 min. */
  floorMinutes: number | null;
  autoAdvance: boolean;
  /** Paragraphs, an empty line between them. */
  context: string;
  /** For whoever runs the sitting, and shown to nobody else. */
  animateurNotes: string;
  /** In a plenary: the atelier whose synthesis is presented, or null. */
  restitutes: string | null;
  questions: { readonly id: string; text: string }[];
  /** Where it stands in the pasted text, from 1; null when it was not pasted. */
  readonly line: number | null;
};

/** An atelier whose synthesis a point of a plenary may present. */
export type RestitutedAtelier = { readonly id: string; readonly title: string };

const PARAGRAPHS = 60;
const BETWEEN = '\n\n';

const draftOf = (parsed: ParsedItem, newId: () => string): DraftItem => {
  const long = parsed.title.length > PLAN_LIMITS.titleLength;
  const asked = parsed.questions.slice(0, PLAN_LIMITS.questionsPerItem);
  const left = parsed.questions.slice(PLAN_LIMITS.questionsPerItem);
  return {
    id: newId(),
    title: long ? `${parsed.title.slice(0, PLAN_LIMITS.titleLength - 1)}…` : parsed.title,
    kind: parsed.kind,
    plannedMinutes: parsed.minutes,
    protected: parsed.protected,
    floorMinutes: null,
    autoAdvance: false,
    animateurNotes: '',
    restitutes: null,
    context: [...(long ? [parsed.title] : []), ...parsed.context, ...left].join(BETWEEN),
    questions: asked.map((text) => ({ id: newId(), text })),
    line: parsed.line,
  };
};

export const draftsOfAgenda = (agenda: ParsedAgenda, newId: () => string): DraftItem[] =>
  agenda.items.map((item) => draftOf(item, newId));

const draftOfItem = (item: AgendaItem): DraftItem => ({
  id: item.id,
  title: item.title,
  kind: item.kind,
  plannedMinutes: item.plannedMinutes,
  protected: item.protected,
  floorMinutes: item.floorMinutes,
  autoAdvance: item.autoAdvance,
  animateurNotes: item.animateurNotes,
  restitutes: item.restitutes,
  context: item.context.join(BETWEEN),
  questions: item.questions.map(({ id, text }) => ({ id, text })),
  line: null,
});

export const draftsOfPlan = (items: readonly AgendaItem[]): DraftItem[] => items.map(draftOfItem);

/** A point as it is added by hand. */
export const newDraft = (id: string, title: string): DraftItem => draftOfItem(agendaItem({ id, title }));

/** What keeps the points from being saved; `position` counts from 1. */
export type PlanProblem =
  | { readonly type: 'title-missing' | 'minutes-wrong' | 'floor-wrong'; readonly position: number }
  | { readonly type: 'too-many'; readonly limit: number };

export type CheckedPlan =
  { readonly ok: true; readonly items: AgendaItem[] } | { readonly ok: false; readonly problem: PlanProblem };

const isWholeMinutes = (typed: number | null): typed is number =>
  typed !== null && Number.isInteger(typed) && typed >= 1 && typed <= PLAN_LIMITS.itemMinutes;

/** Neighbouring paragraphs join where there are too many; none is lost. */
const paragraphsOf = (context: string): string[] => {
  const paragraphs = context
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .flatMap(piecesOf);
  if (paragraphs.length <= PARAGRAPHS) return paragraphs;
  const joined: string[] = [];
  for (const paragraph of paragraphs) {
    const last = joined.at(-1);
    if (last !== undefined && last.length + paragraph.length < PLAN_LIMITS.textLength) {
      joined[joined.length - 1] = `${last}\n${paragraph}`;
    } else joined.push(paragraph);
  }
  return joined;
};

const piecesOf = (text: string): string[] => {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; from += PLAN_LIMITS.textLength) {
    pieces.push(text.slice(from, from + PLAN_LIMITS.textLength));
  }
  return pieces;
};

const questionsOf = (questions: DraftItem['questions']): Question[] =>
  questions
    .map(({ id, text }) => ({ id, text: text.trim().slice(0, PLAN_LIMITS.textLength) }))
    .filter(({ text }) => text !== '');

/** The points as a plan, or the first thing to correct. */
export const checkedPlan = (drafts: readonly DraftItem[]): CheckedPlan => {
  if (drafts.length > PLAN_LIMITS.items) {
    return { ok: false, problem: { type: 'too-many', limit: PLAN_LIMITS.items } };
  }
  const items: AgendaItem[] = [];
  for (const [index, draft] of drafts.entries()) {
    const title = draft.title.trim();
    const { plannedMinutes } = draft;
    if (title === '') return { ok: false, problem: { type: 'title-missing', position: index + 1 } };
    if (!isWholeMinutes(plannedMinutes)) {
      return { ok: false, problem: { type: 'minutes-wrong', position: index + 1 } };
    }
    const { floorMinutes } = draft;
    if (floorMinutes !== null && !(isWholeMinutes(floorMinutes) && floorMinutes <= plannedMinutes)) {
      return { ok: false, problem: { type: 'floor-wrong', position: index + 1 } };
    }
    items.push(
      agendaItem({
        id: draft.id,
        title,
        kind: draft.kind,
        plannedMinutes: minutes(plannedMinutes),
        protected: draft.protected,
        floorMinutes: floorMinutes === null ? null : minutes(floorMinutes),
        autoAdvance: draft.autoAdvance,
        context: paragraphsOf(draft.context),
        questions: questionsOf(draft.questions),
        animateurNotes: draft.animateurNotes.trim(),
        restitutes: draft.restitutes,
      }),
    );
  }
  return { ok: true, items };
};

/** What a point of these minutes can be shortened to when nothing else is asked. */
export const usualFloorOf = (plannedMinutes: number | null): number =>
  isWholeMinutes(plannedMinutes)
    ? floorOf(agendaItem({ id: '', title: '', plannedMinutes: minutes(plannedMinutes) }))
    : 5;

/** The sum of what is typed so far. */
export const minutesInAll = (drafts: readonly DraftItem[]): number =>
  drafts.reduce((sum, { plannedMinutes }) => sum + (isWholeMinutes(plannedMinutes) ? plannedMinutes : 0), 0);
