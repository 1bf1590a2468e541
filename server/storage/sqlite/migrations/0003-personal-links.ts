/** Whose link it is: '' for one that belongs to nobody in particular. */
export const personalLinks = `
ALTER TABLE accesses ADD COLUMN person_id TEXT NOT NULL DEFAULT '';
CREATE INDEX grants_of_sitting ON grants (sitting_id, person_id);
`;
