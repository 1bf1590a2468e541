/** Brings one document's commits to disk, in order, as often as it takes. */
import type { DocumentCommit, DocumentStore } from '../seminars/documents.port.ts';
import type { Logger, Timers } from '../seminars/surroundings.port.ts';
import { codeOf } from './error-code.ts';
import type { Limits } from './limits.ts';

export type SaverSurroundings = {
  readonly documents: DocumentStore;
  readonly timers: Timers;
  readonly logger: Logger;
  readonly limits: Limits;
  /** Commits begin to fail, or succeed again. */
  readonly onSaving: (works: boolean) => void;
};

export class Saver {
  readonly #around: SaverSurroundings;
  #works = true;
  #isLastTry = false;
  #endPause: (() => void) | null = null;

  constructor(around: SaverSurroundings) {
    this.#around = around;
  }

  get works(): boolean {
    return this.#works;
  }

  /** The commit's sequence number once it is on disk; null when it was given up. */
  async save(commit: DocumentCommit): Promise<number | null> {
    const { documents, limits, logger } = this.#around;
    for (let pauseMs = limits.firstRetryMs; ; pauseMs = Math.min(2 * pauseMs, limits.longestRetryMs)) {
      try {
        const seq = await documents.commit(commit);
        this.#turn(true);
        return seq;
      } catch (error) {
        logger.error('collab.commit-failed', { document: commit.document, reason: codeOf(error) });
        // Someone else has opened a new epoch: this one takes nothing any more.
        if (codeOf(error) === 'documents/epoch-closed') throw error;
        this.#turn(false);
        if (this.#isLastTry) return null;
        await this.#pause(pauseMs);
      }
    }
  }

  /** No more waiting: what fails now is given up. */
  hurry(): void {
    this.#isLastTry = true;
    this.#endPause?.();
  }

  #turn(works: boolean): void {
    if (works === this.#works) return;
    this.#works = works;
    this.#around.onSaving(works);
  }

  async #pause(milliseconds: number): Promise<void> {
    if (this.#isLastTry) return;
    await new Promise<void>((resolve) => {
      const cancel = this.#around.timers.after(milliseconds, resolve);
      this.#endPause = () => {
        cancel();
        resolve();
      };
    });
    this.#endPause = null;
  }
}
