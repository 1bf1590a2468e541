/** The keys of the remote control, those of the pointers that speakers hold included. */

type RemoteKey = 'previous' | 'next' | 'put-away';

type Key = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'repeat' | 'defaultPrevented'
>;

/** What a key asks; null when it asks nothing, is held down, or is part of another combination. */
export function remoteKey(event: Key): RemoteKey | null {
  if (event.repeat || event.defaultPrevented) return null;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  switch (event.key) {
    case 'ArrowLeft':
    case 'PageUp':
      return 'previous';
    case 'ArrowRight':
    case 'PageDown':
    case ' ':
      return 'next';
    case 'Escape':
      return 'put-away';
    default:
      return null;
  }
}

/** Whether what has the focus needs the key for itself. */
export const keepsRemoteKey = (focused: Element, key: string): boolean =>
  focused.closest('input, textarea, select, [role="menu"], [role="dialog"]') !== null ||
  (key === ' ' && focused.closest('button, a, summary') !== null);
