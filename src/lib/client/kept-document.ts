/**
 * The copy of a shared text that this device keeps, so that it opens without a network. A copy is begun only once the
 * whole text was received: what is written on an empty one would stand beside the server's text, not in it. Its name
 * carries the epoch and the editor's schema, so that no page opens what another one understands otherwise.
 */
import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import { documentName, parseWireName } from '#ydoc/document-names.ts';
import { SCHEMA_VERSION } from '#ydoc/schema.ts';
import type { DeviceDatabase } from './device-database.ts';
import { dropKeptDocument, keptDocuments } from './kept-records.ts';
import type { Keeping, KeptRecord } from './kept-records.ts';
import { setAside } from './set-aside.ts';

export type { Keeping } from './kept-records.ts';

const PREFIX = 'pleniere-text';

const nameOf = (wireName: string): string => `${PREFIX}.${SCHEMA_VERSION}.${wireName}`;

/** Copies of the same text under an earlier epoch or schema: their unsent words are set aside, and they go. */
export async function dropOlderCopies(device: DeviceDatabase, wireName: string): Promise<void> {
  const ref = parseWireName(wireName);
  if (ref === null) return;
  for (const kept of keptDocuments(device)) {
    const other = parseWireName(kept.wireName);
    const isOlder =
      other !== null && documentName(other) === documentName(ref) && kept.name !== nameOf(wireName);
    if (!isOlder) continue;
    await setAside(device, wireName, kept.words);
    await dropKeptDocument(device, kept.name);
  }
}

export class KeptDocument {
  readonly #device: DeviceDatabase;
  readonly #doc: Y.Doc;
  readonly #wireName: string;
  readonly #keeping: Keeping;
  #persistence: IndexeddbPersistence | null = null;
  #isKept = true;
  #dropped = false;
  /** While a copy is being let go of: the next one waits for that. */
  #letting: Promise<void> | null = null;
  /** What the device was told of it last. */
  #noted = '';
  /** As this device kept it when the page opened; null when it did not. */
  readonly before: KeptRecord | null;

  constructor(device: DeviceDatabase, doc: Y.Doc, wireName: string, keeping: Keeping) {
    this.#device = device;
    this.#doc = doc;
    this.#wireName = wireName;
    this.#keeping = keeping;
    this.before = keptDocuments(device).find(({ name }) => name === nameOf(wireName)) ?? null;
  }

  /** What it writes to the document comes from this. */
  get origin(): unknown {
    return this.#persistence;
  }

  /** What is written is on this device's disk. */
  get isKept(): boolean {
    return this.#isKept && this.#device.isKept && this.#persistence !== null && !this.#dropped;
  }

  /** Reads the copy into the document; resolves to whether there was one. */
  async open(): Promise<boolean> {
    if (this.before === null || !this.#device.isKept) return false;
    const persistence = this.#attach();
    await persistence.whenSynced;
    this.#watch(persistence);
    return true;
  }

  /** The whole text was received: from now on it is kept, with what is known of it. */
  note(record: Pick<KeptRecord, 'writable' | 'unsent' | 'words'>, connected: boolean): void {
    if (this.#dropped || !this.#device.isKept) return;
    if (this.#letting !== null) {
      void this.#letting.then(() => this.note(record, connected));
      return;
    }
    if (this.#keeping.until === 'sent') {
      if (!record.unsent) {
        if (this.#persistence !== null) void this.#letGo();
        return;
      }
      if (connected) return;
    }
    if (this.#persistence === null) {
      const persistence = this.#attach();
      void persistence.whenSynced.then(() => this.#watch(persistence));
    }
    const noted = JSON.stringify(record);
    if (noted === this.#noted) return;
    this.#noted = noted;
    const { seminarId, by } = this.#keeping;
    const name = nameOf(this.#wireName);
    void this.#device.keep('documents', name, { name, wireName: this.#wireName, seminarId, by, ...record });
  }

  /** The server will not have this copy: the words that only it holds are set aside, and it goes. */
  async drop(words: string): Promise<void> {
    this.#dropped = true;
    await setAside(this.#device, this.#wireName, words);
    await this.#letGo();
  }

  async #letGo(): Promise<void> {
    const persistence = this.#persistence;
    this.#persistence = null;
    this.#noted = '';
    const dropping = async (): Promise<void> => {
      await persistence?.destroy();
      await dropKeptDocument(this.#device, nameOf(this.#wireName));
      this.#letting = null;
    };
    this.#letting = dropping();
    await this.#letting;
  }

  #attach(): IndexeddbPersistence {
    const persistence = new IndexeddbPersistence(nameOf(this.#wireName), this.#doc);
    this.#persistence = persistence;
    return persistence;
  }

  /** A database that is full, or was let go of in another tab, must not break the writing. */
  #watch(persistence: IndexeddbPersistence): void {
    const { db } = persistence;
    db?.addEventListener('abort', () => {
      this.#isKept = false;
    });
    db?.addEventListener('versionchange', () => {
      // Let go of by another tab, or because the visit or the séminaire is over: nothing here begins it again.
      this.#dropped = true;
      persistence.db = null;
    });
  }
}
