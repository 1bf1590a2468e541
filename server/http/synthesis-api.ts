/** Syntheses over HTTP: what their page needs, their slides and versions, and what the sittings of one atelier said. */
import type { Actor } from '#core/access/roles.ts';
import type { RichText } from '#core/actes/rich-text.ts';
import type { MarkdownLanguage } from '#core/actes/text-markdown.ts';
import { textMarkdown } from '#core/actes/text-markdown.ts';
import type { Result } from '#core/result.ts';
import type { SideBySideView, SlidesView, SynthesisView } from '#protocol/views.ts';
import { fileName, sendFile } from './download.ts';
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
  readonly synthesisViewOf: (
    actor: Actor,
    atelierId: string,
  ) => Promise<SynthesisView | 'unknown' | 'forbidden'>;
  readonly validatedVersionOf: (
    actor: Actor,
    atelierId: string,
    versionId: string,
  ) => Promise<
    Result<{ readonly title: string; readonly language: MarkdownLanguage; readonly text: RichText }>
  >;
};

/** In the address, what was said under no point. */
const NO_POINT = '-';

export function synthesisRoutes(parts: SynthesisApiParts): readonly Route[] {
  const { sessions, slidesOf, sideBySide, synthesisViewOf, validatedVersionOf } = parts;
  return [
    {
      method: 'GET',
      path: '/api/ateliers/:id/synthesis',
      async handle({ request, response, params }) {
        const view = await synthesisViewOf(await sessions.actor(request), params['id'] ?? '');
        if (view === 'unknown') throw new HttpError('seminar/unknown');
        if (view === 'forbidden') throw new HttpError('access/forbidden');
        sendJson(response, 200, view);
      },
    },
    {
      method: 'GET',
      path: '/api/ateliers/:id/synthesis/:version.md',
      async handle(exchange) {
        const { request, params } = exchange;
        const actor = await sessions.actor(request);
        const version = await validatedVersionOf(actor, params['id'] ?? '', params['version'] ?? '');
        if (!version.ok) throw new HttpError(codeOf(version.error.code));
        const { title, language, text } = version.value;
        const markdown = textMarkdown(text, language);
        sendFile(
          exchange,
          'md',
          fileName(language === 'fr' ? 'synthese' : 'synthesis', title, 'md'),
          markdown,
        );
      },
    },
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
