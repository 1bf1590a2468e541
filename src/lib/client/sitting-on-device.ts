/** What this device keeps of a sitting while a page follows it: what it saw last, until the séminaire is over. */
import type { Instant } from '#core/time/instant.ts';
import type { Audience } from '#protocol/inputs.ts';
import type { GrantView, SittingState } from '#protocol/views.ts';
import type { DeviceDatabase } from './device-database.ts';
import type { KeptSitting } from './kept-sitting.ts';
import { keptSitting, SittingKeeper } from './kept-sitting.ts';
import { purgeDevice } from './purge-device.ts';

export type SittingOnDeviceParts = {
  readonly audience: Audience;
  readonly sittingId: string;
  /** Of the page. */
  readonly build: string;
  /** The rights of this device, kept with what it saw last. */
  readonly grants: readonly GrantView[];
  readonly device: DeviceDatabase;
  readonly now: () => Instant;
  /** Whoever takes part here shares the device: nothing is to outlive their visit. */
  readonly isShared: () => boolean;
  /** As the server says now; null while what the page shows may be old. */
  readonly current: () => SittingState | null;
  readonly hasUnsent: () => boolean;
  /** The page is put away, or gone in a moment. */
  readonly left: () => void;
};

export class SittingOnDevice {
  readonly #parts: SittingOnDeviceParts;
  /** Null for a screen, which keeps nothing. */
  readonly #keeper: SittingKeeper | null;
  #hasLetGo = false;

  constructor(parts: SittingOnDeviceParts) {
    this.#parts = parts;
    const { audience, device, grants } = parts;
    this.#keeper = audience === 'screen' ? null : new SittingKeeper(device, parts, grants);
    window.addEventListener('beforeunload', this.#warn);
    document.addEventListener('visibilitychange', this.#leave);
    window.addEventListener('pagehide', this.#leave);
  }

  /** What was kept for this person (for any when null); null when nothing is there. */
  kept(by: string | null): KeptSitting | null {
    return keptSitting(this.#parts.device, this.#parts, by);
  }

  /** The server said so. Once the séminaire is over, the device keeps nothing of it but what was not sent. */
  told(state: SittingState): void {
    if (!state.head.seminarClosed) {
      this.#note(state);
      return;
    }
    if (this.#hasLetGo) return;
    this.#hasLetGo = true;
    this.drop();
    void purgeDevice(this.#parts.device, state.head.seminarId);
  }

  /** The server lets this device see it no more. */
  drop(): void {
    this.#keeper?.drop();
  }

  close(): void {
    window.removeEventListener('beforeunload', this.#warn);
    document.removeEventListener('visibilitychange', this.#leave);
    window.removeEventListener('pagehide', this.#leave);
    this.#keeper?.close();
  }

  #note(state: SittingState): void {
    if (!this.#parts.isShared()) this.#keeper?.note(state, this.#parts.now());
  }

  /** Leaving while something is on this device only asks back. */
  readonly #warn = (event: BeforeUnloadEvent): void => {
    if (this.#parts.hasUnsent()) event.preventDefault();
  };

  readonly #leave = ({ type }: Event): void => {
    if (type === 'visibilitychange' && document.visibilityState === 'visible') return;
    this.#parts.left();
    const current = this.#parts.current();
    if (current !== null && !this.#hasLetGo) this.#note(current);
    this.#keeper?.keepNow();
  };
}
