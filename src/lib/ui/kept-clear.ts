/** Bars that stay at an edge of the page while it scrolls under them. */
import type { Attachment } from 'svelte/attachments';

/** In pixels, between the bar and what comes next to it. */
const GAP = 8;

/**
 * While the bar stays at this edge, what takes the focus or is scrolled to comes clear of it, however tall it is (WCAG
 * 2.4.11): `global.css` reads the height in pixels as `--bar-top` and `--bar-bottom`.
 */
export const keptClear =
  (edge: 'top' | 'bottom'): Attachment<HTMLElement> =>
  (bar) => {
    const { style } = document.documentElement;
    const property = `--bar-${edge}`;
    const measure = (): void => {
      const { position, top } = getComputedStyle(bar);
      const from = edge === 'top' ? Number.parseFloat(top) || 0 : 0;
      if (position === 'sticky') style.setProperty(property, `${from + bar.offsetHeight + GAP}px`);
      else style.removeProperty(property);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(bar);
    return () => {
      observer.disconnect();
      style.removeProperty(property);
    };
  };
