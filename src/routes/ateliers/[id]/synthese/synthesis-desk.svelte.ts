/** What is done on the page of a synthesis: contributions taken over, sources settled, its standing changed. */
import { untrack } from 'svelte';
import { readingMinutes } from '#core/synthesis/reading-time.ts';
import type { TemplateSection } from '#core/synthesis/template.ts';
import { templateOf } from '#core/synthesis/template.ts';
import { isWritten } from '#core/synthesis/written-words.ts';
import type { Group } from '#core/contributions/contribution.ts';
import { get } from '#lib/client/api.ts';
import type { LiveSitting } from '#lib/client/live-sitting.svelte.ts';
import type { SharedText } from '#lib/client/shared-text.svelte.ts';
import type { MarkWords, Settling } from '#lib/client/source-marks.ts';
import { Timers } from '#lib/client/timers.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { Command } from '#protocol/inputs.ts';
import type { ContributionView, SideBySideView, SynthesisView } from '#protocol/views.ts';
import { isGone } from '../../../seances/[id]/animer/sorted-list.ts';
import { knownSources, takenCounts, toSettle } from './sources.ts';
import type { How } from './taking.ts';
import { takenAs, wayWhenDropped } from './taking.ts';

/** Between two looks at what the atelier's other sittings did while nobody told: this page follows one of them. */
const LOOK_AGAIN_MS = 30_000;
/** What is told while it is looked at is looked at once more, together. */
const LOOK_SOON_MS = 500;

type SynthesisCommand = Extract<Command, { type: `synthesis/${string}` }>;

export class SynthesisDesk {
  readonly live: LiveSitting;
  readonly text: SharedText;
  readonly #timers = new Timers();
  #view = $state.raw<SynthesisView | null>(null);
  #sideBySide = $state.raw<SideBySideView | null>(null);
  /** The groups are read side by side. */
  #reading = $state(false);
  /** The points that are read whole; null: what was said under none. */
  #whole: readonly (string | null)[] = [];
  #readingFailed = $state<ErrorCode | 'network' | null>(null);
  #opened = $state<string | null>(null);
  #busy = $state(false);
  #looksSoon = false;
  #refusal = $state<ErrorCode | 'network' | null>(null);

  constructor(live: LiveSitting, text: SharedText) {
    this.live = live;
    this.text = text;
    const again = (): void => {
      if (document.visibilityState === 'visible' && this.hasOthers) void this.look();
      this.#timers.later(again, LOOK_AGAIN_MS);
    };
    this.#timers.later(again, LOOK_AGAIN_MS);
    live.heardElsewhere = () => this.#lookSoon();
  }

