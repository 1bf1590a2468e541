/** « Horloge discrète »: the clock is a line while somebody speaks; the device remembers. */
import { keepStored, readStored } from '#lib/client/device-storage.ts';

const KEY = 'discreet-clock';

export class DiscreetClock {
  #on = $state(readStored(KEY) === 'on');

  get on(): boolean {
    return this.#on;
  }

  toggle(): void {
    this.#on = !this.#on;
    // Where nothing can be kept it holds until the page is loaded again.
    keepStored(KEY, this.#on ? 'on' : 'off');
  }
}
