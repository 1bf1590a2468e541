/** What the actes are made from, cut in pieces: to copy all of it to another thread at once would keep rooms waiting. */
import type { Piecewise } from '#core/actes/piecewise.ts';
import type { GatheredMaterial } from '../../seminars/actes-assembly.port.ts';

/** A whole field, or some entries of one that is a map: lists under one key follow one another. */
export type MaterialPiece =
  | { readonly field: string; readonly value: unknown }
  | { readonly field: string; readonly entries: readonly (readonly [string, unknown])[] };

/** Entries, or elements of a list, in one piece: a fraction of a millisecond to copy. */
const AT_ONCE = 100;
/** Of updates of texts, likewise; one alone may be longer. */
const BYTES_AT_ONCE = 256 * 1024;

/** Tells each piece, in the order in which they are put together again. */
export function* tellingPieces(
  material: GatheredMaterial,
  tell: (piece: MaterialPiece) => void,
): Piecewise<void> {
  for (const [field, value] of Object.entries(material) as [string, unknown][]) {
    if (!(value instanceof Map)) tell({ field, value });
    else {
      tell({ field, entries: [] });
      for (const entries of batchesOf(value as ReadonlyMap<string, unknown>)) {
        tell({ field, entries });
        yield;
      }
    }
    yield;
  }
}

/** The entries, a long list under several ones with the same key. */
function* batchesOf(map: ReadonlyMap<string, unknown>): Generator<readonly (readonly [string, unknown])[]> {
  let batch: (readonly [string, unknown])[] = [];
  let room = 1;
  for (const [key, value] of map) {
    for (const some of isList(value) ? listsOf(value) : [value]) {
      batch.push([key, some]);
      room -= shareOf(some);
      if (room > 0) continue;
      yield batch;
      batch = [];
      room = 1;
    }
  }
  if (batch.length > 0) yield batch;
}

/** The list in its order, in lists that are short enough; an empty one as it is. */
function* listsOf(list: readonly unknown[]): Generator<readonly unknown[]> {
  let some: unknown[] = [];
  let share = 0;
  for (const it of list) {
    some.push(it);
    share += shareOf(it);
    if (share < 1) continue;
    yield some;
    some = [];
    share = 0;
  }
  if (some.length > 0 || list.length === 0) yield some;
}

/** How much of a piece it takes: 1 is a whole one. */
function shareOf(value: unknown): number {
  if (value instanceof Uint8Array) return value.byteLength / BYTES_AT_ONCE;
  return 1 / AT_ONCE + (isList(value) ? value.reduce<number>((sum, it) => sum + shareOf(it), 0) : 0);
}

/** The material that the pieces make, in the order in which they were told. */
export function materialOf(pieces: readonly MaterialPiece[]): GatheredMaterial {
  const fields: Record<string, unknown> = {};
  for (const piece of pieces) {
    if ('value' in piece) fields[piece.field] = piece.value;
    else {
      const map = (fields[piece.field] ??= new Map()) as Map<string, unknown>;
      for (const [key, value] of piece.entries) {
        const known = map.get(key);
        map.set(key, isList(known) && isList(value) ? [...known, ...value] : value);
      }
    }
  }
  return fields as GatheredMaterial;
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
