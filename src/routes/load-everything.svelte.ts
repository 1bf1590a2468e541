/** Fetches all contributions of a sitting, page after page: lists by point and by support need every one of them. */
import type { Attachment } from 'svelte/attachments';
import type { LiveSitting } from '#lib/client/live-sitting.svelte.ts';

/** Between two pages: a room of phones must not ask for everything at once. */
const PAUSE_MS = 500;

/** One page at a time while there is a connection, until all are there; a page that failed is asked for again. */
export const loadEverything =
  (live: LiveSitting): Attachment =>
  () => {
    // Changes with neither each frame nor each page, so that the beat goes on.
    const asks = $derived(!live.allLoaded && live.connection.status === 'live');
    $effect(() => {
      if (!asks) return;
      const beat = setInterval(() => void live.loadOlder(), PAUSE_MS);
      return () => clearInterval(beat);
    });
  };
