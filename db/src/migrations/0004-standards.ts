/**
 * Editions that people write, waivers, what became of findings, back-tests, learning. Frozen: never edited once released.
 *
 * The reference edition of the first version named twelve clauses and had checks for four. It is opened once
 * more, so that loading the reference data completes and publishes it; what was filed keeps its findings.
 */
export const sql = `
ALTER TABLE standards ADD COLUMN basedOn TEXT REFERENCES standards (id);
ALTER TABLE standards ADD COLUMN summary TEXT NOT NULL DEFAULT '';
ALTER TABLE standards ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE standards ADD COLUMN createdBy TEXT REFERENCES people (id);
ALTER TABLE standards ADD COLUMN createdAt TEXT;
ALTER TABLE standards ADD COLUMN proposedBy TEXT REFERENCES people (id);
ALTER TABLE standards ADD COLUMN proposedAt TEXT;
ALTER TABLE standards ADD COLUMN approvedBy TEXT REFERENCES people (id)
  CONSTRAINT standards_approver_is_another CHECK (
    approvedBy IS NULL OR (proposedBy IS NOT NULL AND approvedBy <> proposedBy));
ALTER TABLE standards ADD COLUMN refusedBy TEXT REFERENCES people (id);
ALTER TABLE standards ADD COLUMN refusal TEXT;

UPDATE standards SET status = 'draft', publishedAt = NULL WHERE id = 'reference-1';

CREATE TABLE waivers (
  id TEXT NOT NULL PRIMARY KEY,
  checkCode TEXT NOT NULL,
  programme TEXT REFERENCES programmes (code),
  gssCode TEXT REFERENCES authorities (gssCode),
  urn TEXT REFERENCES settings (urn),
  indicator TEXT REFERENCES indicators (code),
  reason TEXT NOT NULL,
  until TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('requested', 'withdrawn', 'approved', 'refused', 'ended')),
  requestedBy TEXT NOT NULL REFERENCES people (id),
  requestedAt TEXT NOT NULL,
  decidedBy TEXT REFERENCES people (id),
  decidedAt TEXT,
  decisionNote TEXT,
  endedBy TEXT REFERENCES people (id),
  endedAt TEXT,
  CHECK ((status IN ('requested', 'withdrawn')) = (decidedBy IS NULL)),
  CHECK ((status = 'ended') = (endedBy IS NOT NULL)),
  CONSTRAINT waivers_approver_is_another CHECK (decidedBy IS NULL OR decidedBy <> requestedBy)
) STRICT;
CREATE INDEX waivers_in_force ON waivers (status, until);

ALTER TABLE explanations ADD COLUMN holdsUntil TEXT;

CREATE TABLE peer_summaries (
  returnId TEXT NOT NULL PRIMARY KEY REFERENCES returns (id),
  summaries TEXT NOT NULL,
  madeAt TEXT NOT NULL
) STRICT;

CREATE TABLE finding_records (
  returnId TEXT NOT NULL REFERENCES returns (id),
  checkCode TEXT NOT NULL,
  locator TEXT NOT NULL,
  firedAt TEXT NOT NULL,
  standardId TEXT NOT NULL REFERENCES standards (id),
  severity TEXT NOT NULL CHECK (severity IN ('block', 'explain', 'note')),
  endedAt TEXT,
  outcome TEXT CHECK (outcome IN ('fixed', 'explained', 'waived')),
  PRIMARY KEY (returnId, checkCode, locator, firedAt),
  CHECK ((endedAt IS NULL) = (outcome IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_records_check ON finding_records (standardId, checkCode);

CREATE TABLE check_failures (
  standardId TEXT NOT NULL REFERENCES standards (id),
  checkCode TEXT NOT NULL,
  returnId TEXT NOT NULL REFERENCES returns (id),
  failedAt TEXT NOT NULL,
  PRIMARY KEY (standardId, checkCode, returnId)
) STRICT;

CREATE TABLE back_tests (
  id TEXT NOT NULL PRIMARY KEY,
  standardId TEXT NOT NULL REFERENCES standards (id),
  revision INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'failed')),
  total INTEGER NOT NULL,
  startedBy TEXT NOT NULL REFERENCES people (id),
  startedAt TEXT NOT NULL,
  finishedAt TEXT,
  CHECK ((status = 'running') = (finishedAt IS NULL))
) STRICT;
CREATE INDEX back_tests_standard ON back_tests (standardId, revision);

CREATE TABLE back_test_results (
  backTestId TEXT NOT NULL REFERENCES back_tests (id),
  returnId TEXT NOT NULL REFERENCES returns (id),
  present TEXT NOT NULL,
  draft TEXT NOT NULL,
  PRIMARY KEY (backTestId, returnId)
) STRICT;

ALTER TABLE programmes ADD COLUMN trial INTEGER NOT NULL DEFAULT 0 CHECK (trial IN (0, 1));
UPDATE programmes SET trial = 1 WHERE code = 'CPD';

CREATE TABLE meetings (
  id TEXT NOT NULL PRIMARY KEY,
  programme TEXT NOT NULL REFERENCES programmes (code),
  gssCode TEXT REFERENCES authorities (gssCode),
  heldOn TEXT NOT NULL,
  title TEXT NOT NULL,
  note TEXT NOT NULL,
  recordedBy TEXT NOT NULL REFERENCES people (id),
  recordedAt TEXT NOT NULL
) STRICT;
CREATE INDEX meetings_programme ON meetings (programme, heldOn);
`

