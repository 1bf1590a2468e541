/** Who takes part on this device: one phone may serve several people, one after the other. */
import { keepStored, readStored } from './device-storage.ts';

const personKey = (sittingId: string): string => `person.${sittingId}`;

/** The person who took up the sitting last on this device, or null when nobody was chosen. */
export const chosenPerson = (sittingId: string): string | null => readStored(personKey(sittingId));

/** From now on the sitting's page on this device is this person's; false when the device keeps nothing. */
export const choosePerson = (sittingId: string, personId: string): boolean =>
  keepStored(personKey(sittingId), personId);
