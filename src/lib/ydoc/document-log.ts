/** A shared document from its log: what can be read of it. */
import * as Y from 'yjs';

export type ReadDocument = {
  readonly doc: Y.Doc;
  /** Places in the log of the updates that could not be read: they are left out. */
  readonly unreadable: ReadonlySet<number>;
};

/** The document that the updates (v1, oldest first) make; whoever takes it destroys it. */
export function documentOfLog(updates: readonly Uint8Array[]): ReadDocument {
  const unreadable = new Set<number>();
  for (;;) {
    const doc = emptyDocument();
    const failed = updates.findIndex((update, place) => !unreadable.has(place) && !isApplied(doc, update));
    if (failed === -1) return { doc, unreadable };
    // Yjs left it half changed: it is made afresh without that one.
    doc.destroy();
    unreadable.add(failed);
  }
}

export function emptyDocument(): Y.Doc {
  // Deleted words are collected, so that they do not stand in snapshots.
  const doc = new Y.Doc({ gc: true });
  // It is never written to here: with an id of its own, Yjs would look for a collision in every update.
  doc.clientID = 0;
  return doc;
}

function isApplied(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update);
    return true;
  } catch {
    return false;
  }
}
