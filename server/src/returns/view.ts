/** What the client sees of returns: mapped from rows by named functions. */
import { wholeFigure, type Locator } from '@inclusion/shared/locators'
import { periodLabel } from '@inclusion/shared/periods'
import {
  can,
  holderOf,
  returnActions,
  whyNot,
  type Refusal,
  type ReturnAction,
} from '@inclusion/shared/returns'
import type { Actor } from '@inclusion/shared/roles'
import type { Standard } from '@inclusion/shared/standards/check'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import type { Finding } from '@inclusion/shared/standards/finding'
import { daysBetween, londonDate } from '@inclusion/shared/time'
import { extensionInForce, type ExtensionView } from '../collection/extension-view.ts'
import { today, type Context } from '../context.ts'
import { activeHeads } from '../people/holders.ts'
import { findQueries, type QueryView } from '../reviews/queries.ts'
import { viewReviewOf, type ReviewPart } from '../reviews/view.ts'
import { keepFailures } from './check-failures.ts'
import { extendedFrom } from './due.ts'
import { findGiven, findOffered, type GivenExplanation, type OfferedExplanation } from './explained.ts'
import type { Formerly } from '../settings/lineage.ts'
import { judge } from './judge.ts'
import { findLastFiled, type LastFiled } from './last-filed.ts'
import { checkInputOf, loadReturn, type LoadedReturn } from './load.ts'
import { findOpened } from './opened.ts'
import { findFilers, findProfile, namesOf, type Baseline, type ReturnHead } from './store.ts'
import { latestPosition } from './position.ts'
import { signingFindings } from './submit.ts'
import { onReturn, stateOf } from './transition.ts'
import { findVersions, type StoredVersion } from './versions.ts'

/** A return in a list: what it is, when it is due, who holds it and since when. */
export type ReturnLine = {
  id: string
  programme: { code: string; name: string }
  authority: { gssCode: string; name: string }
  period: { id: string; label: string }
  tier: ReturnHead['tier']
  status: ReturnHead['status']
  holder: string
  /** Days the holder has had it. */
  heldForDays: number
  dueOn: string
  /** The due day that an extension moved; null without one. */
  extendedFrom: string | null
  /** Days left; negative once late. Null once it was submitted, also when it is reopened. */
  daysLeft: number | null
  takenBy: string | null
  unlockedCount: number
  /** Whether the certifier gave it back, and it was not sent again since. */
  isSentBack: boolean
}

export function lineOf(head: ReturnHead, context: Context, names: Record<string, string> = {}): ReturnLine {
  const open = head.firstSubmittedAt === null && head.submittedAt === null && head.status !== 'accepted'
  const holder = holderOf(head.status)
  const held = holder === 'RMEL' && head.takenAt ? head.takenAt : head.statusSince
  return {
    id: head.id,
    programme: { code: head.programme, name: head.programmeName },
    authority: { gssCode: head.gssCode, name: head.authorityName },
    period: { id: head.periodId, label: periodLabel(head.periodId) },
    tier: head.tier,
    status: head.status,
    holder: holderName(head, names),
    heldForDays: daysBetween(londonDate(held), today(context)),
    dueOn: head.dueOn,
    extendedFrom: extendedFrom(head),
    daysLeft: open ? daysBetween(today(context), head.dueOn) : null,
    takenBy: head.takenBy,
    unlockedCount: new Set(unlockedOf(head).map(wholeFigure)).size,
    isSentBack: head.declineReason !== null,
  }
}

function holderName(head: ReturnHead, names: Record<string, string>): string {
  const holder = holderOf(head.status)
  if (holder === 'borough') return head.authorityName
  if (holder === 'certifier') return `${head.authorityName} certifier`
  // An open wish to have it opened again is RMEL's to answer.
  if (holder === 'nobody') return head.reopenRequest === null ? 'Nobody' : 'RMEL'
  return head.takenBy && names[head.takenBy] ? `RMEL: ${names[head.takenBy]}` : 'RMEL'
}

export const unlockedOf = ({ unlocked }: Pick<ReturnHead, 'unlocked'>): Locator[] =>
  JSON.parse(unlocked) as Locator[]

