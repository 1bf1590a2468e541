/** POST /api/agenda/parse and /api/programme/parse: what is understood of a pasted text, before anything is saved. */
import { parseAgenda } from '#core/agenda/parse-agenda.ts';
import { parseProgramme } from '#core/programme/parse-programme.ts';
import { parseAgendaSchema, parseProgrammeSchema } from '#protocol/inputs.ts';
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
  {
    method: 'POST',
    path: '/api/programme/parse',
    async handle({ request, response }) {
      if (!limit.take(addressOf(request))) throw new HttpError('protocol/too-many');
      const { text, day, zone } = await readJson(request, parseProgrammeSchema, LIMITS.pasteBytes);
      sendJson(response, 200, parseProgramme(text, { day, zone }));
    },
  },
];
