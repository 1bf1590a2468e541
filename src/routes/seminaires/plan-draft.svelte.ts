/** The points of an atelier while they are being edited. */
import type { ParsedAgenda } from '#core/agenda/parse-agenda.ts';
import type { AgendaItem } from '#core/agenda/plan.ts';
import { newId } from '#lib/client/ids.ts';
import { cutInTwo } from './cut-item.ts';
import { EditHistory } from './edit-history.ts';
import { checkedPlan, draftsOfAgenda, draftsOfPlan, minutesInAll, newDraft } from './plan-items.ts';
import type { CheckedPlan, DraftItem } from './plan-items.ts';

export class PlanDraft {
  #items = $state<DraftItem[]>([]);
  #removed = $state.raw<{ readonly item: DraftItem; readonly index: number } | null>(null);
  #before = $state.raw('[]');
  #history = $state.raw(new EditHistory('[]'));
  readonly #now = $derived(JSON.stringify(this.#items));
  /** Corrections that understanding the text again has replaced, until it replaces others or the points are saved. */
  #replaced = $state.raw<readonly DraftItem[] | null>(null);

  constructor(items: readonly AgendaItem[]) {
    this.replaceWith(items);
  }

  /** Deeply reactive: fields bind to it. */
  get items(): DraftItem[] {
    return this.#items;
  }
  get isChanged(): boolean {
    return this.#now !== this.#before;
  }
  get minutesInAll(): number {
    return minutesInAll(this.#items);
  }
  get lastRemoved(): DraftItem | null {
    return this.#removed?.item ?? null;
  }
  get hasReplaced(): boolean {
    return this.#replaced !== null;
  }
  /** What is typed in a field and not left yet counts as an edit too. */
  get canUndo(): boolean {
    return this.#history.canUndo || this.hasUnsettled;
  }
  get canRedo(): boolean {
    return this.#history.canRedo && !this.hasUnsettled;
  }
  /** Something is typed that is no edit of its own yet. */
  get hasUnsettled(): boolean {
    return this.#now !== this.#history.present;
  }
  get checked(): CheckedPlan {
    return checkedPlan($state.snapshot(this.#items));
  }

  replaceWith(items: readonly AgendaItem[]): void {
    this.#set(draftsOfPlan(items));
    this.#replaced = null;
  }

  replaceWithAgenda(agenda: ParsedAgenda): void {
    if (this.isChanged) this.#replaced = $state.snapshot(this.#items);
    this.#set(draftsOfAgenda(agenda, newId));
  }

  /** Takes the corrections back that understanding the text again has replaced. */
  returnToCorrections(): void {
    if (this.#replaced === null) return;
    const understood = this.#before;
    this.#set([...this.#replaced]);
    this.#before = understood;
    this.#replaced = null;
  }

  /** Call when a field is left: what was typed in it is one edit. */
  settle(): void {
    this.#history = this.#history.remember(JSON.stringify(this.#items));
  }

  undo(): void {
    this.settle();
    this.#history = this.#history.undo();
    this.#show(this.#history.present);
  }

  redo(): void {
    this.settle();
    this.#history = this.#history.redo();
    this.#show(this.#history.present);
  }

  add(title: string): void {
    this.#edit(() => this.#items.push(newDraft(newId(), title)));
  }

  /** True when it moved to its new place, counted from 0. */
  move(from: number, to: number): boolean {
    const item = this.#items[from];
    if (item === undefined || to === from || to < 0 || to >= this.#items.length) return false;
    this.#edit(() => {
      this.#items.splice(from, 1);
      this.#items.splice(to, 0, item);
    });
    return true;
  }

  /** A copy after the point, with questions of its own. */
  duplicate(index: number): void {
    const item = this.#items[index];
    if (item === undefined) return;
    const copy = $state.snapshot(item);
    const questions = copy.questions.map(({ text }) => ({ id: newId(), text }));
    this.#edit(() => this.#items.splice(index + 1, 0, { ...copy, id: newId(), questions, line: null }));
  }

  /** Cuts the point before its question at `before`, or in halves with 0; true when it was long enough. */
  cut(index: number, before: number, title: string): boolean {
    const item = this.#items[index];
    const both = item && cutInTwo($state.snapshot(item), before, { id: newId(), title });
    if (!both) return false;
    this.#edit(() => this.#items.splice(index, 1, ...both));
    return true;
  }

  remove(index: number): void {
    this.#edit(() => {
      const [item] = this.#items.splice(index, 1);
      this.#removed = item === undefined ? null : { item: $state.snapshot(item), index };
    });
  }

  restore(): void {
    const removed = this.#removed;
    if (removed === null) return;
    this.#edit(() => this.#items.splice(removed.index, 0, removed.item));
    this.#removed = null;
  }

  addQuestion(item: DraftItem): void {
    this.#edit(() => item.questions.push({ id: newId(), text: '' }));
  }

  removeQuestion(item: DraftItem, index: number): void {
    this.#edit(() => item.questions.splice(index, 1));
  }

  #edit(change: () => void): void {
    this.settle();
    change();
    this.settle();
  }

  #show(items: string): void {
    this.#items = JSON.parse(items) as DraftItem[];
    this.#removed = null;
  }

  #set(items: DraftItem[]): void {
    this.#items = items;
    this.#removed = null;
    this.#before = JSON.stringify(items);
    this.#history = new EditHistory(this.#before);
  }
}
