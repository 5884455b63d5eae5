/**
 * Whoever ever entered, signed or sent something of a return, also where it was overtyped since; what became of letters
 * that did not arrive; from which day a service level counts; and which indicator earlier events are about. Frozen:
 * never edited once released.
 */
export const sql = `
CREATE TABLE return_filers (
  returnId TEXT NOT NULL REFERENCES returns (id),
  personId TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (returnId, personId)
) STRICT, WITHOUT ROWID;
INSERT INTO return_filers (returnId, personId)
  SELECT returnId, sentBy FROM return_versions WHERE sentBy IS NOT NULL
  UNION SELECT returnId, certifiedBy FROM return_versions WHERE certifiedBy IS NOT NULL
  UNION SELECT returnId, changedBy FROM data_points WHERE changedBy IS NOT NULL
  UNION SELECT returnId, changedBy FROM attendance_counts WHERE changedBy IS NOT NULL
  UNION SELECT returnId, changedBy FROM attendance_pupils WHERE changedBy IS NOT NULL
  UNION SELECT returnId, signedOffBy FROM setting_reports WHERE signedOffBy IS NOT NULL
  UNION SELECT r.id, e.personId FROM returns r
    JOIN audit_subjects s ON s.key = 'return:' || r.id
    JOIN audit_events e ON e.position = s.position
    JOIN people p ON p.id = e.personId
    WHERE e.action IN ('return.save-figures', 'setting-report.save-figures', 'setting-report.sign-off');

ALTER TABLE outbox ADD COLUMN settledBy TEXT REFERENCES people (id);
ALTER TABLE outbox ADD COLUMN settledAt TEXT CHECK ((settledAt IS NULL) = (settledBy IS NULL));

ALTER TABLE service_levels RENAME TO service_levels_before;
CREATE TABLE service_levels (
  id TEXT NOT NULL PRIMARY KEY,
  programme TEXT REFERENCES programmes (code),
  startsOn TEXT NOT NULL DEFAULT '2000-01-01',
  workingDays INTEGER NOT NULL CHECK (workingDays BETWEEN 1 AND 100)
) STRICT;
INSERT INTO service_levels (id, programme, startsOn, workingDays)
  SELECT id, programme, '2000-01-01', workingDays FROM service_levels_before;
DROP TABLE service_levels_before;
CREATE UNIQUE INDEX service_levels_one_a_day ON service_levels (coalesce(programme, ''), startsOn);
`

/** Who filed stays on record, whatever is overtyped. */
export const appendOnly = ['return_filers']

const located = `(SELECT substr(key, 8) AS place, position FROM audit_subjects
  WHERE key LIKE 'figure:%' AND key NOT LIKE 'figure:attendance@%') AS located`

/** The indicator of each figure that an event is about, before a place or a category. */
export const backfill = {
  sqlite: [
    `INSERT INTO audit_subjects (key, position) SELECT DISTINCT 'indicator:' ||
       substr(place, 1, min(instr(place || '@', '@'), instr(place || ':', ':')) - 1), position FROM ${located}`,
  ],
  postgres: [
    `INSERT INTO audit_subjects (key, position) SELECT DISTINCT 'indicator:' ||
       split_part(split_part(place, '@', 1), ':', 1), position FROM ${located}`,
  ],
}

/** Where somebody's part in filing a return is written. */
const parts: readonly [table: string, person: string, when: readonly ('INSERT' | 'UPDATE')[]][] = [
  ['return_versions', 'sentBy', ['INSERT']],
  ['return_versions', 'certifiedBy', ['INSERT']],
  ['data_points', 'changedBy', ['INSERT', 'UPDATE']],
  ['attendance_counts', 'changedBy', ['INSERT', 'UPDATE']],
  ['attendance_pupils', 'changedBy', ['INSERT', 'UPDATE']],
  ['setting_reports', 'signedOffBy', ['INSERT', 'UPDATE']],
]

/** Tables, the person in them who may not have helped to file the return, and the return. */
const reviewers: readonly [table: string, person: string, when: readonly ('INSERT' | 'UPDATE')[]][] = [
  ['reviews', 'evaluator', ['INSERT', 'UPDATE']],
  ['figure_decisions', 'decidedBy', ['INSERT']],
  ['review_hand_overs', 'toPerson', ['INSERT']],
  ['reopen_requests', 'answeredBy', ['INSERT', 'UPDATE']],
  ['returns', 'takenBy', ['UPDATE']],
]

const nameOf = (table: string, person: string, when: string) =>
  `${table}_${person.toLowerCase()}_${when.toLowerCase()}`
const keep = (person: string) => `INSERT INTO return_filers (returnId, personId)
  SELECT NEW.returnId, NEW.${person} WHERE NEW.${person} IS NOT NULL`
const keepOnce = (person: string) => `${keep(person)} AND NOT EXISTS (SELECT 1 FROM return_filers
  WHERE returnId = NEW.returnId AND personId = NEW.${person})`

/** An update that names nobody new is none of this rule's: what stood before there was one can still be ended. */
const filed = (table: string, person: string, when: string) => {
  const isNamed = when === 'UPDATE' ? `NEW.${person} IS DISTINCT FROM OLD.${person} AND ` : ''
  const of = table === 'returns' ? 'NEW.id' : 'NEW.returnId'
  return `${isNamed}EXISTS (SELECT 1 FROM return_filers WHERE returnId = ${of} AND personId = NEW.${person})`
}

const each = (
  of: typeof parts,
  write: (named: { name: string; table: string; person: string; when: string }) => string[],
): string[] =>
  of.flatMap(([table, person, when]) =>
    when.flatMap((act) => write({ name: nameOf(table, person, act), table, person, when: act })),
  )

/** Whom the row named before is kept already: saving one's own figures again asks nothing. */
const isNew = (person: string, when: string) =>
  when === 'UPDATE' ? `WHEN (NEW.${person} IS DISTINCT FROM OLD.${person})` : ''

/** Whoever takes part is kept, once; and nobody holds, decides on, or answers about a return they ever took part in. */
export const triggers = {
  sqlite: [
    ...each(parts, ({ name, table, person, when }) => [
      `CREATE TRIGGER ${name}_filed AFTER ${when} ON ${table} ${isNew(person, when)} BEGIN ${keepOnce(person)}; END`,
    ]),
    ...each(reviewers, ({ name, table, person, when }) => [
      `CREATE TRIGGER ${name}_never_filed BEFORE ${when} ON ${table} WHEN ${filed(table, person, when)}
       BEGIN SELECT RAISE(ABORT, 'returns_reviewer_is_independent'); END`,
    ]),
  ],
  postgres: [
    ...each(parts, ({ name, table, person, when }) => [
      `CREATE FUNCTION ${name}_filed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         ${keep(person)} ON CONFLICT DO NOTHING;
         RETURN NULL;
       END $$`,
      `CREATE TRIGGER ${name}_filed AFTER ${when} ON ${table} FOR EACH ROW
       ${isNew(person, when)} EXECUTE FUNCTION ${name}_filed()`,
    ]),
    ...each(reviewers, ({ name, table, person, when }) => [
      `CREATE FUNCTION ${name}_never_filed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF ${filed(table, person, when)} THEN RAISE EXCEPTION 'returns_reviewer_is_independent'; END IF;
         RETURN NEW;
       END $$`,
      `CREATE TRIGGER ${name}_never_filed BEFORE ${when} ON ${table}
       FOR EACH ROW EXECUTE FUNCTION ${name}_never_filed()`,
    ]),
  ],
}
