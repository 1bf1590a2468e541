/** Words being typed, kept on this device until they are sent: a reload or a closed laptop loses nothing. */
import { device } from './device.ts';

/** The words kept under this key, for instance a sitting's id; '' when there are none. */
export function readDraft(key: string): string {
  const kept = device().read('drafts', key);
  return typeof kept === 'string' ? kept : '';
}

/** Keeps the words; resolves to whether they are on this device's disk. */
export async function keepDraft(key: string, text: string): Promise<boolean> {
  if (text !== '') return device().keep('drafts', key, text);
  dropDraft(key);
  return true;
}

export const dropDraft = (key: string): void => void device().drop('drafts', key);
