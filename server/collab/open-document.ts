/** One epoch of a document, open: its text, who may write under which client id, and its log. */
import type { CollabRefusal } from '#protocol/collab.ts';
import type { DocumentStore } from '../seminars/documents.port.ts';
import type { Logger } from '../seminars/surroundings.port.ts';
import type { FirstUse } from './client-ids.ts';
import { ClientIds, SERVER_OWNER } from './client-ids.ts';
import type { Mode } from './connection.ts';
import { codeOf } from './error-code.ts';
import { inspectUpdate } from './inspect-update.ts';
import type { Limits } from './limits.ts';
import { Replica } from './replica.ts';

export type DocumentSurroundings = {
  readonly documents: DocumentStore;
  readonly logger: Logger;
  readonly limits: Limits;
};

export type Author = { readonly owner: string; readonly mode: Mode };

/** What became of an update. */
export type Outcome =
  | {
      readonly type: 'changed';
      readonly change: Uint8Array;
      readonly firstUses: readonly FirstUse[];
    }
  | { readonly type: 'nothing-new' }
  | { readonly type: 'refused'; readonly refusal: CollabRefusal }
  /** No client writes such bytes; with `damaged`, the text must be rebuilt before anything else is done. */
  | { readonly type: 'malformed'; readonly damaged: boolean };

export class OpenDocument {
  readonly name: string;
  readonly epoch: number;
  readonly clientIds: ClientIds;
  readonly #around: DocumentSurroundings;
  #replica: Replica;

  private constructor(
    name: string,
    epoch: number,
    replica: Replica,
    clientIds: ClientIds,
    around: DocumentSurroundings,
  ) {
    this.name = name;
    this.epoch = epoch;
    this.clientIds = clientIds;
    this.#replica = replica;
    this.#around = around;
  }

  static async load(name: string, around: DocumentSurroundings): Promise<OpenDocument> {
    const { documents, logger, limits } = around;
    const epoch = await documents.epoch(name);
    const [stored, owners] = await Promise.all([
      documents.load(name, epoch),
      documents.clientOwners(name, epoch),
    ]);
    const replica = Replica.open(stored);
    const { corrupt } = replica;
    if (corrupt.length > 0) {
      logger.error('collab.corrupt-log', { document: name, epoch, records: corrupt.join(',') });
    }
    const clientIds = new ClientIds(owners, replica.doc.store.clients.keys(), limits.clientIdsPerSession);
    return new OpenDocument(name, epoch, replica, clientIds, around);
  }

  get replica(): Replica {
    return this.#replica;
  }

  /** Whether the server may write its own sections: nobody has ever written anything. */
  get isNew(): boolean {
    return this.epoch === 1 && this.#replica.isEmpty && this.#replica.corrupt.length === 0;
  }

  /** Applies the server's own sections. */
  seed(update: Uint8Array): Outcome {
    const change = this.#replica.apply(update);
    if (change === 'damaged') return { type: 'malformed', damaged: true };
    if (change === null) return { type: 'nothing-new' };
    const firstUses = this.clientIds.use([...this.#replica.doc.store.clients.keys()], SERVER_OWNER);
    return { type: 'changed', change, firstUses };
  }

  /** Applies what the author may write and nobody could do harm with. */
  take(update: Uint8Array, { owner, mode }: Author): Outcome {
    const { limits } = this.#around;
    const found = inspectUpdate(update, this.#replica.doc, limits);
    if (found.type === 'malformed') return { type: 'malformed', damaged: false };
    if (found.type === 'sound' && !found.adds) return { type: 'nothing-new' };
    if (mode === 'read') return refused('read-only');
    if (found.type !== 'sound') return refused(found.type);
    const permission = this.clientIds.mayWrite(found.authors, owner);
    if (permission !== 'yes') return refused(permission);
    const grows = found.authors.length > 0;
    if (grows && !this.#replica.hasRoomFor(update.length, limits.documentBytes)) {
      return refused('document-full');
    }
    const change = this.#replica.apply(update);
    if (change === 'damaged') return { type: 'malformed', damaged: true };
    if (change === null) return { type: 'nothing-new' };
    return { type: 'changed', change, firstUses: this.clientIds.use(found.authors, owner) };
  }

  /** Goes back to what the log holds, and to the changes that are on their way to it. */
  async rebuild(uncommitted: readonly Uint8Array[]): Promise<void> {
    this.#around.logger.warn('collab.document-rebuilt', { document: this.name });
    const replica = Replica.open(await this.#around.documents.load(this.name, this.epoch), uncommitted);
    this.#replica.doc.destroy();
    this.#replica = replica;
  }

  async compactIfDue(): Promise<void> {
    const { documents, limits, logger } = this.#around;
    const replica = this.#replica;
    const isDue =
      replica.updatesSinceSnapshot >= limits.updatesPerSnapshot ||
      replica.updateBytesSinceSnapshot >= limits.updateBytesPerSnapshot;
    // A damaged log is kept as it is: it is the only witness.
    if (!isDue || replica.corrupt.length > 0) return;
    try {
      await documents.compact(this.name, this.epoch, replica.throughSeq, replica.snapshot());
    } catch (error) {
      logger.warn('collab.compaction-failed', { document: this.name, reason: codeOf(error) });
    }
    // After a failure too: the next try comes with as many updates again.
    replica.compacted();
  }

  destroy(): void {
    this.#replica.doc.destroy();
  }
}

const refused = (refusal: CollabRefusal): Outcome => ({ type: 'refused', refusal });
