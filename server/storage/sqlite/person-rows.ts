/** People as rows. */
import type { Consent, Person } from '#core/seminar/person.ts';
import type { Connection } from './connection.ts';

type PersonRow = {
  readonly id: string;
  readonly seminar_id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly function: string;
  readonly town: string;
  readonly consent: string;
};

const COLUMNS = 'id, seminar_id, first_name, last_name, function, town, consent';

const personOf = (row: PersonRow): Person => ({
  id: row.id,
  seminarId: row.seminar_id,
  firstName: row.first_name,
  lastName: row.last_name,
  function: row.function,
  town: row.town,
  consent: row.consent as Consent,
});

export function savePerson(connection: Connection, person: Person): void {
  connection.run(
    `INSERT INTO people (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET seminar_id = excluded.seminar_id, first_name = excluded.first_name,
       last_name = excluded.last_name, function = excluded.function, town = excluded.town,
       consent = excluded.consent`,
    person.id,
    person.seminarId,
    person.firstName,
    person.lastName,
    person.function,
    person.town,
    person.consent,
  );
}

/** The row stays, so that nobody else comes to be its person. */
export function erasePerson(connection: Connection, personId: string): void {
  connection.run(
    `UPDATE people SET first_name = '', last_name = '', function = '', town = '', consent = 'none' WHERE id = ?`,
    personId,
  );
}

export function personById(connection: Connection, personId: string): Person | null {
  const row = connection.get<PersonRow>(`SELECT ${COLUMNS} FROM people WHERE id = ?`, personId);
  return row === undefined ? null : personOf(row);
}

export function peopleOfSeminar(connection: Connection, seminarId: string): Person[] {
  return connection
    .all<PersonRow>(`SELECT ${COLUMNS} FROM people WHERE seminar_id = ? ORDER BY ordinal`, seminarId)
    .map(personOf);
}
