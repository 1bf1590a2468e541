/** What a paired computer remembers: the page it was told to open. Devices that were never paired ask nothing. */
import { dropStored, keepStored, readStored } from './device-storage.ts';

const KEY = 'paired';

export const pairedPath = (): string | null => readStored(KEY);
/** Where nothing can be kept, the pairing page itself leads back after a reload. */
export const rememberPaired = (path: string): void => void keepStored(KEY, path);
export const forgetPaired = (): void => dropStored(KEY);
