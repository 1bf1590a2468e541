import { openDevice } from '#lib/client/device.ts';
import { loadLanguage } from '#lib/client/language.svelte.ts';

// Pages are made in the browser: the server that renders knows neither language, nor session, nor storage.
export const ssr = false;
export const prerender = false;

export async function load(): Promise<void> {
  await Promise.all([loadLanguage(), openDevice()]);
}
