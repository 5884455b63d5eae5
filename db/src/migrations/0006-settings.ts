/**
 * The day a successor takes a setting's place, and the lock on what is recorded of a setting. A part in a grant
 * may end on the day it starts: it was recorded wrongly, and is none. Frozen: never edited once released.
 */
export const sql = `
ALTER TABLE settings ADD COLUMN succeededOn TEXT
  CHECK ((succeededOn IS NULL) = (successorUrn IS NULL) AND (successorUrn IS NULL OR successorUrn <> urn));
ALTER TABLE settings ADD COLUMN revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0);

ALTER TABLE grant_settings RENAME TO grant_settings_before;
CREATE TABLE grant_settings (
  grantId TEXT NOT NULL REFERENCES grants (id),
  urn TEXT NOT NULL REFERENCES settings (urn),
  startsOn TEXT NOT NULL,
  endsBefore TEXT CHECK (endsBefore >= startsOn),
  PRIMARY KEY (grantId, urn, startsOn)
) STRICT;
INSERT INTO grant_settings (grantId, urn, startsOn, endsBefore)
  SELECT grantId, urn, startsOn, endsBefore FROM grant_settings_before;
DROP TABLE grant_settings_before;
`
