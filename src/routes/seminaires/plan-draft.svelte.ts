/** The points of an atelier while they are being edited. */
import type { ParsedAgenda } from '#core/agenda/parse-agenda.ts';
import type { AgendaItem } from '#core/agenda/plan.ts';
import { newId } from '#lib/client/ids.ts';
import { checkedPlan, draftsOfAgenda, draftsOfPlan, minutesInAll, newDraft } from './plan-items.ts';
import type { CheckedPlan, DraftItem } from './plan-items.ts';

export class PlanDraft {
  #items = $state<DraftItem[]>([]);
  #removed = $state.raw<{ readonly item: DraftItem; readonly index: number } | null>(null);
  #before = $state.raw('[]');
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
    return JSON.stringify(this.#items) !== this.#before;
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

  add(title: string): void {
    this.#items.push(newDraft(newId(), title));
  }

  /** True when it moved: the first cannot go up, the last not down. */
  move(index: number, by: -1 | 1): boolean {
    const to = index + by;
    const item = this.#items[index];
    if (item === undefined || to < 0 || to >= this.#items.length) return false;
    this.#items.splice(index, 1);
    this.#items.splice(to, 0, item);
    return true;
  }

  remove(index: number): void {
    const [item] = this.#items.splice(index, 1);
    this.#removed = item === undefined ? null : { item: $state.snapshot(item), index };
  }

  restore(): void {
    if (this.#removed === null) return;
    this.#items.splice(this.#removed.index, 0, this.#removed.item);
    this.#removed = null;
  }

  addQuestion(item: DraftItem): void {
    item.questions.push({ id: newId(), text: '' });
  }

  #set(items: DraftItem[]): void {
    this.#items = items;
    this.#removed = null;
    this.#before = JSON.stringify(items);
  }
}
