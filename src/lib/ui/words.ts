/** The words of the language in use, for components: the layout provides them once, so that no component loads any. */
import { createContext } from 'svelte';
import type { Messages } from '#i18n/messages.ts';

const [read, provide] = createContext<() => Messages>();

/** Call while a component is set up; read the answer where words are shown, so that they follow the language. */
export const readWords = (): (() => Messages) => read();

export const provideWords = (messages: () => Messages): void => {
  provide(messages);
};
