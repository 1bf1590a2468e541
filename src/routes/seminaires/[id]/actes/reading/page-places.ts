/** Where pages stand under the reader's eyes. */

/** A page, counted from 1, and how far its top stands below the top of what is seen, in CSS pixels. */
type PagePlace = { readonly page: number; readonly below: number };

/** How far down the eyes rest, of what is seen. */
const EYES = 0.3;

/** The page that is read; null where none is under the eyes. */
export function placeRead(leaves: HTMLElement): PagePlace | null {
  const top = seenTop(leaves);
  const eyes = top + (window.innerHeight - top) * EYES;
  const boxes = [...leaves.querySelectorAll('figure')].map((leaf) => leaf.getBoundingClientRect());
  const index = boxes.findIndex((box) => box.top <= eyes && box.bottom > eyes);
  const box = boxes[index];
  return box === undefined ? null : { page: index + 1, below: box.top - top };
}

/** Scrolls until the element stands so far below the top of what is seen. */
export function bringTo(element: HTMLElement, below: number): void {
  // The window's own way there would leave room for bars.
  const top = element.getBoundingClientRect().top - seenTop(element) - below;
  (scrollerOf(element) ?? document.documentElement).scrollBy({ top, behavior: 'instant' });
}

/** What the pages scroll in; null where they scroll with the window. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  const main = element.closest('main');
  return main && getComputedStyle(main).overflowY !== 'visible' ? main : null;
}

const seenTop = (element: HTMLElement): number => scrollerOf(element)?.getBoundingClientRect().top ?? 0;
