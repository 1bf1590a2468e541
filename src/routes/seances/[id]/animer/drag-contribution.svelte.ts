/** A contribution held by mouse or pen, until it is let go on another or on a group. With a finger and by keys there is the menu. */
import type { Attachment } from 'svelte/attachments';

/** Pixels before a press is a drag. */
const THRESHOLD = 6;
/** Pixels from the edge of the list where it begins to scroll, and how far at once. */
const EDGE = 48;
const STEP = 12;

export type Held = { readonly ids: readonly string[]; readonly x: number; readonly y: number };

export class Drag {
  #held = $state.raw<Held | null>(null);
  #over = $state<string | null>(null);

  get held(): Held | null {
    return this.#held;
  }
  /** The `data-drop` of what it would be let go on; null when that is nothing, or what is held itself. */
  get over(): string | null {
    return this.#over;
  }

  /** Makes an element the handle of what `meant` says. */
  handle(
    meant: () => readonly string[],
    drop: (on: string, ids: readonly string[]) => void,
  ): Attachment<HTMLElement> {
    return (handle) => {
      let from: { readonly x: number; readonly y: number } | null = null;
      const press = (event: PointerEvent): void => {
        if (event.pointerType === 'touch' || event.button !== 0) return;
        from = { x: event.clientX, y: event.clientY };
        handle.setPointerCapture(event.pointerId);
        event.preventDefault();
      };
      const move = ({ clientX: x, clientY: y }: PointerEvent): void => {
        if (from === null) return;
        if (this.#held === null && Math.hypot(x - from.x, y - from.y) < THRESHOLD) return;
        document.documentElement.style.userSelect = 'none';
        this.#held = { ids: this.#held?.ids ?? meant(), x, y };
        this.#over = this.#under(x, y);
        scrollNear(handle.closest('[data-drop-list]'), y);
      };
      const letGo = (): void => {
        const [held, over] = [this.#held, this.#over];
        stop();
        if (held !== null && over !== null) drop(over, held.ids);
      };
      const stop = (): void => {
        from = null;
        document.documentElement.style.userSelect = '';
        this.#held = null;
        this.#over = null;
      };
      const escape = (event: KeyboardEvent): void => {
        if (event.key !== 'Escape' || this.#held === null) return;
        event.preventDefault();
        stop();
      };
      handle.addEventListener('pointerdown', press);
      handle.addEventListener('pointermove', move);
      handle.addEventListener('pointerup', letGo);
      handle.addEventListener('pointercancel', stop);
      window.addEventListener('keydown', escape, true);
      return () => {
        if (from !== null) stop();
        handle.removeEventListener('pointerdown', press);
        handle.removeEventListener('pointermove', move);
        handle.removeEventListener('pointerup', letGo);
        handle.removeEventListener('pointercancel', stop);
        window.removeEventListener('keydown', escape, true);
      };
    };
  }

  #under(x: number, y: number): string | null {
    const target = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]')?.dataset['drop'];
    const isHeld = this.#held?.ids.some((id) => target === `one ${id}`) === true;
    return target === undefined || isHeld ? null : target;
  }
}

function scrollNear(list: Element | null, y: number): void {
  if (list === null) return;
  const { top, bottom } = list.getBoundingClientRect();
  if (y < top + EDGE) list.scrollBy(0, -STEP);
  else if (y > bottom - EDGE) list.scrollBy(0, STEP);
}
