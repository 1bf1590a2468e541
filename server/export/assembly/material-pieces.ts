/** What the actes are made from, cut in pieces: to copy all of it to another thread at once would keep rooms waiting. */
import type { Piecewise } from '#core/actes/piecewise.ts';
import type { GatheredMaterial } from '../../seminars/actes-assembly.port.ts';

/** A whole field, or some entries of one that is a map: lists under one key follow one another. */
export type MaterialPiece =
  | { readonly field: string; readonly value: unknown }
  | { readonly field: string; readonly entries: readonly (readonly [string, unknown])[] };

/** Entries, or elements of a list, in one piece: a fraction of a millisecond to copy. */
const AT_ONCE = 100;

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
  let size = 0;
  for (const [key, value] of map) {
    const list = isList(value) ? value : null;
    for (let from = 0; from === 0 || from < (list?.length ?? 0); from += AT_ONCE) {
      const some = list?.slice(from, from + AT_ONCE);
      batch.push([key, some ?? value]);
      size += 1 + (some?.length ?? 0);
      if (size < AT_ONCE) continue;
      yield batch;
      batch = [];
      size = 0;
    }
  }
  if (batch.length > 0) yield batch;
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
