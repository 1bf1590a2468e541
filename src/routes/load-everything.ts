/** Fetches all contributions of a sitting, page after page: lists by point and by support need every one of them. */
import type { Attachment } from 'svelte/attachments';
import type { LiveSitting } from '#lib/client/live-sitting.svelte.ts';

/** Each page that arrives asks for the next; one that fails is asked for again with the next connection. */
export const loadEverything =
  (live: LiveSitting): Attachment =>
  () => {
    void live.contributions.length;
    if (!live.allLoaded && live.connection.status === 'live') void live.loadOlder();
  };
