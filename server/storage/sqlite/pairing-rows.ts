/** Pairings as rows; '' stands for nobody, 0 for a pairing that was not withdrawn. */
import type { Instant } from '#core/time/instant.ts';
import type { PairedPage, Pairing } from '../../seminars/pairing.port.ts';
import type { Connection } from './connection.ts';

type PairingRow = {
  readonly id: string;
  readonly session_id: string;
  readonly seminar_id: string;
  readonly sitting_id: string;
  readonly shows: string;
  readonly person_id: string;
  readonly at: number;
  readonly ends_at: number;
  readonly withdrawn_at: number;
};

const PAIRING = 'id, session_id, seminar_id, sitting_id, shows, person_id, at, ends_at, withdrawn_at';

const pairingOf = (row: PairingRow): Pairing => ({
  id: row.id,
  sessionId: row.session_id,
  seminarId: row.seminar_id,
  sittingId: row.sitting_id,
  shows: row.shows as PairedPage,
  personId: row.person_id === '' ? null : row.person_id,
  at: row.at as Instant,
  endsAt: row.ends_at as Instant,
  withdrawnAt: row.withdrawn_at === 0 ? null : (row.withdrawn_at as Instant),
});

export function savePairing(connection: Connection, pairing: Pairing): void {
  connection.run(
    `INSERT INTO pairings (${PAIRING}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET session_id = excluded.session_id, seminar_id = excluded.seminar_id,
       sitting_id = excluded.sitting_id, shows = excluded.shows, person_id = excluded.person_id,
       at = excluded.at, ends_at = excluded.ends_at, withdrawn_at = excluded.withdrawn_at`,
    pairing.id,
    pairing.sessionId,
    pairing.seminarId,
    pairing.sittingId,
    pairing.shows,
    pairing.personId ?? '',
    pairing.at,
    pairing.endsAt,
    pairing.withdrawnAt ?? 0,
  );
}

export function openPairings(connection: Connection, at: Instant): Pairing[] {
  return connection
    .all<PairingRow>(
      `SELECT ${PAIRING} FROM pairings WHERE withdrawn_at = 0 AND ends_at > ? ORDER BY ordinal`,
      at,
    )
    .map(pairingOf);
}
