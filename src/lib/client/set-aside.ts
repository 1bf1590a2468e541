/** Words written on this device that no server will take as they are: kept for their author, to be put back by hand. */
import { documentName, parseWireName } from '#ydoc/document-names.ts';
import type { DeviceDatabase } from './device-database.ts';

/** They belong to the document, whatever its epoch. */
function keyOf(wireName: string): string {
  const ref = parseWireName(wireName);
  return ref === null ? wireName : documentName(ref);
}

/** '' when there are none. */
export function readAside(device: DeviceDatabase, wireName: string): string {
  const kept = device.read('aside', keyOf(wireName));
  return typeof kept === 'string' ? kept : '';
}

/** Adds words to those already set aside. */
export async function setAside(device: DeviceDatabase, wireName: string, words: string): Promise<void> {
  const before = readAside(device, wireName);
  // Set aside twice, by two tabs or after a crash between two writes, they stand once.
  if (words === '' || before.includes(words)) return;
  await device.keep('aside', keyOf(wireName), before === '' ? words : `${before}\n${words}`);
}

export const dropAside = (device: DeviceDatabase, wireName: string): Promise<boolean> =>
  device.drop('aside', keyOf(wireName));
