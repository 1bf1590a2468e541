/** One-shot timers that end with their owner. */
export class Timers {
  readonly #running = new Set<ReturnType<typeof setTimeout>>();

  later(then: () => void, milliseconds: number): void {
    const timer = setTimeout(() => {
      this.#running.delete(timer);
      then();
    }, milliseconds);
    this.#running.add(timer);
  }

  pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.later(resolve, milliseconds));
  }

  close(): void {
    this.#running.forEach(clearTimeout);
    this.#running.clear();
  }
}