/** How a stored figure came to be: beside every figure. */
export type Mark = { revision: number; by: string; at: string; provenance: string; onBehalf: boolean }

export type ReportLine = {
  urn: string
  name: string
  /** What the setting was before: its past stands as this one's. */
  formerly: Formerly[]
  status: 'not-started' | 'in-progress' | 'signed-off'
  signedOffBy: string | null
  signedOffAt: string | null
  onBehalf: boolean
  missingReason: string | null
  missingText: string | null
  /** Whether a head can report for it; without one the borough lead enters its figures. */
  hasHead: boolean
  /** When its head was last reminded, and by whom. `today`: not again before tomorrow. */
  reminded: { by: string; at: string; today: boolean } | null
  /** When anything of it last changed. */
  changedAt: string | null
}

export type ReturnView = ReturnLine &
  ReviewPart & {
    /** Of the audit trail, before this was read: what came after is asked for from there. */
    position: number
    standard: Standard
    /** Why each action is refused to this person now; null where it may be done. */
    actions: Record<ReturnAction, Refusal | null>
    mayEdit: boolean
    /** The extension of its due day that counts now; null without one. */
    extension: ExtensionView | null
    unlocked: Locator[]
    declineReason: string | null
    reopenRequest: string | null
    sent: { by: string; at: string } | null
    submitted: { by: string; at: string } | null
    taken: { by: string; at: string } | null
    accepted: { by: string; at: string } | null
    checkInput: CheckInput
    findings: Finding[]
    /**
     * What the signing checks ask of this person, who may submit the return now; of a return that is filed, what
     * they said when it was signed. Else empty.
     */
    signingFindings: Finding[]
    /** Every explanation on record for this return: also those that have lapsed. */
    explanations: GivenExplanation[]
    /** Explanations of earlier periods: to be given again only by a person who reads them and saves. */
    offered: OfferedExplanation[]
    marks: Record<Locator, Mark>
    reports: ReportLine[]
    baselines: Baseline[]
    profile: Record<string, number>
    /** The accepted return before this one, whose figures begin the history; null where there is none. */
    lastFiled: LastFiled | null
    queries: QueryView[]
    versions: {
      version: number
      reference: string
      sha256: string
      submittedAt: string
      certifiedBy: string
    }[]
  }

/** The whole return, as the actor may see it. The caller has judged that they may. */
export async function viewReturn(context: Context, id: string, actor: Actor): Promise<ReturnView> {
  const { db } = context
  const position = await latestPosition(db)
  const loaded = await loadReturn(db, id, today(context))
  const { head } = loaded
  const versions = await findVersions(db, id)
  const names = await namesOf(db, [
    head.sentBy,
    head.submittedBy,
    head.takenBy,
    head.acceptedBy,
    ...versions.map(({ certifiedBy }) => certifiedBy),
    ...loaded.points.map(({ changedBy }) => changedBy),
    ...loaded.attendance.flatMap(({ marks }) => Object.values(marks).map(({ by }) => by)),
    ...loaded.reports.flatMap(({ signedOffBy, remindedBy }) => [signedOffBy, remindedBy]),
  ])
  const { checkInput, findings, signed } = asFiled(context, loaded, versions)
  await keepFailures(context, head, findings)
  const permissions = permissionsOf(head, actor, await findFilers(db, id))
  const queries = await findQueries(db, id)
  const maySubmit = permissions.actions.submit === null
  return {
    ...lineOf(head, context, names),
    ...permissions,
    ...milestonesOf(head, names),
    position,
    extension: await extensionInForce(db, head),
    unlocked: [...new Set([...unlockedOf(head), ...(await findOpened(db, head, () => findings))])],
    standard: loaded.standard,
    checkInput,
    findings,
    signingFindings: maySubmit ? await signingFindings(context, loaded, actor.personId) : signed,
    explanations: await findGiven(db, id),
    offered: permissions.mayEdit ? await findOffered(db, head) : [],
    marks: marksOf(loaded, names),
    reports: await reportLines(context, loaded, names),
    baselines: loaded.baselines,
    profile: await findProfile(db, head.grantId, head.periodId),
    lastFiled: await findLastFiled(db, loaded),
    queries,
    ...(await viewReviewOf(db, { head, actor, versions, queries })),
    versions: versions.map(({ version, reference, sha256, submittedAt, certifiedBy }) => ({
      version,
      reference,
      sha256,
      submittedAt,
      certifiedBy: names[certifiedBy] ?? '',
    })),
  }
}

