/**
 * Decisions on figures, hand-overs of a review, requests to reopen, and which version a total uses. Frozen: never edited
 * once released.
 */
export const sql = `
CREATE TABLE review_hand_overs (
  id TEXT NOT NULL PRIMARY KEY,
  reviewId TEXT NOT NULL REFERENCES reviews (id),
  returnId TEXT NOT NULL REFERENCES returns (id),
  fromPerson TEXT NOT NULL REFERENCES people (id),
  toPerson TEXT REFERENCES people (id),
  reason TEXT,
  handedBy TEXT REFERENCES people (id),
  handedAt TEXT NOT NULL,
  CONSTRAINT review_hand_overs_to_another CHECK (toPerson IS NULL OR toPerson <> fromPerson)
) STRICT;
CREATE INDEX review_hand_overs_return ON review_hand_overs (returnId, handedAt);

CREATE TABLE figure_decisions (
  returnId TEXT NOT NULL,
  version INTEGER NOT NULL,
  locator TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  decision TEXT NOT NULL CHECK (decision IN
    ('accept', 'accept-explained', 'question', 'request-change', 'undecided')),
  note TEXT,
  queryId TEXT REFERENCES data_queries (id),
  decidedBy TEXT NOT NULL REFERENCES people (id),
  decidedAt TEXT NOT NULL,
  PRIMARY KEY (returnId, version, locator, number),
  FOREIGN KEY (returnId, version) REFERENCES return_versions (returnId, number),
  CONSTRAINT figure_decisions_noted CHECK (
    (decision IN ('accept-explained', 'request-change')) = (note IS NOT NULL)),
  CONSTRAINT figure_decisions_asked CHECK ((decision = 'question') = (queryId IS NOT NULL))
) STRICT;

CREATE TABLE reopen_requests (
  id TEXT NOT NULL PRIMARY KEY,
  returnId TEXT NOT NULL REFERENCES returns (id),
  version INTEGER NOT NULL,
  reason TEXT NOT NULL,
  locators TEXT NOT NULL,
  askedBy TEXT NOT NULL REFERENCES people (id),
  askedAt TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('reopened', 'declined')),
  answer TEXT,
  answeredBy TEXT REFERENCES people (id),
  answeredAt TEXT,
  FOREIGN KEY (returnId, version) REFERENCES return_versions (returnId, number),
  CONSTRAINT reopen_requests_answered CHECK ((outcome IS NULL) = (answeredBy IS NULL)),
  CONSTRAINT reopen_requests_answered_by_another CHECK (answeredBy IS NULL OR answeredBy <> askedBy)
) STRICT;
CREATE UNIQUE INDEX reopen_requests_one_open ON reopen_requests (returnId) WHERE outcome IS NULL;
INSERT INTO reopen_requests (id, returnId, version, reason, locators, askedBy, askedAt)
  SELECT e.id, r.id, v.number, r.reopenRequest, '[]', e.personId, e.at
  FROM returns r
  JOIN return_versions v ON v.returnId = r.id
    AND v.number = (SELECT max(w.number) FROM return_versions w WHERE w.returnId = r.id)
  JOIN audit_events e ON e.position = (SELECT max(f.position) FROM audit_events f
    WHERE f.subject = r.id AND f.action = 'return.ask-to-reopen' AND f.personId IS NOT NULL)
  WHERE r.reopenRequest IS NOT NULL AND r.status = 'accepted';

ALTER TABLE roll_ups ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
UPDATE roll_ups SET version = coalesce((SELECT max(a.version) FROM accepted_points a
  WHERE a.returnId = roll_ups.programme || '-' || roll_ups.gssCode || '-' || roll_ups.periodId), 1);
`

/** What was decided and handed over stays as it was. */
export const appendOnly = ['review_hand_overs', 'figure_decisions']

/** Tables, and the person in them who may not have helped to file the return. */
const reviewers: readonly [table: string, person: string, when: readonly ('INSERT' | 'UPDATE')[]][] = [
  ['reviews', 'evaluator', ['INSERT', 'UPDATE']],
  ['figure_decisions', 'decidedBy', ['INSERT']],
  ['review_hand_overs', 'toPerson', ['INSERT']],
  ['reopen_requests', 'answeredBy', ['INSERT', 'UPDATE']],
]

const signed = (person: string, of: string) => `EXISTS (SELECT 1 FROM return_versions
  WHERE returnId = ${of} AND (sentBy = NEW.${person} OR certifiedBy = NEW.${person}))`
const entered = (person: string, of: string) => `(
  EXISTS (SELECT 1 FROM data_points WHERE returnId = ${of} AND changedBy = NEW.${person})
  OR EXISTS (SELECT 1 FROM attendance_counts WHERE returnId = ${of} AND changedBy = NEW.${person})
  OR EXISTS (SELECT 1 FROM attendance_pupils WHERE returnId = ${of} AND changedBy = NEW.${person})
  OR EXISTS (SELECT 1 FROM setting_reports WHERE returnId = ${of} AND signedOffBy = NEW.${person}))`
/** An update that names nobody new is none of this rule's: what stood before there was one can still be ended. */
const filed = (person: string, when: string) => {
  const isNamed = when === 'UPDATE' ? `NEW.${person} IS DISTINCT FROM OLD.${person} AND ` : ''
  return `${signed(person, 'NEW.returnId')} OR (${isNamed}${entered(person, 'NEW.returnId')})`
}
const holderFiled = `NEW.takenBy IS NOT NULL AND (NEW.takenBy = coalesce(NEW.sentBy, '')
  OR NEW.takenBy = coalesce(NEW.submittedBy, '') OR ${signed('takenBy', 'NEW.id')}
  OR (NEW.takenBy IS DISTINCT FROM OLD.takenBy AND ${entered('takenBy', 'NEW.id')}))`

const onSqlite = (name: string, table: string, when: string, condition: string) =>
  `CREATE TRIGGER ${name}_${when.toLowerCase()} BEFORE ${when} ON ${table}
   WHEN ${condition} BEGIN SELECT RAISE(ABORT, 'returns_reviewer_is_independent'); END`
const onPostgres = (name: string, table: string, when: string, condition: string) => [
  `CREATE FUNCTION ${name}_${when.toLowerCase()}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
     IF ${condition} THEN RAISE EXCEPTION 'returns_reviewer_is_independent'; END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER ${name}_of_${when.toLowerCase()} BEFORE ${when} ON ${table}
   FOR EACH ROW EXECUTE FUNCTION ${name}_${when.toLowerCase()}()`,
]

/** Nobody holds, decides on, or answers about a return that they helped to file. */
export const triggers = {
  sqlite: [
    ...reviewers.flatMap(([table, person, when]) =>
      when.map((each) => onSqlite(`${table}_by_another`, table, each, filed(person, each))),
    ),
    onSqlite('returns_held_by_another', 'returns', 'UPDATE', holderFiled),
  ],
  postgres: [
    ...reviewers.flatMap(([table, person, when]) =>
      when.flatMap((each) => onPostgres(`${table}_by_another`, table, each, filed(person, each))),
    ),
    ...onPostgres('returns_held_by_another', 'returns', 'UPDATE', holderFiled),
  ],
}
