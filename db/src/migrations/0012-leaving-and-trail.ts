/**
 * Leaving, access reviews and what an event of the audit trail is about. Events stay as they are: what they are about
 * is read out of them and stands beside them, for searching. Frozen: never edited once released.
 */
export const sql = `
CREATE TABLE audit_subjects (
  key TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (key, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_subjects_position ON audit_subjects (position);
CREATE INDEX audit_events_action ON audit_events (action, position);
CREATE INDEX audit_events_person ON audit_events (personId, action, at);
CREATE INDEX audit_events_at ON audit_events (at, position);

ALTER TABLE invitations ADD COLUMN endsBefore TEXT;
ALTER TABLE invitations ADD COLUMN withdrawnAt TEXT;
UPDATE invitations SET withdrawnAt = expiresAt
  WHERE acceptedAt IS NULL AND substr(expiresAt, 12) <> substr(createdAt, 12);

ALTER TABLE memberships ADD COLUMN reviewedBy TEXT REFERENCES people (id);
ALTER TABLE memberships ADD COLUMN reviewedAt TEXT CHECK ((reviewedAt IS NULL) = (reviewedBy IS NULL));
ALTER TABLE memberships ADD COLUMN departureId TEXT;
ALTER TABLE memberships ADD COLUMN wouldEndBefore TEXT;

CREATE TABLE departures (
  id TEXT NOT NULL PRIMARY KEY,
  personId TEXT NOT NULL REFERENCES people (id),
  endsBefore TEXT NOT NULL,
  recordedBy TEXT NOT NULL REFERENCES people (id),
  recordedAt TEXT NOT NULL,
  doneAt TEXT,
  cancelledAt TEXT,
  CHECK (doneAt IS NULL OR cancelledAt IS NULL)
) STRICT;
CREATE UNIQUE INDEX departures_one ON departures (personId, recordedBy)
  WHERE doneAt IS NULL AND cancelledAt IS NULL;

CREATE TABLE departure_heirs (
  departureId TEXT NOT NULL REFERENCES departures (id),
  kind TEXT NOT NULL,
  personId TEXT REFERENCES people (id),
  PRIMARY KEY (departureId, kind)
) STRICT;
`

/** What is on record of a person, a return or a figure can be found, and not be hidden. */
export const appendOnly = ['audit_subjects']

const ofReturn = (start: string) => `SELECT 'return:' || returns.id, position FROM audit_events
  JOIN returns ON returns.id = ${start}`
const ofPeople = `SELECT 'person:' || personId, position FROM audit_events WHERE personId IS NOT NULL
  UNION SELECT subject, position FROM audit_events WHERE subject LIKE 'person:%'`

/** What earlier events are about, as each engine reads JSON. A name in a JSON text is parted: it must not be quoted as a column's. */
export const backfill = {
  sqlite: [
    `INSERT INTO audit_subjects (key, position) ${ofPeople}
     UNION ${ofReturn(`CASE instr(subject, '@') WHEN 0 THEN subject ELSE substr(subject, 1, instr(subject, '@') - 1) END`)}
     UNION SELECT 'person:' || json_extract(detail, '$.personId'), position FROM audit_events
       WHERE json_extract(detail, '$.personId') IS NOT NULL
     UNION SELECT 'figure:' || json_extract(line.value, '$[0]'), position
       FROM audit_events, json_each(detail, '$.figures') AS line WHERE json_type(detail, '$.figures') = 'array'
     UNION SELECT 'figure:' || json_extract(line.value, '$[1]'), position
       FROM audit_events, json_each(detail, '$.explained') AS line WHERE json_type(detail, '$.explained') = 'array'
     UNION SELECT 'figure:' || json_extract(detail, '$.locator'), position FROM audit_events
       WHERE json_extract(detail, '$.locator') IS NOT NULL`,
  ],
  postgres: [
    `INSERT INTO audit_subjects (key, position) ${ofPeople}
     UNION ${ofReturn(`split_part(subject, '@', 1)`)}
     UNION SELECT 'person:' || (detail::jsonb ->> concat('person', 'Id')), position FROM audit_events
       WHERE detail::jsonb ->> concat('person', 'Id') IS NOT NULL
     UNION SELECT 'figure:' || (line ->> 0), position FROM audit_events
       CROSS JOIN LATERAL jsonb_array_elements(CASE jsonb_typeof(detail::jsonb -> 'figures')
         WHEN 'array' THEN detail::jsonb -> 'figures' ELSE '[]'::jsonb END) AS line
     UNION SELECT 'figure:' || (line ->> 1), position FROM audit_events
       CROSS JOIN LATERAL jsonb_array_elements(CASE jsonb_typeof(detail::jsonb -> 'explained')
         WHEN 'array' THEN detail::jsonb -> 'explained' ELSE '[]'::jsonb END) AS line
     UNION SELECT 'figure:' || (detail::jsonb ->> 'locator'), position FROM audit_events
       WHERE detail::jsonb ->> 'locator' IS NOT NULL`,
  ],
}
