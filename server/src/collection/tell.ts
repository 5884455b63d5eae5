/** Who is written to when a due day moves. */
import type { Trx } from '@inclusion/db/open'
import { periodLabel } from '@inclusion/shared/periods'
import type { LocalDate } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'
import { dueDayMoved } from '../mail/collection-letters.ts'
import type { Written } from '../mail/letters.ts'
import { queueMail } from '../mail/outbox.ts'
import { holdersOf } from '../people/holders.ts'
import type { Outstanding } from './outstanding.ts'

/** A return with its new due day, which an extension of its own may make another than the window's. */
export type Moved = Outstanding & { dueBefore: LocalDate }

type Telling = {
  window: { periodId: string; dueOn: LocalDate }
  wanted: { dueOn: LocalDate; reason: string }
  moved: readonly Moved[]
}

/** One letter to each lead for all of their returns whose due day is another now. Answers how many were written. */
export async function tellMoved(
  context: Context,
  trx: Trx,
  { window, wanted, moved }: Telling,
): Promise<number> {
  const byLead = new Map<string, Moved[]>()
  for (const each of moved) {
    const { programme, gssCode } = each
    for (const { email } of await holdersOf(trx, ['lead'], { programme, gssCode, on: today(context) }))
      byLead.set(email, [...(byLead.get(email) ?? []), each])
  }
  for (const [recipient, returns] of byLead) {
    const written = dueDayMoved({
      window: `${returns[0]!.programmeName}, ${periodLabel(window.periodId)}`,
      from: window.dueOn,
      dueOn: wanted.dueOn,
      reason: wanted.reason,
      returns: returns.map(({ id, authorityName, dueOn, dueBefore }) => ({
        label: authorityName,
        url: `${context.environment.origin}/returns/${id}`,
        own: dueOn === wanted.dueOn && dueBefore === window.dueOn ? null : { dueOn, from: dueBefore },
      })),
    })
    await queueMail(context, trx, { recipient, ...written })
  }
  return byLead.size
}

/** To the borough's leads and certifiers: their return has another day. */
export async function tellFilers(
  context: Context,
  trx: Trx,
  { head, written }: { head: { programme: string; gssCode: string }; written: Written },
): Promise<void> {
  const { programme, gssCode } = head
  const filers = await holdersOf(trx, ['lead', 'certifier'], { programme, gssCode, on: today(context) })
  for (const { email } of filers) await queueMail(context, trx, { recipient: email, ...written })
}
