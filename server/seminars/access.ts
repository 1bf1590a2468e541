/** Links, codes and sessions: how a device comes to hold a right. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Actor, Grant, Role, Scope } from '#core/access/roles.ts';
import type { Person } from '#core/seminar/person.ts';
import type { Result } from '#core/result.ts';
import { ok, refused } from '#core/result.ts';
import type { Access, AccessStore, Holder, Session } from './access.port.ts';
import type { People } from './people.port.ts';
import type { Clock, Ids } from './surroundings.port.ts';

/** What someone says of themselves when they join. */
export type Introduction = Omit<Person, 'id' | 'seminarId'>;

export const NO_INTRODUCTION: Introduction = {
  firstName: '',
  lastName: '',
  function: '',
  town: '',
  consent: 'none',
};

/** The roles that a sitting's links open. */
const SITTING_ROLES = ['animateur', 'rapporteur', 'screen'] as const;

export type AccessDesk = {
  /** The session of a cookie's token, or null. */
  readonly sessionOf: (token: string) => Promise<Session | null>;
  readonly openSession: () => Promise<{ readonly session: Session; readonly token: string }>;
  readonly actorOf: (session: Pick<Session, 'id'>) => Promise<Actor>;
  /** The rights a device holds by its own links and codes, without those of a pairing. */
  readonly holderOf: (session: Pick<Session, 'id'>) => Promise<Actor>;
  /** The organiser's link, issued when there is none. */
  readonly issueOrganiser: (seminarId: string) => Promise<Access>;
  /** Issues the links and the join code of a sitting, those that it does not have yet. */
  readonly issueForSitting: (seminarId: string, sittingId: string) => Promise<void>;
  readonly ofSeminar: (seminarId: string) => Promise<readonly Access[]>;
  /** The code that opens a sitting to participants, or null when it has none. */
  readonly joinCodeOf: (seminarId: string, sittingId: string) => Promise<string | null>;
  /** The secret of a link, to show it again. */
  readonly secretOf: (access: Access) => string;
  readonly findLink: (accessId: string, secret: string) => Promise<Access | null>;
  readonly takeLink: (
    session: Session,
    accessId: string,
    secret: string,
  ) => Promise<Result<Grant, 'access/unknown-link'>>;
  readonly findCode: (code: string) => Promise<Access | null>;
  /**
   * Lets someone in by a join code. A person of this séminaire on this device already is the same person, with what
   * they say now; an id that is somebody else's, or of another séminaire, is refused.
   */
  readonly takeCode: (
    session: Session,
    access: Access,
    personId: string,
    introduction: Introduction,
  ) => Promise<Result<Grant, 'access/forbidden'>>;
  /** A shared device forgets someone: their right to take part in a sitting is taken from its session. */
  readonly leave: (session: Pick<Session, 'id'>, sittingId: string, personId: string) => Promise<void>;
  /** A code that opens the sitting from now on; the one before opens nothing any more. */
  readonly rotateCode: (seminarId: string, sittingId: string) => Promise<string>;
  /** The link of a person, issued when there is none. */
  readonly issuePersonal: (seminarId: string, personId: string) => Promise<Access>;
  /** The link of a person whom the actes quote, issued when there is none: it opens their passages, and nothing else. */
  readonly issueReader: (seminarId: string, personId: string) => Promise<Access>;
  /** The valideur's link, issued when there is none. */
  readonly issueValideur: (seminarId: string) => Promise<Access>;
  /** The right that the link of a person quoted gives. */
  readonly takeReader: (session: Session, link: Access) => Promise<Grant>;
  /** Ends every link of a person and every right they have in the séminaire, whatever it is; answers the sessions. */
  readonly forgetPerson: (seminarId: string, personId: string) => Promise<readonly string[]>;
  /** What a person's own link opens on this device: the sittings that it is told. */
  readonly takePersonal: (
    session: Session,
    link: Access,
    sittingIds: readonly string[],
  ) => Promise<readonly Grant[]>;
  /** The devices that hold a right in the sitting, and in whose name. */
  readonly holdersIn: (sittingId: string) => Promise<readonly Holder[]>;
  /** Takes a person's right to take part in the sitting from all devices, and their own link; answers the sessions. */
  readonly letGo: (seminarId: string, sittingId: string, personId: string) => Promise<readonly string[]>;
};

