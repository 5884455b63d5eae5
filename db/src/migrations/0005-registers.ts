/** Counts from registers, reminders to settings, questions of the borough, how a baseline is chosen. Frozen: never edited once released. */
export const sql = `
ALTER TABLE attendance_pupils ADD COLUMN source TEXT NOT NULL DEFAULT 'typed' CHECK (source IN ('register', 'typed'));
ALTER TABLE attendance_pupils ADD COLUMN windowKind TEXT CHECK (windowKind IN ('one-window', 'term-before-start'));

ALTER TABLE programmes ADD COLUMN baselineWindows TEXT NOT NULL DEFAULT 'one-window'
  CHECK (baselineWindows IN ('one-window', 'term-before-start'));
UPDATE programmes SET baselineWindows = 'term-before-start' WHERE code = 'APM';

ALTER TABLE setting_reports ADD COLUMN remindedBy TEXT REFERENCES people (id);
ALTER TABLE setting_reports ADD COLUMN remindedAt TEXT;

ALTER TABLE data_queries ADD COLUMN askedOf TEXT NOT NULL DEFAULT 'borough' CHECK (askedOf IN ('borough', 'setting'));
`
