/** Corrections that are not on the server yet are not left by mistake. */
import { beforeNavigate } from '$app/navigation';
import { messages } from '#lib/client/language.svelte.ts';

/** Call while a component is set up: leaving its page then asks back while `isUnsaved`. */
export const guardUnsaved = (isUnsaved: () => boolean): void => {
  beforeNavigate(({ willUnload, cancel }) => {
    if (!isUnsaved()) return;
    // Before it unloads a page, the browser asks in its own words.
    if (willUnload || !confirm(messages().prepare.leave)) cancel();
  });
};
