/** A sitting as this device saw it last, to be shown when a page opens without a network. */
import * as v from 'valibot';
import type { Instant } from '#core/time/instant.ts';
import { instantSchema } from '#protocol/inputs.ts';
import type { Audience } from '#protocol/inputs.ts';
import type { GrantView, SittingState } from '#protocol/views.ts';
import type { DeviceDatabase } from './device-database.ts';

export type KeptSitting = {
  /** The build of the page that kept it: another may read a state otherwise. */
  readonly build: string;
  readonly seminarId: string;
  readonly sittingId: string;
  readonly by: string | null;
  /** When the server had last said so, in server time. */
  readonly at: Instant;
  readonly grants: readonly GrantView[];
  readonly state: SittingState;
};

const isObject = (it: unknown): boolean => typeof it === 'object' && it !== null;
const keptSchema = v.object({
  build: v.string(),
  seminarId: v.string(),
  sittingId: v.string(),
  by: v.nullable(v.string()),
  at: instantSchema,
  grants: v.array(v.custom<GrantView>(isObject)),
  state: v.custom<SittingState>(isObject),
});

type Of = { readonly audience: Audience; readonly sittingId: string; readonly build: string };

const keyOf = ({ audience, sittingId }: Pick<Of, 'audience' | 'sittingId'>): string =>
  `${audience}.${sittingId}`;

/** What this build kept for this person (for any when null); null when nothing is there. */
export function keptSitting(device: DeviceDatabase, of: Of, by: string | null): KeptSitting | null {
  const parsed = v.safeParse(keptSchema, device.read('states', keyOf(of)));
  if (!parsed.success || parsed.output.build !== of.build) return null;
  return by === null || parsed.output.by === by ? parsed.output : null;
}

/** Milliseconds between two writes: a busy room changes many times a second. */
const KEPT_EVERY = 2_000;

/** Keeps a sitting as it changes, not every time it does. */
export class SittingKeeper {
  readonly #device: DeviceDatabase;
  readonly #of: Of;
  readonly #grants: readonly GrantView[];
  /** Null while there is nothing newer than what is kept. */
  #next: { readonly state: SittingState; readonly at: Instant } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(device: DeviceDatabase, of: Of, grants: readonly GrantView[]) {
    this.#device = device;
    this.#of = of;
    this.#grants = grants;
  }

  /** The first is kept at once, those after it when there was time. */
  note(state: SittingState, at: Instant): void {
    this.#next = { state, at };
    if (this.#timer === undefined) this.#keepAndWait();
  }

  /** The page may be gone in a moment. */
  keepNow(): void {
    if (this.#next === null) return;
    const { state, at } = this.#next;
    this.#next = null;
    const { sittingId, build } = this.#of;
    const { seminarId } = state.head;
    const by = state.me.personId;
    const kept: KeptSitting = { build, seminarId, sittingId, by, at, grants: this.#grants, state };
    void this.#device.keep('states', keyOf(this.#of), kept);
  }

  /** The server lets this device see it no more. */
  drop(): void {
    this.#next = null;
    void this.#device.drop('states', keyOf(this.#of));
  }

  close(): void {
    clearTimeout(this.#timer);
    this.keepNow();
  }

  #keepAndWait(): void {
    this.keepNow();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#next !== null) this.#keepAndWait();
    }, KEPT_EVERY);
  }
}
