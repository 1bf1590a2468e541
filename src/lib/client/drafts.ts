/** Words being typed, kept on this device until they are sent: a reload or a closed laptop loses nothing. */
import { dropStored, keepStored, readStored } from './device-storage.ts';

const draftKey = (key: string): string => `draft.${key}`;

/** The words kept under this key, for instance a sitting's id; '' when there are none. */
export const readDraft = (key: string): string => readStored(draftKey(key)) ?? '';

/** Keeps the words; false when this device cannot keep anything. */
export function keepDraft(key: string, text: string): boolean {
  if (text === '') {
    dropDraft(key);
    return true;
  }
  return keepStored(draftKey(key), text);
}

export const dropDraft = (key: string): void => dropStored(draftKey(key));
