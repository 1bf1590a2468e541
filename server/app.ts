/** The whole server on one HTTP server and one port, the same in development and production. */
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { DomainEvent } from '#core/events/event-types.ts';
import { COLLAB_PATH, SOCKET_PATH } from '#protocol/socket.ts';
import { documentName, parseDocumentName, wireName } from '#ydoc/document-names.ts';
import { createActesLife, keptActesOf } from './actes-life.ts';
import { createCollabServer } from './collab/collab-server.ts';
import { LIMITS as COLLAB_LIMITS } from './collab/limits.ts';
import type { Config } from './config.ts';
import { watchConnections } from './connections.ts';
import { createAdmission } from './document-admission.ts';
import { createApi } from './http/api.ts';
import { pairingStateOf } from './http/pairing-api.ts';
import { createSessions } from './http/sessions.ts';
import { createRealtime } from './realtime/socket-server.ts';
import { createSideBySide } from './realtime/side-by-side.ts';
import { createSynthesisViewOf } from './realtime/synthesis-view.ts';
import { createSynthesisWords } from './realtime/synthesis-words.ts';
import { addressToPrint, callerAddress, comesFromOurPages } from './request-origin.ts';
import { createAccessDesk } from './seminars/access.ts';
import { createAgendaSheets } from './seminars/agenda-sheets.ts';
import { createAssembleBalance } from './seminars/balance.ts';
import { createAutoAdvance } from './seminars/auto-advance.ts';
import { createCommands } from './seminars/commands.ts';
import { createDesk } from './seminars/desk.ts';
import { createJoin } from './seminars/join.ts';
import { createPairings } from './seminars/pairing.ts';
import { createTextStanding } from './seminars/text-standing.ts';
import type { Attachments } from './seminars/attachments.port.ts';
import type { ActesAssembly } from './seminars/actes-assembly.port.ts';
import type { ActesExport } from './seminars/actes-export.port.ts';
import { createPeopleDirectory } from './seminars/people-directory.ts';
import { createPhotos } from './seminars/photos.ts';
import { createPrepare } from './seminars/prepare.ts';
import { createReceiptExpiry } from './seminars/receipt-expiry.ts';
import { createRedaction } from './seminars/redaction.ts';
import type { Storage } from './seminars/storage.port.ts';
import { createSittingPeople } from './seminars/sitting-people.ts';
import { createSlidesOf } from './seminars/slides.ts';
import { createValidatedVersionOf } from './seminars/synthesis-versions.ts';
import { createStreams } from './seminars/streams.ts';
import type { Clock, Ids, Logger, Timers } from './seminars/surroundings.port.ts';
import type { SharedTextRef } from './seminars/texts.port.ts';

export type AppParts = {
  readonly http: Server;
  readonly storage: Storage;
  /** The files beside the log. */
  readonly attachments: Attachments;
  /** 32 bytes: what the secrets of links and sessions are derived and hashed with. */
  readonly secretKey: Uint8Array;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly config: Config;
  readonly actesExport: ActesExport;
  readonly assembly: ActesAssembly;
  /** SvelteKit's handler: it gets every request that the server does not know. */
  readonly pages: RequestListener;
  /** Unknown upgrade paths are refused, except where Vite listens for its own beside us. */
  readonly unknownUpgrades: 'refuse' | 'leave';
};

export type App = {
  /** Stops accepting, writes what waits and ends every connection; those that do not end by themselves are cut. */
  close(): Promise<void>;
};

