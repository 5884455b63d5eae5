/** Filing: send for sign-off, decline, submit, withdraw. */
import type { Trx } from '@inclusion/db/open'
import { readLocator, type Locator } from '@inclusion/shared/locators'
import { Problem } from '@inclusion/shared/problems'
import type { Signing } from '@inclusion/shared/standards/check-input'
import { isOutstanding, type Finding } from '@inclusion/shared/standards/finding'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { londonDate, type LocalDate } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'
import { checkInputOf, loadReturn, type LoadedReturn } from './load.ts'
import { tell } from './tell.ts'
import { transition, type By } from './transition.ts'
import { writeVersion, type Receipt } from './versions.ts'

/** Sends a return to its certifiers. Throws `findings-outstanding` with every finding in the way. */
export function sendForSignOff(context: Context, by: By, returnId: string) {
  return transition(context, by, { returnId, action: 'send-for-sign-off' }, async ({ trx, head, actor }) => {
    const loaded = await loadReturn(trx, returnId, today(context))
    refuseOutstanding(runChecks(loaded.standard, checkInputOf(loaded)))
    await tell(context, trx, 'sent-for-sign-off', { head, by: actor })
    const sentFrom = startedFrom(head.status)
    const sentFigures = JSON.stringify(derivedOf(loaded))
    const sent = { sentFrom, sentBy: actor.personId, sentAt: context.now(), sentFigures }
    return { set: { ...sent, declineReason: null } }
  })
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

/**
 * Signs and submits: runs every check, writes the immutable version and its receipt. The certifier is
 * another person than the sender; in the light tier the lead makes the declaration.
 */
export function submit(
  context: Context,
  by: By,
  { returnId, declared }: { returnId: string; declared: boolean },
) {
  return transition<Receipt>(
    context,
    by,
    { returnId, action: 'submit' },
    async ({ trx, head, actor, note }) => {
      const loaded = await loadReturn(trx, returnId, today(context))
      const signing = await signingOf(trx, loaded, {
        certifier: actor.personId,
        declared,
        on: today(context),
      })
      const findings = runChecks(loaded.standard, checkInputOf(loaded, signing))
      refuseOutstanding(findings)
      const receipt = await writeVersion(context, trx, { loaded, findings, certifiedBy: actor.personId })
      note({ version: receipt.version, sha256: receipt.sha256 })
      await tell(context, trx, 'submitted', { head, by: actor, text: receipt.reference })
      const set = {
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
    },
  )
}

const startedFrom = (status: string): 'changes-requested' | 'in-progress' =>
  status === 'changes-requested' ? status : 'in-progress'

/** Takes a submitted return back, before an evaluator has taken it. */
export function withdraw(context: Context, by: By, returnId: string) {
  return transition(context, by, { returnId, action: 'withdraw' }, async () => ({
    set: { sentBy: null, sentAt: null, submittedBy: null, submittedAt: null },
  }))
}

/** What the signing checks see: who signs, and what changed after it was sent (10.3). */
async function signingOf(
  trx: Trx,
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
          ...(await attendanceSince(trx, id, sentAt)),
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

async function attendanceSince(trx: Trx, returnId: string, sentAt: string): Promise<string[]> {
  const rows = await trx
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
