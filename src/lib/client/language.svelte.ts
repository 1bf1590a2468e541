/** The page's language: the browser decides, a person can switch, and the device remembers. One is loaded at a time. */
import type { Messages } from '#i18n/messages.ts';
import { keptTogether } from '#i18n/no-break-spaces.ts';
import { keepStored, readStored } from './device-storage.ts';

export type Language = Messages['language'];

const KEY = 'language';

const load = async (language: Language): Promise<Messages> =>
  language === 'en' ? (await import('#i18n/en.ts')).default : (await import('#i18n/fr.ts')).default;

/** The first of the languages a person prefers that there is; French when there is none. */
export function preferredLanguage(kept: string | null, preferred: readonly string[]): Language {
  for (const wanted of [kept ?? '', ...preferred]) {
    const [language] = wanted.toLowerCase().split('-');
    if (language === 'fr' || language === 'en') return language;
  }
  return 'fr';
}

// One page, one language.
let current = $state.raw<Messages | null>(null);

/** Loads the words; pages wait for it before they render. Safe to call again. */
export async function loadLanguage(): Promise<void> {
  if (current === null) await show(preferredLanguage(readStored(KEY), navigator.languages));
}

/** Shows everything in another language from now on, on this device. */
export async function switchLanguage(language: Language): Promise<void> {
  keepStored(KEY, language);
  await show(language);
}

/** The words, in the present language; changes when it is switched. */
export function messages(): Messages {
  if (current === null) throw new Error('loadLanguage() comes before messages()');
  return current;
}

async function show(language: Language): Promise<void> {
  current = keptTogether(await load(language));
  document.documentElement.lang = language;
}