const frozen = 'a published edition is frozen'
const unapproved = 'standards_approver_is_another'

/**
 * A published edition never changes: not its row, not its checks. One that people wrote is published only
 * with the name of the second person; those that ship with the service were written by nobody here.
 */
export const triggers = {
  sqlite: [
    ...['UPDATE', 'DELETE'].map(
      (act) => `CREATE TRIGGER standards_no_${act.toLowerCase()} BEFORE ${act} ON standards
       WHEN OLD.status = 'published' BEGIN SELECT RAISE(ABORT, '${frozen}'); END`,
    ),
    `CREATE TRIGGER standards_two_people BEFORE UPDATE ON standards
     WHEN NEW.status = 'published' AND NEW.createdBy IS NOT NULL AND NEW.approvedBy IS NULL
     BEGIN SELECT RAISE(ABORT, '${unapproved}'); END`,
    ...(['INSERT', 'UPDATE', 'DELETE'] as const).map((act) => {
      const row = act === 'INSERT' ? 'NEW' : 'OLD'
      return `CREATE TRIGGER checks_no_${act.toLowerCase()} BEFORE ${act} ON checks
       WHEN (SELECT status FROM standards WHERE id = ${row}.standardId) = 'published'
       BEGIN SELECT RAISE(ABORT, '${frozen}'); END`
    }),
  ],
  postgres: [
    `CREATE FUNCTION standards_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF OLD.status = 'published' THEN RAISE EXCEPTION '${frozen}'; END IF;
       IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
       IF NEW.status = 'published' AND NEW.createdBy IS NOT NULL AND NEW.approvedBy IS NULL THEN
         RAISE EXCEPTION '${unapproved}';
       END IF;
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER standards_frozen BEFORE UPDATE OR DELETE ON standards
     FOR EACH ROW EXECUTE FUNCTION standards_refuse()`,
    `CREATE FUNCTION checks_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF TG_OP <> 'INSERT' AND (SELECT status FROM standards WHERE id = OLD.standardId) = 'published' THEN
         RAISE EXCEPTION '${frozen}';
       END IF;
       IF TG_OP <> 'DELETE' AND (SELECT status FROM standards WHERE id = NEW.standardId) = 'published' THEN
         RAISE EXCEPTION '${frozen}';
       END IF;
       IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER checks_frozen BEFORE INSERT OR UPDATE OR DELETE ON checks
     FOR EACH ROW EXECUTE FUNCTION checks_refuse()`,
  ],
}
