/** Agendas, the programme and the balance of the day as files: Markdown, CSV and calendars. */
import { grantFor, may } from '#core/access/may.ts';
import type { Resource } from '#core/access/may.ts';
import type { Actor } from '#core/access/roles.ts';
import { agendaCsv } from '#core/agenda/export/agenda-csv.ts';
import { agendaCalendar, programmeCalendar } from '#core/agenda/export/agenda-ics.ts';
import type { DatedSheet } from '#core/agenda/export/agenda-ics.ts';
import { agendaMarkdown } from '#core/agenda/export/agenda-markdown.ts';
import type { AgendaLabels, AgendaSheet } from '#core/agenda/export/agenda-sheet.ts';
import { balanceCsv } from '#core/agenda/export/balance-csv.ts';
import type { BalanceLabels } from '#core/agenda/export/balance-csv.ts';
import type { Ok, Refused } from '#core/result.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import type { Language } from '#core/time/formats.ts';
import type { AgendaSheets, FoundAtelier } from '../seminars/agenda-sheets.ts';
import type { AssembleBalance } from '../seminars/balance.ts';
import type { Streams } from '../seminars/streams.ts';
import type { Clock } from '../seminars/surroundings.port.ts';
import { asksFor, fileName, sendFile } from './download.ts';
import { HttpError } from './http-error.ts';
import type { Exchange, Route } from './router.ts';
import { sendJson } from './router.ts';
import type { Sessions } from './sessions.ts';

export type ExportLabels = {
  readonly agenda: AgendaLabels;
  readonly balance: BalanceLabels;
  readonly fileNames: { readonly agenda: string; readonly programme: string; readonly balance: string };
};

export type AgendaExportParts = {
  readonly sessions: Sessions;
  readonly streams: Streams;
  readonly agendaSheets: AgendaSheets;
  readonly assembleBalance: AssembleBalance;
  readonly clock: Clock;
  readonly exportLabelsOf: (language: Language) => ExportLabels;
};

