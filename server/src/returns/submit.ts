/** Filing: send for sign-off, decline, submit, withdraw. */
import type { Db, Trx } from '@inclusion/db/open'
import { readLocator, type Locator } from '@inclusion/shared/locators'
import { Problem } from '@inclusion/shared/problems'
import type { Signing } from '@inclusion/shared/standards/check-input'
import { isOutstanding, type Explain, type Finding } from '@inclusion/shared/standards/finding'
import { londonDate, type LocalDate } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'
import { settleReturn } from '../settings/settle-reports.ts'
import { recordFindings } from '../standards/record-findings.ts'
import { noticing } from './check-failures.ts'
import { storeExplanations, trailOf } from './explain.ts'
import { judge } from './judge.ts'
import { checkInputOf, loadReturn, type LoadedReturn } from './load.ts'
import { refuseUnseen } from './refuse-unseen.ts'
import { lockReturn, type ReturnHead } from './store.ts'
import { tell } from './tell.ts'
import { transition, type By, type Step } from './transition.ts'
import { writeVersion, type Receipt } from './versions.ts'

/** Sends a return to its certifiers. Throws `findings-outstanding` with every finding in the way. */
export function sendForSignOff(context: Context, by: By, returnId: string) {
  const sending = transition(
    context,
    by,
    { returnId, action: 'send-for-sign-off' },
    async ({ trx, head, actor }) => {
      const loaded = await loadReturn(trx, returnId, today(context))
      const findings = judge(context, loaded, checkInputOf(loaded))
      refuseOutstanding(findings)
      await recordFindings(context, trx, { ...head, at: 'filing' }, findings)
      await tell(context, trx, 'sent-for-sign-off', { head, by: actor })
      const sentFrom = startedFrom(head.status)
      const sentFigures = JSON.stringify(derivedOf(loaded))
      const sent = { sentFrom, sentBy: actor.personId, sentAt: context.now(), sentFigures }
      return { set: { ...sent, declineReason: null } }
    },
  )
  return noticing(context, returnId, sending)
}

/** Sends it back to the lead with a reason. Figures that were unlocked stay unlocked. */
export function decline(
  context: Context,
  by: By,
  { returnId, reason }: { returnId: string; reason: string },
) {
  return transition(context, by, { returnId, action: 'decline' }, async ({ trx, head, actor }) => {
    await tell(context, trx, 'declined', { head, by: actor, text: reason })
    return { set: { declineReason: reason, sentBy: null, sentAt: null } }
  })
}

type Submission = { returnId: string; declared: boolean; explanations?: Explain[]; seen?: number | undefined }

/**
 * Signs and submits: runs every check, writes the immutable version and its receipt. The certifier is
 * another person than the sender; in the light tier the lead makes the declaration. What the signing checks
 * ask to have explained, the person who signs explains in the same act.
 */
export function submit(
  context: Context,
  by: By,
  { returnId, declared, explanations = [], seen }: Submission,
): Promise<{ status: ReturnHead['status'] } & Receipt> {
  const signingIt = transition<Receipt>(context, by, { returnId, action: 'submit' }, async (step) => {
    const { trx, head, actor, note } = step
    const { loaded, findings } = await judgeSigned(context, step, { returnId, declared, explanations, seen })
    refuseOutstanding(findings)
    await recordFindings(context, trx, { ...head, at: 'signing' }, findings)
    const receipt = await writeVersion(context, trx, { loaded, findings, certifiedBy: actor.personId })
    note({ version: receipt.version, sha256: receipt.sha256 })
    await tell(context, trx, 'submitted', { head, by: actor, receipt })
    const set = {
      dueWhenFiled: head.dueWhenFiled ?? head.dueOn,
      submittedBy: actor.personId,
      submittedAt: receipt.submittedAt,
      sentBy: head.sentBy ?? actor.personId,
      sentFrom: head.status === 'awaiting-sign-off' ? head.sentFrom : startedFrom(head.status),
      takenBy: null,
      takenAt: null,
      acceptedBy: null,
      acceptedAt: null,
    }
    return { set, answer: receipt }
  })
  return noticing(context, returnId, signingIt)
}

