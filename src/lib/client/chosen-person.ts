/** Who takes part on this device: one phone may serve several people, one after the other. */
import { dropStored, keepStored, readStored } from './device-storage.ts';

const personKey = (sittingId: string): string => `person.${sittingId}`;
const sharedKey = (sittingId: string, personId: string): string => `shared.${sittingId}.${personId}`;
const hiddenKey = (sittingId: string, personId: string | null): string =>
  `hidden-seen.${sittingId}.${personId ?? ''}`;
const openedKey = (sittingId: string, personId: string | null): string =>
  `opened.${sittingId}.${personId ?? ''}`;

/** The person who took up the sitting last on this device, or null when nobody was chosen. */
export const chosenPerson = (sittingId: string): string | null => readStored(personKey(sittingId));

/** From now on the sitting's page on this device is this person's; false when the device keeps nothing. */
export const choosePerson = (sittingId: string, personId: string): boolean =>
  keepStored(personKey(sittingId), personId);

/** « Poste partagé », as this person chose: nothing of their visit is to outlive it. */
export const isSharedDevice = (sittingId: string, personId: string | null): boolean =>
  personId !== null && readStored(sharedKey(sittingId, personId)) !== null;

export function setSharedDevice(sittingId: string, personId: string, shared: boolean): void {
  if (shared) keepStored(sharedKey(sittingId, personId), 'yes');
  else dropStored(sharedKey(sittingId, personId));
}

/** Whether this person opened the sitting on this device before; from now on they have. */
export function isFirstOpening(sittingId: string, personId: string | null): boolean {
  const key = openedKey(sittingId, personId);
  const first = readStored(key) === null;
  if (first) keepStored(key, 'yes');
  return first;
}

/** The ids of this person's contributions that they were told are hidden. */
export const seenHidden = (sittingId: string, personId: string | null): readonly string[] =>
  (readStored(hiddenKey(sittingId, personId)) ?? '').split(' ').filter((id) => id !== '');

export function keepSeenHidden(sittingId: string, personId: string | null, ids: readonly string[]): void {
  keepStored(hiddenKey(sittingId, personId), ids.join(' '));
}

/** The visit is over: the next one on this device begins with nobody. */
export function forgetPerson(sittingId: string, personId: string): void {
  dropStored(sharedKey(sittingId, personId));
  dropStored(openedKey(sittingId, personId));
  dropStored(hiddenKey(sittingId, personId));
  if (chosenPerson(sittingId) === personId) dropStored(personKey(sittingId));
}
