/** The slides of the page's own server. */
import { get } from '#lib/client/api.ts';
import { ShownSlides } from '#lib/client/shown-slides.svelte.ts';
import type { SlidesView } from '#protocol/views.ts';

const readSlides = (atelierId: string) =>
  get<SlidesView>(`/api/ateliers/${encodeURIComponent(atelierId)}/slides`);

/** `spread`: milliseconds over which the pages of a room read them again. */
export const slidesHere = (spread = 0): ShownSlides =>
  new ShownSlides({ read: readSlides, spread, random: () => Math.random() });