export function createApp(parts: AppParts): App {
  const { http, storage, secretKey, clock, timers, ids, logger, config, actesExport, assembly } = parts;
  const connections = watchConnections(http, logger);

  const notRedacted = (stream: string, error: unknown): void =>
    logger.error('redaction/failed', { stream, reason: error instanceof Error ? error.name : 'unknown' });
  const streams = createStreams(storage.events, notRedacted);
  const redaction = createRedaction(streams, notRedacted);
  const receipts = createReceiptExpiry({ events: storage.events, clock, timers, logger });
  const people = createPeopleDirectory(storage.people);
  const pairings = createPairings({
    store: storage.pairings,
    streams,
    heldGrants: storage.access.grantsOf,
    devices: {
      isConnected: (sessionId) => realtime.isConnected(sessionId),
      identify: (sessionId, word) => realtime.tellDevice(sessionId, { type: 'identify', word }),
      async changed(sessionId) {
        await Promise.all([realtime.recheck(sessionId), collab.recheck(sessionId)]);
        const pairing = pairingStateOf(await pairings.stateOf(sessionId));
        realtime.tellDevice(sessionId, { type: 'state', pairing });
      },
    },
    screens: {
      expect: (sittingId, sessionId) => realtime.screens.expectScreen(sittingId, sessionId),
      forget: (sittingId, sessionId) => realtime.screens.forgetScreen(sittingId, sessionId),
    },
    ...{ clock, timers, ids, logger },
  });
  const access = createAccessDesk(storage.access, people, clock, ids, secretKey, pairings.grantsOf);
  const published = (events: readonly DomainEvent[]): void => {
    redaction.committed(events);
    textStanding.committed(events);
    photos.committed(events);
    realtime.committed(events);
    autoAdvance.committed(events);
    pairings.committed(events);
  };
  const desk = createDesk(storage.events, streams, clock, published);
  const autoAdvance = createAutoAdvance({ desk, streams, clock, timers, ids, logger });
  const sessions = createSessions(access, config, clock);

  const collab = createCollabServer({
    documents: storage.documents,
    admit: createAdmission({
      ...{ sessions, access, streams, people },
      isSynthesisHeld: (atelierId) => textStanding.isHeld(atelierId),
    }),
    clock,
    timers,
    logger,
    committed(document) {
      const of = parseDocumentName(document);
      if (of !== null) realtime.textCommitted(of);
    },
  });
  const textStanding = createTextStanding({ streams, logger, recheckDocument: collab.recheckDocument });
  const recheck = async (sessionId: string): Promise<void> => {
    await Promise.all([realtime.recheck(sessionId), collab.recheck(sessionId)]);
  };
  const sittingPeople = createSittingPeople({
    ...{ desk, access, streams, people, clock, ids },
    recheck,
  });
  const presentWireName = async (of: SharedTextRef): Promise<string> =>
    wireName({ ...of, epoch: await storage.documents.epoch(documentName(of)) });

  const commands = createCommands({
    ...{ desk, streams, people, clock, ids },
    issueAccess: access.issueForSitting,
    catchUp: autoAdvance.catchUp,
    letGo: sittingPeople.letGo,
    textsSettled: textStanding.settled,
    holdSynthesis: textStanding.hold,
    ...{ texts: collab, keptTexts: storage.keptTexts },
  });
  const { attachments } = parts;
  const keptActes = keptActesOf(storage, attachments, streams, actesExport);
  const photos = createPhotos({ attachments, commands, streams, ids, logger, ...keptActes });

  const printedOrigin = (request: IncomingMessage): string => addressToPrint(request, config);
  const allows = (request: IncomingMessage): boolean => comesFromOurPages(request, config);

  const assembleBalance = createAssembleBalance({ streams, clock, catchUp: autoAdvance.catchUpToRead });
  const api = createApi({
    access,
    pairings,
    sittingPeople,
    photos,
    slidesOf: createSlidesOf({ streams, people, texts: collab }),
    sideBySide: createSideBySide({ streams, people, texts: collab }),
    synthesisViewOf: createSynthesisViewOf({ streams, people, texts: collab }),
    validatedVersionOf: createValidatedVersionOf({ streams, keptTexts: storage.keptTexts }),
    texts: collab,
    isConnected: (sessionId) => realtime.isConnected(sessionId),
    join: createJoin({ desk, access, streams, people, clock, ids }),
    prepare: createPrepare(desk, access, clock, ids),
    ...createActesLife({
      ...{ desk, streams, people, access, storage, keptActes, texts: collab, actesExport, assembleBalance },
      ...{ assembly, clock, ids, recheck, sweep: photos.sweep },
    }),
    keptActes,
    addresses: storage.actesAddresses,
    pages: parts.pages,
    assembleBalance,
    agendaSheets: createAgendaSheets(streams),
    sessions,
    streams,
    people,
    actesExport,
    wireName: presentWireName,
    printedOrigin,
    allows,
    left: recheck,
    ready: () => storage.writable() && collab.writable(),
    clock,
    config,
    logger,
  });

  const answer: RequestListener = (request, response) => {
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'same-origin');
    if (!api.handle(request, response)) parts.pages(request, response);
  };
  http.on('request', answer);

  const realtime = createRealtime({
    http,
    streams,
    people,
    commands,
    synthesisWords: createSynthesisWords(collab, clock, logger),
    catchUp: autoAdvance.catchUpToRead,
    joinCode: access.joinCodeOf,
    wireName: presentWireName,
    allows,
    sessionOf: sessions.find,
    actorOf: access.actorOf,
    openText: collab.openLine,
    textFrameBytes: COLLAB_LIMITS.frameBytes,
    deviceTurned: pairings.deviceTurned,
    printedOrigin,
    addressOf: (request) => callerAddress(request, config),
    clock,
    timers,
    logger,
  });

  actesExport.giveWayWhile(realtime.isAnybodyThere);

  /** The one place where upgrades are let in: Socket.IO listens for its own path, and asks `allows` itself. */
  const upgrade = (request: IncomingMessage, socket: Socket, head: Buffer): void => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path.startsWith(SOCKET_PATH)) return;
    if (path.startsWith(COLLAB_PATH)) {
      if (allows(request)) collab.handleUpgrade(request, socket, head);
      else refuseUpgrade(socket, '403 Forbidden');
      return;
    }
    if (parts.unknownUpgrades === 'refuse') refuseUpgrade(socket, '404 Not Found');
  };
  http.on('upgrade', upgrade);

  // Begun at once, so that the projectors of before a restart are looked for.
  pairings.ready().catch((error: unknown) => {
    logger.error('pairing/not-read', { reason: error instanceof Error ? error.name : 'unknown' });
  });

  return {
    async close() {
      receipts.close();
      pairings.close();
      const ended = connections.close();
      autoAdvance.close();
      await Promise.all([realtime.close(), collab.close()]);
      await ended;
      await Promise.all([actesExport.close(), assembly.close()]);
      http.off('request', answer);
      http.off('upgrade', upgrade);
    },
  };
}

const refuseUpgrade = (socket: Socket, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
};
