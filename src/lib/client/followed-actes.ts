/** Tells when what the actes are made from became another, by whomever: at once, then once in a while. */
import { Connection } from './connection.svelte.ts';
import { Timers } from './timers.ts';

/** While rooms are live something becomes another at any moment. */
const REST_MS = 10_000;

export class FollowedActes {
  readonly #seminarId: string;
  readonly #changed: () => void;
  readonly #connection = new Connection();
  readonly #timers = new Timers();
  /** Something became another since it was told. */
  #isNews = false;
  #rests = false;
  #wasLive = false;

  constructor(seminarId: string, changed: () => void) {
    this.#seminarId = seminarId;
    this.#changed = changed;
    this.#connection.on('actes', (of) => {
      if (of.seminarId === seminarId) this.#heard();
    });
    this.#connection.onLive(() => void this.#follow());
    document.addEventListener('visibilitychange', this.#tell);
  }

  async #follow(): Promise<void> {
    const answer = await this.#connection.subscribe({ channel: 'actes', seminarId: this.#seminarId });
    // Without a connection nothing was heard.
    if (answer.ok && this.#wasLive) this.#heard();
    this.#wasLive ||= answer.ok;
  }

  #heard(): void {
    this.#isNews = true;
    this.#tell();
  }

  readonly #tell = (): void => {
    if (!this.#isNews || this.#rests || document.visibilityState === 'hidden') return;
    this.#isNews = false;
    this.#rests = true;
    this.#timers.later(() => {
      this.#rests = false;
      this.#tell();
    }, REST_MS);
    this.#changed();
  };

  close(): void {
    document.removeEventListener('visibilitychange', this.#tell);
    this.#timers.close();
    this.#connection.close();
  }
}
