/** A borough lead reminds the heads whose reports are not in: at most one letter a setting a London day. */
import type { Trx } from '@inclusion/db/open'
import { periodLabel } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import { daysBetween, londonDate, londonTime } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'
import { reminder } from '../mail/letters.ts'
import { queueMail } from '../mail/outbox.ts'
import { holdersOf } from '../people/holders.ts'
import { seeReturn } from '../returns/access.ts'
import { findReturn, lockReturn, namesOf, type ReturnHead } from '../returns/store.ts'
import type { By } from '../returns/transition.ts'
import { change } from '../trust/change.ts'
import { openReport } from './report.ts'
import { findReports, type Report } from './store.ts'

/** The settings whose heads were written to. */
export type Reminded = { reminded: string[] }

/**
 * Writes to the heads of one setting. Throws `report-frozen` while the return is with RMEL,
 * `nobody-to-remind` when its report is in or nobody gives it, `reminded-today` when they were written to today.
 */
export function remind(context: Context, by: By, key: { returnId: string; urn: string }): Promise<Reminded> {
  return reminding(context, by, key.returnId, async (trx, head) => {
    await openReport(trx, head, key)
    const reports = await findReports(trx, head.id)
    const report = reports.find(({ urn }) => urn === key.urn)
    if (!report) throw new Problem('not-found')
    const why = noReminder(report) ?? (await tooSoon(context, trx, report))
    if (why) throw why
    const wrote = await write(context, trx, { head, report, by: by.actor })
    if (!wrote) throw nobody('It has no head in this service, so you enter its report yourself.')
    return [key.urn]
  })
}

/** The same for every setting that is not in. Those reminded today already, or with a reason on record, are left out. */
export function remindAll(context: Context, by: By, returnId: string): Promise<Reminded> {
  return reminding(context, by, returnId, async (trx, head) => {
    const reminded: string[] = []
    for (const report of await findReports(trx, returnId)) {
      await openReport(trx, head, { returnId, urn: report.urn })
      if (noReminder(report) || isRemindedToday(context, report)) continue
      if (await write(context, trx, { head, report, by: by.actor })) reminded.push(report.urn)
    }
    if (reminded.length === 0)
      throw nobody('Every setting with a head here is in, has a reason on record, or was reminded today.')
    return reminded
  })
}

/** Holds the return for a lead of it, and notes which settings were reminded. */
async function reminding(
  context: Context,
  { act, actor }: By,
  returnId: string,
  work: (trx: Trx, head: ReturnHead) => Promise<string[]>,
): Promise<Reminded> {
  const seen = await seeReturn(context, actor, returnId)
  if (!allowedOn(actor, 'return.edit', seen)) throw new Problem('not-yours-to-do')
  return change(context, act, async (trx, note) => {
    await lockReturn(trx, returnId, 'update')
    const head = await findReturn(trx, returnId)
    if (!head) throw new Problem('not-found')
    const reminded = await work(trx, head)
    note({ reminded })
    return { reminded }
  })
}

const nobody = (detail: string) => new Problem('nobody-to-remind', { detail })

function noReminder({ status, missingReason }: Report): Problem | null {
  if (status === 'signed-off') return nobody('Its report is signed off.')
  if (missingReason !== null)
    return nobody('A reason for no report is on record. Take the reason back first if a report will come.')
  return null
}

const isRemindedToday = (context: Context, { remindedAt }: Report): boolean =>
  remindedAt !== null && londonDate(remindedAt) === today(context)

async function tooSoon(context: Context, trx: Trx, report: Report): Promise<Problem | null> {
  const { remindedBy, remindedAt } = report
  if (remindedAt === null || !isRemindedToday(context, report)) return null
  const names = await namesOf(trx, [remindedBy])
  const who = names[remindedBy ?? ''] ?? 'Your borough'
  return new Problem('reminded-today', {
    detail: `${who} reminded ${report.name} at ${londonTime(remindedAt)}. You can remind it again tomorrow.`,
  })
}

type Writing = { head: ReturnHead; report: Report; by: Actor }

/** Queues the letters, and keeps who reminded and when; false where the setting has no head to write to. */
async function write(context: Context, trx: Trx, { head, report, by }: Writing): Promise<boolean> {
  const { id, programme, dueOn } = head
  const on = today(context)
  const heads = await holdersOf(trx, ['head'], { programme, urns: [report.urn], on })
  const letter = reminder({
    returnLabel: `${head.authorityName}, ${head.programmeName}, ${periodLabel(head.periodId)}`,
    url: `${context.environment.origin}/setting-reports/${id}/${report.urn}`,
    setting: report.name,
    sender: by.name,
    dueOn,
    isLate: daysBetween(on, dueOn) < 0,
  })
  for (const { email } of heads) await queueMail(context, trx, { recipient: email, ...letter })
  if (heads.length === 0) return false
  // Not `changedAt`: nothing of the report has changed since it was sent.
  await trx
    .updateTable('setting_reports')
    .set({ remindedBy: by.personId, remindedAt: context.now() })
    .where('returnId', '=', id)
    .where('urn', '=', report.urn)
    .execute()
  return true
}
