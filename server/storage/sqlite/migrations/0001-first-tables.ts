/** The first tables. Instants are epoch milliseconds, booleans integers, JSON is text; '' stands for "none" in keys. */
export const firstTables = `
CREATE TABLE events (
  stream  TEXT    NOT NULL,
  seq     INTEGER NOT NULL,
  id      TEXT    NOT NULL UNIQUE,
  type    TEXT    NOT NULL,
  v       INTEGER NOT NULL,
  at      INTEGER NOT NULL,
  actor   TEXT,
  payload TEXT    NOT NULL,
  PRIMARY KEY (stream, seq)
);

CREATE TABLE receipts (
  command_id TEXT    NOT NULL PRIMARY KEY,
  answer     TEXT    NOT NULL,
  day        INTEGER NOT NULL
);

CREATE TABLE people (
  ordinal    INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  seminar_id TEXT NOT NULL,
  first_name TEXT NOT NULL,
  last_name  TEXT NOT NULL,
  function   TEXT NOT NULL,
  town       TEXT NOT NULL,
  consent    TEXT NOT NULL
);
CREATE INDEX people_of_seminar ON people (seminar_id);

CREATE TABLE accesses (
  ordinal    INTEGER PRIMARY KEY,
  id         TEXT    NOT NULL UNIQUE,
  kind       TEXT    NOT NULL,
  role       TEXT    NOT NULL,
  seminar_id TEXT    NOT NULL,
  sitting_id TEXT    NOT NULL,
  generation INTEGER NOT NULL,
  code       TEXT    UNIQUE
);
CREATE INDEX accesses_of_seminar ON accesses (seminar_id);

CREATE TABLE sessions (
  id         TEXT    NOT NULL PRIMARY KEY,
  token_hash TEXT    NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
);

CREATE TABLE grants (
  ordinal    INTEGER PRIMARY KEY,
  session_id TEXT    NOT NULL REFERENCES sessions (id),
  role       TEXT    NOT NULL,
  seminar_id TEXT    NOT NULL,
  sitting_id TEXT    NOT NULL,
  person_id  TEXT    NOT NULL,
  access_id  TEXT    NOT NULL,
  granted_at INTEGER NOT NULL,
  UNIQUE (session_id, role, seminar_id, sitting_id, person_id, access_id)
);

CREATE TABLE documents (
  document TEXT    NOT NULL PRIMARY KEY,
  epoch    INTEGER NOT NULL,
  last_seq INTEGER NOT NULL
);

CREATE TABLE document_updates (
  document TEXT    NOT NULL REFERENCES documents (document),
  epoch    INTEGER NOT NULL,
  seq      INTEGER NOT NULL,
  body     BLOB    NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (document, epoch, seq)
);

CREATE TABLE document_snapshots (
  document    TEXT    NOT NULL PRIMARY KEY REFERENCES documents (document),
  epoch       INTEGER NOT NULL,
  through_seq INTEGER NOT NULL,
  body        BLOB    NOT NULL,
  checksum    INTEGER NOT NULL
);

CREATE TABLE document_clients (
  document  TEXT    NOT NULL REFERENCES documents (document),
  epoch     INTEGER NOT NULL,
  client_id INTEGER NOT NULL,
  owner     TEXT    NOT NULL,
  PRIMARY KEY (document, epoch, client_id)
);
`;
