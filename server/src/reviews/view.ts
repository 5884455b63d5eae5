/** What is seen of a return's review: decisions on its figures, what stands in the way, hand-overs, reopening. */
import type { Db } from '@inclusion/db/open'
import {
  figuresInTheWay,
  isAcceptance,
  type Doubt,
  type FigureDecision,
} from '@inclusion/shared/figure-decisions'
import { settingOf, type Locator } from '@inclusion/shared/locators'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import { namesOf, type ReturnHead } from '../returns/store.ts'
import type { StoredVersion } from '../returns/versions.ts'
import { findDecisions, lastDecisions, underReview, type DecisionRow } from './figure-decisions.ts'
import type { QueryView } from './queries.ts'
import { endedVersions, findHandOvers, findLastRequest, standingVersion } from './store.ts'

export type DecisionView = {
  version: number
  /** Which of the decisions on the figure in this version it is, from 1: what another decision replaces. */
  number: number
  locator: Locator
  decision: FigureDecision
  /** Why it was accepted, or what should change; of a question the thread has the words. */
  note: string | null
  by: string
  at: string
}

/** A wish to have an accepted return opened again, and what came of it. */
export type ReopeningView = {
  version: number
  reason: string
  locators: Locator[]
  asked: { by: string; at: string }
  outcome: 'reopened' | 'declined' | null
  answer: string | null
  answered: { by: string; at: string } | null
}

export type HandOverView = {
  from: string
  /** Null where it went back to the queue. */
  to: string | null
  reason: string | null
  by: string | null
  at: string
}

export type ReviewPart = {
  /**
   * What holds of each figure of each version. The borough sees those of a version once RMEL has decided on it as a
   * whole: until then an evaluator may think again.
   */
  decisions: DecisionView[]
  /** What stands in the way of accepting the version under review; for those who decide on it. */
  inTheWay: { locator: Locator; doubt: Doubt }[]
  /** The last wish to have it opened again. */
  reopening: ReopeningView | null
  /** The version whose accepted figures stand while the return is open again; null where it is not. */
  standing: number | null
  /** For those who review. */
  handOvers: HandOverView[]
  /** The releases in which its accepted figures stand: none while nothing is published. */
  releases: { title: string; url: string }[]
}

type Given = { head: ReturnHead; actor: Actor; versions: readonly StoredVersion[]; queries: QueryView[] }

export async function viewReviewOf(db: Db, { head, actor, versions, queries }: Given): Promise<ReviewPart> {
  const reviewer = allowedOn(actor, 'return.hand-over', head)
  const rows = versions.length === 0 ? [] : await findDecisions(db, head.id)
  const ended = rows.length === 0 ? [] : await endedVersions(db, head.id)
  const seen = lastDecisions(rows).filter(
    ({ version, decision }) => decision !== 'undecided' && (reviewer || ended.includes(version)),
  )
  const request = versions.length === 0 ? undefined : await findLastRequest(db, head.id)
  const handOvers = reviewer && versions.length > 0 ? await findHandOvers(db, head.id) : []
  const names = await namesOf(db, [
    ...seen.map(({ decidedBy }) => decidedBy),
    ...handOvers.flatMap(({ fromPerson, toPerson, handedBy }) => [fromPerson, toPerson, handedBy]),
    ...(request ? [request.askedBy, request.answeredBy] : []),
  ])
  const name = (id: string | null) => (id === null ? null : (names[id] ?? ''))
  const decides = reviewer && head.status === 'submitted'
  return {
    decisions: seen.map((row) => decisionView(row, names)),
    inTheWay: decides ? figuresInTheWay(underReview({ versions, ended, rows, queries })) : [],
    reopening: request ? reopeningView(request, names) : null,
    standing: versions.length === 0 ? null : await standingVersion(db, head),
    releases: [],
    handOvers: handOvers.map(({ fromPerson, toPerson, reason, handedBy, handedAt }) => ({
      from: name(fromPerson) ?? '',
      to: name(toPerson),
      reason,
      by: name(handedBy),
      at: handedAt,
    })),
  }
}

/** What was accepted of a setting's figures in the version that was filed last, once RMEL has decided on it. */
export async function acceptancesOf(
  db: Db,
  { id, status }: Pick<ReturnHead, 'id' | 'status'>,
  urn: string,
): Promise<DecisionView[]> {
  if (status === 'submitted') return []
  const latest = Math.max(0, ...(await endedVersions(db, id)))
  const rows = latest === 0 ? [] : await findDecisions(db, id)
  const own = lastDecisions(rows).filter(
    ({ version, decision, locator }) =>
      version === latest && isAcceptance(decision) && settingOf(locator) === urn,
  )
  const names = await namesOf(
    db,
    own.map(({ decidedBy }) => decidedBy),
  )
  return own.map((row) => decisionView(row, names))
}

const decisionView = (
  { version, number, locator, decision, note, decidedBy, decidedAt }: DecisionRow,
  names: Record<string, string>,
): DecisionView => ({ version, number, locator, decision, note, by: names[decidedBy] ?? '', at: decidedAt })

function reopeningView(
  request: NonNullable<Awaited<ReturnType<typeof findLastRequest>>>,
  names: Record<string, string>,
): ReopeningView {
  const { version, reason, locators, askedBy, askedAt, outcome, answer, answeredBy, answeredAt } = request
  const answered =
    answeredBy !== null && answeredAt !== null ? { by: names[answeredBy] ?? '', at: answeredAt } : null
  return {
    version,
    reason,
    locators: JSON.parse(locators) as Locator[],
    asked: {
      by: names[askedBy] ?? '',
      at: askedAt,
    },
    outcome,
    answer,
    answered,
  }
}
