/** What a return may be held against when it is reviewed: last quarter, the version accepted or reviewed last. */
import type { Db } from '@inclusion/db/open'
import { isAnswered, type Figures } from '@inclusion/shared/figures'
import { saidToBeBackdated } from '@inclusion/shared/movements/backdated'
import { readLocator } from '@inclusion/shared/locators'
import type { Filing } from '@inclusion/shared/movements/filing'
import { lastFiling, thisFiling, withParts, type Before } from '@inclusion/shared/movements/since-last'
import { underSuccessor, underSuccessors } from '@inclusion/shared/settings/one-history'
import { today, type Context } from '../context.ts'
import { findParts } from './find-parts.ts'
import { judge } from './judge.ts'
import { asExplained, findLastFiled, namedSettings, rulesOf } from './last-filed.ts'
import { checkInputOf, loadReturn, type LoadedReturn } from './load.ts'
import { namesOf } from './store.ts'
import { findVersions, type StoredVersion } from './versions.ts'

export type Comparisons = {
  /** What stands in the return: what was filed while RMEL has it, else what is being filled in. */
  shown: Filing
  lastPeriod: Filing | null
  accepted: ComparedVersion | null
  reviewed: ComparedVersion | null
}

/** An earlier version of the same return, with the review that says which one it is. */
export type ComparedVersion = {
  version: number
  filing: Filing
  by: string
  at: string
  outcome: 'accepted' | 'changes-requested'
}

/** The caller has judged that the actor may see the return. */
export async function viewComparisons(context: Context, returnId: string): Promise<Comparisons> {
  const { db } = context
  const loaded = await loadReturn(db, returnId, today(context))
  const versions = await findVersions(db, returnId)
  const isFiled = ['submitted', 'accepted'].includes(loaded.head.status)
  const filed = isFiled ? versions.at(-1) : undefined
  const reviews = await findFinished(db, returnId, filed?.version ?? Infinity)
  const lastFiled = await findLastFiled(db, loaded)
  const known = { parts: lastFiled?.parts ?? (await findParts(db, loaded)) }
  const compare = async (review: Finished | undefined) => {
    const version = review && versions.find((each) => each.version === review.version)
    return version ? comparedVersion(db, { loaded, known, version, review }) : null
  }
  return {
    shown: filed
      ? await filingOf(db, { loaded, known, version: filed }, 'now')
      : await beingFilled(context, { loaded, known, last: versions.at(-1) }),
    lastPeriod: lastFiling(checkInputOf(loaded), lastFiled),
    accepted: await compare(reviews.findLast(({ outcome }) => outcome === 'accepted')),
    reviewed: await compare(reviews.at(-1)),
  }
}

type Known = Pick<Before, 'parts'>

type OfVersion = { loaded: LoadedReturn; known: Known; version: StoredVersion }
type BeingFilled = Omit<OfVersion, 'version'> & { last: StoredVersion | undefined }

/** What stands in a return that is open, with its notes and evidence. */
async function beingFilled(context: Context, { loaded, known, last }: BeingFilled): Promise<Filing> {
  const input = checkInputOf(loaded)
  const filing = thisFiling(input, judge(context, loaded, input), known)
  const figures = { ...saying(loaded.figures), ...(await asFiled(context.db, { loaded, known, last })) }
  return { ...filing, when: 'now', figures }
}

/**
 * The figures of settings that RMEL's request made sign off again, and what is worked out of them: until they do,
 * what was filed stands, and nobody has changed it.
 */
async function asFiled(db: Db, { loaded, known, last }: BeingFilled): Promise<Figures> {
  const { head, reports, asked } = loaded
  const waiting = new Set(
    reports.flatMap(({ urn, status, missingReason }) =>
      status === 'signed-off' || missingReason !== null ? [] : [urn],
    ),
  )
  if (head.status !== 'changes-requested' || waiting.size === 0 || last === undefined) return {}
  const { figures } = await filingOf(db, { loaded, known, version: last }, 'now')
  const worked = new Set(
    asked.flatMap(({ indicator, collectedFrom }) => (collectedFrom === 'derived' ? [indicator] : [])),
  )
  return Object.fromEntries(
    Object.entries(figures).filter(([locator]) => {
      const place = readLocator(locator)
      return waiting.has(place.urn ?? '') || (place.kind === 'figure' && worked.has(place.indicator))
    }),
  )
}

/** A version as a side of a comparison, under the settings that stand in the return now. */
async function filingOf(db: Db, { loaded, known, version }: OfVersion, when: string): Promise<Filing> {
  const { head, formerly, reports } = loaded
  const { figures, definitions, settings, explanations } = version.content
  const nowOf = (urn: string) => formerly.find((each) => each.urn === urn)?.nowUrn ?? urn
  const urns = [...new Set(settings.map(({ urn }) => nowOf(urn)))]
  const named = await namedSettings(db, urns, new Map(reports.map(({ urn, name }) => [urn, name])))
  return {
    periodId: head.periodId,
    when,
    figures:
      formerly.length === 0 ? saying(figures) : underSuccessors(saying(figures), nowOf, rulesOf(loaded)),
    definitions,
    settings: named.map((setting) => withParts(setting, known)),
    corrected: null,
    backdated: saidToBeBackdated(explanations.map(asExplained)).map((each) => underSuccessor(each, nowOf)),
  }
}

/** Figures that say anything, or have something beside them: as a version keeps them. */
const saying = (figures: Figures): Figures =>
  Object.fromEntries(
    Object.entries(figures).filter(
      ([, figure]) => isAnswered(figure) || figure.note !== null || figure.evidence !== null,
    ),
  )

async function comparedVersion(
  db: Db,
  { review, ...of }: OfVersion & { review: Finished },
): Promise<ComparedVersion> {
  const { version, evaluator, endedAt, outcome } = review
  const names = await namesOf(db, [evaluator])
  const filing = await filingOf(db, of, `in version ${version}`)
  return { version, filing, by: names[evaluator] ?? '', at: endedAt, outcome }
}

type Finished = {
  version: number
  evaluator: string
  endedAt: string
  outcome: 'accepted' | 'changes-requested'
}

/** The finished reviews of versions before the one shown, in the order in which they ended. */
async function findFinished(db: Db, returnId: string, before: number): Promise<Finished[]> {
  const rows = await db
    .selectFrom('reviews')
    .select(['version', 'evaluator', 'endedAt', 'outcome'])
    .where('returnId', '=', returnId)
    .where('endedAt', 'is not', null)
    .orderBy('version')
    .orderBy('endedAt')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ outcome, endedAt, ...row }) =>
    row.version < before && endedAt !== null && (outcome === 'accepted' || outcome === 'changes-requested')
      ? [{ ...row, outcome, endedAt }]
      : [],
  )
}
