/**
 * People, sign-in and trust. The sign-in tables are the ones better-auth compiles for email one-time
 * codes, in our column types. Frozen: never edited once released.
 */
export const sql = `
CREATE TABLE people (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE,
  emailVerified INTEGER NOT NULL CHECK (emailVerified IN (0, 1)),
  image TEXT,
  jobTitle TEXT,
  suspendedAt TEXT,
  invented INTEGER NOT NULL DEFAULT 0 CHECK (invented IN (0, 1)),
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL
) STRICT;

CREATE TABLE sessions (
  id TEXT NOT NULL PRIMARY KEY,
  personId TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  token TEXT NOT NULL UNIQUE,
  expiresAt TEXT NOT NULL,
  ipAddress TEXT,
  userAgent TEXT,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_person ON sessions (personId);

CREATE TABLE accounts (
  id TEXT NOT NULL PRIMARY KEY,
  accountId TEXT NOT NULL,
  providerId TEXT NOT NULL,
  personId TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  accessToken TEXT,
  refreshToken TEXT,
  idToken TEXT,
  accessTokenExpiresAt TEXT,
  refreshTokenExpiresAt TEXT,
  scope TEXT,
  password TEXT,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL
) STRICT;

CREATE TABLE verifications (
  id TEXT NOT NULL PRIMARY KEY,
  identifier TEXT NOT NULL,
  value TEXT NOT NULL,
  expiresAt TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL
) STRICT;
CREATE INDEX verifications_identifier ON verifications (identifier);

CREATE TABLE memberships (
  id TEXT NOT NULL PRIMARY KEY,
  personId TEXT NOT NULL REFERENCES people (id),
  role TEXT NOT NULL CHECK (role IN
    ('lead', 'certifier', 'head', 'evaluator', 'programme-manager', 'approver', 'administrator', 'reader')),
  programme TEXT REFERENCES programmes (code),
  gssCode TEXT REFERENCES authorities (gssCode),
  urn TEXT REFERENCES settings (urn),
  startsOn TEXT NOT NULL,
  endsBefore TEXT,
  CHECK (role NOT IN ('lead', 'certifier') OR gssCode IS NOT NULL),
  CHECK (role <> 'head' OR urn IS NOT NULL)
) STRICT;
CREATE INDEX memberships_person ON memberships (personId);

CREATE TABLE invitations (
  id TEXT NOT NULL PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  programme TEXT REFERENCES programmes (code),
  gssCode TEXT REFERENCES authorities (gssCode),
  urn TEXT REFERENCES settings (urn),
  invitedBy TEXT REFERENCES people (id),
  createdAt TEXT NOT NULL,
  expiresAt TEXT NOT NULL,
  acceptedAt TEXT
) STRICT;
CREATE INDEX invitations_email ON invitations (email);

CREATE TABLE audit_events (
  position INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  personId TEXT,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  previousHash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX audit_events_subject ON audit_events (subject);

CREATE TABLE audit_head (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  position INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
INSERT INTO audit_head (id, position, hash) VALUES (1, 0, '');

CREATE TABLE outbox (
  id TEXT NOT NULL PRIMARY KEY,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  notBefore TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  claimedUntil TEXT,
  lastError TEXT,
  sentAt TEXT
) STRICT;
CREATE INDEX outbox_waiting ON outbox (notBefore) WHERE sentAt IS NULL;

CREATE TABLE idempotency_keys (
  key TEXT NOT NULL,
  personId TEXT NOT NULL REFERENCES people (id),
  route TEXT NOT NULL,
  bodyHash TEXT NOT NULL,
  response TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  PRIMARY KEY (personId, key)
) STRICT;

CREATE TABLE service_facts (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
`

/** Events may be added, never changed or removed. */
export const appendOnly = ['audit_events']
