/** Words written on this device that no server will take as they are: kept for their author, to be put back by hand. */
import type { DocumentRef } from '#ydoc/document-names.ts';
import { documentName } from '#ydoc/document-names.ts';
import type { DeviceDatabase } from './device-database.ts';

/** They belong to the document, whatever its epoch; '' when there are none. */
export function readAside(device: DeviceDatabase, document: DocumentRef): string {
  const kept = device.read('aside', documentName(document));
  return typeof kept === 'string' ? kept : '';
}

/** Adds words to those already set aside. */
export async function setAside(device: DeviceDatabase, document: DocumentRef, words: string): Promise<void> {
  const before = readAside(device, document);
  // Set aside twice, by two tabs or after a crash between two writes, they stand once.
  if (words === '' || before.includes(words)) return;
  await device.keep('aside', documentName(document), before === '' ? words : `${before}\n${words}`);
}

export const dropAside = (device: DeviceDatabase, document: DocumentRef): Promise<boolean> =>
  device.drop('aside', documentName(document));
