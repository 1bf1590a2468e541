/** Trees and texts kept as versions, and the addresses of published actes. */
export const keptTexts = `
CREATE TABLE kept_texts (
  ordinal    INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  seminar_id TEXT NOT NULL,
  kind       TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  text       TEXT NOT NULL
);
CREATE INDEX kept_texts_of_seminar ON kept_texts (seminar_id);

CREATE TABLE actes_addresses (
  slug       TEXT NOT NULL PRIMARY KEY,
  seminar_id TEXT NOT NULL
);
`;
