/** What an update would do to a document, found out before it does it: Yjs itself trusts its peers. */
import * as Y from 'yjs';
import type { Limits } from './limits.ts';

export type Inspection =
  | {
      readonly type: 'sound';
      /** The client ids under which it brings something new. */
      readonly authors: readonly number[];
      /** Whether it changes anything: new structs, or deletions not yet made. */
      readonly adds: boolean;
    }
  /** No client of ours writes such bytes. */
  | { readonly type: 'malformed' }
  /** It builds on structs that neither the document nor the update holds. */
  | { readonly type: 'incomplete' }
  | { readonly type: 'too-much' };

const MALFORMED: Inspection = { type: 'malformed' };
const INCOMPLETE: Inspection = { type: 'incomplete' };

export function inspectUpdate(update: Uint8Array, doc: Y.Doc, limits: Limits): Inspection {
  const decoded = decode(update);
  if (decoded === null) return MALFORMED;

  const ends = new Map<number, number>();
  const endOf = (client: number): number => ends.get(client) ?? Y.getState(doc.store, client);
  const fresh: Y.Item[] = [];
  const closedClients = new Set<number>();
  let writing: number | null = null;
  let freshStructs = 0;
  let freshLength = 0;

  for (const struct of decoded.structs) {
    const { client, clock } = struct.id;
    const structEnd = clock + struct.length;
    if (struct.length < 1 || !Number.isSafeInteger(structEnd)) return MALFORMED;
    if (client !== writing) {
      // Yjs keeps only the last of two groups of one client, so the first would go unseen.
      if (closedClients.has(client)) return MALFORMED;
      if (writing !== null) closedClients.add(writing);
      writing = client;
    }
    if (struct instanceof Y.Skip) continue;
    const end = endOf(client);
    if (clock > end) return INCOMPLETE;
    if (structEnd <= end) continue;
    freshStructs += 1;
    freshLength += structEnd - end;
    ends.set(client, structEnd);
    if (struct instanceof Y.Item) {
      // Documents inside documents would be a second door.
      if (struct.content instanceof Y.ContentDoc) return MALFORMED;
      fresh.push(struct);
    }
  }
  // Every unit of a clock was once a byte that someone typed.
  if (freshStructs > limits.structsPerUpdate || freshLength > limits.documentBytes)
    return { type: 'too-much' };

  for (const item of fresh) {
    for (const id of [item.origin, item.rightOrigin, item.parent]) {
      if (!(id instanceof Y.ID)) continue;
      const end = id.client === item.id.client ? item.id.clock : endOf(id.client);
      if (id.clock >= end) return INCOMPLETE;
    }
  }

  let deletes = false;
  let deletesUnknown = false;
  for (const [client, ranges] of decoded.ds.clients) {
    const end = endOf(client);
    let last = 0;
    for (const { clock, len } of ranges) {
      if (len < 1 || clock < last || !Number.isSafeInteger(clock + len)) return MALFORMED;
      last = clock + len;
      deletesUnknown ||= last > end;
      deletes ||= deletesSomething(doc, client, clock, last);
    }
  }
  if (deletesUnknown) return INCOMPLETE;
  return { type: 'sound', authors: [...ends.keys()], adds: freshStructs > 0 || deletes };
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null;
  }
}

/** Whether anything in the range still stands in the document. */
function deletesSomething(doc: Y.Doc, client: number, from: number, to: number): boolean {
  const structs = doc.store.clients.get(client);
  const known = Math.min(to, Y.getState(doc.store, client));
  if (structs === undefined || from >= known) return false;
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index += 1) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= known) return false;
    if (!struct.deleted) return true;
  }
  return false;
}
