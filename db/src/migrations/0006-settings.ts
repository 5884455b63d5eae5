/** The day a successor takes a setting's place, and the lock on what is recorded of a setting. Frozen: never edited once released. */
export const sql = `
ALTER TABLE settings ADD COLUMN succeededOn TEXT
  CHECK ((succeededOn IS NULL) = (successorUrn IS NULL) AND (successorUrn IS NULL OR successorUrn <> urn));
ALTER TABLE settings ADD COLUMN revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0);
`
