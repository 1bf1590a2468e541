/** Syntheses over HTTP: their slides, and what the sittings of one atelier said side by side. */
import type { Actor } from '#core/access/roles.ts';
import type { Result } from '#core/result.ts';
import type { SideBySideView, SlidesView } from '#protocol/views.ts';
import { codeOf, HttpError } from './http-error.ts';
import type { Route } from './router.ts';
import { sendJson } from './router.ts';
import type { Sessions } from './sessions.ts';

export type SynthesisApiParts = {
  readonly sessions: Sessions;
  readonly slidesOf: (actor: Actor, atelierId: string) => Promise<Result<SlidesView>>;
  /** `itemId`: one point only; '' for what was said under none; null for all points. */
  readonly sideBySide: (
    actor: Actor,
    atelierId: string,
    itemId: string | null,
  ) => Promise<SideBySideView | 'unknown' | 'forbidden'>;
};

/** In the address, what was said under no point. */
const NO_POINT = '-';

export function synthesisRoutes({ sessions, slidesOf, sideBySide }: SynthesisApiParts): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/ateliers/:id/slides',
      async handle({ request, response, params }) {
        const slides = await slidesOf(await sessions.actor(request), params['id'] ?? '');
        if (!slides.ok) throw new HttpError(codeOf(slides.error.code));
        sendJson(response, 200, slides.value satisfies SlidesView);
      },
    },
    {
      method: 'GET',
      path: '/api/ateliers/:id/side-by-side',
      async handle({ request, response, params }) {
        const item = new URL(request.url ?? '/', 'http://host').searchParams.get('item');
        const actor = await sessions.actor(request);
        const view = await sideBySide(actor, params['id'] ?? '', item === NO_POINT ? '' : item);
        if (view === 'unknown') throw new HttpError('seminar/unknown');
        if (view === 'forbidden') throw new HttpError('access/forbidden');
        sendJson(response, 200, view);
      },
    },
  ];
}
