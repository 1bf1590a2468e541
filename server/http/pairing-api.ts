/** Pairing over HTTP: the room's computer shows a number, someone who runs the sitting enters it. */
import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';
import type { Result } from '#core/result.ts';
import { pairSchema, showSchema } from '#protocol/inputs.ts';
import type { Identified, PairingsView, PairingState, PairingView } from '#protocol/pairing-views.ts';
import type { DeviceState, PairedDevice, Pairings } from '../seminars/pairing.ts';
import { PAIRED_ROLES } from '../seminars/pairing.ts';
import type { Guesses } from './guesses.ts';
import { codeOf, HttpError } from './http-error.ts';
import { pathOf } from './paths.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Exchange, Route } from './router.ts';
import { readJson, sendJson } from './router.ts';
import type { Sessions } from './sessions.ts';

export type PairingApiParts = {
  readonly pairings: Pairings;
  readonly sessions: Sessions;
  /** Numbers asked for, by address. */
  readonly offers: RateLimit;
  /** Wrong numbers count like wrong codes. */
  readonly guesses: Guesses;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly printedOrigin: (request: IncomingMessage) => string;
};

const nothing = v.strictObject({});

export function pairingRoutes(parts: PairingApiParts): readonly Route[] {
  const { pairings, sessions, offers, guesses, addressOf, printedOrigin } = parts;
  const idOf = ({ params }: Exchange): string => params['id'] ?? '';

  return [
    {
      method: 'GET',
      path: '/api/pairing',
      async handle({ request, response }) {
        const session = await sessions.find(request);
        const device: DeviceState = session ? await pairings.stateOf(session.id) : { state: 'none' };
        sendJson(response, 200, pairingStateOf(device));
      },
    },
    {
      method: 'POST',
      path: '/api/pairing',
      async handle({ request, response }) {
        await readJson(request, nothing);
        if (!offers.take(addressOf(request))) throw new HttpError('protocol/too-many');
        const session = await sessions.findOrOpen(request, response);
        const device = await pairings.offer(session.id);
        if (!device) throw new HttpError('protocol/too-many');
        sendJson(response, 200, pairingStateOf(device));
      },
    },
    {
      method: 'POST',
      path: '/api/pairings',
      async handle({ request, response }) {
        guesses.refuseGuessers(request);
        const { number, ...shown } = await readJson(request, pairSchema);
        const session = await sessions.find(request);
        if (!session) throw new HttpError('access/no-session');
        const paired = await pairings.pair(session.id, number, shown);
        if (!paired.ok && paired.error.code === 'pairing/unknown-number')
          throw guesses.failed(request, 'pairing/unknown-number');
        sendJson(response, 201, viewOf(valueOf(paired)));
      },
    },
    {
      method: 'GET',
      path: '/api/sittings/:id/pairings',
      async handle(exchange) {
        const { request, response } = exchange;
        const found = await pairings.ofSitting(await sessions.actor(request), idOf(exchange));
        const address = `${printedOrigin(request).replace(/^https?:\/\//, '')}/appairer`;
        const view: PairingsView = { address, pairings: valueOf(found).map(viewOf) };
        sendJson(response, 200, view);
      },
    },
    {
      method: 'POST',
      path: '/api/pairings/:id/show',
      async handle(exchange) {
        const shown = await readJson(exchange.request, showSchema);
        const told = await pairings.show(await sessions.actor(exchange.request), idOf(exchange), shown);
        sendJson(exchange.response, 200, viewOf(valueOf(told)));
      },
    },
    {
      method: 'POST',
      path: '/api/pairings/:id/identify',
      async handle(exchange) {
        await readJson(exchange.request, nothing);
        const word = await pairings.identify(await sessions.actor(exchange.request), idOf(exchange));
        const answer: Identified = { word: valueOf(word) };
        sendJson(exchange.response, 200, answer);
      },
    },
    {
      method: 'POST',
      path: '/api/pairings/:id/withdraw',
      async handle(exchange) {
        await readJson(exchange.request, nothing);
        valueOf(await pairings.withdraw(await sessions.actor(exchange.request), idOf(exchange)));
        sendJson(exchange.response, 200, {});
      },
    },
  ];
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new HttpError(codeOf(result.error.code));
  return result.value;
}

const viewOf = ({ pairing, connected, since }: PairedDevice): PairingView => ({
  pairingId: pairing.id,
  sittingId: pairing.sittingId,
  shows: pairing.shows,
  connected,
  since,
});

/** What the computer is told that it is, with the page that it opens. */
export function pairingStateOf(device: DeviceState): PairingState {
  if (device.state !== 'paired') return device;
  const { id, shows, sittingId, seminarId, endsAt } = device.pairing;
  const path = pathOf({ role: PAIRED_ROLES[shows], scope: { seminarId, sittingId } }, device.atelierId);
  return { state: 'paired', pairingId: id, shows, sittingId, path, until: endsAt };
}
