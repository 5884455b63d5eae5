/**
 * How a setting's counts came in, where they were not counted from a register, and whether the borough gave them in
 * the setting's place: as it is kept of every other figure. Frozen: never edited once released.
 */
export const sql = `
ALTER TABLE attendance_counts ADD COLUMN provenance TEXT NOT NULL DEFAULT 'typed'
  CHECK (provenance IN ('typed', 'pasted', 'file', 'api'));
ALTER TABLE attendance_counts ADD COLUMN onBehalf INTEGER NOT NULL DEFAULT 0 CHECK (onBehalf IN (0, 1));
ALTER TABLE attendance_pupils ADD COLUMN provenance TEXT NOT NULL DEFAULT 'typed'
  CHECK (provenance IN ('typed', 'pasted', 'file', 'api'));
ALTER TABLE attendance_pupils ADD COLUMN onBehalf INTEGER NOT NULL DEFAULT 0 CHECK (onBehalf IN (0, 1));
UPDATE attendance_counts SET onBehalf = 1 WHERE EXISTS (SELECT 1 FROM setting_reports s
  WHERE s.returnId = attendance_counts.returnId AND s.urn = attendance_counts.urn AND s.onBehalf = 1);
UPDATE attendance_pupils SET onBehalf = 1 WHERE EXISTS (SELECT 1 FROM setting_reports s
  WHERE s.returnId = attendance_pupils.returnId AND s.urn = attendance_pupils.urn AND s.onBehalf = 1);
`