  readonly known = $derived.by(() => knownSources(this.live.contributions, this.#view));
  readonly counts = $derived.by(() => {
    const { head, contributions, contributionsCount: count } = this.live;
    return takenCounts({ sittingId: head.sittingId, contributions, count }, this.#view, this.text.takenOver);
  });
  /** Until then only those taken over from the newest contributions are counted. */
  readonly allCounted = $derived.by(() => this.#view !== null || (this.live.allLoaded && !this.hasOthers));
  readonly unsettled = $derived.by(() => toSettle(this.text.marks));
  readonly readingMinutes = $derived.by(() => readingMinutes(this.text.content));
  readonly isWritten = $derived.by(() => isWritten(this.text.content));
  /** Changes only when something was taken over or taken out. */
  readonly takenKey = $derived.by(() => [...this.text.takenOver].toSorted().join(' '));

  /** What it can begin with. */
  readonly template = $derived.by((): readonly TemplateSection[] => {
    const there = this.live.contributions.filter((it) => !isGone(it)).toSorted((a, b) => a.seq - b.seq);
    return templateOf(this.live.plan, there, this.text.takenOver);
  });

  get hasOthers(): boolean {
    return this.live.head.sittingsCount > 1;
  }
  get writable(): boolean {
    return !['loading', 'read-only', 'closed'].includes(this.text.status);
  }
  /** It is there to be read: validated, or others write it. What would change it is not offered. */
  get isOnlyRead(): boolean {
    return this.text.status === 'read-only' || this.live.synthesis.state === 'validated';
  }
  /** Validates, reopens, shows. */
  get mayValidate(): boolean {
    const { role } = this.live.me;
    return role === 'animateur' || role === 'organiser';
  }
  /** What the plenary gives it; null while that is not known. */
  get plenaryMinutes(): number | null {
    return this.#view?.minutes ?? null;
  }
  /** The plenary's sitting in which it is presented; null while that is not known, and without a plenary. */
  get presentedIn(): string | null {
    return this.#view?.presentedIn ?? null;
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

  /** Asks what this page does not follow by itself. */
  async look(): Promise<void> {
    const { atelierId } = this.live.head;
    const view = await get<SynthesisView>(`/api/ateliers/${encodeURIComponent(atelierId)}/synthesis`);
    if (view.ok) this.#view = view.value;
    if (this.#reading) await this.#readAll();
  }

  #lookSoon(): void {
    if (this.#looksSoon) return;
    this.#looksSoon = true;
    this.#timers.later(() => {
      this.#looksSoon = false;
      void this.look();
    }, LOOK_SOON_MS);
  }

  /** What the groups said, side by side; null while they are not read so. */
  get sideBySide(): SideBySideView | null {
    return this.#reading ? this.#sideBySide : null;
  }
  get isReading(): boolean {
    return this.#reading;
  }
  get readingFailed(): ErrorCode | 'network' | null {
    return this.#readingFailed;
  }
  async readSideBySide(on: boolean): Promise<void> {
    this.#reading = on;
    if (on) await this.#readAll();
  }
  async #readAll(): Promise<void> {
    const answer = await this.#read('');
    this.#readingFailed = answer.ok ? null : answer.error.code;
    if (answer.ok) this.#sideBySide = answer.value;
    for (const itemId of this.#whole) await this.readPoint(itemId);
  }
  /** A point whole, in the place of its beginning. */
  async readPoint(itemId: string | null): Promise<void> {
    if (!this.#whole.includes(itemId)) this.#whole = [...this.#whole, itemId];
    const answer = await this.#read(`?item=${encodeURIComponent(itemId ?? '-')}`);
    this.#readingFailed = answer.ok ? null : answer.error.code;
    const [whole] = answer.ok ? answer.value.points : [];
    const before = this.#sideBySide;
    if (whole === undefined || before === null) return;
    const points = before.points.map((point) => (point.itemId === itemId ? whole : point));
    this.#sideBySide = { ...before, points };
  }
  readonly #read = (query: string) =>
    get<SideBySideView>(`/api/ateliers/${encodeURIComponent(this.live.head.atelierId)}/side-by-side${query}`);

  /** How many were taken over. */
  take(contributions: readonly ContributionView[], how: How): number {
    const all = contributions.flatMap((it) => takenAs(it, how) ?? []);
    if (all.length > 0) this.text.takeOver(...all);
    return all.length;
  }
  takeGroup(group: Group, contributions: readonly ContributionView[]): number {
    const entries = contributions.flatMap((it) => (it.text === null ? [] : [{ id: it.id, text: it.text }]));
    // Of several points: where the first of them stands.
    const [itemId = null] = contributions.map((it) => it.itemId);
    this.text.takeOverGroup({ heading: group.heading ?? '', itemId, entries });
    return entries.length;
  }
  /** Each becomes what its kind says. Nothing when the pointer is over no text. */
  drop(ids: readonly string[], pointer: { readonly x: number; readonly y: number }): number {
    const all = ids.flatMap((id) => {
      const it = this.known.get(id);
      return it === undefined ? [] : (takenAs(it, wayWhenDropped(it.kind)) ?? []);
    });
    return all.length > 0 && this.text.takeOverAt(all, pointer) ? all.length : 0;
  }

  /** The mark that is being settled. */
  readonly opened = $derived.by(() => this.text.marks.find(({ key }) => key === this.#opened) ?? null);
  get isOpen(): boolean {
    return this.#opened !== null;
  }
  openMark(key: string | null): void {
    this.#opened = key;
  }
  settle(how: Settling): boolean {
    const key = this.#opened;
    this.#opened = null;
    return key !== null && this.text.settle(key, how);
  }
  showSources(words: MarkWords): void {
    const { known, isOnlyRead } = this;
    const open = (key: string): void => this.openMark(key);
    // The editor draws at once, and looks at its own state.
    untrack(() =>
      this.text.showSources({ known: (id) => known.get(id), words, open, hidesReworded: isOnlyRead }),
    );
  }

  propose = (): Promise<boolean> => this.#send({ type: 'synthesis/propose', ...this.#here });
  validate = (): Promise<boolean> => this.#send({ type: 'synthesis/validate', ...this.#here });
  reopen = (): Promise<boolean> => this.#send({ type: 'synthesis/reopen', ...this.#here });
  show = (shown: boolean): Promise<boolean> => this.#send({ type: 'synthesis/show', ...this.#here, shown });

  get #here(): { readonly atelierId: string } {
    return { atelierId: this.live.head.atelierId };
  }
  async #send(command: SynthesisCommand): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    const answer = await this.live.send(command);
    this.#busy = false;
    this.#refusal = answer.ok ? null : answer.error.code;
    return answer.ok;
  }

  close(): void {
    this.live.heardElsewhere = () => undefined;
    this.#timers.close();
  }
}
