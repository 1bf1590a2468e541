/** Who may write under which Yjs client id of one document: whoever used or announced it first. */
import { SERVER_CLIENT_ID } from '#ydoc/compose.ts';

/** The owner of what the server itself writes; no session has this name. */
export const SERVER_OWNER = 'server';

const RESERVED = [0, SERVER_CLIENT_ID];

export type FirstUse = { readonly clientId: number; readonly owner: string };

export class ClientIds {
  readonly #owners = new Map<number, string>();
  readonly #written: Set<number>;
  readonly #idsOf = new Map<string, number>();
  readonly #idsPerSession: number;

  /** `registered` is what is on disk; ids that the document holds and nobody registered are the server's. */
  constructor(registered: ReadonlyMap<number, string>, held: Iterable<number>, idsPerSession: number) {
    this.#idsPerSession = idsPerSession;
    for (const [clientId, owner] of registered) this.#own(clientId, owner);
    this.#written = new Set(registered.keys());
    for (const clientId of [...RESERVED, ...held]) {
      if (!this.#owners.has(clientId)) this.#own(clientId, SERVER_OWNER);
    }
  }

  /**
   * Reserves an id before its first words: others see it in the presence, and could otherwise write under it first.
   * Answers whether it is the owner's.
   */
  claim(clientId: number, owner: string): boolean {
    const present = this.#owners.get(clientId);
    if (present !== undefined) return present === owner;
    if (this.#countOf(owner) >= this.#idsPerSession) return false;
    this.#own(clientId, owner);
    return true;
  }

  mayWrite(clientIds: readonly number[], owner: string): 'yes' | 'foreign-client' | 'too-much' {
    if (!clientIds.every((clientId) => (this.#owners.get(clientId) ?? owner) === owner))
      return 'foreign-client';
    const added = clientIds.filter((clientId) => !this.#owners.has(clientId)).length;
    return this.#countOf(owner) + added > this.#idsPerSession ? 'too-much' : 'yes';
  }

  /** Takes the ids into use; answers those that must be written to disk with the update that uses them. */
  use(clientIds: readonly number[], owner: string): FirstUse[] {
    const first = clientIds.filter((clientId) => !this.#written.has(clientId));
    for (const clientId of first) {
      if (!this.#owners.has(clientId)) this.#own(clientId, owner);
      this.#written.add(clientId);
    }
    return first.map((clientId) => ({ clientId, owner }));
  }

  #countOf(owner: string): number {
    return this.#idsOf.get(owner) ?? 0;
  }

  #own(clientId: number, owner: string): void {
    this.#owners.set(clientId, owner);
    this.#idsOf.set(owner, this.#countOf(owner) + 1);
  }
}
