/** Decisions on figures as they are kept: each is a row of its own, and the last one holds. */
import type { Db, Trx } from '@inclusion/db/open'
import type { FigureDecisionRow } from '@inclusion/db/tables/reviews'
import type { FigureDecision, UnderReview } from '@inclusion/shared/figure-decisions'
import { wholeFigure, type Locator } from '@inclusion/shared/locators'
import type { StoredVersion } from '../returns/versions.ts'
import { findQueries, type QueryView } from './queries.ts'
import { endedVersions } from './store.ts'

export type DecisionRow = FigureDecisionRow

/** Every decision on a return's figures, the earlier before the later. */
export function findDecisions(db: Db | Trx, returnId: string): Promise<DecisionRow[]> {
  return db
    .selectFrom('figure_decisions')
    .selectAll()
    .where('returnId', '=', returnId)
    .orderBy('version')
    .orderBy('locator')
    .orderBy('number')
    .execute()
}

/** What holds of each figure of each version: its last decision. */
export const lastDecisions = (rows: readonly DecisionRow[]): DecisionRow[] => [
  ...new Map(rows.map((row) => [`${row.version} ${row.locator}`, row])).values(),
]

type Known = {
  versions: readonly Pick<StoredVersion, 'version' | 'findings'>[]
  /** Those on which RMEL has decided as a whole: one that was withdrawn before is none of them. */
  ended: readonly number[]
  rows: readonly DecisionRow[]
  queries: readonly Pick<QueryView, 'locator' | 'askedOf' | 'status'>[]
}

/** What is known of the latest version, as `figuresInTheWay` asks for it. */
export function underReview({ versions, ended, rows, queries }: Known): UnderReview {
  const latest = versions.at(-1)
  const last = lastDecisions(rows)
  const of = (version: number) => last.filter((row) => row.version === version)
  const number = latest?.version ?? 0
  return {
    findings: latest?.findings.filter(({ stage }) => stage === 'filing') ?? [],
    queries,
    decisions: Object.fromEntries(of(number).map(({ locator, decision }) => [locator, decision])),
    wereToChange: of(Math.max(0, ...ended.filter((version) => version < number)))
      .filter(({ decision }) => decision === 'request-change')
      .map(({ locator }) => locator),
  }
}

/** The same of what is stored: `versions` are those of the return. */
export async function findUnderReview(
  db: Db | Trx,
  returnId: string,
  versions: Known['versions'],
): Promise<UnderReview> {
  return underReview({
    versions,
    ended: await endedVersions(db, returnId),
    rows: await findDecisions(db, returnId),
    queries: await findQueries(db, returnId),
  })
}

/** The number of the decision that stands on a figure of a version; 0 where none does. */
export async function standingNumber(
  trx: Trx,
  { returnId, version, locator }: Pick<DecisionRow, 'returnId' | 'version' | 'locator'>,
): Promise<number> {
  const last = await trx
    .selectFrom('figure_decisions')
    .select(['number', 'decision'])
    .where('returnId', '=', returnId)
    .where('version', '=', version)
    .where('locator', '=', wholeFigure(locator))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last === undefined || last.decision === 'undecided' ? 0 : last.number
}

type Decided = Omit<DecisionRow, 'number' | 'decision'> & { decision: FigureDecision }

/** Adds a decision after those that there are on the figure. */
export async function addDecision(trx: Trx, decided: Decided): Promise<void> {
  const { latest } = await trx
    .selectFrom('figure_decisions')
    .select(({ fn }) => fn.max('number').as('latest'))
    .where('returnId', '=', decided.returnId)
    .where('version', '=', decided.version)
    .where('locator', '=', decided.locator)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('figure_decisions')
    .values({ ...decided, number: (latest ?? 0) + 1 })
    .execute()
}

/** The figures of a version that stand asked to be changed, each with the words for it. */
export const requestedChanges = (rows: readonly DecisionRow[], version: number): Map<Locator, string> =>
  new Map(
    lastDecisions(rows)
      .filter((row) => row.version === version && row.decision === 'request-change')
      .map(({ locator, note }) => [locator, note ?? '']),
  )
