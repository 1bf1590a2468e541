/** Phones' keyboards, as the browsers on those phones hear them. */
import type { CDPSession, Page } from '@playwright/test';

/** A key of Android's keyboard says no more than that: what it writes comes by the input method. */
const NO_KEY = { type: 'keyDown', key: 'Unidentified', windowsVirtualKeyCode: 229 } as const;

/** Gboard and its like: a word is one composition, written anew with every letter until it is committed. */
export class AndroidKeyboard {
  readonly #browser: CDPSession;

  constructor(browser: CDPSession) {
    this.#browser = browser;
  }

  /** The word being composed becomes this one. */
  async composed(word: string): Promise<void> {
    const end = word.length;
    await this.#browser.send('Input.imeSetComposition', {
      text: word,
      selectionStart: end,
      selectionEnd: end,
    });
  }

  /** Letter by letter, nothing committed; `from` letters are there already. */
  async compose(word: string, from = 0): Promise<void> {
    for (let length = from + 1; length <= word.length; length += 1)
      await this.composed(word.slice(0, length));
  }

  /** The word being composed, if there is one, ends as this text: its letters, a correction or a suggestion. */
  async commit(text: string): Promise<void> {
    await this.#browser.send('Input.insertText', { text });
  }

  async write(words: string): Promise<void> {
    for (const word of words.split(/(?<= )/)) {
      await this.compose(word.trimEnd());
      await this.commit(word);
    }
  }

  async enter(): Promise<void> {
    await this.#browser.send('Input.dispatchKeyEvent', { ...NO_KEY, text: '\r' });
  }

  async backspace(): Promise<void> {
    await this.#browser.send('Input.dispatchKeyEvent', { ...NO_KEY, commands: ['deleteBackward'] });
  }
}

type Typed =
  | { readonly inputType: 'insertText'; readonly data: string }
  | { readonly inputType: 'deleteContentBackward' }
  | { readonly inputType: 'insertParagraph' }
  /** `replaced` characters before the caret become `data`. */
  | { readonly inputType: 'insertReplacementText'; readonly data: string; readonly replaced: number };

/** The keyboard of iOS: Latin words are no compositions; what it corrects it replaces afterwards. */
export class IosKeyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async replay(...typed: readonly Typed[]): Promise<void> {
    for (const one of typed) await this.#page.evaluate(typeAsIos, one);
  }

  async write(text: string): Promise<void> {
    await this.replay(...[...text].map((data) => ({ inputType: 'insertText', data }) as const));
  }

  async backspaces(count: number): Promise<void> {
    await this.replay(
      ...Array.from({ length: count }, () => ({ inputType: 'deleteContentBackward' }) as const),
    );
  }

  async replace(replaced: number, data: string): Promise<void> {
    await this.replay({ inputType: 'insertReplacementText', data, replaced });
  }
}

/** In the page: the events of one key or correction, and between them what the browser itself does to the text. */
function typeAsIos(typed: Typed): void {
  const field = document.activeElement;
  if (field === null) throw new Error('nothing has the focus');
  const press = (key: string, keyCode: number, type: () => void): void => {
    const event = { key, keyCode, bubbles: true, cancelable: true };
    if (field.dispatchEvent(new KeyboardEvent('keydown', event))) type();
    field.dispatchEvent(new KeyboardEvent('keyup', event));
  };
  switch (typed.inputType) {
    case 'insertText':
      press(typed.data, typed.data.toUpperCase().charCodeAt(0), () =>
        document.execCommand('insertText', false, typed.data),
      );
      return;
    case 'deleteContentBackward':
      press('Backspace', 8, () => document.execCommand('delete'));
      return;
    case 'insertParagraph':
      press('Enter', 13, () => document.execCommand('insertParagraph'));
      return;
    case 'insertReplacementText': {
      const { inputType, data, replaced } = typed;
      const event = { inputType, bubbles: true };
      if (field instanceof HTMLTextAreaElement) {
        const end = field.selectionEnd;
        if (!field.dispatchEvent(new InputEvent('beforeinput', { ...event, data, cancelable: true }))) return;
        field.setRangeText(data, end - replaced, end, 'end');
        field.dispatchEvent(new InputEvent('input', { ...event, data }));
        return;
      }
      const selection = getSelection();
      if (!selection?.focusNode) throw new Error('there is no caret');
      const caret = selection.getRangeAt(0);
      const walk = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
      let node: Text | null = null;
      while (walk.nextNode() && caret.comparePoint(walk.currentNode, 0) <= 0) {
        const own = walk.currentNode.parentElement?.closest('[contenteditable]') === field;
        if (own && walk.currentNode instanceof Text) node = walk.currentNode;
      }
      if (node === null) throw new Error('no text stands before the caret');
      const end = node === selection.focusNode ? selection.focusOffset : node.length;
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/plain', data);
      const place = { startContainer: node, startOffset: end - replaced, endContainer: node, endOffset: end };
      const targetRanges = [new StaticRange(place)];
      const asked = { ...event, dataTransfer, targetRanges, cancelable: true };
      if (!field.dispatchEvent(new InputEvent('beforeinput', asked))) return;
      node.replaceData(end - replaced, replaced, data);
      selection.collapse(node, end - replaced + data.length);
      field.dispatchEvent(new InputEvent('input', { ...event, dataTransfer }));
    }
  }
}
