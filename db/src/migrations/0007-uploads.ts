/**
 * Files that were sent in and read: what stood in their cells until somebody confirmed it, and afterwards only where
 * each figure stood. The files themselves are never stored. Frozen: never edited once released.
 */
export const sql = `
CREATE TABLE uploads (
  id TEXT PRIMARY KEY,
  returnId TEXT NOT NULL REFERENCES returns (id),
  personId TEXT NOT NULL REFERENCES people (id),
  fileName TEXT NOT NULL CHECK (length(fileName) BETWEEN 1 AND 200),
  format TEXT NOT NULL CHECK (format IN ('xlsx', 'ods', 'csv')),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  content TEXT,
  places TEXT,
  createdAt TEXT NOT NULL,
  confirmedAt TEXT,
  CHECK ((content IS NULL) = (confirmedAt IS NOT NULL)),
  CHECK ((places IS NULL) = (confirmedAt IS NULL))
) STRICT;
CREATE INDEX uploads_of_return ON uploads (returnId, personId, createdAt);
CREATE INDEX uploads_waiting ON uploads (createdAt) WHERE confirmedAt IS NULL;
`
