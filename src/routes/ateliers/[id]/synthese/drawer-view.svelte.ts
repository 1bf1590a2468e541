/** How the drawer is looked at: tab, filter, order. It is laid out anew only by whoever looks. */
import { untrack } from 'svelte';
import type { LiveSitting } from '#lib/client/live-sitting.svelte.ts';
import { isGone } from '../../../seances/[id]/animer/sorted-list.ts';
import { layoutOf } from '../../../seances/[id]/shown-contributions.ts';
import type { Order } from '../../../seances/[id]/shown-contributions.ts';
import { ALL, drawerList, idsOf, leftByTab, NO_DRAWER_FILTER, NONE, peopleIn, tabOf } from './drawer-list.ts';
import type { DrawerFilter } from './drawer-list.ts';

type Parts = {
  readonly live: LiveSitting;
  readonly takenOver: () => ReadonlySet<string>;
  /** The contribution that the console leads to; null when it led to none. */
  readonly ledTo: string | null;
};

export class DrawerView {
  readonly #parts: Parts;
  notTakenFirst = $state(true);
  order = $state<Order>('support');
  #filter = $state.raw<DrawerFilter>(NO_DRAWER_FILTER);
  #asked = $state<string | null>(null);
  #layouts = $state(0);
  /** Newer ones than this came since the list was laid out before. */
  #seenSeq = $state(Number.POSITIVE_INFINITY);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  readonly #items = $derived.by(() => this.#parts.live.plan.items);
  readonly itemIds = $derived.by(() => idsOf(this.#items));
  readonly #there = $derived.by(() => this.#parts.live.contributions.filter((it) => !isGone(it)));
  readonly #left = $derived.by(() => leftByTab(this.#there, this.itemIds, this.#parts.takenOver()));
  /** The points that have a tab, by their ids, and how many of each are not taken over. */
  readonly tabs = $derived.by(() => {
    const pointless = this.#items.length === 0 || this.#there.some((it) => tabOf(it, this.itemIds) === NONE);
    const values = [...this.#items.map(({ id }) => id), ...(pointless ? [NONE] : []), ALL];
    const sum = [...this.#left.values()].reduce((all, count) => all + count, 0);
    return values.map((value) => ({ value, left: value === ALL ? sum : (this.#left.get(value) ?? 0) }));
  });
  readonly #led = $derived.by(() => this.#there.find(({ id }) => id === this.#parts.ledTo));
  // Until a tab is chosen: that of the contribution one was led to, else the first that has something left.
  readonly tab = $derived.by(() => {
    const known = (wanted: string | null): string | undefined =>
      this.tabs.find(({ value }) => value === wanted)?.value;
    return (
      known(this.#asked) ??
      (this.#led === undefined ? undefined : known(tabOf(this.#led, this.itemIds))) ??
      this.tabs.find(({ left }) => left > 0)?.value ??
      this.tabs[0]?.value ??
      NONE
    );
  });
  /** What was chosen by itself stays from now on. */
  choose(tab: string): void {
    if (tab !== this.tab) this.#filter = { ...this.#filter, questionId: null };
    this.#asked = tab;
  }

  get filter(): DrawerFilter {
    return this.#filter;
  }
  setFilter(change: Partial<DrawerFilter>): void {
    this.#filter = { ...this.#filter, ...change };
  }
  /** What is not taken over, of every point. */
  showLeft(): void {
    this.choose(ALL);
    this.#filter = { ...NO_DRAWER_FILTER, notTaken: true };
  }
  resetFilter(): void {
    this.#filter = NO_DRAWER_FILTER;
  }
  readonly isFiltered = $derived.by(() =>
    Object.values(this.#filter).some((it) => it !== null && it !== false),
  );

  /** The questions of the point looked at, where there are several. */
  readonly questions = $derived.by(() => {
    const questions = this.#items.find(({ id }) => id === this.tab)?.questions ?? [];
    return questions.length > 1 ? questions : [];
  });
  readonly people = $derived.by(() => peopleIn(this.#there));

  // Laid out anew when the person asks for it or looks at something else, never because something arrived.
  readonly #newest = $derived.by(() => {
    void [this.#layouts, this.order, this.#filter, this.tab, this.notTakenFirst];
    // Nobody has looked at it yet: it fills.
    if (this.#asked === null) return { seq: Number.POSITIVE_INFINITY };
    return { seq: untrack(() => layoutOf(this.#parts.live.contributions).newestSeq) };
  });
  readonly #layout = $derived.by(() => {
    // The older pages come by themselves; once all are there, they take their place among those laid out.
    void this.#parts.live.allLoaded;
    const { seq: newestSeq } = this.#newest;
    return untrack(() => ({ ...layoutOf(this.#parts.live.contributions), newestSeq }));
  });
  readonly list = $derived.by(() =>
    drawerList(this.#parts.live.contributions, this.#parts.live.groups, {
      ...{ tab: this.tab, itemIds: this.itemIds, filter: this.#filter, order: this.order },
      ...{ layout: this.#layout, takenOver: this.#parts.takenOver(), notTakenFirst: this.notTakenFirst },
    }),
  );

  isFresh({ seq }: { readonly seq: number }): boolean {
    return seq > this.#seenSeq;
  }
  /** Puts what arrived in its place in the list, marked as new until the next time. */
  layOut(): void {
    this.#seenSeq = this.#newest.seq;
    this.#layouts += 1;
  }
}
