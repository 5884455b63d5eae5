/** Explanations as people read them: who gave one, when and for how long; and those of earlier periods to offer again. */
import type { Db, Trx } from '@inclusion/db/open'
import { comparePeriods, periodLabel, previousPeriod } from '@inclusion/shared/periods'
import type { Finding } from '@inclusion/shared/standards/finding'
import { namesOf, type ReturnHead } from './store.ts'

/** An explanation on record for this return. It is in force where a finding carries it; else it has lapsed. */
export type GivenExplanation = {
  check: string
  locator: string
  reason: string
  text: string
  by: string
  at: string
  /** The last period it was said to hold for, with its name; null for this one alone. */
  holdsUntil: { id: string; label: string } | null
}

/** Every explanation of a return, first to last. */
export async function findGiven(db: Db | Trx, returnId: string): Promise<GivenExplanation[]> {
  const rows = await db
    .selectFrom('explanations')
    .selectAll()
    .where('returnId', '=', returnId)
    .orderBy('explainedAt')
    .orderBy('id')
    .execute()
  const names = await namesOf(
    db,
    rows.map(({ explainedBy }) => explainedBy),
  )
  return rows.map(({ checkCode, locator, reason, text, explainedBy, explainedAt, holdsUntil }) => ({
    check: checkCode,
    locator,
    reason,
    text,
    by: names[explainedBy] ?? '',
    at: explainedAt,
    holdsUntil: holdsUntil === null ? null : { id: holdsUntil, label: periodLabel(holdsUntil) },
  }))
}

/** What explained the same check at the same place before: for a person to read, change and give again. */
export type OfferedExplanation = {
  check: string
  locator: string
  reason: string
  text: string
  /** The period it was given in. */
  periodLabel: string
  holdsUntil: { id: string; label: string } | null
  /** Whether it was said to hold for this period too. */
  stillHolds: boolean
}

/**
 * The grant's explanations of the period before, and of earlier ones where they were said to hold until now:
 * at each place the latest. Only what the return was filed with; one that lapsed there explained nothing.
 */
export async function findOffered(
  db: Db | Trx,
  { grantId, periodId }: Pick<ReturnHead, 'grantId' | 'periodId'>,
): Promise<OfferedExplanation[]> {
  const rows = await db
    .selectFrom('explanations')
    .innerJoin('returns', 'returns.id', 'explanations.returnId')
    .select(['returnId', 'periodId', 'checkCode', 'locator', 'reason', 'text', 'holdsUntil'])
    .where('grantId', '=', grantId)
    .execute()
  const holds = (until: string | null) => until !== null && comparePeriods(until, periodId) >= 0
  const earlier = rows
    .filter((row) => comparePeriods(row.periodId, periodId) < 0)
    .filter((row) => row.periodId === previousPeriod(periodId) || holds(row.holdsUntil))
    .toSorted((left, right) => comparePeriods(left.periodId, right.periodId))
  const isFiled = await filedIn(db, [...new Set(earlier.map(({ returnId }) => returnId))])
  const latest = new Map(
    earlier.filter(isFiled).map((row) => [`${row.checkCode} ${row.locator}`, row] as const),
  )
  return [...latest.values()].map(({ checkCode, locator, reason, text, holdsUntil, periodId: of }) => ({
    check: checkCode,
    locator,
    reason,
    text,
    periodLabel: periodLabel(of),
    holdsUntil: holdsUntil === null ? null : { id: holdsUntil, label: periodLabel(holdsUntil) },
    stillHolds: holds(holdsUntil),
  }))
}

type Row = { returnId: string; checkCode: string; locator: string; text: string }

/** Whether the latest version of its return carries an explanation; all are taken of one not filed yet. */
async function filedIn(db: Db | Trx, returnIds: readonly string[]): Promise<(row: Row) => boolean> {
  if (returnIds.length === 0) return () => true
  const versions = await db
    .selectFrom('return_versions')
    .select(['returnId', 'findings'])
    .where('returnId', 'in', returnIds)
    .orderBy('number')
    .execute()
  const filed = new Map(versions.map(({ returnId, findings }) => [returnId, explainedIn(findings)]))
  return ({ returnId, checkCode, locator, text }) =>
    filed.get(returnId)?.has(`${checkCode} ${locator} ${text}`) ?? true
}

const explainedIn = (findings: string): ReadonlySet<string> =>
  new Set(
    (JSON.parse(findings) as Finding[]).flatMap(({ check, locator, explanation }) =>
      explanation ? [`${check} ${locator ?? ''} ${explanation.text}`] : [],
    ),
  )
