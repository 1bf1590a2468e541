/** A sitting as a page opens it: the access in the address first, then the role, then the connection. */
import { version } from '$app/environment';
import type { Role } from '#core/access/roles.ts';
import { takeAccessFromAddress } from '#lib/client/access.ts';
import { session } from '#lib/client/api.ts';
import { chosenPerson, choosePerson } from '#lib/client/chosen-person.ts';
import { device } from '#lib/client/device.ts';
import { keptSitting } from '#lib/client/kept-sitting.ts';
import { LiveSitting } from '#lib/client/live-sitting.svelte.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { Audience } from '#protocol/inputs.ts';
import type { AccessGiven, GrantView } from '#protocol/views.ts';
import { roleFor } from './role-for.ts';

type Opening = {
  readonly audience: Audience;
  /** In which role the page acts, by preference. */
  readonly roles: readonly [Role, ...Role[]];
  /** Which sitting it is, given the rights of this device; null when none of them leads to one. */
  readonly sittingId: (grants: readonly GrantView[]) => string | null | Promise<string | null>;
};

export class OpenedSitting {
  #live = $state.raw<LiveSitting | null>(null);
  #refusal = $state<ErrorCode | 'network' | null>(null);
  #grants = $state.raw<readonly GrantView[]>([]);
  #role = $state<Role>('participant');
  #closed = false;

  constructor(opening: Opening) {
    void this.#open(opening);
  }

  /** Null until this device knows what it may open. */
  get live(): LiveSitting | null {
    return this.#live;
  }
  get error(): ErrorCode | 'network' | null {
    return this.#refusal ?? this.#live?.error ?? null;
  }
  get grants(): readonly GrantView[] {
    return this.#grants;
  }
  get role(): Role {
    return this.#role;
  }

  close(): void {
    this.#closed = true;
    this.#live?.close();
  }

  async #open({ audience, roles, sittingId }: Opening): Promise<void> {
    const given = await takeAccessFromAddress();
    if (given !== null && !given.ok) {
      this.#refusal = given.error.code;
      return;
    }
    const known = await session();
    if (given !== null && known.ok) takeUpAs(given.value, known.value.grants);
    // Without an answer the connection itself says what is wrong, and goes on trying.
    const offline = !known.ok && known.error.code === 'network';
    this.#grants = known.ok ? known.value.grants : [];
    const where = await sittingId(this.#grants);
    if (this.#closed) return;
    if (where === null) {
      this.#refusal = known.ok ? 'access/forbidden' : known.error.code;
      return;
    }
    if (offline) {
      const by = audience === 'participant' ? chosenPerson(where) : null;
      const kept = keptSitting(device(), { audience, sittingId: where, build: version }, by);
      this.#grants = kept?.grants ?? [];
    }
    this.#role = roleFor(this.#grants, where, roles);
    this.#live = new LiveSitting({
      sittingId: where,
      audience,
      as: this.#role,
      grants: this.#grants,
      build: version,
      offline,
    });
  }
}

/** By a personal link this device is that person in each of their sittings, whoever it was before. */
function takeUpAs({ role, seminarId, personId }: AccessGiven, grants: readonly GrantView[]): void {
  if (role !== 'participant' || personId === null) return;
  for (const grant of grants)
    if (grant.personId === personId && grant.seminarId === seminarId && grant.sittingId !== null)
      choosePerson(grant.sittingId, personId);
}
