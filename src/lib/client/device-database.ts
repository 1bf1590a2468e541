/**
 * What this device keeps for this address beyond a page's life, in one IndexedDB database. All of it is read once and
 * held in memory, so that pages read without waiting; every write goes to both, and other tabs are told. Where a
 * browser keeps nothing, the same works for as long as the page lives, and `isKept` says so.
 */
import { openDB } from 'idb';
import type { IDBPDatabase } from 'idb';

/**
 * `outbox`: commands by id. `drafts`: words being typed. `states`: sittings as they were last seen. `keys`: of
 * contributions without a name. `documents`: which shared texts are kept. `aside`: words no server took.
 */
export const DEVICE_STORES = ['outbox', 'drafts', 'states', 'keys', 'documents', 'aside'] as const;
export type DeviceStore = (typeof DEVICE_STORES)[number];

const VERSION = 1;
/** Milliseconds: a database that another tab blocks must not keep a page from opening. */
const OPENED_WITHIN = 3_000;

type Rows = Map<string, unknown>;
type Changed = { readonly store: DeviceStore; readonly key: string };

export class DeviceDatabase {
  readonly #database: IDBPDatabase | null;
  readonly #channel: BroadcastChannel | null;
  readonly #rows: Readonly<Record<DeviceStore, Rows>>;
  readonly #watchers = new Map<DeviceStore, Set<() => void>>();
  #isKept: boolean;
  /** Writes one after the other: the last one for a key is the one that stays. */
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(
    name: string,
    database: IDBPDatabase | null,
    rows: Readonly<Record<DeviceStore, Rows>>,
  ) {
    this.#database = database;
    this.#rows = rows;
    this.#isKept = database !== null;
    const shared = database !== null && typeof BroadcastChannel === 'function';
    this.#channel = shared ? new BroadcastChannel(name) : null;
    this.#channel?.addEventListener('message', (event: MessageEvent<Changed>) => {
      void this.#reread(event.data);
    });
  }

  /** Never fails: a device that keeps nothing answers a database in memory. */
  static async open(name: string): Promise<DeviceDatabase> {
    try {
      const database = await withinTime(openStores(name));
      const rows = noRows();
      for (const store of DEVICE_STORES) {
        const [keys, values] = await Promise.all([database.getAllKeys(store), database.getAll(store)]);
        keys.forEach((key, index) => {
          if (typeof key === 'string') rows[store].set(key, values[index]);
        });
      }
      return new DeviceDatabase(name, database, rows);
    } catch {
      return new DeviceDatabase(name, null, noRows());
    }
  }

  /** False where this device keeps nothing, or refused the last write: what is here lives as long as the page. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** As kept, by whatever build of the page: to be parsed. */
  read(store: DeviceStore, key: string): unknown {
    return this.#rows[store].get(key);
  }

  all(store: DeviceStore): readonly (readonly [key: string, value: unknown])[] {
    return [...this.#rows[store]];
  }

  /** Held at once; resolves to whether it is on this device's disk. */
  keep(store: DeviceStore, key: string, value: unknown): Promise<boolean> {
    this.#rows[store].set(key, value);
    this.#tell(store);
    return this.#write({ store, key }, (database) => database.put(store, value, key));
  }

  /** Let go of at once; resolves when it is off the disk. */
  drop(store: DeviceStore, key: string): Promise<boolean> {
    if (!this.#rows[store].delete(key)) return Promise.resolve(this.#isKept);
    this.#tell(store);
    return this.#write({ store, key }, (database) => database.delete(store, key));
  }

  /** Calls back when a store has changed, here or in another tab of this device; answers how to stop. */
  watch(store: DeviceStore, changed: () => void): () => void {
    const watchers = this.#watchers.get(store) ?? new Set();
    this.#watchers.set(store, watchers.add(changed));
    return () => watchers.delete(changed);
  }

  async close(): Promise<void> {
    await this.#writing;
    this.#channel?.close();
    this.#database?.close();
  }

  #tell(store: DeviceStore): void {
    this.#watchers.get(store)?.forEach((changed) => changed());
  }

  #write(changed: Changed, write: (database: IDBPDatabase) => Promise<unknown>): Promise<boolean> {
    const database = this.#database;
    if (database === null) return Promise.resolve(false);
    const written = this.#writing
      .then(() => write(database))
      .then(
        () => {
          this.#isKept = true;
          this.#channel?.postMessage(changed);
        },
        () => {
          // A full disk, or a database that was closed under the page.
          this.#isKept = false;
        },
      )
      .then(() => this.#isKept);
    this.#writing = written;
    return written;
  }

  async #reread({ store, key }: Changed): Promise<void> {
    const rows = this.#rows[store];
    const before = rows.get(key);
    try {
      await this.#writing;
      const value: unknown = await this.#database?.get(store, key);
      // What was written here meanwhile is newer.
      if (rows.get(key) !== before) return;
      if (value === undefined) rows.delete(key);
      else rows.set(key, value);
      this.#tell(store);
    } catch {
      this.#isKept = false;
    }
  }
}

const noRows = (): Readonly<Record<DeviceStore, Rows>> => ({
  outbox: new Map(),
  drafts: new Map(),
  states: new Map(),
  keys: new Map(),
  documents: new Map(),
  aside: new Map(),
});

const openStores = (name: string): Promise<IDBPDatabase> =>
  openDB(name, VERSION, {
    upgrade(database) {
      for (const store of DEVICE_STORES) {
        if (!database.objectStoreNames.contains(store)) database.createObjectStore(store);
      }
    },
    // A newer page of another tab waits for this one to let go.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });

async function withinTime(opening: Promise<IDBPDatabase>): Promise<IDBPDatabase> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The database does not open.')), OPENED_WITHIN);
  });
  try {
    return await Promise.race([opening, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
