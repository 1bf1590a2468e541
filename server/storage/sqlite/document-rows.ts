/** The shared documents as rows: a log of updates per document and epoch, each with a checksum, and one snapshot. */
import { crc32 } from 'node:zlib';
import type { DocumentCommit, DocumentUpdate, LoadedDocument } from '../../seminars/documents.port.ts';
import { StorageError } from '../../seminars/storage-error.ts';
import type { Connection } from './connection.ts';

export function epochOf(connection: Connection, document: string): number {
  return place(connection, document).epoch;
}

/** Where the document's log stands: epoch 1 without updates when it was never written. */
function place(
  connection: Connection,
  document: string,
): { readonly epoch: number; readonly last_seq: number } {
  return (
    connection.get<{ epoch: number; last_seq: number }>(
      'SELECT epoch, last_seq FROM documents WHERE document = ?',
      document,
    ) ?? { epoch: 1, last_seq: 0 }
  );
}

function presentPlace(
  connection: Connection,
  document: string,
  epoch: number,
): { readonly last_seq: number } {
  const present = place(connection, document);
  if (present.epoch !== epoch) {
    throw new StorageError(
      'documents/epoch-closed',
      `Epoch ${epoch} of ${document} is not open: the present one is ${present.epoch}.`,
    );
  }
  return present;
}

function writePlace(connection: Connection, document: string, epoch: number, lastSeq: number): void {
  connection.run(
    `INSERT INTO documents (document, epoch, last_seq) VALUES (?, ?, ?)
     ON CONFLICT (document) DO UPDATE SET epoch = excluded.epoch, last_seq = excluded.last_seq`,
    document,
    epoch,
    lastSeq,
  );
}

function writeSnapshot(
  connection: Connection,
  { document, epoch, throughSeq, snapshot }: CompactInput,
): void {
  connection.run(
    `INSERT INTO document_snapshots (document, epoch, through_seq, body, checksum) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (document) DO UPDATE SET epoch = excluded.epoch, through_seq = excluded.through_seq,
       body = excluded.body, checksum = excluded.checksum`,
    document,
    epoch,
    throughSeq,
    snapshot,
    crc32(snapshot),
  );
}

export function commitUpdate(
  connection: Connection,
  { document, epoch, update, clients }: DocumentCommit,
): number {
  const seq = presentPlace(connection, document, epoch).last_seq + 1;
  writePlace(connection, document, epoch, seq);
  connection.run(
    'INSERT INTO document_updates (document, epoch, seq, body, checksum) VALUES (?, ?, ?, ?, ?)',
    document,
    epoch,
    seq,
    update,
    crc32(update),
  );
  for (const { clientId, owner } of clients) {
    connection.run(
      `INSERT INTO document_clients (document, epoch, client_id, owner) VALUES (?, ?, ?, ?)
       ON CONFLICT (document, epoch, client_id) DO NOTHING`,
      document,
      epoch,
      clientId,
      owner,
    );
  }
  return seq;
}

export type RenewInput = {
  readonly document: string;
  readonly fromEpoch: number;
  readonly snapshot: Uint8Array;
};

export function renew(connection: Connection, { document, fromEpoch, snapshot }: RenewInput): number {
  presentPlace(connection, document, fromEpoch);
  const epoch = fromEpoch + 1;
  writePlace(connection, document, epoch, 0);
  // What the new epoch leaves out may be what someone asked to have erased: nothing of the old one stays.
  connection.run('DELETE FROM document_updates WHERE document = ?', document);
  connection.run('DELETE FROM document_clients WHERE document = ?', document);
  writeSnapshot(connection, { document, epoch, throughSeq: 0, snapshot });
  return epoch;
}

export type DocumentEpoch = { readonly document: string; readonly epoch: number };

type BodyRow = { readonly seq: number; readonly body: Uint8Array; readonly checksum: number };

const isSound = (row: BodyRow): boolean => crc32(row.body) === row.checksum;

export function loadDocument(connection: Connection, { document, epoch }: DocumentEpoch): LoadedDocument {
  presentPlace(connection, document, epoch);
  const corrupt: number[] = [];
  const snapshot = connection.get<BodyRow>(
    'SELECT through_seq AS seq, body, checksum FROM document_snapshots WHERE document = ? AND epoch = ?',
    document,
    epoch,
  );
  const soundSnapshot = snapshot !== undefined && isSound(snapshot) ? snapshot : null;
  if (snapshot !== undefined && soundSnapshot === null) corrupt.push(snapshot.seq);
  const updates: DocumentUpdate[] = [];
  const rows = connection.all<BodyRow>(
    'SELECT seq, body, checksum FROM document_updates WHERE document = ? AND epoch = ? ORDER BY seq',
    document,
    epoch,
  );
  for (const row of rows) {
    if (isSound(row)) updates.push({ seq: row.seq, update: row.body });
    else corrupt.push(row.seq);
  }
  return { snapshot: soundSnapshot?.body ?? null, snapshotSeq: soundSnapshot?.seq ?? 0, updates, corrupt };
}

export type CompactInput = {
  readonly document: string;
  readonly epoch: number;
  readonly throughSeq: number;
  readonly snapshot: Uint8Array;
};

export function compact(connection: Connection, input: CompactInput): void {
  const { document, epoch, throughSeq } = input;
  const { last_seq: lastSeq } = presentPlace(connection, document, epoch);
  const older = connection.get<{ through_seq: number }>(
    'SELECT through_seq FROM document_snapshots WHERE document = ? AND epoch = ?',
    document,
    epoch,
  );
  if (throughSeq < (older?.through_seq ?? 1) || throughSeq > lastSeq) {
    throw new StorageError(
      'documents/compaction-out-of-range',
      `${document} cannot be compacted through ${throughSeq}: its log ends at ${lastSeq}.`,
    );
  }
  writeSnapshot(connection, input);
  connection.run(
    'DELETE FROM document_updates WHERE document = ? AND epoch = ? AND seq <= ?',
    document,
    epoch,
    throughSeq,
  );
}

export function clientOwners(
  connection: Connection,
  { document, epoch }: DocumentEpoch,
): Map<number, string> {
  presentPlace(connection, document, epoch);
  const rows = connection.all<{ client_id: number; owner: string }>(
    'SELECT client_id, owner FROM document_clients WHERE document = ? AND epoch = ?',
    document,
    epoch,
  );
  return new Map(rows.map(({ client_id, owner }) => [client_id, owner]));
}
