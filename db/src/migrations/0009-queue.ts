/**
 * What the review queue says of the version that was filed last of a return, worked out once when it is filed; and
 * within how many working days RMEL promises to review. Frozen: never edited once released.
 */
export const sql = `
CREATE TABLE filing_summaries (
  returnId TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  clausesAsked INTEGER NOT NULL CHECK (clausesAsked >= 0),
  clausesMet INTEGER NOT NULL CHECK (clausesMet BETWEEN 0 AND clausesAsked),
  explained INTEGER NOT NULL CHECK (explained >= 0),
  waived INTEGER NOT NULL CHECK (waived >= 0),
  noted INTEGER NOT NULL CHECK (noted >= 0),
  compared INTEGER NOT NULL CHECK (compared >= 0),
  large INTEGER NOT NULL CHECK (large BETWEEN 0 AND compared),
  gone INTEGER NOT NULL CHECK (gone >= 0),
  largestName TEXT,
  largestTimes REAL,
  largestIsKnown INTEGER CHECK (largestIsKnown IN (0, 1)),
  CHECK ((largestName IS NULL) = (largestTimes IS NULL) AND (largestName IS NULL) = (largestIsKnown IS NULL)),
  FOREIGN KEY (returnId, version) REFERENCES return_versions (returnId, number)
) STRICT;

CREATE TABLE service_levels (
  id TEXT NOT NULL PRIMARY KEY,
  programme TEXT UNIQUE REFERENCES programmes (code),
  workingDays INTEGER NOT NULL CHECK (workingDays BETWEEN 1 AND 100)
) STRICT;
INSERT INTO service_levels (id, programme, workingDays) VALUES ('review', NULL, 10);

CREATE INDEX returns_of_period ON returns (periodId);
CREATE INDEX returns_reopen_asked ON returns (id) WHERE reopenRequest IS NOT NULL;
`
