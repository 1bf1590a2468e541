/**
 * A list whose entries are found by key and replaced without copying the whole: each change gives a new list and leaves
 * the one before as it was. Changing one of n entries copies about 200 + n/128 references.
 */

const CHUNK = 128;
/** Keys are spread over BRANCHES × BRANCHES buckets. */
const BRANCHES = 32;

type Position = readonly [key: string, position: number];
type Bucket = readonly Position[];
type Branch = readonly (Bucket | undefined)[];

export class KeyedList<T> implements Iterable<T> {
  readonly size: number;
  readonly #chunks: readonly (readonly T[])[];
  readonly #branches: readonly (Branch | undefined)[];

  private constructor(
    size: number,
    chunks: readonly (readonly T[])[],
    branches: readonly (Branch | undefined)[],
  ) {
    this.size = size;
    this.#chunks = chunks;
    this.#branches = branches;
  }

  static empty<T>(): KeyedList<T> {
    return new KeyedList<T>(0, [], []);
  }

  has(key: string): boolean {
    return this.#positionOf(key) !== undefined;
  }

  get(key: string): T | undefined {
    const position = this.#positionOf(key);
    return position === undefined
      ? undefined
      : this.#chunks[Math.floor(position / CHUNK)]?.[position % CHUNK];
  }

  /** With the entry at its key: in the place of the one before, else at the end. */
  with(key: string, entry: T): KeyedList<T> {
    const known = this.#positionOf(key);
    const position = known ?? this.size;
    const index = Math.floor(position / CHUNK);
    const chunk = [...(this.#chunks[index] ?? [])];
    chunk[position % CHUNK] = entry;
    const chunks = [...this.#chunks];
    chunks[index] = chunk;
    if (known !== undefined) return new KeyedList(this.size, chunks, this.#branches);
    return new KeyedList(this.size + 1, chunks, this.#withPosition(key, position));
  }

  /** In the order in which they were first added. */
  *[Symbol.iterator](): Iterator<T> {
    for (const chunk of this.#chunks) yield* chunk;
  }

  values(): readonly T[] {
    return this.#chunks.flat();
  }

  #positionOf(key: string): number | undefined {
    const [branch, bucket] = addressOf(key);
    return this.#branches[branch]?.[bucket]?.find(([it]) => it === key)?.[1];
  }

  #withPosition(key: string, position: number): readonly (Branch | undefined)[] {
    const [branch, bucket] = addressOf(key);
    const buckets = [...(this.#branches[branch] ?? [])];
    buckets[bucket] = [...(buckets[bucket] ?? []), [key, position]];
    const branches = [...this.#branches];
    branches[branch] = buckets;
    return branches;
  }
}

/** FNV-1a, cut to a branch and a bucket. */
function addressOf(key: string): readonly [branch: number, bucket: number] {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1)
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  const spread = (hash ^ (hash >>> 15)) >>> 0;
  return [spread % BRANCHES, Math.floor(spread / BRANCHES) % BRANCHES];
}
