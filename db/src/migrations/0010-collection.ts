/**
 * Windows that are moved, due days that are extended, reminders, and the moment a letter is handed over. A
 * return keeps the due day that it was first filed under. Frozen: never edited once released.
 */
export const sql = `
ALTER TABLE collection_windows ADD COLUMN revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0);

CREATE TABLE window_changes (
  id TEXT NOT NULL PRIMARY KEY,
  programme TEXT NOT NULL,
  periodId TEXT NOT NULL,
  opensOn TEXT NOT NULL,
  dueOn TEXT NOT NULL CHECK (dueOn >= opensOn),
  opensOnBefore TEXT NOT NULL,
  dueOnBefore TEXT NOT NULL,
  reason TEXT NOT NULL,
  changedBy TEXT NOT NULL REFERENCES people (id),
  changedAt TEXT NOT NULL,
  CHECK (opensOn <> opensOnBefore OR dueOn <> dueOnBefore),
  FOREIGN KEY (programme, periodId) REFERENCES collection_windows (programme, periodId)
) STRICT;
CREATE INDEX window_changes_of ON window_changes (programme, periodId, changedAt);

CREATE TABLE extensions (
  id TEXT NOT NULL PRIMARY KEY,
  returnId TEXT NOT NULL REFERENCES returns (id),
  dueOn TEXT NOT NULL,
  dueOnBefore TEXT NOT NULL,
  reason TEXT NOT NULL,
  approvedBy TEXT NOT NULL REFERENCES people (id),
  approvedAt TEXT NOT NULL,
  endedBy TEXT REFERENCES people (id),
  endedAt TEXT,
  endReason TEXT,
  CHECK ((endedAt IS NULL) = (endedBy IS NULL)),
  CHECK (endReason IS NULL OR endedAt IS NOT NULL)
) STRICT;
CREATE INDEX extensions_of_return ON extensions (returnId, approvedAt);
CREATE UNIQUE INDEX extensions_one_in_force ON extensions (returnId) WHERE endedAt IS NULL;

ALTER TABLE returns ADD COLUMN dueWhenFiled TEXT;
UPDATE returns SET dueWhenFiled = (
  SELECT collection_windows.dueOn FROM collection_windows
  JOIN grants ON grants.programme = collection_windows.programme
  WHERE grants.id = returns.grantId AND collection_windows.periodId = returns.periodId)
WHERE EXISTS (SELECT 1 FROM return_versions WHERE return_versions.returnId = returns.id);

CREATE INDEX return_versions_first ON return_versions (returnId, submittedAt);

CREATE TABLE reminder_days (
  workingDays INTEGER NOT NULL PRIMARY KEY CHECK (workingDays BETWEEN -40 AND 40)
) STRICT;
INSERT INTO reminder_days (workingDays) VALUES (-10), (-3), (1), (5), (10);

CREATE TABLE reminders (
  personId TEXT NOT NULL REFERENCES people (id),
  remindedOn TEXT NOT NULL,
  sentBy TEXT REFERENCES people (id),
  sentAt TEXT NOT NULL,
  PRIMARY KEY (personId, remindedOn)
) STRICT;

CREATE TABLE reminded_returns (
  returnId TEXT NOT NULL REFERENCES returns (id),
  personId TEXT NOT NULL,
  remindedOn TEXT NOT NULL,
  PRIMARY KEY (returnId, remindedOn, personId),
  FOREIGN KEY (personId, remindedOn) REFERENCES reminders (personId, remindedOn)
) STRICT;

ALTER TABLE outbox ADD COLUMN handedOverAt TEXT;
`

/** Why a day moved stays on record as it was given. */
export const appendOnly = ['window_changes']
