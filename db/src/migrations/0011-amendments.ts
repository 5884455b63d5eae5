/**
 * Amendments: drafts of a programme, a year or changed definitions, that one person proposes and another publishes;
 * and what of the framework, and which grants, end. Frozen: never edited once released.
 */
export const sql = `
CREATE TABLE amendments (
  id TEXT NOT NULL PRIMARY KEY,
  programme TEXT NOT NULL CHECK (length(programme) BETWEEN 2 AND 5),
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'proposed', 'published', 'discarded')),
  revision INTEGER NOT NULL DEFAULT 0,
  createdBy TEXT NOT NULL REFERENCES people (id),
  createdAt TEXT NOT NULL,
  changedBy TEXT NOT NULL REFERENCES people (id),
  changedAt TEXT NOT NULL,
  proposedBy TEXT REFERENCES people (id),
  proposedAt TEXT,
  publishedBy TEXT REFERENCES people (id),
  publishedAt TEXT,
  refusedBy TEXT REFERENCES people (id),
  refusal TEXT,
  CHECK ((status IN ('proposed', 'published')) = (proposedBy IS NOT NULL)),
  CHECK ((proposedBy IS NULL) = (proposedAt IS NULL)),
  CHECK ((status = 'published') = (publishedBy IS NOT NULL)),
  CHECK ((publishedBy IS NULL) = (publishedAt IS NULL)),
  CHECK ((refusedBy IS NULL) = (refusal IS NULL)),
  CONSTRAINT amendments_publisher_is_another CHECK (publishedBy IS NULL OR publishedBy <> proposedBy)
) STRICT;
CREATE INDEX amendments_programme ON amendments (programme, status);

ALTER TABLE grants ADD COLUMN endsBefore TEXT;
ALTER TABLE identities ADD COLUMN endsFrom TEXT;
`

const frozen = 'a published amendment never changes'

/** What was published stays on record as it was. */
export const triggers = {
  sqlite: ['UPDATE', 'DELETE'].map(
    (act) => `CREATE TRIGGER amendments_no_${act.toLowerCase()} BEFORE ${act} ON amendments
     WHEN OLD.status = 'published' BEGIN SELECT RAISE(ABORT, '${frozen}'); END`,
  ),
  postgres: [
    `CREATE FUNCTION amendments_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF OLD.status = 'published' THEN RAISE EXCEPTION '${frozen}'; END IF;
       IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER amendments_frozen BEFORE UPDATE OR DELETE ON amendments
     FOR EACH ROW EXECUTE FUNCTION amendments_refuse()`,
  ],
}
