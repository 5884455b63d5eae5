/** The code-level counts that the Department for Education publishes, and registers rebuilt from them. */
import { readFileSync } from 'node:fs'
import { dayOf, type Marks, type Register } from '@inclusion/client/register/register'
import { attendanceCodes, type AttendanceCode } from '@inclusion/shared/attendance/codes'

/** What a register holds at most. */
export const mostMarks = 250_000

/** The column of each code that was collected: those of possible sessions. F has none; it was in force until 2014. */
const columns: Partial<Record<AttendanceCode, string>> = {
  '/': 'reason_present_am',
  '\\': 'reason_present_pm',
  L: 'reason_l_present_late_before_registers_closed',
  I: 'reason_i_authorised_illness',
  M: 'reason_m_authorised_medical_dental',
  R: 'reason_r_authorised_religious_observance',
  S: 'reason_s_authorised_study_leave',
  T: 'reason_t_authorised_mobile_child',
  H: 'reason_h_authorised_holiday',
  E: 'reason_e_authorised_excluded',
  C: 'reason_c_authorised_other',
  C1: 'reason_c1_authorised_regulated_performance',
  J1: 'reason_j1_authorised_interview',
  C2: 'reason_c2_authorised_temp_reduced_timetable',
  B: 'reason_b_aea_education_off_site',
  J: 'reason_j_aea_interview',
  P: 'reason_p_aea_approved_sporting_activity',
  V: 'reason_v_aea_educational_visit_trip',
  W: 'reason_w_aea_work_experience',
  K: 'reason_k_aea_education_arranged_by_la',
  G: 'reason_g_unauthorised_holiday',
  U: 'reason_u_unauthorised_late_after_registers_closed',
  O: 'reason_o_other_unauthorised',
  N: 'reason_n_no_reason_yet',
}

export type Codes = Partial<Record<AttendanceCode, number>>

/** One authority, region or England, in one phase of education. */
export type PublishedRow = {
  name: string
  region: string
  /** Empty of a region or of England. */
  authority: string
  codes: Codes
  possible: number
  attended: number
  present: number
  approvedActivity: number
  absence: number
  authorised: number
  unauthorised: number
  /** L and U together. */
  late: number
  /** In percent, as published. */
  rates: { attendance: number; absence: number; authorised: number; unauthorised: number }
}

/** Every row of the file whose figures are published. */
export function publishedRows(): PublishedRow[] {
  const file = new URL('./data/dfe-attendance-ytd-2025-26.csv', import.meta.url)
  const [head, ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  const names = head!.split(',')
  return lines.map((line) => {
    // A comma inside quotes is part of a name ("Bristol, City of").
    const cells = line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    const of = (name: string): string => cells[names.indexOf(name)]!
    const number = (name: string): number => Number(of(name))
    return {
      name: `${of('la_name') || of('region_name') || 'England'}, ${of('education_phase')}`,
      region: of('region_name'),
      authority: of('la_name'),
      codes: Object.fromEntries(Object.entries(columns).map(([code, name]) => [code, number(name)])),
      possible: number('possible_sessions'),
      attended: number('overall_attendance'),
      present: number('present_sessions'),
      approvedActivity: number('approved_educational_activity'),
      absence: number('overall_absence'),
      authorised: number('authorised_absence'),
      unauthorised: number('unauthorised_absence'),
      late: number('late_sessions'),
      rates: {
        attendance: number('attendance_perc'),
        absence: number('overall_absence_perc'),
        authorised: number('authorised_absence_perc'),
        unauthorised: number('unauthorised_absence_perc'),
      },
    }
  })
}

const pupils = 500
const firstDay = dayOf('2025-09-01')

/** Places for 250,000 marks, each of another pupil, day or half of a day: filled in anew for each register. */
function newMarks(): Marks {
  return {
    length: 0,
    pupil: Uint32Array.from({ length: mostMarks }, (_, at) => at % pupils),
    day: Int32Array.from({ length: mostMarks }, (_, at) => firstDay + Math.floor(at / pupils / 2)),
    session: Uint8Array.from({ length: mostMarks }, (_, at) => Math.floor(at / pupils) % 2),
    mark: new Uint16Array(mostMarks),
    sheet: new Uint16Array(mostMarks),
    row: new Uint32Array(mostMarks),
  }
}

const marks = newMarks()

/** A register with so many marks of each code, 250,000 at most. It is overwritten by the next. */
export function registerWith(codes: Codes): Register {
  let length = 0
  for (const [number, code] of attendanceCodes.entries()) {
    const end = length + (codes[code] ?? 0)
    if (end > mostMarks) throw new RangeError(`More than ${mostMarks} marks`)
    marks.mark.fill(number, length, end)
    length = end
  }
  return {
    sheets: [{ file: 'rebuilt.csv', name: null }],
    identifierColumns: ['Pupil'],
    pupils: Array.from({ length: pupils }, (_, index) => ({ identifiers: [`P${index}`] })),
    vocabulary: attendanceCodes,
    marks: { ...marks, length },
    blanks: 0,
    leftOut: [],
  }
}
