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

/**
 * What the checks see of a programme's comparator (5.5), or null where it has none: its London authorities
 * in the latest year that is published for them. `spread` is the standard deviation of a single setting,
 * reckoned from how authorities differ: one with more settings differs less.
 */
export async function comparatorSummaryOf(
  db: Db | Trx,
  programme: string,
): Promise<ComparatorSummary | null> {
  // In two steps: a year looked up for each row took most of the time of loading a return.
  const published = await db
    .selectFrom('programmes')
    .innerJoin('comparators', 'comparators.series', 'programmes.comparator')
    .select(({ fn }) => ['series', fn.max('academicYear').as('academicYear')])
    .where('programmes.code', '=', programme)
    .where('areaLevel', '=', 'authority')
    .groupBy('series')
    .executeTakeFirst()
  if (!published) return null
  const rows = await db
    .selectFrom('comparators')
    .select(['academicYear', 'timeIdentifier', 'schools', 'possible', 'absence', 'source'])
    .where('series', '=', published.series)
    .where('academicYear', '=', published.academicYear)
    .where('areaLevel', '=', 'authority')
    .where('area', 'like', `${londonCodes}%`)
    .where('possible', '>', 0)
    .execute()
  const [row] = rows
  if (!row || rows.length < fewestAuthorities) return null
  const sumOf = (amount: (of: (typeof rows)[number]) => number) =>
    rows.reduce((sum, of) => sum + amount(of), 0)
  const centre = 1 - sumOf(({ absence }) => absence) / sumOf(({ possible }) => possible)
  const variance =
    sumOf(({ schools, possible, absence }) => schools * (1 - absence / possible - centre) ** 2) /
    (rows.length - 1)
  return {
    label: 'pupil referral units in London',
    when: `${termsOf(row.timeIdentifier)} ${row.academicYear.replace('-', '/')}`,
    source: row.source,
    places: sumOf(({ schools }) => schools),
    centre: rounded(centre),
    spread: rounded(Math.sqrt(variance)),
  }
}

const londonCodes = 'E09'
/** Fewer authorities would not say how settings differ. */
const fewestAuthorities = 5

/** "Autumn and spring term" as the terms it is: "autumn and spring terms". */
const termsOf = (timeIdentifier: string): string =>
  timeIdentifier.toLowerCase().replace(/ and (\w+) term$/, ' and $1 terms')

const rounded = (share: number): number => Math.round(share * 10_000) / 10_000