/** The return as it is signed, with the signer's explanations stored in it, and every finding on it. */
async function judgeSigned(
  context: Context,
  { trx, actor, note }: Step,
  { returnId, declared, explanations = [], seen }: Submission,
) {
  const loaded = await loadReturn(trx, returnId, today(context))
  await refuseUnseen(trx, loaded, seen)
  const given = { certifier: actor.personId, declared, on: today(context) }
  const signing = await signingOf(trx, loaded, given)
  const findings = judge(context, loaded, checkInputOf(loaded, signing))
  if (explanations.length === 0) return { loaded, findings }
  const asked = findings.filter(({ stage }) => stage === 'signing')
  const by = actor.personId
  const answered = await storeExplanations(context, trx, { loaded, findings: asked, explanations, by })
  note(trailOf(explanations))
  return { loaded: answered, findings: judge(context, answered, checkInputOf(answered, signing)) }
}

/** What the signing checks will ask of this person if they declare and submit the return now. */
export async function signingFindings(
  context: Context,
  loaded: LoadedReturn,
  certifier: string,
): Promise<Finding[]> {
  const signing = await signingOf(context.db, loaded, { certifier, declared: true, on: today(context) })
  return judge(context, loaded, checkInputOf(loaded, signing)).filter(({ stage }) => stage === 'signing')
}

const startedFrom = (status: string): 'changes-requested' | 'in-progress' =>
  status === 'changes-requested' ? status : 'in-progress'

/**
 * Takes a submitted return back, before an evaluator has taken it. What was recorded of its settings while RMEL
 * had it is made up for: who reports in it follows.
 */
export function withdraw(context: Context, by: By, returnId: string) {
  return transition(context, by, { returnId, action: 'withdraw' }, async ({ trx, note }) => ({
    set: { sentBy: null, sentAt: null, submittedBy: null, submittedAt: null },
    async after() {
      const held = await lockReturn(trx, returnId, 'update')
      const returns = held ? await settleReturn(context, trx, held) : []
      if (returns.length > 0) note({ returns })
    },
  }))
}

/** What the signing checks see: who signs, and what changed after it was sent (10.3). */
async function signingOf(
  db: Db | Trx,
  loaded: LoadedReturn,
  given: { certifier: string; declared: boolean; on: LocalDate },
): Promise<Signing> {
  const { head, points, reports } = loaded
  const { sentBy, sentAt, id } = head
  const changed =
    sentAt === null
      ? []
      : [
          ...points.filter(({ changedAt }) => changedAt > sentAt).map(({ locator }) => locator),
          ...reports
            .filter(({ changedAt }) => changedAt !== null && changedAt > sentAt)
            .map(({ urn }) => urn),
          ...(await attendanceSince(db, id, sentAt)),
          ...derivedSince(loaded),
        ]
  const submittedOn = head.firstSubmittedAt === null ? given.on : londonDate(head.firstSubmittedAt)
  const { certifier, declared } = given
  return {
    certifier,
    declared,
    sentBy,
    changedSinceSent: [...new Set(changed)],
    submittedOn,
    dueOn: head.dueOn,
  }
}

type Derived = Record<Locator, readonly (number | null)[]>

/** The figures that nobody types: they can change with an earlier quarter, and then nobody changed them. */
function derivedOf({ asked, figures }: LoadedReturn): Derived {
  const derived = new Set(asked.flatMap(({ indicator, derivation }) => (derivation ? [indicator] : [])))
  const lines = Object.entries(figures).flatMap(([locator, { value, numerator, denominator }]) => {
    const place = readLocator(locator)
    const counts = place.kind === 'figure' && derived.has(place.indicator)
    return counts ? [[locator, [value, numerator, denominator]] as const] : []
  })
  return Object.fromEntries(lines)
}

/** The derived figures that are not what they were when the return was sent. */
function derivedSince(loaded: LoadedReturn): Locator[] {
  const before = JSON.parse(loaded.head.sentFigures ?? '{}') as Derived
  const now = derivedOf(loaded)
  const locators = new Set([...Object.keys(before), ...Object.keys(now)])
  return [...locators].filter((locator) => JSON.stringify(before[locator]) !== JSON.stringify(now[locator]))
}

async function attendanceSince(db: Db | Trx, returnId: string, sentAt: string): Promise<string[]> {
  const rows = await db
    .selectFrom('attendance_counts')
    .select('urn')
    .distinct()
    .where('returnId', '=', returnId)
    .where('changedAt', '>', sentAt)
    .execute()
  return rows.map(({ urn }) => urn)
}

/** Throws `findings-outstanding`, naming every finding that blocks or waits for an explanation. */
function refuseOutstanding(findings: readonly Finding[]): void {
  const outstanding = findings.filter(isOutstanding)
  if (outstanding.length === 0) return
  throw new Problem('findings-outstanding', {
    errors: outstanding.map(({ locator, message, fix }) => ({
      field: locator ?? '',
      message: `${message} ${fix}`,
    })),
    findings: outstanding,
  })
}
