/** Points as the preparation edits them: from what was understood, and back into a plan that the server accepts. */
import type { ParsedAgenda, ParsedItem } from '#core/agenda/parse-agenda.ts';
import { PLAN_LIMITS } from '#core/agenda/plan.ts';
import type { AgendaItem, AgendaItemKind, Question } from '#core/agenda/plan.ts';
import { minutes } from '#core/time/instant.ts';

export type DraftItem = {
  readonly id: string;
  title: string;
  kind: AgendaItemKind;
  /** As typed: null while the field is empty. */
  plannedMinutes: number | null;
  protected: boolean;
  /** Paragraphs, an empty line between them. */
  context: string;
  questions: { readonly id: string; text: string }[];
  /** Where it stands in the pasted text, from 1; null when it was not pasted. */
  readonly line: number | null;
};

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
    context: [...(long ? [parsed.title] : []), ...parsed.context, ...left].join(BETWEEN),
    questions: asked.map((text) => ({ id: newId(), text })),
    line: parsed.line,
  };
};

export const draftsOfAgenda = (agenda: ParsedAgenda, newId: () => string): DraftItem[] =>
  agenda.items.map((item) => draftOf(item, newId));

export const draftsOfPlan = (items: readonly AgendaItem[]): DraftItem[] =>
  items.map((item) => ({
    id: item.id,
    title: item.title,
    kind: item.kind,
    plannedMinutes: item.plannedMinutes,
    protected: item.protected,
    context: item.context.join(BETWEEN),
    questions: item.questions.map(({ id, text }) => ({ id, text })),
    line: null,
  }));

/** What keeps the points from being saved; `position` counts from 1. */
export type PlanProblem =
  | { readonly type: 'title-missing' | 'minutes-wrong'; readonly position: number }
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
    items.push({
      id: draft.id,
      title,
      kind: draft.kind,
      plannedMinutes: minutes(plannedMinutes),
      protected: draft.protected,
      context: paragraphsOf(draft.context),
      questions: questionsOf(draft.questions),
    });
  }
  return { ok: true, items };
};

/** The sum of what is typed so far. */
export const minutesInAll = (drafts: readonly DraftItem[]): number =>
  drafts.reduce((sum, { plannedMinutes }) => sum + (isWholeMinutes(plannedMinutes) ? plannedMinutes : 0), 0);
