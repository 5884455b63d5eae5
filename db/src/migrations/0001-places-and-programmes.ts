/** Places, programmes, money, framework, calendar and comparators. Frozen: never edited once released. */
export const sql = `
CREATE TABLE authorities (
  gssCode TEXT NOT NULL PRIMARY KEY CHECK (length(gssCode) = 9),
  dfeCode TEXT NOT NULL UNIQUE CHECK (length(dfeCode) = 3),
  name TEXT NOT NULL UNIQUE,
  subregion TEXT NOT NULL CHECK (subregion IN ('Inner', 'Outer')),
  isBorough INTEGER NOT NULL CHECK (isBorough IN (0, 1))
) STRICT;

CREATE TABLE settings (
  urn TEXT NOT NULL PRIMARY KEY CHECK (length(urn) = 6),
  laestab TEXT NOT NULL CHECK (length(laestab) = 7),
  name TEXT NOT NULL,
  type TEXT,
  gssCode TEXT NOT NULL REFERENCES authorities (gssCode),
  openedOn TEXT,
  closedOn TEXT,
  successorUrn TEXT REFERENCES settings (urn),
  source TEXT NOT NULL
) STRICT;

CREATE TABLE decisions (
  reference TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  summary TEXT NOT NULL
) STRICT;

CREATE TABLE programmes (
  code TEXT NOT NULL PRIMARY KEY CHECK (length(code) BETWEEN 2 AND 5),
  name TEXT NOT NULL,
  summary TEXT NOT NULL,
  calendar TEXT NOT NULL CHECK (calendar IN ('financial-quarters', 'school-terms')),
  startsOn TEXT NOT NULL,
  endsBefore TEXT NOT NULL CHECK (endsBefore > startsOn),
  settingsReport INTEGER NOT NULL CHECK (settingsReport IN (0, 1)),
  comparator TEXT
) STRICT;

CREATE TABLE funding_lines (
  id TEXT NOT NULL PRIMARY KEY,
  decision TEXT NOT NULL REFERENCES decisions (reference),
  programme TEXT REFERENCES programmes (code),
  financialYear TEXT NOT NULL,
  pence INTEGER NOT NULL,
  source TEXT NOT NULL
) STRICT;

CREATE TABLE tier_thresholds (
  tier TEXT NOT NULL PRIMARY KEY CHECK (tier IN ('light', 'standard', 'enhanced')),
  fromPence INTEGER NOT NULL CHECK (fromPence >= 0)
) STRICT;

CREATE TABLE grants (
  id TEXT NOT NULL PRIMARY KEY,
  programme TEXT NOT NULL REFERENCES programmes (code),
  gssCode TEXT NOT NULL REFERENCES authorities (gssCode),
  cohort TEXT NOT NULL,
  cohortStartOn TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('invited', 'declined', 'active', 'ended')),
  processesPersonalData INTEGER NOT NULL CHECK (processesPersonalData IN (0, 1)),
  dpiaOn TEXT,
  invented INTEGER NOT NULL CHECK (invented IN (0, 1)),
  note TEXT,
  UNIQUE (programme, gssCode)
) STRICT;

CREATE TABLE award_lines (
  id TEXT NOT NULL PRIMARY KEY,
  grantId TEXT NOT NULL REFERENCES grants (id),
  financialYear TEXT NOT NULL,
  pence INTEGER CHECK (pence >= 0),
  decision TEXT REFERENCES decisions (reference),
  assumption TEXT,
  UNIQUE (grantId, financialYear)
) STRICT;

CREATE TABLE instalments (
  id TEXT NOT NULL PRIMARY KEY,
  grantId TEXT NOT NULL REFERENCES grants (id),
  financialYear TEXT NOT NULL,
  pence INTEGER NOT NULL CHECK (pence >= 0),
  dueOn TEXT,
  condition TEXT NOT NULL,
  paidOn TEXT
) STRICT;

CREATE TABLE grant_settings (
  grantId TEXT NOT NULL REFERENCES grants (id),
  urn TEXT NOT NULL REFERENCES settings (urn),
  startsOn TEXT NOT NULL,
  endsBefore TEXT CHECK (endsBefore > startsOn),
  PRIMARY KEY (grantId, urn, startsOn)
) STRICT;

CREATE TABLE indicators (
  code TEXT NOT NULL PRIMARY KEY,
  programme TEXT NOT NULL REFERENCES programmes (code),
  position INTEGER NOT NULL,
  UNIQUE (programme, position)
) STRICT;

CREATE TABLE indicator_definitions (
  id TEXT NOT NULL PRIMARY KEY,
  indicator TEXT NOT NULL REFERENCES indicators (code),
  edition INTEGER NOT NULL CHECK (edition >= 1),
  effectiveFrom TEXT NOT NULL,
  changeClass TEXT NOT NULL CHECK (changeClass IN ('patch', 'minor', 'major')),
  definition TEXT NOT NULL,
  UNIQUE (indicator, edition)
) STRICT;

CREATE TABLE identities (
  id TEXT NOT NULL PRIMARY KEY,
  programme TEXT NOT NULL REFERENCES programmes (code),
  effectiveFrom TEXT NOT NULL,
  identity TEXT NOT NULL
) STRICT;

CREATE TABLE periods (
  id TEXT NOT NULL PRIMARY KEY,
  calendar TEXT NOT NULL CHECK (calendar IN ('financial-quarters', 'school-terms')),
  startsOn TEXT NOT NULL,
  endsBefore TEXT NOT NULL CHECK (endsBefore > startsOn),
  UNIQUE (calendar, startsOn)
) STRICT;

CREATE TABLE baselines (
  id TEXT NOT NULL PRIMARY KEY,
  grantId TEXT NOT NULL REFERENCES grants (id),
  indicator TEXT NOT NULL REFERENCES indicators (code),
  urn TEXT REFERENCES settings (urn),
  periodId TEXT REFERENCES periods (id),
  value REAL,
  numerator REAL,
  denominator REAL,
  people REAL,
  windowStartsOn TEXT NOT NULL,
  windowEndsBefore TEXT NOT NULL CHECK (windowEndsBefore > windowStartsOn),
  source TEXT NOT NULL,
  recordedAt TEXT NOT NULL,
  CHECK (denominator > 0),
  CHECK (value IS NOT NULL OR (numerator IS NOT NULL AND denominator IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX baselines_one ON baselines (grantId, indicator, coalesce(urn, ''), coalesce(periodId, ''));

CREATE TABLE profiles (
  grantId TEXT NOT NULL REFERENCES grants (id),
  indicator TEXT NOT NULL REFERENCES indicators (code),
  periodId TEXT NOT NULL,
  value REAL NOT NULL,
  invented INTEGER NOT NULL CHECK (invented IN (0, 1)),
  PRIMARY KEY (grantId, indicator, periodId)
) STRICT;

CREATE TABLE collection_windows (
  programme TEXT NOT NULL REFERENCES programmes (code),
  periodId TEXT NOT NULL REFERENCES periods (id),
  opensOn TEXT NOT NULL,
  dueOn TEXT NOT NULL CHECK (dueOn >= opensOn),
  PRIMARY KEY (programme, periodId)
) STRICT;

CREATE TABLE comparators (
  series TEXT NOT NULL,
  area TEXT NOT NULL,
  areaLevel TEXT NOT NULL CHECK (areaLevel IN ('authority', 'subregion', 'region', 'country')),
  academicYear TEXT NOT NULL,
  timeIdentifier TEXT NOT NULL,
  schools INTEGER NOT NULL,
  enrolments INTEGER NOT NULL,
  possible INTEGER NOT NULL,
  absence INTEGER NOT NULL,
  authorised INTEGER NOT NULL,
  unauthorised INTEGER NOT NULL,
  persistent INTEGER NOT NULL,
  severe INTEGER,
  source TEXT NOT NULL,
  vintage TEXT NOT NULL,
  PRIMARY KEY (series, area, academicYear, timeIdentifier)
) STRICT;
`
