/** Who was present, excused, represented: what the organiser says of people beside the lists of the sittings. */
import type { Presence } from '#core/seminar/presence.ts';
import { readPresence, setPresence } from '#lib/client/actes-api.ts';
import { newId } from '#lib/client/ids.ts';
import type { PresenceView } from '#protocol/actes-views.ts';
import type { ErrorCode } from '#protocol/errors.ts';

export type AttendingPerson = PresenceView['people'][number];
export type NewPerson = Pick<
  AttendingPerson,
  'firstName' | 'lastName' | 'function' | 'town' | 'consent' | 'representedBy'
> & { readonly presence: Presence };

export class AttendanceList {
  readonly #seminarId: string;
  readonly #changed: () => void;
  #people = $state.raw<readonly AttendingPerson[] | null>(null);
  #error = $state<ErrorCode | 'network' | null>(null);

  constructor(seminarId: string, changed: () => void) {
    this.#seminarId = seminarId;
    this.#changed = changed;
    void this.read();
  }

  /** Null until it was read once. */
  get people(): readonly AttendingPerson[] | null {
    return this.#people;
  }
  get error(): ErrorCode | 'network' | null {
    return this.#error;
  }
  dismiss(): void {
    this.#error = null;
  }

  async read(): Promise<void> {
    const answer = await readPresence(this.#seminarId);
    this.#error = answer.ok ? null : answer.error.code;
    if (answer.ok) this.#people = answer.value.people;
  }

  /** Says what somebody's presence is; null leaves it to the lists of the sittings. True when it was saved. */
  say(personId: string, presence: Presence | null, representedBy: string): Promise<boolean> {
    return this.#set({ personId, person: null, presence, representedBy });
  }

  add({ presence, representedBy, ...person }: NewPerson): Promise<boolean> {
    return this.#set({ personId: newId(), person, presence, representedBy });
  }

  async #set(said: Omit<Parameters<typeof setPresence>[1], 'commandId'>): Promise<boolean> {
    const answer = await setPresence(this.#seminarId, { commandId: newId(), ...said });
    this.#error = answer.ok ? null : answer.error.code;
    if (!answer.ok) return false;
    await this.read();
    this.#changed();
    return true;
  }
}
