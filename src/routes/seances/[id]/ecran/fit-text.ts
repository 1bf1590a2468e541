/** Sets words as large as their place allows: a question of 233 characters stays whole and readable. */
import type { Attachment } from 'svelte/attachments';

const STEPS = 12;
/** Pixels that rounding may cost. */
const SLACK = 2;

/**
 * The element's text gets the largest `--fit` between `smallest` and `largest` (in `unit` of the viewport) at which it
 * does not overflow. `text` is read so that other words are fitted anew.
 */
export const fitText =
  ({
    text,
    smallest,
    largest,
    unit,
  }: {
    text: string;
    smallest: number;
    largest: number;
    unit: string;
  }): Attachment<HTMLElement> =>
  (element) => {
    const set = (size: number): void => element.style.setProperty('--fit', `${size.toFixed(2)}${unit}`);
    const fits = (): boolean =>
      element.scrollHeight <= element.clientHeight + SLACK &&
      element.scrollWidth <= element.clientWidth + SLACK;
    const fit = (): void => {
      let low = smallest;
      let high = largest;
      set(high);
      if (text === '' || fits()) return;
      for (let step = 0; step < STEPS; step += 1) {
        const middle = (low + high) / 2;
        set(middle);
        if (fits()) low = middle;
        else high = middle;
      }
      set(low);
    };
    const observer = new ResizeObserver(fit);
    // The page around it tells of room that comes back, the element itself of room that its neighbours take.
    observer.observe(element.closest('main') ?? element);
    observer.observe(element);
    // A font that arrives late changes how much room the words need, and no box around them.
    document.fonts.addEventListener('loadingdone', fit);
    const frame = requestAnimationFrame(fit);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', fit);
    };
  };