/**
 * What stands in the return. While it is with RMEL, and once it is accepted, that is what was signed: an
 * earlier quarter may have been corrected since, and what is derived from it would come out another way.
 */
function asFiled(context: Context, loaded: LoadedReturn, versions: readonly StoredVersion[]) {
  const checkInput = checkInputOf(loaded)
  const filed = ['submitted', 'accepted'].includes(loaded.head.status) ? versions.at(-1) : undefined
  if (!filed) return { checkInput, findings: judge(context, loaded, checkInput), signed: [] }
  const { figures, attendance } = filed.content
  const findings = filed.findings.filter(({ stage }) => stage === 'filing')
  const signed = filed.findings.filter(({ stage }) => stage === 'signing')
  return { checkInput: { ...checkInput, figures, attendance, drafts: [] }, findings, signed }
}

function permissionsOf(head: ReturnHead, actor: Actor, filers: readonly string[]) {
  const on = onReturn(actor, head)
  const state = stateOf(head, filers)
  const actions = Object.fromEntries(returnActions.map((action) => [action, whyNot(action, state, on)]))
  return {
    actions: actions as ReturnView['actions'],
    mayEdit: can('edit', state, on),
    unlocked: unlockedOf(head),
  }
}

function milestonesOf(head: ReturnHead, names: Record<string, string>) {
  const at = (person: string | null, moment: string | null) =>
    person && moment ? { by: names[person] ?? '', at: moment } : null
  return {
    declineReason: head.declineReason,
    reopenRequest: head.reopenRequest,
    sent: at(head.sentBy, head.sentAt),
    submitted: at(head.submittedBy, head.submittedAt),
    taken: at(head.takenBy, head.takenAt),
    accepted: at(head.acceptedBy, head.acceptedAt),
  }
}

function marksOf({ points, attendance }: LoadedReturn, names: Record<string, string>): Record<Locator, Mark> {
  const marks: Record<Locator, Mark> = {}
  for (const { locator, revision, changedBy, changedAt, provenance, onBehalf } of points) {
    marks[locator] = {
      revision,
      by: names[changedBy] ?? '',
      at: changedAt,
      provenance,
      onBehalf: onBehalf === 1,
    }
  }
  for (const counts of attendance) {
    for (const [locator, { revision, by, at, source, onBehalf }] of Object.entries(counts.marks)) {
      marks[locator] = { revision, by: names[by] ?? '', at, provenance: source, onBehalf }
    }
  }
  return marks
}

async function reportLines(context: Context, loaded: LoadedReturn, names: Record<string, string>) {
  const { reports, head, formerly } = loaded
  const urns = reports.map(({ urn }) => urn)
  const heads = await activeHeads(context.db, { urns, programme: head.programme, on: today(context) })
  return reports.map(
    ({ urn, name, status, signedOffBy, signedOffAt, missingReason, missingText, ...report }) => ({
      urn,
      name,
      formerly: formerly.filter(({ nowUrn }) => nowUrn === urn),
      status,
      signedOffBy: signedOffBy ? (names[signedOffBy] ?? '') : null,
      signedOffAt,
      onBehalf: report.onBehalf === 1,
      missingReason,
      missingText,
      hasHead: heads.has(urn),
      reminded: remindedOf(context, report, names),
      changedAt: report.changedAt,
    }),
  )
}

function remindedOf(
  context: Context,
  { remindedBy, remindedAt }: Pick<LoadedReturn['reports'][number], 'remindedBy' | 'remindedAt'>,
  names: Record<string, string>,
): ReportLine['reminded'] {
  if (remindedAt === null) return null
  return {
    by: names[remindedBy ?? ''] ?? '',
    at: remindedAt,
    today: londonDate(remindedAt) === today(context),
  }
}
