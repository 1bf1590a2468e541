/** Dragging a row of a list to another place, with one pointer; keys and buttons do the same beside it. */

const EDGE_PIXELS = 80;
const SCROLL_PIXELS = 14;

/** Where a row dragged to a height belongs, by the middles of all rows from top to bottom; counted from 0. */
export const placeAt = (height: number, middles: readonly number[], from: number): number =>
  middles.filter((middle, index) => index !== from && middle < height).length;

export class DragOrder {
  #drag = $state.raw<{ readonly pointer: number; readonly from: number; readonly to: number } | null>(null);
  readonly #rows: () => readonly Element[];
  readonly #drop: (from: number, to: number) => void;

  constructor(rows: () => readonly Element[], drop: (from: number, to: number) => void) {
    this.#rows = rows;
    this.#drop = drop;
  }

  /** The row in hand, or null. */
  get from(): number | null {
    return this.#drag?.from ?? null;
  }
  /** Where it would be put, counted without it; null when nothing is in hand. */
  get to(): number | null {
    return this.#drag?.to ?? null;
  }

  /** The attachment of the handle of the row at `index`. */
  handle(index: number): (handle: HTMLElement) => () => void {
    return (handle) => {
      const start = (event: PointerEvent): void => {
        if (event.button !== 0) return;
        handle.setPointerCapture(event.pointerId);
        this.#drag = { pointer: event.pointerId, from: index, to: index };
      };
      const move = (event: PointerEvent): void => {
        if (this.#drag?.pointer !== event.pointerId) return;
        const middles = this.#rows().map((row) => {
          const { top, height } = row.getBoundingClientRect();
          return top + height / 2;
        });
        this.#drag = { ...this.#drag, to: placeAt(event.clientY, middles, this.#drag.from) };
        if (event.clientY < EDGE_PIXELS) scrollBy(0, -SCROLL_PIXELS);
        else if (event.clientY > innerHeight - EDGE_PIXELS) scrollBy(0, SCROLL_PIXELS);
      };
      const drop = (event: PointerEvent): void => {
        const drag = this.#drag;
        if (drag?.pointer !== event.pointerId) return;
        this.#drag = null;
        if (drag.to !== drag.from) this.#drop(drag.from, drag.to);
      };
      const cancel = (): void => {
        this.#drag = null;
      };
      const escape = (event: KeyboardEvent): void => {
        if (event.key === 'Escape') cancel();
      };
      handle.addEventListener('pointerdown', start);
      handle.addEventListener('pointermove', move);
      handle.addEventListener('pointerup', drop);
      handle.addEventListener('pointercancel', cancel);
      handle.addEventListener('keydown', escape);
      return () => {
        handle.removeEventListener('pointerdown', start);
        handle.removeEventListener('pointermove', move);
        handle.removeEventListener('pointerup', drop);
        handle.removeEventListener('pointercancel', cancel);
        handle.removeEventListener('keydown', escape);
      };
    };
  }
}
