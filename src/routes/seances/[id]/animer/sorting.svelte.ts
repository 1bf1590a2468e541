/** What the animateur does with what is said in one room: filter, order, choose, group, hide. It outlives a look elsewhere. */
import { untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import { get } from '#lib/client/api.ts';
import { newId } from '#lib/client/ids.ts';
import type { LiveSitting } from '#lib/client/live-sitting.svelte.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { Command } from '#protocol/inputs.ts';
import type { ContributionView, TakenOverView } from '#protocol/views.ts';
import { layoutOf } from '../shown-contributions.ts';
import type { Order } from '../shown-contributions.ts';
import { idSet, isGone, NO_FILTER, passes, sortedList, takenCount, waitsForApproval } from './sorted-list.ts';
import type { Filter } from './sorted-list.ts';

/** What lies over the list; one at a time. */
export type SortingSheet =
  | { readonly type: 'hide' | 'change' | 'place'; readonly id: string }
  | { readonly type: 'group'; readonly ids: readonly string[] }
  | { readonly type: 'rename'; readonly groupId: string };

type SortingType = Extract<
  Command['type'],
  | `contribution/${'place' | 'hide' | 'show' | 'pin' | 'unpin' | 'approve' | 'group'}`
  | `group/${string}`
  | 'wall/set'
>;
type WithoutSitting<C> = C extends { readonly type: SortingType } ? Omit<C, 'sittingId'> : never;
export type SortingCommand = WithoutSitting<Command>;

const NOTHING_TAKEN = idSet([]);

export class Sorting {
  readonly #live: LiveSitting;
  order = $state<Order>('support');
  #filter = $state.raw<Filter>(NO_FILTER);
  /** The place filter follows the room. */
  followsRoom = $state(false);
  #layouts = $state(0);
  /** Newer ones than this came since the list was laid out before. */
  #seenSeq = $state(Number.POSITIVE_INFINITY);
  readonly folded = new SvelteSet<string>();
  readonly chosen = new SvelteSet<string>();
  choosing = $state(false);
  sheet = $state.raw<SortingSheet | null>(null);
  #busy = $state(false);
  #refusal = $state<ErrorCode | 'network' | null>(null);
  /** Null until the synthesis was read. */
  #takenOver = $state.raw<ReadonlySet<string> | null>(null);
  #takenUnknown = $state(false);
  #asking = false;

  constructor(live: LiveSitting) {
    this.#live = live;
  }

  // The room's point by itself: its times change with every second, and lay nothing out anew.
  readonly #roomItemId = $derived.by(() => (this.followsRoom ? this.#live.projection.currentItemId : null));
  readonly filter = $derived.by((): Filter => {
    const itemId = this.#roomItemId;
    return itemId === null ? this.#filter : { ...this.#filter, place: { itemId, questionId: null } };
  });
  setFilter(change: Partial<Filter>): void {
    this.#filter = { ...this.#filter, ...change };
  }
  resetFilter(): void {
    this.followsRoom = false;
    this.#filter = NO_FILTER;
  }
  readonly isFiltered = $derived.by(() => this.followsRoom || this.#filter !== NO_FILTER);

  // Laid out anew when the person asks for it, looks at something else or a silence is revealed, never because something arrived.
  readonly #newest = $derived.by(() => {
    void [this.#layouts, this.order, this.filter, this.#live.reveals];
    return { seq: untrack(() => layoutOf(this.#live.contributions).newestSeq) };
  });
  readonly #layout = $derived.by(() => {
    // The older pages come by themselves; once all are there, they take their place among those laid out.
    void this.#live.allLoaded;
    const { seq: newestSeq } = this.#newest;
    return untrack(() => ({ ...layoutOf(this.#live.contributions), newestSeq }));
  });
  readonly #listed = $derived.by(() =>
    this.#live.contributions.filter((it) => passes(it, this.filter, this.takenOver)),
  );
  readonly list = $derived.by(() =>
    sortedList(this.#listed, this.#live.groups, {
      ...{ layout: this.#layout, order: this.order },
      isOwn: (id) => this.#live.isOwn(id) || this.#live.wasMadeHere(id),
    }),
  );
  readonly goneCount = $derived.by(() => this.#live.contributions.filter(isGone).length);
  readonly toApproveCount = $derived.by(
    () => this.#live.contributions.filter((it) => waitsForApproval(it)).length,
  );
  readonly pinnedCount = $derived.by(() => this.#live.contributions.filter(({ pinned }) => pinned).length);
  /** Of those listed; null until that is known. */
  readonly takenCount = $derived.by(() =>
    this.#live.allLoaded ? takenCount(this.#listed, this.#takenOver) : null,
  );

  isFresh({ seq }: ContributionView): boolean {
    return seq > this.#seenSeq;
  }
  /** Puts what arrived in its place in the list, marked as new until the next time. */
  layOut(): void {
    this.#seenSeq = this.#newest.seq;
    this.#layouts += 1;
  }

  contribution(id: string): ContributionView | null {
    return this.#live.contributions.find((it) => it.id === id) ?? null;
  }

  choose(id: string): void {
    this.choosing = true;
    if (!this.chosen.delete(id)) this.chosen.add(id);
  }
  endChoosing(): void {
    this.choosing = false;
    this.chosen.clear();
  }
  /** Several when one of those chosen is meant. */
  meant(id: string): readonly string[] {
    return this.chosen.has(id) ? [...this.chosen] : [id];
  }

  get takenOver(): ReadonlySet<string> {
    return this.#takenOver ?? NOTHING_TAKEN;
  }
  /** The synthesis was not read yet. */
  get takenUnread(): boolean {
    return this.#takenOver === null;
  }
  /** The synthesis could not be read the last time it was asked for. */
  get takenUnknown(): boolean {
    return this.#takenUnknown;
  }
  async askTakenOver(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    const { sittingId } = this.#live.head;
    const answer = await get<TakenOverView>(`/api/sittings/${encodeURIComponent(sittingId)}/taken-over`);
    this.#asking = false;
    this.#takenUnknown = !answer.ok;
    if (!answer.ok) return;
    const { contributionIds } = answer.value;
    const before = this.#takenOver;
    const same = contributionIds.length === before?.size && contributionIds.every((id) => before.has(id));
    if (!same) this.#takenOver = idSet(contributionIds);
  }

  get busy(): boolean {
    return this.#busy;
  }
  get refusal(): ErrorCode | 'network' | null {
    return this.#refusal;
  }
  dismissRefusal(): void {
    this.#refusal = null;
  }

  /** Gives a command now or not at all; answers whether it was done. One at a time: a second tap would say it twice. */
  async act(command: SortingCommand): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    const answer = await this.#live.send({ ...command, sittingId: this.#live.head.sittingId });
    this.#busy = false;
    this.#refusal = answer.ok ? null : answer.error.code;
    return answer.ok;
  }

  open(sheet: SortingSheet): void {
    this.#refusal = null;
    this.sheet = sheet;
  }
  close(): void {
    this.#refusal = null;
    this.sheet = null;
  }

  /** Puts them into a group; what was chosen is chosen no more. */
  async groupInto(ids: readonly string[], groupId: string): Promise<boolean> {
    const done = await this.act({ type: 'contribution/group', contributionIds: [...ids], groupId });
    if (done) this.endChoosing();
    return done;
  }
  async groupUnder(ids: readonly string[], heading: string): Promise<boolean> {
    const groupId = newId();
    const done = await this.act({ type: 'group/make', groupId, heading, contributionIds: [...ids] });
    if (done) this.endChoosing();
    return done;
  }
  /** Dropped on another: its group takes them, or a new one is asked a heading. */
  async dropOn(ids: readonly string[], target: ContributionView): Promise<void> {
    if (target.groupId !== null) await this.groupInto(ids, target.groupId);
    else this.open({ type: 'group', ids: [target.id, ...ids.filter((id) => id !== target.id)] });
  }
}
