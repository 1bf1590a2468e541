/** Bars that stay at an edge of the page while it scrolls under them. */
import type { Attachment } from 'svelte/attachments';

/** In pixels, between the bar and what comes next to it. */
const GAP = 8;

/**
 * While the bar stays at this edge, what takes the focus or is scrolled to comes clear of it, however tall it is (WCAG
 * 2.4.11): `global.css` reads, in pixels, as `--bar-top` and `--bar-bottom`, how far the bars reach from their edge. Of
 * several at one edge the one that reaches farthest counts.
 */
export const keptClear =
  (edge: 'top' | 'bottom'): Attachment<HTMLElement> =>
  (bar) => {
    const page = document.documentElement;
    // Each bar carries its own reach, so that none of them has to know of the others.
    const reach = `data-reach-${edge}`;
    const keepFarthest = (): void => {
      const reaches = [...page.querySelectorAll(`[${reach}]`)].map((it) => Number(it.getAttribute(reach)));
      const property = `--bar-${edge}`;
      if (reaches.length === 0) page.style.removeProperty(property);
      else page.style.setProperty(property, `${Math.max(...reaches)}px`);
    };
    const measure = (): void => {
      const style = getComputedStyle(bar);
      const from = Number.parseFloat(style[edge]) || 0;
      if (style.position === 'sticky') bar.setAttribute(reach, `${from + bar.offsetHeight + GAP}`);
      else bar.removeAttribute(reach);
      keepFarthest();
    };
    const observer = new ResizeObserver(measure);
    observer.observe(bar);
    // A phone on its side or its keyboard may move the bar without another size.
    addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      removeEventListener('resize', measure);
      bar.removeAttribute(reach);
      keepFarthest();
    };
  };
