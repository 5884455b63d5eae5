/** Standards, returns, setting reports and review. Frozen: never edited once released. */
export const sql = `
CREATE TABLE standards (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'published')),
  effectiveFrom TEXT NOT NULL,
  clauses TEXT NOT NULL,
  publishedAt TEXT,
  CHECK ((status = 'published') = (publishedAt IS NOT NULL))
) STRICT;

CREATE TABLE checks (
  standardId TEXT NOT NULL REFERENCES standards (id),
  code TEXT NOT NULL,
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (standardId, code)
) STRICT;

CREATE TABLE returns (
  id TEXT NOT NULL PRIMARY KEY,
  grantId TEXT NOT NULL REFERENCES grants (id),
  periodId TEXT NOT NULL REFERENCES periods (id),
  tier TEXT NOT NULL CHECK (tier IN ('light', 'standard', 'enhanced')),
  standardId TEXT NOT NULL REFERENCES standards (id),
  status TEXT NOT NULL CHECK (status IN
    ('not-started', 'in-progress', 'awaiting-sign-off', 'submitted', 'changes-requested', 'accepted')),
  sentFrom TEXT CHECK (sentFrom IN ('in-progress', 'changes-requested')),
  unlocked TEXT NOT NULL DEFAULT '[]',
  sentBy TEXT REFERENCES people (id),
  sentAt TEXT,
  sentFigures TEXT,
  submittedBy TEXT REFERENCES people (id),
  submittedAt TEXT,
  takenBy TEXT REFERENCES people (id),
  takenAt TEXT,
  acceptedBy TEXT REFERENCES people (id),
  acceptedAt TEXT,
  declineReason TEXT,
  reopenRequest TEXT,
  statusSince TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 0,
  UNIQUE (grantId, periodId),
  CONSTRAINT returns_reviewer_is_independent CHECK (
    acceptedBy IS NULL OR (acceptedBy <> coalesce(sentBy, '') AND acceptedBy <> coalesce(submittedBy, ''))),
  CONSTRAINT returns_certifier_is_another CHECK (
    tier = 'light' OR submittedBy IS NULL OR submittedBy <> coalesce(sentBy, '')),
  CONSTRAINT returns_submitted_names CHECK (status NOT IN ('submitted', 'accepted') OR submittedBy IS NOT NULL),
  CONSTRAINT returns_accepted_names CHECK (status <> 'accepted' OR acceptedBy IS NOT NULL)
) STRICT;
CREATE INDEX returns_status ON returns (status, periodId);

CREATE TABLE return_items (
  returnId TEXT NOT NULL REFERENCES returns (id),
  indicator TEXT NOT NULL REFERENCES indicators (code),
  definitionId TEXT NOT NULL REFERENCES indicator_definitions (id),
  PRIMARY KEY (returnId, indicator)
) STRICT, WITHOUT ROWID;

CREATE TABLE data_points (
  returnId TEXT NOT NULL REFERENCES returns (id),
  locator TEXT NOT NULL,
  indicator TEXT NOT NULL REFERENCES indicators (code),
  urn TEXT REFERENCES settings (urn),
  category TEXT,
  value REAL,
  numerator REAL,
  denominator REAL,
  people REAL,
  text TEXT,
  missing TEXT CHECK (missing IN ('z', 'x')),
  note TEXT,
  evidence TEXT,
  provenance TEXT NOT NULL CHECK (provenance IN ('typed', 'pasted', 'file', 'api', 'setting', 'prefill')),
  onBehalf INTEGER NOT NULL DEFAULT 0 CHECK (onBehalf IN (0, 1)),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  changedBy TEXT NOT NULL REFERENCES people (id),
  changedAt TEXT NOT NULL,
  PRIMARY KEY (returnId, locator),
  CHECK (missing IS NULL OR (value IS NULL AND numerator IS NULL AND denominator IS NULL AND text IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_texts (
  returnId TEXT NOT NULL REFERENCES returns (id),
  locator TEXT NOT NULL,
  part TEXT NOT NULL,
  entered TEXT NOT NULL,
  PRIMARY KEY (returnId, locator, part)
) STRICT;

CREATE TABLE explanations (
  id TEXT NOT NULL PRIMARY KEY,
  returnId TEXT NOT NULL REFERENCES returns (id),
  checkCode TEXT NOT NULL,
  locator TEXT NOT NULL,
  reason TEXT NOT NULL,
  text TEXT NOT NULL,
  inputs TEXT NOT NULL,
  explainedBy TEXT NOT NULL REFERENCES people (id),
  explainedAt TEXT NOT NULL,
  UNIQUE (returnId, checkCode, locator)
) STRICT;

CREATE TABLE return_versions (
  returnId TEXT NOT NULL REFERENCES returns (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  reference TEXT NOT NULL UNIQUE,
  canonical TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  findings TEXT NOT NULL,
  standardId TEXT NOT NULL REFERENCES standards (id),
  sentBy TEXT REFERENCES people (id),
  sentAt TEXT,
  certifiedBy TEXT NOT NULL REFERENCES people (id),
  submittedAt TEXT NOT NULL,
  PRIMARY KEY (returnId, number)
) STRICT;
CREATE INDEX return_versions_sha256 ON return_versions (sha256);

CREATE TABLE accepted_points (
  returnId TEXT NOT NULL REFERENCES returns (id),
  locator TEXT NOT NULL,
  indicator TEXT NOT NULL REFERENCES indicators (code),
  urn TEXT REFERENCES settings (urn),
  category TEXT,
  value REAL,
  numerator REAL,
  denominator REAL,
  people REAL,
  text TEXT,
  missing TEXT CHECK (missing IN ('z', 'x')),
  version INTEGER NOT NULL,
  PRIMARY KEY (returnId, locator),
  FOREIGN KEY (returnId, version) REFERENCES return_versions (returnId, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE roll_ups (
  programme TEXT NOT NULL REFERENCES programmes (code),
  indicator TEXT NOT NULL REFERENCES indicators (code),
  category TEXT NOT NULL,
  periodId TEXT NOT NULL REFERENCES periods (id),
  gssCode TEXT NOT NULL REFERENCES authorities (gssCode),
  value REAL,
  numerator REAL,
  denominator REAL,
  people REAL,
  settings INTEGER NOT NULL,
  PRIMARY KEY (programme, category, indicator, periodId, gssCode)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting_reports (
  returnId TEXT NOT NULL REFERENCES returns (id),
  urn TEXT NOT NULL REFERENCES settings (urn),
  status TEXT NOT NULL CHECK (status IN ('not-started', 'in-progress', 'signed-off')),
  signedOffBy TEXT REFERENCES people (id),
  signedOffAt TEXT,
  onBehalf INTEGER NOT NULL DEFAULT 0 CHECK (onBehalf IN (0, 1)),
  missingReason TEXT,
  missingText TEXT,
  changedAt TEXT,
  revision INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (returnId, urn),
  CHECK ((status = 'signed-off') = (signedOffBy IS NOT NULL))
) STRICT;

CREATE TABLE attendance_counts (
  returnId TEXT NOT NULL,
  urn TEXT NOT NULL,
  cohort TEXT NOT NULL CHECK (cohort IN ('mentored', 'whole', 'baseline')),
  academicYear TEXT NOT NULL,
  possible INTEGER,
  attended INTEGER,
  authorised INTEGER,
  unauthorised INTEGER,
  byCode TEXT,
  source TEXT NOT NULL CHECK (source IN ('register', 'typed')),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  changedBy TEXT NOT NULL REFERENCES people (id),
  changedAt TEXT NOT NULL,
  PRIMARY KEY (returnId, urn, cohort, academicYear),
  FOREIGN KEY (returnId, urn) REFERENCES setting_reports (returnId, urn)
) STRICT;

CREATE TABLE attendance_pupils (
  returnId TEXT NOT NULL,
  urn TEXT NOT NULL,
  cohort TEXT NOT NULL CHECK (cohort IN ('mentored', 'whole', 'baseline')),
  enrolments INTEGER,
  persistent INTEGER,
  severe INTEGER,
  dispersion REAL,
  windowStartsOn TEXT,
  windowEndsBefore TEXT,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  changedBy TEXT NOT NULL REFERENCES people (id),
  changedAt TEXT NOT NULL,
  PRIMARY KEY (returnId, urn, cohort),
  FOREIGN KEY (returnId, urn) REFERENCES setting_reports (returnId, urn)
) STRICT;

CREATE TABLE reviews (
  id TEXT NOT NULL PRIMARY KEY,
  returnId TEXT NOT NULL REFERENCES returns (id),
  version INTEGER NOT NULL,
  evaluator TEXT NOT NULL REFERENCES people (id),
  begunAt TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('accepted', 'changes-requested', 'reopened')),
  endedAt TEXT,
  note TEXT,
  FOREIGN KEY (returnId, version) REFERENCES return_versions (returnId, number)
) STRICT;

CREATE TABLE data_queries (
  id TEXT NOT NULL PRIMARY KEY,
  returnId TEXT NOT NULL REFERENCES returns (id),
  locator TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'answered', 'closed')),
  openedBy TEXT NOT NULL REFERENCES people (id),
  openedAt TEXT NOT NULL,
  changedAt TEXT NOT NULL
) STRICT;
CREATE INDEX data_queries_return ON data_queries (returnId);

CREATE TABLE query_messages (
  id TEXT NOT NULL PRIMARY KEY,
  queryId TEXT NOT NULL REFERENCES data_queries (id),
  personId TEXT NOT NULL REFERENCES people (id),
  at TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
`

/** What was filed stays as it was filed. */
export const appendOnly = ['return_versions', 'query_messages']

const filedIt = `SELECT 1 FROM return_versions
  WHERE returnId = NEW.id AND (sentBy = NEW.acceptedBy OR certifiedBy = NEW.acceptedBy)`

/** Nobody accepts a return of which they filed any version, not only the last. */
export const triggers = {
  sqlite: [
    `CREATE TRIGGER returns_reviewer_never_filed BEFORE UPDATE ON returns
     WHEN NEW.acceptedBy IS NOT NULL AND EXISTS (${filedIt})
     BEGIN SELECT RAISE(ABORT, 'returns_reviewer_is_independent'); END`,
  ],
  postgres: [
    `CREATE FUNCTION returns_refuse_filer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF NEW."acceptedBy" IS NOT NULL AND EXISTS (${filedIt}) THEN
         RAISE EXCEPTION 'returns_reviewer_is_independent';
       END IF;
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER returns_reviewer_never_filed BEFORE UPDATE ON returns
     FOR EACH ROW EXECUTE FUNCTION returns_refuse_filer()`,
  ],
}
