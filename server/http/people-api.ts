/** The people of a sitting over HTTP: their list, their presentations, what waits for their agreement, their own links. */
import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';
import { may } from '#core/access/may.ts';
import type { Actor } from '#core/access/roles.ts';
import { takenOver } from '#core/actes/rich-text.ts';
import type { Result } from '#core/result.ts';
import { personOnLists } from '#core/seminar/seminar.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import type { SittingLog } from '#core/seminar/sitting.ts';
import { wordsToConfirm } from '#core/seminar/words-to-confirm.ts';
import { introductionSchema, personalLinkSchema, personSchema } from '#protocol/inputs.ts';
import type {
  AppointedPerson,
  ListedPerson,
  PeopleView,
  PersonalLink,
  PresentationsView,
  ToConfirmView,
} from '#protocol/people-views.ts';
import type { TakenOverView } from '#protocol/views.ts';
import type { AccessDesk } from '../seminars/access.ts';
import type { PeopleDirectory } from '../seminars/people-directory.ts';
import { nameOf } from '../seminars/people-directory.ts';
import type { SittingPeople } from '../seminars/sitting-people.ts';
import type { Streams } from '../seminars/streams.ts';
import type { SharedTexts } from '../seminars/texts.port.ts';
import type { RateLimit } from '../rate-limit.ts';
import { codeOf, HttpError } from './http-error.ts';
import { linkOf } from './paths.ts';
import type { Exchange, Route } from './router.ts';
import { readJson, sendJson } from './router.ts';
import type { Session } from '../seminars/access.port.ts';
import type { Sessions } from './sessions.ts';

export type PeopleApiParts = {
  readonly access: AccessDesk;
  readonly sessions: Sessions;
  readonly streams: Streams;
  readonly people: PeopleDirectory;
  readonly sittingPeople: SittingPeople;
  readonly texts: SharedTexts;
  readonly isConnected: (sessionId: string) => boolean;
  readonly printedOrigin: (request: IncomingMessage) => string;
  /** What a device writes on lists, the links and codes it asks for, and what it has looked through, by session. */
  readonly listings: RateLimit;
};

type Found = { readonly sittingId: string; readonly seminar: Seminar; readonly log: SittingLog };