export function createAccessDesk(
  store: AccessStore,
  people: People,
  clock: Clock,
  ids: Ids,
  key: Uint8Array,
  /** The rights that a session has by a pairing, as they are now. */
  pairedGrants: (sessionId: string) => Promise<readonly Grant[]> = () => Promise.resolve([]),
): AccessDesk {
  const keyed = (purpose: string, text: string): Buffer =>
    createHmac('sha256', key).update(`${purpose}\n${text}`).digest();
  const tokenHash = (token: string): string => keyed('session', token).toString('hex');
  const secretOf = (access: Access): string =>
    keyed('link', `${access.id}.${access.generation}`).subarray(0, 24).toString('base64url');

  const issue = async (
    kind: Access['kind'],
    role: Role,
    scope: Scope,
    personId: string | null = null,
  ): Promise<Access> => {
    const access = {
      id: ids.newId(),
      kind,
      role,
      scope,
      generation: 1,
      code: kind === 'code' ? ids.newCode() : null,
      personId,
    };
    await store.save(access);
    return access;
  };

  const linkOf = async (accessId: string, secret: string): Promise<Access | null> => {
    const access = await store.find(accessId);
    if (access?.kind !== 'link') return null;
    const expected = Buffer.from(secretOf(access));
    const given = Buffer.from(secret);
    return expected.length === given.length && timingSafeEqual(expected, given) ? access : null;
  };

  /** One, or two when it was asked for twice at once. */
  const personalOf = async (
    seminarId: string,
    personId: string,
    role: 'participant' | 'reader',
  ): Promise<readonly Access[]> =>
    (await store.ofPerson(seminarId, personId)).filter((it) => it.kind === 'link' && it.role === role);

  const issuedOnce = async (seminarId: string, role: 'organiser' | 'valideur'): Promise<Access> => {
    const there = (await store.ofSeminar(seminarId)).find((it) => it.role === role);
    return there ?? issue('link', role, { seminarId, sittingId: null });
  };

  const issuedFor = async (
    seminarId: string,
    personId: string,
    role: 'participant' | 'reader',
  ): Promise<Access> => {
    const [own] = await personalOf(seminarId, personId, role);
    return own ?? issue('link', role, { seminarId, sittingId: null }, personId);
  };

  const rotate = async (links: readonly Access[]): Promise<void> => {
    for (const link of links) await store.save({ ...link, generation: link.generation + 1 });
  };

  const held = async (session: Session, role: Role, scope: Scope): Promise<Grant | undefined> =>
    (await store.grantsOf(session.id)).find(
      (grant) =>
        grant.role === role &&
        grant.scope.seminarId === scope.seminarId &&
        grant.scope.sittingId === scope.sittingId,
    );

  const give = async (session: Session, access: Access, person: Person | null): Promise<Grant> => {
    const grant = { role: access.role, scope: access.scope, personId: person?.id ?? null };
    await store.grant(session.id, grant, access.id, clock.now());
    return grant;
  };

  return {
    sessionOf: (token) => store.session(tokenHash(token)),
    async openSession() {
      const session = { id: ids.newId(), createdAt: clock.now() };
      const token = ids.newToken();
      await store.openSession(session, tokenHash(token));
      return { session, token };
    },
    async actorOf(session) {
      const [held, paired] = await Promise.all([store.grantsOf(session.id), pairedGrants(session.id)]);
      return { grants: [...held, ...paired] };
    },
    holderOf: async (session) => ({ grants: await store.grantsOf(session.id) }),
    issueOrganiser: (seminarId) => issuedOnce(seminarId, 'organiser'),
    issueValideur: (seminarId) => issuedOnce(seminarId, 'valideur'),
    async issueForSitting(seminarId, sittingId) {
      const scope = { seminarId, sittingId };
      const there = await store.ofSitting(seminarId, sittingId);
      const lacks = (role: Role): boolean => !there.some((access) => access.role === role);
      for (const role of SITTING_ROLES) if (lacks(role)) await issue('link', role, scope);
      if (lacks('participant')) await issue('code', 'participant', scope);
    },
    ofSeminar: (seminarId) => store.ofSeminar(seminarId),
    async joinCodeOf(seminarId, sittingId) {
      const issued = await store.ofSitting(seminarId, sittingId);
      return issued.find(({ kind }) => kind === 'code')?.code ?? null;
    },
    secretOf,
    findLink: linkOf,
    async takeLink(session, accessId, secret) {
      const access = await linkOf(accessId, secret);
      if (!access || access.personId !== null) return refused('access/unknown-link');
      const before = await held(session, access.role, access.scope);
      if (before) return ok(before);
      if (access.role === 'screen') return ok(await give(session, access, null));
      const person = { ...NO_INTRODUCTION, id: ids.newId(), seminarId: access.scope.seminarId };
      await people.save(person);
      return ok(await give(session, access, person));
    },
    findCode: (code) => store.findByCode(codeAsStored(code)),
    async takeCode(session, access, personId, introduction) {
      const person = { ...introduction, id: personId, seminarId: access.scope.seminarId };
      const mine = (await store.grantsOf(session.id)).some(
        ({ role, personId: whose, scope }) =>
          role !== 'reader' && whose === personId && scope.seminarId === person.seminarId,
      );
      if (!mine && (await people.find(personId))) return refused('access/forbidden');
      await people.save(person);
      return ok(await give(session, access, person));
    },
    async leave(session, sittingId, personId) {
      for (const grant of await store.grantsOf(session.id)) {
        const isTheirs = grant.scope.sittingId === sittingId && grant.personId === personId;
        if (isTheirs && grant.role === 'participant') await store.ungrant(session.id, grant);
      }
    },
    async rotateCode(seminarId, sittingId) {
      const code = (await store.ofSitting(seminarId, sittingId)).find(({ kind }) => kind === 'code');
      if (!code) return (await issue('code', 'participant', { seminarId, sittingId })).code ?? '';
      const fresh = ids.newCode();
      await store.save({ ...code, code: fresh, generation: code.generation + 1 });
      return fresh;
    },
    issuePersonal: (seminarId, personId) => issuedFor(seminarId, personId, 'participant'),
    issueReader: (seminarId, personId) => issuedFor(seminarId, personId, 'reader'),
    async takeReader(session, { id, personId, scope }) {
      const grant: Grant = { role: 'reader', scope, personId };
      await store.grant(session.id, grant, id, clock.now());
      return grant;
    },
    async takePersonal(session, { id, role, personId, scope: { seminarId } }, sittingIds) {
      const grants = sittingIds.map((sittingId): Grant => ({
        role,
        personId,
        scope: { seminarId, sittingId },
      }));
      for (const grant of grants) await store.grant(session.id, grant, id, clock.now());
      return grants;
    },
    holdersIn: (sittingId) => store.holdersIn(sittingId),
    async letGo(seminarId, sittingId, personId) {
      await rotate(await personalOf(seminarId, personId, 'participant'));
      return store.withdrawGrants(personId, sittingId);
    },
    async forgetPerson(seminarId, personId) {
      for (const role of ['participant', 'reader'] as const)
        await rotate(await personalOf(seminarId, personId, role));
      return store.withdrawAllGrants(personId);
    },
  };
}

/** A code as people type it, with spaces or dashes or in small letters, brought to the form it is kept in. */
export const codeAsStored = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
