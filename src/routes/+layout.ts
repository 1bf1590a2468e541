import { loadLanguage } from '#lib/client/language.svelte.ts';

// Pages are made in the browser: the server that renders knows neither language, nor session, nor storage.
export const ssr = false;
export const prerender = false;

export const load = (): Promise<void> => loadLanguage();
