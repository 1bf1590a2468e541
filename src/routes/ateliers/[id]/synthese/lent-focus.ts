import { tick } from 'svelte';

/** The focus, lent to what is opened over a page, and given back to where it was once that closes (WCAG 2.4.3). */
export class LentFocus {
  #from: HTMLElement | null = null;

  /** `take` puts it into what `open` has shown; without it the focus stays. */
  async lend(open: () => void, take: () => void): Promise<void> {
    const { activeElement } = document;
    this.#from = activeElement instanceof HTMLElement ? (triggerOf(activeElement) ?? activeElement) : null;
    open();
    await tick();
    take();
  }

  /** When what had it is gone, or was led to from elsewhere, the page's text gets it. */
  async giveBack(close: () => void): Promise<void> {
    close();
    await tick();
    if (this.#from?.isConnected) this.#from.focus();
    this.#from = null;
    if (document.activeElement === document.body) document.getElementById('contenu')?.focus();
  }
}

/** A menu closes over the entry that was chosen in it. */
const triggerOf = (entry: HTMLElement): HTMLElement | null => {
  const menu = entry.closest('[role="menu"]');
  return menu && document.querySelector(`[aria-controls="${CSS.escape(menu.id)}"]`);
};
