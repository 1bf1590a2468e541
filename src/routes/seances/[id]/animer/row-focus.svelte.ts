/** Where the focus is among the contributions listed: it goes from row to row, and is not lost with a row that leaves. */
import type { Attachment } from 'svelte/attachments';

export class RowFocus {
  readonly #rows: () => readonly string[];
  #list: HTMLElement | null = null;
  #reached = $state<string | null>(null);
  /** Whether the focus is in the list, and at which of its rows. */
  #inside = false;
  #place = 0;

  /** `rows`: the ids of those that are listed, in order. */
  constructor(rows: () => readonly string[]) {
    this.#rows = rows;
  }

  /** The row that the tab key stops at. */
  readonly stop = $derived.by(() => {
    const rows = this.#rows();
    return this.#reached !== null && rows.includes(this.#reached) ? this.#reached : (rows[0] ?? null);
  });

  /** Makes an element the list that is watched. */
  readonly list: Attachment<HTMLElement> = (list) => {
    this.#list = list;
    list.addEventListener('focusin', this.#reach);
    list.addEventListener('focusout', this.#leave);
    return () => {
      this.#list = null;
      list.removeEventListener('focusin', this.#reach);
      list.removeEventListener('focusout', this.#leave);
    };
  };

  rowOf(id: string): HTMLElement | null {
    return this.#list?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? null;
  }

  /** To a row, or to the list itself. */
  go(id: string | null): void {
    if (id === null) {
      this.#list?.focus();
      return;
    }
    this.#reached = id;
    const row = this.rowOf(id);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }

  /** To the first of those that just came. */
  goToFresh(): void {
    const first = this.#list?.querySelector<HTMLElement>('.row.fresh') ?? null;
    this.#reached = first?.dataset['row'] ?? this.#reached;
    (first ?? this.#list)?.focus();
  }

  /** What had the focus may stand elsewhere by now, or nowhere: it goes with it, or to what took its place. */
  keep(): void {
    const rows = this.#rows();
    if (!this.#inside || document.activeElement !== document.body) return;
    const reached = this.#reached;
    this.go(
      reached !== null && rows.includes(reached) ? reached : (rows[this.#place] ?? rows.at(-1) ?? null),
    );
  }

  readonly #reach = (event: FocusEvent): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    this.#reached = row?.dataset['row'] ?? this.#reached;
    this.#place = this.#reached === null ? 0 : this.#rows().indexOf(this.#reached);
    this.#inside = true;
  };

  /** Whoever leaves goes elsewhere; what is taken out of the list leaves the focus nowhere. */
  readonly #leave = ({ target, relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node) this.#inside = this.#list?.contains(relatedTarget) === true;
    else queueMicrotask(() => (this.#inside = !(target instanceof Node && target.isConnected)));
  };
}