export function peopleRoutes(parts: PeopleApiParts): readonly Route[] {
  const { access, sessions, streams, people, sittingPeople, texts, listings } = parts;

  /** A sitting, for someone who may see its list. */
  async function listOf({ request, params }: Exchange): Promise<Found> {
    const sittingId = params['id'] ?? '';
    const actor = await sessions.actor(request);
    const log = (await streams.sitting(sittingId)).state;
    const seminar = log && (await streams.seminar(log.seminarId)).state;
    if (!seminar) throw new HttpError('seminar/unknown');
    if (!may(actor, 'people/list', { seminarId: log.seminarId, sittingIds: [sittingId] }))
      throw new HttpError('access/forbidden');
    return { sittingId, seminar, log };
  }

  /** Whoever writes here, or has a text read, as often as one may. */
  async function writer(request: IncomingMessage): Promise<{ session: Session; actor: Actor }> {
    const session = await sessions.find(request);
    if (!session) throw new HttpError('access/no-session');
    if (!listings.take(session.id)) throw new HttpError('protocol/too-many');
    return { session, actor: await access.actorOf(session) };
  }

  async function peopleOf({ sittingId, seminar, log }: Found): Promise<readonly ListedPerson[]> {
    const directory = await people.directory(log.seminarId);
    const connected = new Set(
      (await access.holdersIn(sittingId))
        .filter(({ sessionId }) => parts.isConnected(sessionId))
        .map(({ personId }) => personOnLists(seminar, personId)),
    );
    const joined = new Set([...seminar.joined].map((personId) => personOnLists(seminar, personId)));
    const waiting = wordsToConfirm(log);
    return (seminar.attendance[sittingId] ?? []).flatMap((personId): ListedPerson[] => {
      const person = directory.get(personId);
      if (!person) return [];
      const { firstName, lastName, function: role, town, consent } = person;
      return [
        {
          ...{ personId, firstName, lastName, function: role, town, consent },
          joined: joined.has(personId),
          connected: connected.has(personId),
          toConfirm: waiting.filter((it) => it.personId === personId).length,
        },
      ];
    });
  }

  async function appointedTo({ sittingId, seminar, log }: Found): Promise<readonly AppointedPerson[]> {
    const directory = await people.directory(log.seminarId);
    const found = new Map<string, AppointedPerson>();
    for (const { personId, role } of seminar.appointments[sittingId] ?? []) {
      const listed = personOnLists(seminar, personId);
      const name = nameOf(directory.get(listed)) || nameOf(directory.get(personId));
      if (name !== '') found.set(`${listed} ${role}`, { personId: listed, name, role });
    }
    return [...found.values()];
  }

  return [
    {
      method: 'GET',
      path: '/api/sittings/:id/people',
      async handle(exchange) {
        const here = await listOf(exchange);
        const view: PeopleView = { people: await peopleOf(here), appointed: await appointedTo(here) };
        sendJson(exchange.response, 200, view);
      },
    },
    {
      method: 'POST',
      path: '/api/sittings/:id/people',
      async handle({ request, response, params }) {
        const { actor } = await writer(request);
        const { personId, ...introduction } = await readJson(request, introductionSchema);
        done(await sittingPeople.enter(actor, params['id'] ?? '', personId, introduction));
        sendJson(response, 201, {});
      },
    },
    {
      method: 'POST',
      path: '/api/sittings/:id/people/:personId',
      async handle({ request, response, params }) {
        const { actor } = await writer(request);
        const introduction = await readJson(request, personSchema);
        const { id = '', personId = '' } = params;
        done(await sittingPeople.putRight(actor, id, personId, introduction));
        sendJson(response, 200, {});
      },
    },
    {
      method: 'POST',
      path: '/api/sittings/:id/code/rotate',
      async handle({ request, response, params }) {
        await readJson(request, v.strictObject({}));
        const { actor } = await writer(request);
        sendJson(response, 200, done(await sittingPeople.rotateCode(actor, params['id'] ?? '')));
      },
    },
    {
      method: 'POST',
      path: '/api/personal-link',
      async handle({ request, response }) {
        const { sittingId, personId } = await readJson(request, personalLinkSchema);
        const { session } = await writer(request);
        // A paired computer is given no link: it would outlive the pairing.
        const actor = await access.holderOf(session);
        const { link } = done(await sittingPeople.personalLink(actor, sittingId, personId));
        const path = `/seances/${sittingId}`;
        const url = linkOf(parts.printedOrigin(request), path, link.id, access.secretOf(link));
        const answer: PersonalLink = { url };
        sendJson(response, 200, answer);
      },
    },
    {
      method: 'GET',
      path: '/api/sittings/:id/presentations',
      async handle(exchange) {
        const { log } = await listOf(exchange);
        const directory = await people.directory(log.seminarId);
        const view: PresentationsView = {
          presentations: [...log.presentations.values()].map(({ personId, quotation, text, agreed }) => ({
            ...{ personId, agreed, name: nameOf(directory.get(personId)) },
            ...{ quotation: quotation ?? '', text: text ?? '' },
          })),
        };
        sendJson(exchange.response, 200, view);
      },
    },
    {
      method: 'GET',
      path: '/api/sittings/:id/taken-over',
      async handle(exchange) {
        await writer(exchange.request);
        const { log } = await listOf(exchange);
        const synthesis = await texts.richText({ kind: 'synthesis', id: log.atelierId });
        const view: TakenOverView = { contributionIds: [...takenOver(synthesis)] };
        sendJson(exchange.response, 200, view);
      },
    },
    {
      method: 'GET',
      path: '/api/seminars/:id/to-confirm',
      async handle({ request, response, params }) {
        const seminarId = params['id'] ?? '';
        const actor = await sessions.actor(request);
        if (!may(actor, 'seminar/prepare', { seminarId, sittingIds: [] }))
          throw new HttpError('access/forbidden');
        const { state } = await streams.seminar(seminarId);
        if (!state) throw new HttpError('seminar/unknown');
        sendJson(response, 200, await toConfirm(seminarId, state));
      },
    },
  ];

  /** By person, in the order in which the first of their words was entered. */
  async function toConfirm(seminarId: string, seminar: Seminar): Promise<ToConfirmView> {
    const directory = await people.directory(seminarId);
    type Words = ToConfirmView['people'][number]['words'][number];
    const byPerson = new Map<string, Words[]>();
    for (const { id: sittingId, atelierId } of seminar.sittings) {
      const log = (await streams.sitting(sittingId)).state;
      if (!log) continue;
      const atelierTitle = seminar.ateliers.find(({ id }) => id === atelierId)?.title ?? '';
      for (const { personId, ...waiting } of wordsToConfirm(log)) {
        const words = { sittingId, atelierTitle, ...waiting };
        byPerson.set(personId, [...(byPerson.get(personId) ?? []), words]);
      }
    }
    return {
      people: [...byPerson].map(([personId, words]) => ({
        ...{ personId, words },
        name: nameOf(directory.get(personId)),
      })),
    };
  }
}

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new HttpError(codeOf(result.error.code));
  return result.value;
}
