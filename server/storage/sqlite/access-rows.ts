/** Links, codes, sessions and grants as rows; '' stands for the sitting or person that a scope or grant leaves open. */
import type { Grant, Role } from '#core/access/roles.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Access, Holder, Session } from '../../seminars/access.port.ts';
import type { Connection } from './connection.ts';

type AccessRow = {
  readonly id: string;
  readonly kind: string;
  readonly role: string;
  readonly seminar_id: string;
  readonly sitting_id: string;
  readonly generation: number;
  readonly code: string | null;
  readonly person_id: string;
};

const ACCESS = 'id, kind, role, seminar_id, sitting_id, generation, code, person_id';

const orNull = (text: string): string | null => (text === '' ? null : text);

const accessOf = (row: AccessRow): Access => ({
  id: row.id,
  kind: row.kind as Access['kind'],
  role: row.role as Role,
  scope: { seminarId: row.seminar_id, sittingId: orNull(row.sitting_id) },
  generation: row.generation,
  code: row.code,
  personId: orNull(row.person_id),
});

export function saveAccess(connection: Connection, access: Access): void {
  connection.run(
    `INSERT INTO accesses (${ACCESS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, role = excluded.role,
       seminar_id = excluded.seminar_id, sitting_id = excluded.sitting_id,
       generation = excluded.generation, code = excluded.code, person_id = excluded.person_id`,
    access.id,
    access.kind,
    access.role,
    access.scope.seminarId,
    access.scope.sittingId ?? '',
    access.generation,
    access.code,
    access.personId ?? '',
  );
}

export function accessById(connection: Connection, accessId: string): Access | null {
  const row = connection.get<AccessRow>(`SELECT ${ACCESS} FROM accesses WHERE id = ?`, accessId);
  return row === undefined ? null : accessOf(row);
}

export function accessByCode(connection: Connection, code: string): Access | null {
  const row = connection.get<AccessRow>(`SELECT ${ACCESS} FROM accesses WHERE code = ?`, code);
  return row === undefined ? null : accessOf(row);
}

export function accessesOfSeminar(connection: Connection, seminarId: string): Access[] {
  return connection
    .all<AccessRow>(`SELECT ${ACCESS} FROM accesses WHERE seminar_id = ? ORDER BY ordinal`, seminarId)
    .map(accessOf);
}

export function accessesOfSitting(
  connection: Connection,
  { seminarId, sittingId }: { readonly seminarId: string; readonly sittingId: string },
): Access[] {
  return connection
    .all<AccessRow>(
      `SELECT ${ACCESS} FROM accesses WHERE seminar_id = ? AND sitting_id = ? ORDER BY ordinal`,
      seminarId,
      sittingId,
    )
    .map(accessOf);
}

export function accessesOfPerson(
  connection: Connection,
  { seminarId, personId }: { readonly seminarId: string; readonly personId: string },
): Access[] {
  return connection
    .all<AccessRow>(
      `SELECT ${ACCESS} FROM accesses WHERE seminar_id = ? AND person_id = ? ORDER BY ordinal`,
      seminarId,
      personId,
    )
    .map(accessOf);
}

export function sessionByToken(connection: Connection, tokenHash: string): Session | null {
  const row = connection.get<{ id: string; created_at: number }>(
    'SELECT id, created_at FROM sessions WHERE token_hash = ?',
    tokenHash,
  );
  return row === undefined ? null : { id: row.id, createdAt: row.created_at as Instant };
}

export function openSession(
  connection: Connection,
  { session, tokenHash }: { readonly session: Session; readonly tokenHash: string },
): void {
  connection.run(
    'INSERT INTO sessions (id, token_hash, created_at) VALUES (?, ?, ?)',
    session.id,
    tokenHash,
    session.createdAt,
  );
}

export type GrantInput = {
  readonly sessionId: string;
  readonly grant: Grant;
  readonly accessId: string;
  readonly at: Instant;
};

export function addGrant(connection: Connection, { sessionId, grant, accessId, at }: GrantInput): void {
  connection.run(
    `INSERT INTO grants (session_id, role, seminar_id, sitting_id, person_id, access_id, granted_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (session_id, role, seminar_id, sitting_id, person_id, access_id) DO NOTHING`,
    sessionId,
    grant.role,
    grant.scope.seminarId,
    grant.scope.sittingId ?? '',
    grant.personId ?? '',
    accessId,
    at,
  );
}

export function removeGrant(
  connection: Connection,
  { sessionId, grant }: Pick<GrantInput, 'sessionId' | 'grant'>,
): void {
  connection.run(
    `DELETE FROM grants
     WHERE session_id = ? AND role = ? AND seminar_id = ? AND sitting_id = ? AND person_id = ?`,
    sessionId,
    grant.role,
    grant.scope.seminarId,
    grant.scope.sittingId ?? '',
    grant.personId ?? '',
  );
}

type GrantRow = {
  readonly role: string;
  readonly seminar_id: string;
  readonly sitting_id: string;
  readonly person_id: string;
};

/** The session's grants in the order they were given; one that two links gave stands once. */
export function grantsOfSession(connection: Connection, sessionId: string): Grant[] {
  return connection
    .all<GrantRow>(
      `SELECT role, seminar_id, sitting_id, person_id FROM grants WHERE session_id = ?
       GROUP BY role, seminar_id, sitting_id, person_id ORDER BY min(ordinal)`,
      sessionId,
    )
    .map((row) => ({
      role: row.role as Role,
      scope: { seminarId: row.seminar_id, sittingId: orNull(row.sitting_id) },
      personId: orNull(row.person_id),
    }));
}

export function holdersInSitting(connection: Connection, sittingId: string): Holder[] {
  return connection
    .all<{ session_id: string; person_id: string }>(
      `SELECT session_id, person_id FROM grants WHERE sitting_id = ? AND person_id <> ''
       GROUP BY session_id, person_id ORDER BY min(ordinal)`,
      sittingId,
    )
    .map((row) => ({ sessionId: row.session_id, personId: row.person_id }));
}

/** Answers the sessions that held what is gone. */
export function withdrawGrants(
  connection: Connection,
  { personId, sittingId }: { readonly personId: string; readonly sittingId: string },
): string[] {
  const held = connection.all<{ session_id: string }>(
    "SELECT DISTINCT session_id FROM grants WHERE sitting_id = ? AND person_id = ? AND role = 'participant'",
    sittingId,
    personId,
  );
  connection.run(
    "DELETE FROM grants WHERE sitting_id = ? AND person_id = ? AND role = 'participant'",
    sittingId,
    personId,
  );
  return held.map((row) => row.session_id);
}

export function withdrawAllGrants(connection: Connection, personId: string): string[] {
  const held = connection.all<{ session_id: string }>(
    'SELECT DISTINCT session_id FROM grants WHERE person_id = ?',
    personId,
  );
  connection.run('DELETE FROM grants WHERE person_id = ?', personId);
  return held.map((row) => row.session_id);
}
