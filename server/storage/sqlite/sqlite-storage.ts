/** The storage ports on SQLite: everything is asked of one writer thread, in order. */
import type { DomainEvent } from '#core/events/event-types.ts';
import type { Appended } from '../../seminars/event-store.port.ts';
import type { Storage } from '../../seminars/storage.port.ts';
import type { Logger } from '../../seminars/surroundings.port.ts';
import type { WriterThread } from './writer-thread.ts';
import { startWriterThread } from './writer-thread.ts';

export type SqliteStorage = Storage & {
  /** How many transactions reached the disk since the storage was opened. */
  readonly commits: () => number;
};

export type SqliteOptions = {
  readonly file: string;
  readonly logger: Logger;
  /** How long a commit waits for another process that holds the database before it counts as failed. */
  readonly busyTimeoutMs?: number;
};

/** Opens or creates the database; rejects with a StorageError, having written nothing, when it must not be used. */
export async function openSqliteStorage({
  file,
  logger,
  busyTimeoutMs = 5_000,
}: SqliteOptions): Promise<SqliteStorage> {
  return storageOver(await startWriterThread({ file, busyTimeoutMs }, logger), logger);
}

/** The ports over a writer thread that is open. */
export function storageOver(writer: WriterThread, logger: Logger): SqliteStorage {
  return {
    events: {
      async append(streams, receipts): Promise<Appended> {
        const answer = await writer.ask('append', {
          streams: streams.map(({ stream, expectedSeq, events }) => ({
            stream,
            expectedSeq,
            events: events.map(({ id, type, v, at, actor, payload }) => ({
              ...{ id, type, v, at, actor },
              payload: JSON.stringify(payload),
            })),
          })),
          receipts,
        });
        if (answer !== 'ok') return { ok: false, conflict: answer };
        const events = streams.flatMap(({ stream, expectedSeq, events: decided }) =>
          decided.map((event, index): DomainEvent => ({ ...event, stream, seq: expectedSeq + index + 1 })),
        );
        return { ok: true, events };
      },
      read: (stream, afterSeq) => writer.ask('readStream', { stream, afterSeq }),
      receipt: (commandId) => writer.ask('receiptOf', commandId),
      forgetReceipts: (moment) => writer.ask('forgetReceipts', moment),
      redact: (stream, eventIds) => writer.ask('redactEvents', { stream, eventIds }),
    },
    people: {
      save: (person) => writer.ask('savePerson', person),
      erase: (personId) => writer.ask('erasePerson', personId),
      find: (personId) => writer.ask('personById', personId),
      ofSeminar: (seminarId) => writer.ask('peopleOfSeminar', seminarId),
    },
    access: {
      save: (access) => writer.ask('saveAccess', access),
      find: (accessId) => writer.ask('accessById', accessId),
      findByCode: (code) => writer.ask('accessByCode', code),
      ofSeminar: (seminarId) => writer.ask('accessesOfSeminar', seminarId),
      ofSitting: (seminarId, sittingId) => writer.ask('accessesOfSitting', { seminarId, sittingId }),
      ofPerson: (seminarId, personId) => writer.ask('accessesOfPerson', { seminarId, personId }),
      session: (tokenHash) => writer.ask('sessionByToken', tokenHash),
      openSession: (session, tokenHash) => writer.ask('openSession', { session, tokenHash }),
      grant: (sessionId, grant, accessId, at) => writer.ask('addGrant', { sessionId, grant, accessId, at }),
      ungrant: (sessionId, grant) => writer.ask('removeGrant', { sessionId, grant }),
      grantsOf: (sessionId) => writer.ask('grantsOfSession', sessionId),
      holdersIn: (sittingId) => writer.ask('holdersInSitting', sittingId),
      withdrawGrants: (personId, sittingId) => writer.ask('withdrawGrants', { personId, sittingId }),
      withdrawAllGrants: (personId) => writer.ask('withdrawAllGrants', personId),
    },
    pairings: {
      save: (pairing) => writer.ask('savePairing', pairing),
      open: (at) => writer.ask('openPairings', at),
    },
    keptTexts: {
      keep: (text) => writer.ask('keepText', text),
      read: (id) => writer.ask('keptTextById', id),
      ofSeminar: (seminarId) => writer.ask('keptTextsOfSeminar', seminarId),
      replace: (id, text) => writer.ask('replaceKeptText', { id, text }),
    },
    actesAddresses: {
      reserve: (slug, seminarId) => writer.ask('reserveAddress', { slug, seminarId }),
      seminarAt: (slug) => writer.ask('seminarAtAddress', slug),
    },
    documents: {
      epoch: (document) => writer.ask('epochOf', document),
      renew(document, fromEpoch, snapshot) {
        const bytes = ownBytes(snapshot);
        return writer.ask('renew', { document, fromEpoch, snapshot: bytes }, [bytes.buffer]);
      },
      async load(document, epoch) {
        const loaded = await writer.ask('loadDocument', { document, epoch });
        if (loaded.corrupt.length > 0) {
          logger.error('storage.corrupt-updates', { document, epoch, count: loaded.corrupt.length });
        }
        return loaded;
      },
      commit(commit) {
        const update = ownBytes(commit.update);
        return writer.ask('commitUpdate', { ...commit, update }, [update.buffer]);
      },
      compact(document, epoch, throughSeq, snapshot) {
        const bytes = ownBytes(snapshot);
        return writer.ask('compact', { document, epoch, throughSeq, snapshot: bytes }, [bytes.buffer]);
      },
      clientOwners: (document, epoch) => writer.ask('clientOwners', { document, epoch }),
    },
    writable: writer.writable,
    commits: writer.commits,
    close: writer.close,
  };
}

/** A copy in a buffer of its own: the caller keeps its bytes, and a slice of a pool does not drag the pool along. */
const ownBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
