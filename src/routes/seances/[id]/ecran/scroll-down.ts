/** Scrolls a page that nobody's hand is on: whoever turns the slides says how far. */
import type { Attachment } from 'svelte/attachments';

/** Sets `--down` to how far the first child must go up: `down` is 0 at the head of it and 1 at its foot. */
export const scrollDown =
  (down: number): Attachment<HTMLElement> =>
  (element) => {
    const page = element.firstElementChild;
    const place = (): void => {
      const { paddingTop, paddingBottom } = getComputedStyle(element);
      const seen = element.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
      const hidden = Math.max(0, (page?.scrollHeight ?? 0) - seen);
      element.style.setProperty('--down', `${Math.round(hidden * down)}px`);
    };
    const observer = new ResizeObserver(place);
    observer.observe(element);
    if (page) observer.observe(page);
    place();
    return () => observer.disconnect();
  };
