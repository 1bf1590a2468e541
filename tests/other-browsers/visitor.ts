/** A person at a driven browser: they look for what a button or field is called, click and type. */
import { expect } from 'vitest';
import type { DrivenBrowser } from './driven-browser.ts';

const PATIENCE = { timeout: 15_000, interval: 50 };
const TAB = '\uE004';
const PRESSABLE = 'button, a[href], input[type=radio], input[type=checkbox]';
const FIELDS = 'input, textarea, select, [role=textbox]';

/** In the page: the first element of the kind that is shown and whose name begins with these words. */
const named = (kind: string, name: string): string => `(() => {
  const plain = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
  const nameOf = (it) => plain(it.getAttribute('aria-label') ?? (it.labels?.[0] ?? it).textContent);
  return [...document.querySelectorAll(${JSON.stringify(kind)})].find(
    (it) => nameOf(it).startsWith(plain(${JSON.stringify(name)})) && it.getClientRects().length > 0);
})()`;

export class Visitor {
  readonly #browser: DrivenBrowser;

  constructor(browser: DrivenBrowser) {
    this.#browser = browser;
  }

  sees(words: string): Promise<void> {
    return this.finds(`document.body.innerText.includes(${JSON.stringify(words)})`);
  }

  /** Waits until it is so in the page. */
  async finds(expression: string): Promise<void> {
    await expect.poll(() => this.#browser.value(`Boolean(${expression})`), PATIENCE).toBe(true);
  }

  /** Waits until a button, or whatever is pressed, of this name has the state. */
  findsPressed(name: string): Promise<void> {
    return this.finds(`${named(PRESSABLE, name)}?.getAttribute('aria-pressed') === 'true'`);
  }

  press(name: string): Promise<void> {
    return this.#click(named(PRESSABLE, name));
  }

  async fill(name: string, text: string): Promise<void> {
    await this.#click(named(FIELDS, name));
    await this.type(text);
  }

  async type(text: string): Promise<void> {
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#browser.perform([{ type: 'key', id: 'keyboard', actions }]);
  }

  /** By the keyboard to what follows, which shows that it has the focus where the browser shows it. */
  async tabsOn(): Promise<void> {
    await this.#browser.value(`void (window.before = document.activeElement)`);
    await this.type(TAB);
    await this.finds(`document.activeElement !== window.before`);
    if (!this.#browser.showsFocus) return;
    await this.finds(`document.hasFocus()`);
    await this.finds(`getComputedStyle(document.activeElement).outlineStyle !== 'none'`);
  }

  async #click(element: string): Promise<void> {
    await this.finds(
      `${element} && !${element}.disabled && ${element}.getAttribute('aria-readonly') !== 'true'`,
    );
    const centre = (await this.#browser.value(`(() => {
      const it = ${element};
      it.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = it.getBoundingClientRect();
      return [Math.round(left + Math.min(width, 600) / 2), Math.round(top + height / 2)];
    })()`)) as [number, number];
    const [x, y] = centre;
    const actions = [
      { type: 'pointerMove', x, y, duration: 0 },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.#browser.perform([{ type: 'pointer', id: 'mouse', actions }]);
  }
}
