/** Official figures to stand beside ours, with their own period and source: never mixed into ours. */
import type { Db, Trx } from '@inclusion/db/open'
import type { ComparatorSummary } from '@inclusion/shared/standards/peers'

export type Comparator = {
  area: string
  label: string
  level: 'authority' | 'subregion' | 'region' | 'country'
  academicYear: string
  timeIdentifier: string
  possible: number
  absence: number
  enrolments: number
  persistent: number
  severe: number | null
  source: string
}

const areaNames: Record<string, string> = {
  E13000001: 'Inner London',
  E13000002: 'Outer London',
  E12000007: 'London',
  E92000001: 'England',
}
const subregionCodes = { Inner: 'E13000001', Outer: 'E13000002' }

type Place = { programme: string; gssCode?: string; authorityName?: string; subregion?: 'Inner' | 'Outer' }

/** The latest year of a programme's comparator for an authority, its part of London, London and England. */
export async function findComparators(db: Db, place: Place): Promise<Comparator[]> {
  const programme = await db
    .selectFrom('programmes')
    .select('comparator')
    .where('code', '=', place.programme)
    .executeTakeFirst()
  if (!programme?.comparator) return []
  const areas = [
    ...(place.gssCode ? [place.gssCode] : []),
    ...(place.subregion ? [subregionCodes[place.subregion]] : ['E13000001', 'E13000002']),
    'E12000007',
    'E92000001',
  ]
  const rows = await db
    .selectFrom('comparators')
    .selectAll()
    .where('series', '=', programme.comparator)
    .where('area', 'in', areas)
    .orderBy('academicYear', 'desc')
    .execute()
  const latest = areas.flatMap((area) => rows.find((row) => row.area === area) ?? [])
  return latest.map(({ area, areaLevel, series: _, vintage: __, ...row }) => ({
    ...row,
    area,
    level: areaLevel,
    label: areaNames[area] ?? place.authorityName ?? area,
  }))
}

/** What the checks see of a programme's comparator (5.5), or null where it has none. */
export async function comparatorSummaryOf(
  _db: Db | Trx,
  _programme: string,
): Promise<ComparatorSummary | null> {
  return null
}
