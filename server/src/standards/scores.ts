/** Standards scores: of one return as it stands and as it was filed, and by borough over time. */
import type { Db } from '@inclusion/db/open'
import type { Tier } from '@inclusion/shared/framework/tiers'
import { comparePeriods, periodLabel, type PeriodId } from '@inclusion/shared/periods'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import type { Standard } from '@inclusion/shared/standards/check'
import type { Finding } from '@inclusion/shared/standards/finding'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { scoreOf, type ClauseState, type StandardsScore } from '@inclusion/shared/standards/score'
import { Problem } from '@inclusion/shared/problems'
import { today, type Context } from '../context.ts'
import { findStandard } from './find-standard.ts'
import { checkInputOf, loadReturn } from '../returns/load.ts'
import { listReturns, type ReturnHead } from '../returns/store.ts'

export type FiledScore = { version: number; edition: string; score: StandardsScore }

export type ReturnScore = {
  tier: Tier
  /** While the borough or its certifier has it: as the figures stand now. Null once it is filed. */
  live: { edition: string; score: StandardsScore } | null
  /** The latest version's: its own findings, under its own edition. Null before the first. */
  filed: FiledScore | null
}

/** The score of a return that the caller may see. */
export async function viewReturnScore(context: Context, head: ReturnHead): Promise<ReturnScore> {
  const { db } = context
  const isFiled = head.status === 'submitted' || head.status === 'accepted'
  const [version] = await findLatestVersions(db, { returnId: head.id })
  return {
    tier: head.tier,
    live: isFiled ? null : await liveScore(context, head),
    filed: version ? filedScore(await findStandard(db, version.standardId), version) : null,
  }
}

async function liveScore(context: Context, { id }: ReturnHead): Promise<ReturnScore['live']> {
  const loaded = await loadReturn(context.db, id, today(context))
  const findings = runChecks(loaded.standard, checkInputOf(loaded))
  const score = scoreOf(loaded.standard, loaded.head.tier, findings, 'live')
  return { edition: loaded.standard.name, score }
}

type LatestVersion = Awaited<ReturnType<typeof findLatestVersions>>[number]

function filedScore(standard: Standard, { number, findings, tier }: LatestVersion): FiledScore {
  const score = scoreOf(standard, tier, JSON.parse(findings) as Finding[])
  return { version: number, edition: standard.name, score }
}

/** Each edition that versions were filed under, read once. */
async function findEditions(db: Db, versions: readonly LatestVersion[]): Promise<Map<string, Standard>> {
  const editions = new Map<string, Standard>()
  for (const { standardId } of versions) {
    if (!editions.has(standardId)) editions.set(standardId, await findStandard(db, standardId))
  }
  return editions
}

export type ScoreCell = {
  returnId: string
  periodId: PeriodId
  tier: Tier
  edition: string
  asked: number
  met: number
  /** Of those met: with an explanation, and by a waiver. */
  explained: number
  waived: number
  /** By the number of the clause. */
  states: Record<string, ClauseState>
}

export type ScoresView = {
  /** Those the reader may see, to choose from. */
  programmes: { code: string; name: string }[]
  programme: { code: string; name: string }
  /** Earliest first. */
  periods: { id: PeriodId; label: string }[]
  /** Of every edition that a return here was filed under. */
  clauses: Standard['clauses']
  /** In the order of their names: this is no league table. `scores` of what was filed; `unfiled` the rest. */
  boroughs: {
    gssCode: string
    name: string
    scores: ScoreCell[]
    unfiled: { returnId: string; periodId: PeriodId }[]
  }[]
}

/**
 * What was filed last of each return that the actor may see, authority by authority. The first of their
 * programmes when none is named. Throws `not-found` for a programme of which they see nothing.
 */
export async function viewScores(context: Context, actor: Actor, wanted?: string): Promise<ScoresView> {
  const { db } = context
  const programmes = await findProgrammes(db, actor)
  const programme = programmes.find(({ code }) => code === wanted) ?? (wanted ? undefined : programmes[0])
  if (!programme) throw new Problem('not-found')
  const heads = (await listReturns(db, { programme: programme.code })).filter((head) =>
    allowedOn(actor, 'return.see', head),
  )
  const versions = await findLatestVersions(db, { programme: programme.code })
  const editions = await findEditions(db, versions)
  const filed = new Map(versions.map((version) => [version.returnId, version]))
  const clauses = new Map<string, Standard['clauses'][number]>()
  const cells = new Map<string, ScoreCell>()
  for (const { id } of heads) {
    const version = filed.get(id)
    if (!version) continue
    const { edition, score } = filedScore(editions.get(version.standardId)!, version)
    for (const { clause, name } of score.clauses) clauses.set(clause, { number: clause, name })
    cells.set(id, cellOf(version, { edition, score }))
  }
  const periods = [...new Set(heads.map(({ periodId }) => periodId))].toSorted(comparePeriods)
  return {
    programmes,
    programme,
    periods: periods.map((id) => ({ id, label: periodLabel(id) })),
    clauses: [...clauses.values()].toSorted((left, right) => Number(left.number) - Number(right.number)),
    boroughs: [...Map.groupBy(heads, ({ gssCode }) => gssCode).values()]
      .map((own) => boroughOf(own, cells))
      .toSorted((left, right) => left.name.localeCompare(right.name)),
  }
}

function boroughOf(own: readonly ReturnHead[], cells: ReadonlyMap<string, ScoreCell>) {
  const { gssCode, authorityName } = own[0]!
  return {
    gssCode,
    name: authorityName,
    scores: own.map(({ id }) => cells.get(id)).filter((cell) => cell !== undefined),
    unfiled: own.filter(({ id }) => !cells.has(id)).map(({ id, periodId }) => ({ returnId: id, periodId })),
  }
}

function cellOf(
  { returnId, periodId, tier }: LatestVersion,
  { edition, score }: Pick<FiledScore, 'edition' | 'score'>,
): ScoreCell {
  return {
    returnId,
    periodId,
    tier,
    edition,
    asked: score.asked,
    met: score.met,
    explained: score.states['met-with-explanation'],
    waived: score.states.waived,
    states: Object.fromEntries(score.clauses.map(({ clause, state }) => [clause, state])),
  }
}

/** The programmes of which the actor may see any return. */
async function findProgrammes(db: Db, actor: Actor): Promise<{ code: string; name: string }[]> {
  const grants = await db
    .selectFrom('grants')
    .innerJoin('programmes', 'programmes.code', 'grants.programme')
    .select(['programmes.code', 'programmes.name', 'grants.gssCode'])
    .orderBy('programmes.code')
    .execute()
  const seen = grants.filter(({ code, gssCode }) =>
    allowedOn(actor, 'return.see', { programme: code, gssCode }),
  )
  return [...new Map(seen.map(({ code, name }) => [code, { code, name }])).values()]
}

function findLatestVersions(db: Db, of: { returnId: string } | { programme: string }) {
  const versions = db
    .selectFrom('return_versions')
    .innerJoin('returns', 'returns.id', 'return_versions.returnId')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .select(['return_versions.returnId', 'number', 'findings', 'return_versions.standardId'])
    .select(['returns.periodId', 'returns.tier'])
    .where((where) =>
      where(
        'number',
        '=',
        where
          .selectFrom('return_versions as later')
          .select(({ fn }) => fn.max('later.number').as('latest'))
          .whereRef('later.returnId', '=', 'return_versions.returnId'),
      ),
    )
  return 'returnId' in of
    ? versions.where('return_versions.returnId', '=', of.returnId).execute()
    : versions.where('grants.programme', '=', of.programme).execute()
}
