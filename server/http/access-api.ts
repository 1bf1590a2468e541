/** Rights by link and by code, and what this device may open. */
import * as v from 'valibot';
import type { Grant } from '#core/access/roles.ts';
import { accessSchema, introductionSchema, joinSchema, leaveSchema } from '#protocol/inputs.ts';
import type { AccessGiven, GrantView, JoinPreview, Joined, SessionView } from '#protocol/views.ts';
import type { Access, Session } from '../seminars/access.port.ts';
import type { AccessDesk } from '../seminars/access.ts';
import type { Join } from '../seminars/join.ts';
import type { PeopleDirectory } from '../seminars/people-directory.ts';
import { nameOf, saidBy } from '../seminars/people-directory.ts';
import type { Streams } from '../seminars/streams.ts';
import type { Guesses } from './guesses.ts';
import { codeOf, HttpError } from './http-error.ts';
import { pathOf } from './paths.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Route } from './router.ts';
import { readJson, sendJson } from './router.ts';
import type { Sessions } from './sessions.ts';

export type AccessApiParts = {
  readonly access: AccessDesk;
  readonly join: Join;
  readonly sessions: Sessions;
  readonly streams: Streams;
  readonly people: PeopleDirectory;
  readonly guesses: Guesses;
  /** Names that a device gives, by session. */
  readonly introductions: RateLimit;
  /** A device has fewer rights than before: what it has open is looked at again. */
  readonly left: (sessionId: string) => Promise<void>;
};

export function accessRoutes(parts: AccessApiParts): readonly Route[] {
  const { access, join, sessions, streams, people, guesses, introductions, left } = parts;

  async function previewOf(code: Access, session: Session): Promise<JoinPreview> {
    const { seminarId, sittingId } = code.scope;
    const seminar = (await streams.seminar(seminarId)).state;
    const sitting = seminar?.sittings.find(({ id }) => id === sittingId);
    const atelier = seminar?.ateliers.find(({ id }) => id === sitting?.atelierId);
    if (!seminar || !sitting || !atelier) throw new HttpError('access/unknown-code');
    const directory = await people.directory(seminarId);
    const mine = (await access.actorOf(session)).grants.filter(
      (grant) => grant.role === 'participant' && grant.scope.seminarId === seminarId,
    );
    const named = (personIds: readonly (string | null)[]) =>
      [...new Set(personIds)].flatMap((personId) =>
        personId === null ? [] : [{ personId, name: nameOf(directory.get(personId)) }],
      );
    const here = mine.filter(({ scope }) => scope.sittingId === sittingId).map(({ personId }) => personId);
    const others = mine.map(({ personId }) => personId).filter((personId) => !here.includes(personId));
    return {
      seminarTitle: seminar.description.title,
      organisation: seminar.description.organisation,
      atelierTitle: atelier.title,
      room: sitting.room,
      sittingId: sitting.id,
      path: pathOf({ role: 'participant', scope: code.scope }, atelier.id),
      people: named(here),
      elsewhere: named(others).flatMap(({ personId, name }) => {
        const known = directory.get(personId);
        return known ? [{ personId, name, person: saidBy(known) }] : [];
      }),
    };
  }

  async function viewOf(grant: Grant): Promise<GrantView | null> {
    const { seminarId, sittingId } = grant.scope;
    const seminar = (await streams.seminar(seminarId)).state;
    if (!seminar) return null;
    const sitting = seminar.sittings.find(({ id }) => id === sittingId);
    const atelier = seminar.ateliers.find(({ id }) => id === sitting?.atelierId);
    const person =
      grant.personId === null ? undefined : (await people.directory(seminarId)).get(grant.personId);
    return {
      role: grant.role,
      seminarId,
      sittingId,
      seminarTitle: seminar.description.title,
      atelierTitle: atelier?.title ?? null,
      label: sitting?.label ?? '',
      room: sitting?.room ?? '',
      personId: grant.personId,
      name: nameOf(person),
      path: pathOf(grant, atelier?.id ?? null),
    };
  }

  return [
    {
      method: 'GET',
      path: '/api/session',
      async handle({ request, response }) {
        const session = await sessions.find(request);
        const grants = session ? (await access.actorOf(session)).grants : [];
        const views = await Promise.all(grants.map(viewOf));
        const view: SessionView = { grants: views.filter((it) => it !== null) };
        sendJson(response, 200, view);
      },
    },
    {
      method: 'POST',
      path: '/api/session',
      async handle({ request, response }) {
        await readJson(request, v.strictObject({}));
        await sessions.findOrOpen(request, response);
        sendJson(response, 200, {});
      },
    },
    {
      method: 'POST',
      path: '/api/access',
      async handle({ request, response }) {
        guesses.refuseGuessers(request);
        const { accessId, secret } = await readJson(request, accessSchema);
        // The link is looked at before a session is opened, so that a wrong one leaves nothing behind.
        if (!(await access.findLink(accessId, secret))) throw guesses.failed(request, 'access/unknown-link');
        const session = await sessions.findOrOpen(request, response);
        const taken = await join.takeLink(session, accessId, secret);
        if (!taken.ok) throw new HttpError(codeOf(taken.error.code));
        const view = await viewOf(taken.value);
        const { role, scope, personId } = taken.value;
        const given: AccessGiven = { role, seminarId: scope.seminarId, personId, path: view?.path ?? '/' };
        sendJson(response, 200, given);
      },
    },
    {
      method: 'POST',
      path: '/api/introduction',
      async handle({ request, response }) {
        const session = await sessions.find(request);
        if (!session) throw new HttpError('access/no-session');
        if (!introductions.take(session.id)) throw new HttpError('protocol/too-many');
        const { personId, ...introduction } = await readJson(request, introductionSchema);
        const introduced = await join.introduce(session, personId, introduction);
        if (!introduced.ok) throw new HttpError(codeOf(introduced.error.code));
        sendJson(response, 200, {});
      },
    },
    {
      method: 'POST',
      path: '/api/leave',
      async handle({ request, response }) {
        const { sittingId, personId } = await readJson(request, leaveSchema);
        const session = await sessions.find(request);
        // A device without a session holds nothing that could be taken from it.
        if (session) {
          await access.leave(session, sittingId, personId);
          await left(session.id);
        }
        sendJson(response, 200, {});
      },
    },
    {
      method: 'POST',
      path: '/api/join',
      async handle({ request, response }) {
        guesses.refuseGuessers(request);
        const { code, person } = await readJson(request, joinSchema);
        const known = await access.findCode(code);
        if (!known) throw guesses.failed(request, 'access/unknown-code');
        // Opened before anybody is let in, so that joining again after a lost answer finds the same person.
        const session = await sessions.findOrOpen(request, response);
        const preview = await previewOf(known, session);
        if (!person) {
          sendJson(response, 200, preview);
          return;
        }
        const { personId, sameName, ...introduction } = person;
        const joined = await join.join(session, known, personId, introduction, sameName);
        if (!joined.ok) throw new HttpError(codeOf(joined.error.code));
        const answer: Joined = { path: pathOf({ role: 'participant', scope: known.scope }, null) };
        sendJson(response, 200, answer);
      },
    },
  ];
}
