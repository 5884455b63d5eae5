/**
 * London pupil referral units and AP academies, from DfE files of 2013/14 to 2017/18. The files give no
 * type, dates or successors, so these stay unknown.
 */
import type { Insertable } from 'kysely'
import type { SettingRow } from '../tables/places.ts'
import { column, readCsv } from './csv.ts'

/** Published in capitals; the published name stays in the file. */
const displayNames: Record<string, string> = {
  'CCFL KEY STAGE 3 PRU': 'CCfL Key Stage 3 PRU',
  'ENFIELD SECONDARY TUITION CENTRE': 'Enfield Secondary Tuition Centre',
}

const rows = readCsv('london-pru-ap.csv')

/** Academic year of the last DfE file that lists a setting, as `2017-18`, by URN. */
export const lastListed = new Map(
  rows.map((row) => [column(row, 'urn'), academicYearLabel(column(row, 'academic_year_in_source'))]),
)

export const settings: Insertable<SettingRow>[] = rows.map((row) => {
  const name = column(row, 'school_name')
  const urn = column(row, 'urn')
  return {
    urn,
    laestab: column(row, 'laestab'),
    name: displayNames[name] ?? name,
    type: null,
    gssCode: column(row, 'new_la_code'),
    openedOn: null,
    closedOn: null,
    successorUrn: null,
    source: `Department for Education, pupil referral units and AP academies, ${lastListed.get(urn)}`,
  }
})

/** DfE writes an academic year as six digits: `201718` is `2017-18`. */
export function academicYearLabel(sixDigits: string): string {
  return `${sixDigits.slice(0, 4)}-${sixDigits.slice(4)}`
}
