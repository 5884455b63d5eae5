/**
 * The attendance codes and their statistical classes: School Attendance (Pupil Registration) (England)
 * Regulations 2024, regulation 10, and DfE's "Working together to improve school attendance" (August 2024);
 * with the codes of before that registers still hold (domain facts 2.2).
 */
import * as z from 'zod'

/** What a session with a code counts as. Possible sessions are those of the first four classes. */
export const attendanceClasses = {
  present: 'Present',
  'approved-activity': 'Approved educational activity',
  authorised: 'Authorised absence',
  unauthorised: 'Unauthorised absence',
  'not-possible': 'Not a possible attendance',
  'not-collected': 'Administrative, not collected',
} as const
export type AttendanceClass = keyof typeof attendanceClasses

export const attendanceCodes = [
  '/',
  '\\',
  'L',
  'K',
  'V',
  'P',
  'W',
  'B',
  'J',
  'C',
  'C1',
  'C2',
  'J1',
  'M',
  'S',
  'T',
  'R',
  'I',
  'E',
  'H',
  'F',
  'G',
  'N',
  'O',
  'U',
  'D',
  'X',
  'Q',
  'Y',
  'Y1',
  'Y2',
  'Y3',
  'Y4',
  'Y5',
  'Y6',
  'Y7',
  'Z',
  '#',
] as const
export const AttendanceCode = z.enum(attendanceCodes)
export type AttendanceCode = (typeof attendanceCodes)[number]

type Meaning = {
  meaning: string
  class: AttendanceClass
  /** No longer in force: it still stands in older registers. */
  legacy?: true
}

export const codeMeanings: Record<AttendanceCode, Meaning> = {
  '/': { meaning: 'Present, morning', class: 'present' },
  '\\': { meaning: 'Present, afternoon', class: 'present' },
  L: { meaning: 'Late, before the register closed', class: 'present' },
  K: { meaning: 'Education provision arranged by the local authority', class: 'approved-activity' },
  V: { meaning: 'Educational visit or trip', class: 'approved-activity' },
  P: { meaning: 'Sporting activity', class: 'approved-activity' },
  W: { meaning: 'Work experience', class: 'approved-activity' },
  B: { meaning: 'Any other approved educational activity', class: 'approved-activity' },
  J: { meaning: 'Interview (until August 2024)', class: 'approved-activity', legacy: true },
  C: { meaning: 'Leave of absence, exceptional circumstances', class: 'authorised' },
  C1: { meaning: 'Regulated performance or employment abroad', class: 'authorised' },
  C2: { meaning: 'Part-time timetable', class: 'authorised' },
  J1: { meaning: 'Job or education interview', class: 'authorised' },
  M: { meaning: 'Medical or dental appointment', class: 'authorised' },
  S: { meaning: 'Study leave', class: 'authorised' },
  T: { meaning: 'Parent travelling for work', class: 'authorised' },
  R: { meaning: 'Religious observance', class: 'authorised' },
  I: { meaning: 'Illness', class: 'authorised' },
  E: { meaning: 'Suspended or permanently excluded, no provision made', class: 'authorised' },
  H: { meaning: 'Authorised holiday (until 2024)', class: 'authorised', legacy: true },
  F: { meaning: 'Extended family holiday (until 2014)', class: 'authorised', legacy: true },
  G: { meaning: 'Holiday not granted', class: 'unauthorised' },
  N: { meaning: 'Reason not yet established', class: 'unauthorised' },
  O: { meaning: 'Other or unknown circumstances', class: 'unauthorised' },
  U: { meaning: 'Arrived after registration closed', class: 'unauthorised' },
  D: { meaning: 'Dual registered, due at the other school', class: 'not-possible' },
  X: { meaning: 'Not of compulsory school age, not required to attend', class: 'not-possible' },
  Q: { meaning: 'Unable to attend: lack of access arrangements', class: 'not-possible' },
  Y: { meaning: 'Unable to attend (until August 2024)', class: 'not-possible', legacy: true },
  Y1: { meaning: 'Transport normally provided not available', class: 'not-possible' },
  Y2: { meaning: 'Widespread travel disruption', class: 'not-possible' },
  Y3: { meaning: 'Part of the premises closed', class: 'not-possible' },
  Y4: { meaning: 'Whole site unexpectedly closed', class: 'not-possible' },
  Y5: { meaning: 'Criminal justice detention', class: 'not-possible' },
  Y6: { meaning: 'Public health guidance or law', class: 'not-possible' },
  Y7: { meaning: 'Other unavoidable cause', class: 'not-possible' },
  Z: { meaning: 'Prospective pupil, not on roll', class: 'not-collected' },
  '#': { meaning: 'Planned whole-school closure', class: 'not-collected' },
}
