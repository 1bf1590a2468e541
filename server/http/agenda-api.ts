/** POST /api/agenda/parse: what is understood of a pasted agenda, before anything is saved. */
import { parseAgenda } from '#core/agenda/parse-agenda.ts';
import { parseAgendaSchema } from '#protocol/inputs.ts';
import { LIMITS } from '#protocol/limits.ts';
import { HttpError } from './http-error.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Route } from './router.ts';
import { readJson, sendJson } from './router.ts';
import type { IncomingMessage } from 'node:http';

export const agendaRoutes = (
  limit: RateLimit,
  addressOf: (request: IncomingMessage) => string,
): readonly Route[] => [
  {
    method: 'POST',
    path: '/api/agenda/parse',
    async handle({ request, response }) {
      if (!limit.take(addressOf(request))) throw new HttpError('protocol/too-many');
      const { text } = await readJson(request, parseAgendaSchema, LIMITS.pasteBytes);
      sendJson(response, 200, parseAgenda(text));
    },
  },
];
