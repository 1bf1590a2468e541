/** The keys of the console: what they ask of the run, and when they belong to something else. */

export type KeyAction = 'next' | 'toggle' | 'shorten' | 'extend';

type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'repeat' | 'defaultPrevented'>;

/** What a key asks of the run; null when it asks nothing, is held down, or is part of another combination. */
export const keyAction = (event: Key): KeyAction | null => {
  if (event.repeat || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return null;
  switch (event.key) {
    case 'ArrowRight':
      return 'next';
    case ' ':
      return 'toggle';
    case '-':
    case '−':
      return 'shorten';
    case '+':
      return 'extend';
    default:
      return null;
  }
};

/** Asks to enter what is said. */
export const isEntryKey = ({ key, repeat, defaultPrevented, altKey, ctrlKey, metaKey }: Key): boolean =>
  (key === 's' || key === 'S') && !repeat && !defaultPrevented && !altKey && !ctrlKey && !metaKey;

const WRITTEN_IN = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
const MOVED_IN = '[role="menu"], [role="tablist"], [role="dialog"], [role="radiogroup"]';
const PRESSED = 'button, a, summary, [role="tab"]';
const SCROLLED_IN = '[role="region"][tabindex="0"]';

/** Whether what has the focus needs the key for itself: a field all of them, a button or a list that scrolls the space bar. */
export const keepsKey = (focused: Element, action: KeyAction | 'entry'): boolean =>
  focused.closest(`${WRITTEN_IN}, ${MOVED_IN}`) !== null ||
  (action === 'toggle' && focused.closest(`${PRESSED}, ${SCROLLED_IN}`) !== null);
