/** Links, codes, sessions and the grants that devices hold. */
import type { Grant, Role, Scope } from '#core/access/roles.ts';
import type { Instant } from '#core/time/instant.ts';

/**
 * A link or a join code. The secret of a link is not stored: it is derived from the server's key, the id and the
 * generation, so that an organiser can show it again and rotating it is one more generation. A join code is meant
 * to be read aloud and is kept as it is.
 */
export type Access = {
  readonly id: string;
  readonly kind: 'link' | 'code';
  readonly role: Role;
  readonly scope: Scope;
  readonly generation: number;
  /** 8 characters without look-alikes; null for a link. */
  readonly code: string | null;
  /** Whose link it is: opened elsewhere, it gives what this person has; null when it is nobody's in particular. */
  readonly personId: string | null;
};

/** A device that holds a right in a sitting, and in whose name. */
export type Holder = { readonly sessionId: string; readonly personId: string };

export type Session = { readonly id: string; readonly createdAt: Instant };

export interface AccessStore {
  save(access: Access): Promise<void>;
  find(accessId: string): Promise<Access | null>;
  findByCode(code: string): Promise<Access | null>;
  ofSeminar(seminarId: string): Promise<readonly Access[]>;
  ofSitting(seminarId: string, sittingId: string): Promise<readonly Access[]>;
  /** The links that are this person's own. */
  ofPerson(seminarId: string, personId: string): Promise<readonly Access[]>;

  /** The session whose token has this keyed hash (hex), if it was opened. */
  session(tokenHash: string): Promise<Session | null>;
  openSession(session: Session, tokenHash: string): Promise<void>;
  /** Adds the grant, once. */
  grant(sessionId: string, grant: Grant, accessId: string, at: Instant): Promise<void>;
  /** Takes the grant away, whichever links or codes gave it; nothing happens when it is not held. */
  ungrant(sessionId: string, grant: Grant): Promise<void>;
  grantsOf(sessionId: string): Promise<readonly Grant[]>;
  /** Who holds a right in this sitting in someone's name, each device and person once. */
  holdersIn(sittingId: string): Promise<readonly Holder[]>;
  /**
   * Takes from every device the right to take part in this sitting that it has in this person's name; answers whose it
   * was. Who conducts it or writes in it goes on: that is no place on the list.
   */
  withdrawGrants(personId: string, sittingId: string): Promise<readonly string[]>;
  /** Takes from every device every right that it has in this person's name; answers whose it was. */
  withdrawAllGrants(personId: string): Promise<readonly string[]>;
}
