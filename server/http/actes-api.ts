/** The actes over HTTP, for their organiser: composed, kept, reread, approved, published, corrected. */
import type * as v from 'valibot';
import { grantFor } from '#core/access/may.ts';
import type { Actor } from '#core/access/roles.ts';
import { changesBetween } from '#core/actes/compare.ts';
import { partTextId } from '#core/actes/composition.ts';
import type { Composition } from '#core/actes/composition.ts';
import type { NamedPlace } from '#core/actes/named-places.ts';
import { PHOTO_LIMITS } from '#core/photos/photo.ts';
import { readImage } from '#core/photos/read-image.ts';
import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import {
  askApprovalSchema,
  closeReviewSchema,
  composeSchema,
  correctPublishedSchema,
  eraseSchema,
  keepVersionSchema,
  openReviewSchema,
  presenceSchema,
  publishSchema,
  reviseNextStepsSchema,
  settleCorrectionSchema,
  withdrawSchema,
} from '#protocol/actes-inputs.ts';
import type {
  ActesView,
  ComparisonView,
  LogoView,
  NamedPlacesView,
  PresenceView,
  RevisedView,
} from '#protocol/actes-views.ts';
import { LIMITS } from '#protocol/limits.ts';
import type { AccessDesk } from '../seminars/access.ts';
import type { AssembleActes } from '../seminars/actes.ts';
import { createCorrectionPlaces } from '../seminars/correction-places.ts';
import type { ErasePerson } from '../seminars/erasure.ts';
import type { KeptActes } from '../seminars/kept-actes.ts';
import type { PeopleDirectory } from '../seminars/people-directory.ts';
import { nameOf, saidBy } from '../seminars/people-directory.ts';
import type { Presences } from '../seminars/presences.ts';
import type { PublicationDesk } from '../seminars/publication.ts';
import type { Streams } from '../seminars/streams.ts';
import type { Clock, Logger } from '../seminars/surroundings.port.ts';
import type { SharedTextRef } from '../seminars/texts.port.ts';
import type { RateLimit } from '../rate-limit.ts';
import { askedFor } from './export-answers.ts';
import { codeOf, HttpError } from './http-error.ts';
import { namedPlacesView } from './named-places-view.ts';
import type { Exchange, Route } from './router.ts';
import { readBytes, readJson, sendJson } from './router.ts';
import type { Sessions } from './sessions.ts';

export type ActesApiParts = {
  readonly access: AccessDesk;
  readonly sessions: Sessions;
  readonly streams: Streams;
  readonly people: PeopleDirectory;
  readonly publication: PublicationDesk;
  readonly presences: Presences;
  readonly erasePerson: ErasePerson;
  readonly keptActes: KeptActes;
  readonly assembleActes: AssembleActes;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly wireName: (of: SharedTextRef) => Promise<string>;
  /** What a device changes, by session. */
  readonly actesEdits: RateLimit;
  /** How often a device has had them put together, by session. */
  readonly actesReadings: RateLimit;
  /** Versions that a device has made, by session. */
  readonly actesVersions: RateLimit;
};

