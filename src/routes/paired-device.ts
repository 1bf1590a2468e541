/** What this device is as a room's computer, for the pages inside the layout. */
import { createContext } from 'svelte';
import type { DevicePairing } from '#lib/client/pairing.svelte.ts';

const [read, provide] = createContext<() => DevicePairing | null>();

/** Null where this device is no room's computer, and until that part of the client has come. */
export const readDevicePairing = (): (() => DevicePairing | null) => read();

export const provideDevicePairing = (device: () => DevicePairing | null): void => {
  provide(device);
};
