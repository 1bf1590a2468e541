/** A séminaire over HTTP: created, and read by its organiser. */
import type { IncomingMessage } from 'node:http';
import type { Role } from '#core/access/roles.ts';
import { may } from '#core/access/may.ts';
import { EMPTY_PLAN } from '#core/agenda/plan.ts';
import type { Seminar, Sitting } from '#core/seminar/seminar.ts';
import { createSeminarSchema } from '#protocol/inputs.ts';
import type { AtelierView, SeminarCreated, SeminarView, SittingLinks, SittingView } from '#protocol/views.ts';
import type { Access } from '../seminars/access.port.ts';
import type { AccessDesk } from '../seminars/access.ts';
import type { Directory, PeopleDirectory } from '../seminars/people-directory.ts';
import { namesAppointed } from '../seminars/people-directory.ts';
import type { Prepare } from '../seminars/prepare.ts';
import type { Streams } from '../seminars/streams.ts';
import type { SharedTextRef } from '../seminars/texts.port.ts';
import { codeOf, HttpError } from './http-error.ts';
import { linkOf, pathOf } from './paths.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Exchange, Route } from './router.ts';
import { readJson, sendJson } from './router.ts';
import type { Sessions } from './sessions.ts';

export type SeminarApiParts = {
  readonly access: AccessDesk;
  readonly prepare: Prepare;
  readonly sessions: Sessions;
  readonly streams: Streams;
  readonly people: PeopleDirectory;
  readonly wireName: (of: SharedTextRef) => Promise<string>;
  readonly printedOrigin: (request: IncomingMessage) => string;
  readonly creations: RateLimit;
  readonly callerOf: (request: IncomingMessage) => string;
};

export function seminarRoutes(parts: SeminarApiParts): readonly Route[] {
  const { access, prepare, sessions, streams, people } = parts;

  const seminarIdOf = ({ params }: Exchange): string => params['id'] ?? '';

  async function view(seminarId: string, seminar: Seminar, origin: string): Promise<SeminarView> {
    // Makes up for a creation that was cut short between the log and the links.
    for (const sitting of seminar.sittings) await access.issueForSitting(seminarId, sitting.id);
    const issued = await access.ofSeminar(seminarId);
    const directory = await people.directory(seminarId);
    const ateliers: AtelierView[] = [];
    for (const { id, number, title, plenary } of seminar.ateliers) {
      const sittings: SittingView[] = [];
      for (const sitting of seminar.sittings.filter(({ atelierId }) => atelierId === id)) {
        const links = linksOf(sitting, issued, origin);
        const log = (await streams.sitting(sitting.id)).state;
        const ownPlan = log?.ownPlan ?? null;
        const standing = { notesOpen: log?.notesOpen ?? true, closed: log?.closed ?? false };
        sittings.push({ ...sittingView(sitting, seminar, directory, issued), ownPlan, ...standing, links });
      }
      const plan = (await streams.atelier(id)).state?.plan ?? EMPTY_PLAN;
      ateliers.push({ atelierId: id, number, title, plenary, plan, sittings });
    }
    const organiser = issued.find(({ role }) => role === 'organiser');
    return {
      seminarId,
      description: seminar.description,
      closed: seminar.closed,
      ateliers,
      shared: { programme: seminar.programme, warningMinutes: seminar.warningMinutes },
      links: { organiser: organiser ? addressOf(organiser, null, origin) : '' },
      documents: { preamble: await parts.wireName({ kind: 'preamble', id: seminarId }) },
    };
  }

  const addressOf = (link: Access, atelierId: string | null, origin: string): string =>
    linkOf(origin, pathOf(link, atelierId), link.id, access.secretOf(link));

  function linksOf({ id, atelierId }: Sitting, issued: readonly Access[], origin: string): SittingLinks {
    const of = (role: Role): string => {
      const found = issued.find((it) => it.role === role && it.scope.sittingId === id);
      return found ? addressOf(found, atelierId, origin) : '';
    };
    return {
      animateur: of('animateur'),
      rapporteur: of('rapporteur'),
      screen: of('screen'),
      join: `${origin}/#${codeFor(id, issued)}`,
    };
  }

  return [
    {
      method: 'POST',
      path: '/api/seminars',
      async handle({ request, response }) {
        if (!parts.creations.take(parts.callerOf(request))) throw new HttpError('protocol/too-many');
        const wanted = await readJson(request, createSeminarSchema);
        const session = await sessions.findOrOpen(request, response);
        const created = await prepare.createSeminar(session, wanted);
        if (!created.ok) throw new HttpError(codeOf(created.error.code));
        const { seminarId } = created.value;
        const answer: SeminarCreated = { seminarId, path: `/seminaires/${seminarId}` };
        sendJson(response, 201, answer);
      },
    },
    {
      method: 'GET',
      path: '/api/seminars/:id',
      async handle(exchange) {
        const seminarId = seminarIdOf(exchange);
        const actor = await sessions.actor(exchange.request);
        if (!may(actor, 'seminar/prepare', { seminarId, sittingIds: [] }))
          throw new HttpError('access/forbidden');
        const { state } = await streams.seminar(seminarId);
        if (!state) throw new HttpError('seminar/unknown');
        sendJson(exchange.response, 200, await view(seminarId, state, parts.printedOrigin(exchange.request)));
      },
    },
    {
      method: 'GET',
      path: '/api/sittings/:id/links',
      async handle({ request, response, params }) {
        const sittingId = params['id'] ?? '';
        const session = await sessions.find(request);
        if (!session) throw new HttpError('access/no-session');
        // A paired computer is shown no link: it would outlive the pairing.
        const actor = await access.holderOf(session);
        const seminarId = (await streams.sitting(sittingId)).state?.seminarId;
        const seminar = seminarId === undefined ? null : (await streams.seminar(seminarId)).state;
        const sitting = seminar?.sittings.find(({ id }) => id === sittingId);
        if (seminarId === undefined || !sitting) throw new HttpError('seminar/unknown');
        if (!may(actor, 'sitting/prepare', { seminarId, sittingIds: [sittingId] }))
          throw new HttpError('access/forbidden');
        await access.issueForSitting(seminarId, sittingId);
        const issued = await access.ofSeminar(seminarId);
        sendJson(response, 200, linksOf(sitting, issued, parts.printedOrigin(request)));
      },
    },
  ];
}

const codeFor = (sittingId: string, issued: readonly Access[]): string =>
  issued.find((it) => it.kind === 'code' && it.scope.sittingId === sittingId)?.code ?? '';

function sittingView(
  { id, room, start, label }: Sitting,
  seminar: Seminar,
  people: Directory,
  issued: readonly Access[],
): Omit<SittingView, 'links' | 'ownPlan' | 'notesOpen' | 'closed'> {
  return {
    ...{ sittingId: id, room, start, label },
    participants: seminar.attendance[id]?.length ?? 0,
    animateurs: namesAppointed(seminar, id, 'animateur', people),
    rapporteurs: namesAppointed(seminar, id, 'rapporteur', people),
    code: codeFor(id, issued),
  };
}
