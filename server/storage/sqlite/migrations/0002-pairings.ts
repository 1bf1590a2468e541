/** Paired computers. Instants are epoch milliseconds; '' stands for nobody, 0 for a pairing that was not withdrawn. */
export const pairings = `
CREATE TABLE pairings (
  ordinal      INTEGER PRIMARY KEY,
  id           TEXT    NOT NULL UNIQUE,
  session_id   TEXT    NOT NULL REFERENCES sessions (id),
  seminar_id   TEXT    NOT NULL,
  sitting_id   TEXT    NOT NULL,
  shows        TEXT    NOT NULL,
  person_id    TEXT    NOT NULL,
  at           INTEGER NOT NULL,
  ends_at      INTEGER NOT NULL,
  withdrawn_at INTEGER NOT NULL
);
CREATE INDEX pairings_that_are_open ON pairings (withdrawn_at, ends_at);
`;
