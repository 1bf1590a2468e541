/** Rereading over HTTP: for people quoted, those who conducted, and the valideur. */
import type { IncomingMessage } from 'node:http';
import { may } from '#core/access/may.ts';
import { ROLES } from '#core/access/roles.ts';
import type { Role } from '#core/access/roles.ts';
import { quotingPassages } from '#core/actes/passages.ts';
import type { Correction } from '#core/publication/publication.ts';
import { correctionsUntil } from '#core/publication/standing.ts';
import { answerApprovalSchema, correctionSchema } from '#protocol/actes-inputs.ts';
import type { ReviewLinksView, ReviewUntilView, ReviewView } from '#protocol/actes-views.ts';
import type { Access, Session } from '../seminars/access.port.ts';
import type { AccessDesk } from '../seminars/access.ts';
import type { PeopleDirectory } from '../seminars/people-directory.ts';
import { nameOf } from '../seminars/people-directory.ts';
import type { PublicationDesk } from '../seminars/publication.ts';
import type { Rereading, Review } from '../seminars/review.ts';
import type { Streams } from '../seminars/streams.ts';
import type { Clock } from '../seminars/surroundings.port.ts';
import type { RateLimit } from '../rate-limit.ts';
import { askedFor } from './export-answers.ts';
import { codeOf, HttpError } from './http-error.ts';
import { linkOf, pathOf } from './paths.ts';
import type { Exchange, Route } from './router.ts';
import { readJson, sendJson } from './router.ts';
import type { Sessions } from './sessions.ts';

export type ReviewApiParts = {
  readonly access: AccessDesk;
  readonly sessions: Sessions;
  readonly streams: Streams;
  readonly people: PeopleDirectory;
  readonly publication: PublicationDesk;
  readonly review: Review;
  readonly clock: Clock;
  readonly printedOrigin: (request: IncomingMessage) => string;
  /** Corrections and answers that a device sends, by session. */
  readonly corrections: RateLimit;
};

export function reviewRoutes(parts: ReviewApiParts): readonly Route[] {
  const { access, sessions, streams, people, publication, review, clock } = parts;

  async function writer({ request }: Exchange): Promise<Session> {
    const session = await sessions.find(request);
    if (!session) throw new HttpError('access/no-session');
    if (!parts.corrections.take(session.id)) throw new HttpError('protocol/too-many');
    return session;
  }

  const addressOf = (link: Access, origin: string): string =>
    linkOf(origin, pathOf(link, null), link.id, access.secretOf(link));

  async function links(seminarId: string, origin: string): Promise<ReviewLinksView> {
    const directory = await people.directory(seminarId);
    const quoted = [...(await review.passages(seminarId))].flatMap(([personId, passages]) => {
      const name = nameOf(directory.get(personId));
      const theirs = quotingPassages(passages).length;
      // Nobody can be written to without a name, nor has anything to reread who is on the lists alone.
      return name === '' || theirs === 0 ? [] : [{ personId, name, passages: theirs }];
    });
    const { approval } = (await streams.actes(seminarId)).state;
    return {
      people: await Promise.all(
        quoted.map(async (it) => ({
          ...it,
          url: addressOf(await access.issueReader(seminarId, it.personId), origin),
        })),
      ),
      valideur: approval ? addressOf(await access.issueValideur(seminarId), origin) : null,
    };
  }

  function view({ grant, seminar, publication: life, version, actes, passages }: Rereading): ReviewView {
    const { personId } = grant;
    const isTheirs = (it: Correction): boolean => personId !== null && it.personId === personId;
    return {
      title: seminar.description.title,
      zone: seminar.description.zone,
      stage: life.stage,
      version: version && {
        ...{ id: version.id, number: version.number, kind: version.kind, at: version.at },
      },
      until: correctionsUntil(life, clock.now()),
      as: rereadingAs(grant.role),
      ...{ personId, actes, passages },
      corrections: life.corrections.filter(isTheirs),
      // What the valideur answers is for those who asked, and for themselves.
      approval: grant.role === 'organiser' || grant.role === 'valideur' ? life.approval : null,
    };
  }

  return [
    {
      method: 'GET',
      path: '/api/seminars/:id/actes/review',
      async handle(exchange) {
        const actor = await sessions.actor(exchange.request);
        const as = { role: roleAsked(exchange), by: askedFor(exchange, 'by') || null };
        const found = await review.read(actor, exchange.params['id'] ?? '', as);
        if (!found.ok) throw new HttpError(codeOf(found.error.code));
        sendJson(exchange.response, 200, view(found.value));
      },
    },
    {
      method: 'GET',
      path: '/api/seminars/:id/actes/review/until',
      async handle({ request, response, params }) {
        const actor = await sessions.actor(request);
        const found = await review.until(actor, params['id'] ?? '', clock.now());
        if (!found.ok) throw new HttpError(codeOf(found.error.code));
        const view: ReviewUntilView = { until: found.value };
        sendJson(response, 200, view);
      },
    },
    {
      method: 'GET',
      path: '/api/seminars/:id/actes/review-links',
      async handle({ request, response, params }) {
        const seminarId = params['id'] ?? '';
        const session = await sessions.find(request);
        if (!session) throw new HttpError('access/no-session');
        // A paired computer is shown no link: it would outlive the pairing.
        const actor = await access.holderOf(session);
        if (!may(actor, 'actes/edit', { seminarId, sittingIds: [] })) throw new HttpError('access/forbidden');
        sendJson(response, 200, await links(seminarId, parts.printedOrigin(request)));
      },
    },
    {
      method: 'POST',
      path: '/api/seminars/:id/actes/corrections',
      async handle(exchange) {
        const actor = await access.actorOf(await writer(exchange));
        const seminarId = exchange.params['id'] ?? '';
        const input = await readJson(exchange.request, correctionSchema);
        const as = { role: roleAsked(exchange), by: input.by };
        const found = await review.read(actor, seminarId, as);
        if (!found.ok) throw new HttpError(codeOf(found.error.code));
        const resource = await review.resourceOf(seminarId);
        const { role } = found.value.grant;
        const proposed = await publication.proposeCorrection(actor, resource, role, { ...input, seminarId });
        if (!proposed.ok) throw new HttpError(codeOf(proposed.error.code));
        sendJson(exchange.response, 201, {});
      },
    },
    {
      method: 'POST',
      path: '/api/seminars/:id/actes/approval/answer',
      async handle(exchange) {
        const actor = await access.actorOf(await writer(exchange));
        const input = await readJson(exchange.request, answerApprovalSchema);
        const seminarId = exchange.params['id'] ?? '';
        const answered = await publication.answerApproval(actor, { ...input, seminarId });
        if (!answered.ok) throw new HttpError(codeOf(answered.error.code));
        sendJson(exchange.response, 200, {});
      },
    },
  ];
}

const rereadingAs = (role: Role): ReviewView['as'] =>
  role === 'reader' || role === 'screen' ? 'participant' : role;

/** In which role the page acts; null when it does not say. */
function roleAsked(exchange: Exchange): Role | null {
  const said = askedFor(exchange, 'as');
  return ROLES.find((role) => role === said) ?? null;
}