export function actesRoutes(parts: ActesApiParts): readonly Route[] {
  const { access, sessions, streams, people, publication, presences, keptActes, assembleActes } = parts;
  const correctionPlaces = createCorrectionPlaces(keptActes, parts.logger);

  /** Whoever changes the actes here, as often as one may. */
  async function editor({ request }: Exchange, limit: RateLimit): Promise<Actor> {
    const session = await sessions.find(request);
    if (!session) throw new HttpError('access/no-session');
    if (!limit.take(session.id)) throw new HttpError('protocol/too-many');
    return access.actorOf(session);
  }

  /** Someone who may put the actes together. */
  async function organiser({ request, params }: Exchange): Promise<string> {
    const seminarId = params['id'] ?? '';
    const actor = await sessions.actor(request);
    if (!grantFor(actor, 'actes/edit', { seminarId, sittingIds: [] }))
      throw new HttpError('access/forbidden');
    return seminarId;
  }

  /** A change of the actes: what is sent, and what is done with it by whom. */
  const changing =
    <T extends object, A extends object>(
      schema: v.GenericSchema<unknown, T>,
      run: (
        actor: Actor,
        input: T & { readonly seminarId: string },
        exchange: Exchange,
      ) => Promise<Result<A>>,
      limit: RateLimit = parts.actesEdits,
    ): Route['handle'] =>
    async (exchange) => {
      const actor = await editor(exchange, limit);
      const input = await readJson(exchange.request, schema, LIMITS.pasteBytes);
      const { id: seminarId = '' } = exchange.params;
      sendJson(exchange.response, 200, done(await run(actor, { ...input, seminarId }, exchange)));
    };

  async function wireNames(seminarId: string, composition: Composition): Promise<Record<string, string>> {
    const texts: Record<string, string> = {};
    for (const { id, kind } of composition.parts)
      for (const place of ['body', 'before', 'after'] as const) {
        // The preamble is a document of its own kind.
        const of =
          kind === 'preamble' && place === 'body'
            ? ({ kind: 'preamble', id: seminarId } as const)
            : ({ kind: 'part', id: partTextId(seminarId, id, place) } as const);
        const name = await parts.wireName(of);
        texts[place === 'body' ? id : `${id}~${place}`] = name;
      }
    return texts;
  }

  async function view(seminarId: string): Promise<ActesView> {
    const assembled = await assembleActes(seminarId);
    if (!assembled) throw new HttpError('seminar/unknown');
    const { actes, revision, composition, nextSteps, findings, syntheses } = assembled;
    const publication = (await streams.actes(seminarId)).state;
    const { stage, versions, review, corrections, approval, published } = publication;
    const directory = await people.directory(seminarId);
    const places = await correctionPlaces(seminarId, publication, { actes, composition });
    return {
      ...{ revision, composition, nextSteps, stage, versions, review, approval, published, actes },
      corrections: corrections.map((it) => ({
        ...it,
        name: it.personId === null ? '' : nameOf(directory.get(it.personId)),
        ...(places.get(it.id) ?? { part: null, block: null }),
      })),
      report: findings,
      syntheses: Object.fromEntries([...syntheses].map(([atelierId, { state }]) => [atelierId, state])),
      texts: await wireNames(seminarId, composition),
    };
  }

  async function comparison(exchange: Exchange): Promise<ComparisonView> {
    const seminarId = await organiser(exchange);
    await editor(exchange, parts.actesReadings);
    const [from, to] = [askedFor(exchange, 'from'), askedFor(exchange, 'to')];
    const kept = async (versionId: string) => {
      const actes = await keptActes.tree(seminarId, versionId);
      if (!actes) throw new HttpError('actes/unknown-version');
      return actes;
    };
    const before = await kept(from);
    const after = to === '' ? (await assembleActes(seminarId))?.actes : await kept(to);
    if (!after) throw new HttpError('seminar/unknown');
    return { changes: changesBetween(before, after) };
  }

  async function namedPlaces(seminarId: string, places: readonly NamedPlace[]): Promise<NamedPlacesView> {
    const seminar = (await streams.seminar(seminarId)).state;
    if (!seminar) throw new HttpError('seminar/unknown');
    return namedPlacesView(places, seminar, (await streams.actes(seminarId)).state, parts.clock.now());
  }

  return [
    {
      method: 'GET',
      path: '/api/seminars/:id/actes',
      async handle(exchange) {
        const seminarId = await organiser(exchange);
        await editor(exchange, parts.actesReadings);
        sendJson(exchange.response, 200, await view(seminarId));
      },
    },
    {
      method: 'POST',
      path: '/api/seminars/:id/actes/composition',
      handle: changing(composeSchema, (actor, input): Promise<Result<RevisedView>> =>
        publication.compose(actor, input),
      ),
    },
    {
      method: 'POST',
      path: '/api/seminars/:id/actes/steps',
      handle: changing(reviseNextStepsSchema, (actor, input): Promise<Result<RevisedView>> =>
        publication.reviseNextSteps(actor, input),
      ),
    },
    {
      method: 'POST',
      path: '/api/seminars/:id/actes/provisional',
      handle: changing(keepVersionSchema, publication.leaveProvisional, parts.actesVersions),
    },
    {
      method: 'POST',
      path: '/api/seminars/:id/actes/review',
      handle: changing(openReviewSchema, publication.openReview, parts.actesVersions),
    },
    {
      method: 'POST',
      path: '/api/seminars/:id/actes/review/close',
      handle: changing(closeReviewSchema, publication.closeReview),
    },
    {
      method: 'POST',
      path: '/api/seminars/:id/actes/corrections/:correctionId',
      handle: changing(settleCorrectionSchema, (actor, input, { params }) =>
        publication.settleCorrection(actor, { ...input, correctionId: params['correctionId'] ?? '' }),
      ),
    },
    {
      method: 'POST',
      path: '/api/seminars/:id/actes/approval',
      handle: changing(askApprovalSchema, publication.askApproval, parts.actesVersions),
    },
    {
      method: 'POST',
      path: '/api/seminars/:id/actes/publish',
      handle: changing(publishSchema, publication.publish),
    },
    {
      method: 'POST',
      path: '/api/seminars/:id/actes/correct',
      handle: changing(correctPublishedSchema, publication.correctPublished, parts.actesVersions),
    },
    {
      method: 'POST',
      path: '/api/seminars/:id/actes/withdraw',
      handle: changing(withdrawSchema, publication.withdraw),
    },
    {
      method: 'GET',
      path: '/api/seminars/:id/actes/compare',
      async handle(exchange) {
        sendJson(exchange.response, 200, await comparison(exchange));
      },
    },
    {
      method: 'GET',
      path: '/api/seminars/:id/presence',
      async handle({ request, response, params }) {
        const attendees = done(await presences.list(await sessions.actor(request), params['id'] ?? ''));
        const presence: PresenceView = {
          people: attendees.map(({ person, listed, joined, presence: set }) => ({
            ...{ personId: person.id, ...saidBy(person), listed, joined },
            presence: set?.presence ?? null,
            representedBy: set?.representedBy ?? '',
          })),
        };
        sendJson(response, 200, presence);
      },
    },
    {
      method: 'POST',
      path: '/api/seminars/:id/presence',
      handle: changing(presenceSchema, async (actor, { seminarId, commandId, ...wanted }) => {
        const set = await presences.set(actor, seminarId, commandId, wanted);
        return set.ok ? { ok: true, value: {} } : set;
      }),
    },
    {
      method: 'GET',
      path: '/api/seminars/:id/people/:personId/named',
      async handle(exchange) {
        const { id: seminarId = '', personId = '' } = exchange.params;
        const actor = await editor(exchange, parts.actesReadings);
        const places = done(await parts.erasePerson(actor, seminarId, personId, 'look'));
        sendJson(exchange.response, 200, await namedPlaces(seminarId, places));
      },
    },
    {
      method: 'POST',
      path: '/api/seminars/:id/people/:personId/erase',
      handle: changing(
        eraseSchema,
        async (actor, { seminarId, ...how }, { params }) => {
          const erased = await parts.erasePerson(actor, seminarId, params['personId'] ?? '', how);
          return erased.ok ? ok(await namedPlaces(seminarId, erased.value)) : erased;
        },
        parts.actesVersions,
      ),
    },
    {
      method: 'POST',
      path: '/api/seminars/:id/logo',
      async handle(exchange) {
        // Before its bytes are taken in: whoever may not is not listened to.
        const seminarId = await organiser(exchange);
        await editor(exchange, parts.actesVersions);
        const image = readImage(await readBytes(exchange.request, PHOTO_LIMITS.bytes));
        if (!image) throw new HttpError('photo/unreadable');
        const logo: LogoView = { file: await keptActes.addPicture(seminarId, image.bytes) };
        sendJson(exchange.response, 201, logo);
      },
    },
  ];
}

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new HttpError(codeOf(result.error.code));
  return result.value;
}
