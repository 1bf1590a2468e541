/** A document in memory, rebuilt from its log whenever Yjs left it half changed. */
import * as Y from 'yjs';
import { documentOfLog, emptyDocument } from '#ydoc/document-log.ts';
import type { DocumentUpdate, LoadedDocument } from '../seminars/documents.port.ts';

export class Replica {
  readonly doc: Y.Doc;
  /** The last sequence number it holds. */
  throughSeq: number;
  updatesSinceSnapshot: number;
  updateBytesSinceSnapshot: number;
  /** Log records that could not be read: the text may lack words until their authors send them again. */
  readonly corrupt: readonly number[];
  #bytes: number;
  #measured = false;

  private constructor(doc: Y.Doc, loaded: LoadedDocument, corrupt: readonly number[]) {
    this.doc = doc;
    this.corrupt = corrupt;
    this.throughSeq = loaded.updates.reduce((last, { seq }) => Math.max(last, seq), loaded.snapshotSeq);
    for (const seq of loaded.corrupt) this.throughSeq = Math.max(this.throughSeq, seq);
    this.updatesSinceSnapshot = loaded.updates.length;
    this.updateBytesSinceSnapshot = loaded.updates.reduce((sum, { update }) => sum + update.length, 0);
    this.#bytes = (loaded.snapshot?.length ?? 0) + this.updateBytesSinceSnapshot;
  }

  /** Opens what can be read of a log; `uncommitted` are updates that are not in it yet. */
  static open(loaded: LoadedDocument, uncommitted: readonly Uint8Array[] = []): Replica {
    const records = recordsOf(loaded);
    const { doc, unreadable } = documentOfLog(records.map(({ update }) => update));
    for (const update of uncommitted) Y.applyUpdate(doc, update);
    const corrupt = records.filter((_, place) => unreadable.has(place)).map(({ seq }) => seq);
    return new Replica(doc, loaded, [...loaded.corrupt, ...corrupt]);
  }

  get isEmpty(): boolean {
    return this.doc.store.clients.size === 0 && this.doc.store.pendingStructs === null;
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  /** Everything that a holder of `stateVector` lacks, deletions included. */
  difference(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc, stateVector);
  }

  /**
   * Applies an inspected update; answers what it changed, as one update, or null when it changed nothing. When it
   * throws, or answers 'damaged', the document must be rebuilt.
   */
  apply(update: Uint8Array): Uint8Array | null | 'damaged' {
    const store = this.doc.store;
    const wasWhole = store.pendingStructs === null && store.pendingDs === null;
    const changes: Uint8Array[] = [];
    const collect = (change: Uint8Array): void => void changes.push(change);
    this.doc.on('update', collect);
    try {
      Y.applyUpdate(this.doc, update);
    } catch {
      return 'damaged';
    } finally {
      this.doc.off('update', collect);
    }
    if (wasWhole && (store.pendingStructs !== null || store.pendingDs !== null)) return 'damaged';
    if (changes.length === 0) return null;
    const change = Y.mergeUpdates(changes);
    this.#bytes += change.length;
    this.#measured = false;
    return change;
  }

  /** Whether the document would stay within `limit` bytes with an update of `added` bytes. */
  hasRoomFor(added: number, limit: number): boolean {
    if (this.#bytes + added <= limit) return true;
    if (!this.#measured) {
      this.#bytes = this.snapshot().length;
      this.#measured = true;
    }
    return this.#bytes + added <= limit;
  }

  committed(seq: number, bytes: number): void {
    this.throughSeq = seq;
    this.updatesSinceSnapshot += 1;
    this.updateBytesSinceSnapshot += bytes;
  }

  compacted(): void {
    this.updatesSinceSnapshot = 0;
    this.updateBytesSinceSnapshot = 0;
  }

  /** The whole state, encoded anew from a collected document: deleted words are not in it. */
  snapshot(): Uint8Array {
    const clean = emptyDocument();
    Y.applyUpdate(clean, Y.encodeStateAsUpdate(this.doc));
    const snapshot = Y.encodeStateAsUpdate(clean);
    clean.destroy();
    return snapshot;
  }
}

/** What the log holds, oldest first. */
export const recordsOf = ({ snapshot, snapshotSeq, updates }: LoadedDocument): readonly DocumentUpdate[] =>
  snapshot === null ? updates : [{ seq: snapshotSeq, update: snapshot }, ...updates];