export function agendaExportRoutes(parts: AgendaExportParts): readonly Route[] {
  const { sessions, streams, agendaSheets, assembleBalance, clock, exportLabelsOf } = parts;

  /** What was asked for, for someone who may read it; with the animateur's notes for those who run it, if they ask. */
  async function readable(
    exchange: Exchange,
    find: (id: string) => Promise<FoundAtelier | null>,
  ): Promise<{ found: FoundAtelier; notes: boolean }> {
    const actor = await sessions.actor(exchange.request);
    const found = await find(exchange.params['id'] ?? '');
    if (!found) throw new HttpError('seminar/unknown');
    const resource = resourceOf(found);
    if (!mayReadAgenda(actor, resource)) throw new HttpError('access/forbidden');
    const notes = asksFor(exchange, 'notes');
    if (notes && !may(actor, 'run/command', resource)) throw new HttpError('access/forbidden');
    const sittings = found.sittings.filter((it) =>
      mayReadAgenda(actor, resourceOf({ ...found, sittings: [it] })),
    );
    return { found: { ...found, sittings }, notes };
  }

  function sendAgenda(exchange: Exchange, sheet: AgendaSheet, sittings: readonly DatedSheet[]): void {
    const labels = exportLabelsOf(sheet.language);
    const name = (extension: string): string => fileName(labels.fileNames.agenda, sheet.title, extension);
    switch (exchange.params['format']) {
      case 'md':
        return sendFile(exchange, 'md', name('md'), agendaMarkdown(sheet, labels.agenda));
      case 'csv':
        return sendFile(exchange, 'csv', name('csv'), agendaCsv(sheet, labels.agenda));
      default: {
        const grain = asksFor(exchange, 'points') ? 'points' : 'sitting';
        const calendar = agendaCalendar(sittings, grain, sheet.title, clock.now());
        return sendFile(exchange, 'ics', name('ics'), madeOrRefused(calendar));
      }
    }
  }

  /** The balances, for an organiser. */
  async function readBalance(exchange: Exchange) {
    const { seminarId, seminar } = await knownSeminar(exchange, (actor, id) =>
      may(actor, 'seminar/prepare', { seminarId: id, sittingIds: [] }),
    );
    const sittings = (await assembleBalance(seminarId, asksFor(exchange, 'rehearsals'))) ?? [];
    return { seminar, sittings };
  }

  async function knownSeminar(
    { request, params }: Exchange,
    allowed: (actor: Actor, seminarId: string) => boolean,
  ): Promise<{ actor: Actor; seminarId: string; seminar: Seminar }> {
    const seminarId = params['id'] ?? '';
    const actor = await sessions.actor(request);
    if (!allowed(actor, seminarId)) throw new HttpError('access/forbidden');
    const { state } = await streams.seminar(seminarId);
    if (!state) throw new HttpError('seminar/unknown');
    return { actor, seminarId, seminar: state };
  }

  return [
    {
      method: 'GET',
      path: '/api/ateliers/:id/agenda.:format(md|csv|ics)',
      async handle(exchange) {
        const { found, notes } = await readable(exchange, agendaSheets.findAtelier);
        const sheet = await agendaSheets.ofAtelier(found, notes);
        sendAgenda(exchange, sheet, await agendaSheets.ofSittings(found, notes));
      },
    },
    {
      method: 'GET',
      path: '/api/sittings/:id/agenda.:format(md|csv|ics)',
      async handle(exchange) {
        const { found, notes } = await readable(exchange, agendaSheets.findSitting);
        const sittings = await agendaSheets.ofSittings(found, notes);
        const [dated] = sittings;
        if (!dated) throw new HttpError('seminar/unknown');
        sendAgenda(exchange, dated.sheet, sittings);
      },
    },
    {
      method: 'GET',
      path: '/api/seminars/:id/programme.ics',
      async handle(exchange) {
        const { actor, seminarId, seminar } = await knownSeminar(exchange, (who, id) =>
          mayReadAgenda(who, { seminarId: id, sittingIds: [], plenary: true }),
        );
        const { description, programme, ateliers } = seminar;
        const sittings: DatedSheet[] = [];
        for (const atelier of ateliers) {
          const own = seminar.sittings.filter((it) => it.atelierId === atelier.id);
          const found = { seminarId, seminar, atelier, sittings: own };
          const readers = own.filter((it) => mayReadAgenda(actor, resourceOf({ ...found, sittings: [it] })));
          sittings.push(...(await agendaSheets.ofSittings({ ...found, sittings: readers }, false)));
        }
        const calendar = programmeCalendar(programme, sittings, description.title, clock.now());
        const { fileNames } = exportLabelsOf(description.language);
        const name = fileName(fileNames.programme, description.title, 'ics');
        sendFile(exchange, 'ics', name, madeOrRefused(calendar));
      },
    },
    {
      method: 'GET',
      path: '/api/seminars/:id/balance.json',
      async handle(exchange) {
        sendJson(exchange.response, 200, { sittings: (await readBalance(exchange)).sittings });
      },
    },
    {
      method: 'GET',
      path: '/api/seminars/:id/balance.csv',
      async handle(exchange) {
        const { seminar, sittings } = await readBalance(exchange);
        const { title, language, zone } = seminar.description;
        const labels = exportLabelsOf(language);
        const name = fileName(labels.fileNames.balance, title, 'csv');
        sendFile(exchange, 'csv', name, balanceCsv(sittings, labels.balance, zone, language));
      },
    },
  ];
}

const resourceOf = ({ seminarId, atelier, sittings }: FoundAtelier): Resource => ({
  seminarId,
  sittingIds: sittings.map(({ id }) => id),
  plenary: atelier.plenary,
});

/** A projector shows the point and never the list: what it may see live is no right to the agenda. */
const mayReadAgenda = (actor: Actor, resource: Resource): boolean =>
  grantFor({ grants: actor.grants.filter(({ role }) => role !== 'screen') }, 'live/read', resource) !== null;

function madeOrRefused(made: Ok<string> | Refused<'agenda/no-start'>): string {
  if (!made.ok) throw new HttpError(made.error.code);
  return made.value;
}
