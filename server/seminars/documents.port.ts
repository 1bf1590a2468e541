/** The shared documents on disk: an append-only log of updates per document and epoch, with snapshots. */

/** One row of a document's log. `update` is a Yjs update (v1). */
export type DocumentUpdate = { readonly seq: number; readonly update: Uint8Array };

export type LoadedDocument = {
  readonly snapshot: Uint8Array | null;
  /** The sequence number of the last update that the snapshot holds; 0 without a snapshot. */
  readonly snapshotSeq: number;
  /** Updates after the snapshot, oldest first. */
  readonly updates: readonly DocumentUpdate[];
  /**
   * Sequence numbers whose checksum did not match: left out, and the alarm is raised. A snapshot stands under the
   * last sequence number it held.
   */
  readonly corrupt: readonly number[];
};

/** What one commit of a room writes. */
export type DocumentCommit = {
  readonly document: string;
  readonly epoch: number;
  readonly update: Uint8Array;
  /** Yjs client ids first used by a session in this update. */
  readonly clients: readonly { readonly clientId: number; readonly owner: string }[];
};

/** Whatever names an epoch that is not the present one rejects with the code `documents/epoch-closed`. */
export interface DocumentStore {
  /** The present epoch of a document, 1 when it was never written. */
  epoch(document: string): Promise<number>;
  /**
   * Closes the present epoch and opens the next with `snapshot` as its first state; answers the new epoch.
   * Nothing of the closed epoch is kept.
   */
  renew(document: string, fromEpoch: number, snapshot: Uint8Array): Promise<number>;
  load(document: string, epoch: number): Promise<LoadedDocument>;
  /** Resolves with the update's sequence number once it is on disk. */
  commit(commit: DocumentCommit): Promise<number>;
  /** Replaces the updates up to and with `throughSeq` by `snapshot`, in one transaction. */
  compact(document: string, epoch: number, throughSeq: number, snapshot: Uint8Array): Promise<void>;
  /** Who owns each Yjs client id of a document's epoch, by client id. */
  clientOwners(document: string, epoch: number): Promise<ReadonlyMap<number, string>>;
}
