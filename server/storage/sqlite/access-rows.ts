/** Links, codes, sessions and grants as rows; '' stands for the sitting or person that a scope or grant leaves open. */
import type { Grant, Role } from '#core/access/roles.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Access, Session } from '../../seminars/access.port.ts';
import type { Connection } from './connection.ts';

type AccessRow = {
  readonly id: string;
  readonly kind: string;
  readonly role: string;
  readonly seminar_id: string;
  readonly sitting_id: string;
  readonly generation: number;
  readonly code: string | null;
};

const ACCESS = 'id, kind, role, seminar_id, sitting_id, generation, code';

const orNull = (text: string): string | null => (text === '' ? null : text);

const accessOf = (row: AccessRow): Access => ({
  id: row.id,
  kind: row.kind as Access['kind'],
  role: row.role as Role,
  scope: { seminarId: row.seminar_id, sittingId: orNull(row.sitting_id) },
  generation: row.generation,
  code: row.code,
});

export function saveAccess(connection: Connection, access: Access): void {
  connection.run(
    `INSERT INTO accesses (${ACCESS}) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, role = excluded.role,
       seminar_id = excluded.seminar_id, sitting_id = excluded.sitting_id,
       generation = excluded.generation, code = excluded.code`,
    access.id,
    access.kind,
    access.role,
    access.scope.seminarId,
    access.scope.sittingId ?? '',
    access.generation,
    access.code,
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
