/**
 * What the Department for Education publishes about absence in pupil referral units: London authorities,
 * Inner and Outer London, and England; London is Inner plus Outer, which the file does not give.
 */
import type { ComparatorRow } from '../tables/programmes.ts'
import { column, readCsv } from './csv.ts'
import { academicYearLabel } from './settings.ts'

export const pruAbsence = 'dfe-pru-absence'
export const london = 'E12000007'
export const innerLondon = 'E13000001'
export const outerLondon = 'E13000002'

const source =
  'Department for Education, Pupil absence in schools in England: pupil referral units, autumn and spring terms'
const vintage = 'Published figures to 2022/23'

const areas: Record<string, { code: string; level: ComparatorRow['areaLevel'] }> = {
  'Local authority': { code: 'new_la_code', level: 'authority' },
  Regional: { code: 'region_code', level: 'subregion' },
  National: { code: 'country_code', level: 'country' },
}

const published: ComparatorRow[] = readCsv('dfe-pru-absence-by-la.csv').map((row) => {
  const area = areas[column(row, 'geographic_level')]
  if (!area) throw new Error(`Not a level of area: ${column(row, 'geographic_level')}`)
  return {
    series: pruAbsence,
    area: column(row, area.code),
    areaLevel: area.level,
    academicYear: academicYearLabel(column(row, 'time_period')),
    timeIdentifier: column(row, 'time_identifier'),
    schools: count(row, 'num_schools'),
    enrolments: count(row, 'enrolments'),
    possible: count(row, 'sess_possible'),
    absence: count(row, 'sess_overall'),
    authorised: count(row, 'sess_authorised'),
    unauthorised: count(row, 'sess_unauthorised'),
    persistent: count(row, 'enrolments_pa_10_exact'),
    severe: countOrNull(row, 'enrolments_pa_50_exact'),
    source,
    vintage,
  }
})

function count(row: Record<string, string>, name: string): number {
  const value = column(row, name)
  if (!/^\d+$/.test(value)) throw new Error(`${name} is not a whole number: ${value}`)
  return Number(value)
}

/** Severe absence was first collected for 2016/17; `z` (not applicable) before. */
function countOrNull(row: Record<string, string>, name: string): number | null {
  return column(row, name) === 'z' ? null : count(row, name)
}

function rowsOf(area: string): ComparatorRow[] {
  return published.filter((row) => row.area === area)
}

function plus(inner: ComparatorRow, outer: ComparatorRow): ComparatorRow {
  return {
    ...inner,
    area: london,
    areaLevel: 'region',
    schools: inner.schools + outer.schools,
    enrolments: inner.enrolments + outer.enrolments,
    possible: inner.possible + outer.possible,
    absence: inner.absence + outer.absence,
    authorised: inner.authorised + outer.authorised,
    unauthorised: inner.unauthorised + outer.unauthorised,
    persistent: inner.persistent + outer.persistent,
    severe: inner.severe === null || outer.severe === null ? null : inner.severe + outer.severe,
    source: `${source}; London is Inner plus Outer London, added up here`,
  }
}

const wholeOfLondon: ComparatorRow[] = rowsOf(innerLondon).map((inner) => {
  const outer = rowsOf(outerLondon).find(({ academicYear }) => academicYear === inner.academicYear)
  if (!outer) throw new Error(`Outer London has no row for ${inner.academicYear}`)
  return plus(inner, outer)
})

export const comparators: ComparatorRow[] = [...published, ...wholeOfLondon]
