/** A séminaire over HTTP: created, read by its organiser, and its actes downloaded. */
import type { IncomingMessage } from 'node:http';
import type { Role } from '#core/access/roles.ts';
import { may } from '#core/access/may.ts';
import type { Actes, ActesLabels } from '#core/actes/actes.ts';
import { toMarkdown } from '#core/actes/to-markdown.ts';
import { EMPTY_PLAN } from '#core/agenda/plan.ts';
import type { Seminar, Sitting } from '#core/seminar/seminar.ts';
import { createSeminarSchema } from '#protocol/inputs.ts';
import type { AtelierView, SeminarCreated, SeminarView, SittingView } from '#protocol/views.ts';
import type { Access } from '../seminars/access.port.ts';
import type { AccessDesk } from '../seminars/access.ts';
import type { AssembleActes } from '../seminars/actes.ts';
import type { PdfExport } from '../seminars/pdf-export.port.ts';
import { PdfExportError } from '../seminars/pdf-export.port.ts';
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
  readonly assembleActes: AssembleActes;
  readonly pdf: PdfExport;
  readonly labelsOf: (language: Actes['language']) => ActesLabels;
  readonly wireName: (of: SharedTextRef) => Promise<string>;
  readonly printedOrigin: (request: IncomingMessage) => string;
  readonly creations: RateLimit;
  readonly addressOf: (request: IncomingMessage) => string;
};

export function seminarRoutes(parts: SeminarApiParts): readonly Route[] {
  const { access, prepare, sessions, streams, assembleActes, pdf, labelsOf } = parts;

  const seminarIdOf = ({ params }: Exchange): string => params['id'] ?? '';

  async function view(seminarId: string, seminar: Seminar, origin: string): Promise<SeminarView> {
    // Makes up for a creation that was cut short between the log and the links.
    for (const sitting of seminar.sittings) await access.issueForSitting(seminarId, sitting.id);
    const issued = await access.ofSeminar(seminarId);
    const link = (role: Role, sittingId: string | null, atelierId: string | null): string => {
      const found = issued.find((it) => it.role === role && it.scope.sittingId === sittingId);
      return found ? linkOf(origin, pathOf(found, atelierId), found.id, access.secretOf(found)) : '';
    };
    const ateliers: AtelierView[] = [];
    for (const atelier of seminar.ateliers) {
      const held = seminar.sittings.filter((sitting) => sitting.atelierId === atelier.id);
      ateliers.push({
        atelierId: atelier.id,
        number: atelier.number,
        title: atelier.title,
        plan: (await streams.atelier(atelier.id)).state?.plan ?? EMPTY_PLAN,
        sittings: held.map((sitting) => sittingView(sitting, seminar, issued, origin, link)),
      });
    }
    return {
      seminarId,
      description: seminar.description,
      ateliers,
      links: { organiser: link('organiser', null, null) },
      documents: { preamble: await parts.wireName({ kind: 'preamble', id: seminarId }) },
    };
  }

  /** The actes for someone who may read them. */
  async function readActes(exchange: Exchange): Promise<{ actes: Actes; labels: ActesLabels }> {
    const seminarId = seminarIdOf(exchange);
    const actor = await sessions.actor(exchange.request);
    if (!may(actor, 'actes/read', { seminarId, sittingIds: [] })) throw new HttpError('access/forbidden');
    const actes = await assembleActes(seminarId);
    if (!actes) throw new HttpError('seminar/unknown');
    return { actes, labels: labelsOf(actes.language) };
  }

  return [
    {
      method: 'POST',
      path: '/api/seminars',
      async handle({ request, response }) {
        if (!parts.creations.take(parts.addressOf(request))) throw new HttpError('protocol/too-many');
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
      path: '/api/seminars/:id/actes.json',
      async handle(exchange) {
        const { actes, labels } = await readActes(exchange);
        sendJson(exchange.response, 200, { actes, repairs: pdf.repairsOf(actes, labels) });
      },
    },
    {
      method: 'GET',
      path: '/api/seminars/:id/actes.md',
      async handle(exchange) {
        const { actes, labels } = await readActes(exchange);
        send(
          exchange,
          'text/markdown; charset=utf-8',
          fileName(actes, 'md'),
          Buffer.from(toMarkdown(actes, labels)),
        );
      },
    },
    {
      method: 'GET',
      path: '/api/seminars/:id/actes.pdf',
      async handle(exchange) {
        const { actes, labels } = await readActes(exchange);
        const bytes = await pdf.toPdf(actes, labels).catch((error: unknown) => {
          throw error instanceof PdfExportError ? new HttpError(error.code) : error;
        });
        send(exchange, 'application/pdf', fileName(actes, 'pdf'), bytes);
      },
    },
  ];
}

function sittingView(
  sitting: Sitting,
  seminar: Seminar,
  issued: readonly Access[],
  origin: string,
  link: (role: Role, sittingId: string, atelierId: string) => string,
): SittingView {
  const code = issued.find((it) => it.kind === 'code' && it.scope.sittingId === sitting.id)?.code ?? '';
  return {
    sittingId: sitting.id,
    room: sitting.room,
    start: sitting.start,
    participants: seminar.attendance[sitting.id]?.length ?? 0,
    code,
    links: {
      animateur: link('animateur', sitting.id, sitting.atelierId),
      rapporteur: link('rapporteur', sitting.id, sitting.atelierId),
      screen: link('screen', sitting.id, sitting.atelierId),
      join: `${origin}/#${code}`,
    },
  };
}

/** A name that every file system takes, from the title. */
function fileName(actes: Actes, extension: string): string {
  const plain = actes.cover.title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-zA-Z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .toLowerCase();
  return `actes${plain === '' ? '' : `-${plain}`}.${extension}`;
}

function send({ response }: Exchange, type: string, name: string, bytes: Uint8Array): void {
  response.writeHead(200, {
    'content-type': type,
    'content-length': bytes.byteLength,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}
