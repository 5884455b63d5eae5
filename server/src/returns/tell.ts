/** Who is written to when something happens to a return, and what the letter says. */
import type { Trx } from '@inclusion/db/open'
import { settingOf, type Locator } from '@inclusion/shared/locators'
import { periodLabel } from '@inclusion/shared/periods'
import type { Actor, Role } from '@inclusion/shared/roles'
import { today, type Context } from '../context.ts'
import * as letters from '../mail/letters.ts'
import { queueMail } from '../mail/outbox.ts'
import { holdersOf, type Holder } from '../people/holders.ts'
import type { ReturnHead } from './store.ts'
import type { Receipt } from './versions.ts'

export type ReturnEvent =
  | 'sent-for-sign-off'
  | 'declined'
  | 'submitted'
  | 'changes-requested'
  | 'accepted'
  | 'handed-over'
  | 'asked'
  | 'reopen-asked'
  | 'reopening-declined'
  | 'reopened'
  | 'answered'
  | 'setting-asked'
  | 'setting-answered'

/** `text` is the reason or the figure's name; `count` the figures concerned; `receipt` that of a submission. */
export type Told = {
  head: ReturnHead
  /** Null where the service itself did it. */
  by: Actor | null
  text?: string
  count?: number
  receipt?: Receipt
  reader?: letters.ReaderOfReceipt
  /** The figures concerned: the heads of their settings are written to as well. */
  locators?: readonly Locator[]
  /** Of those whose role it is, these people alone. */
  only?: readonly string[]
  /** Of a hand over: who holds the review now; null for nobody. */
  holder?: string | null
}

const readers: Record<ReturnEvent, readonly Role[]> = {
  'sent-for-sign-off': ['certifier'],
  declined: ['lead'],
  submitted: ['lead', 'certifier', 'evaluator'],
  'changes-requested': ['lead'],
  accepted: ['lead', 'certifier'],
  'handed-over': ['evaluator'],
  asked: ['lead'],
  'reopen-asked': ['evaluator'],
  'reopening-declined': ['lead'],
  reopened: ['lead', 'certifier'],
  answered: ['lead', 'evaluator'],
  'setting-asked': [],
  'setting-answered': ['lead'],
}

/** What is proof to whoever did it as well: they are written to too. */
const proofs: ReadonlySet<ReturnEvent> = new Set(['submitted'])

/** Queues the letters of an event, inside the transaction of the act. Nobody is written to about their own act, but for its proof. */
export async function tell(context: Context, trx: Trx, event: ReturnEvent, told: Told): Promise<void> {
  const { head, by, locators = [], only } = told
  const { programme, gssCode } = head
  const on = today(context)
  const holders = await holdersOf(trx, readers[event], { programme, gssCode, on })
  const rmel = event === 'submitted' ? await holdersOf(trx, ['evaluator'], { programme, gssCode, on }) : []
  const readerOf = ({ personId }: Holder) =>
    personId === by?.personId ? 'filer' : rmel.some((one) => one.personId === personId) ? 'RMEL' : 'borough'
  const readersHere = only ? holders.filter(({ personId }) => only.includes(personId)) : holders
  const page = pageOf(event, head.id)
  const except = proofs.has(event) ? null : by
  const letterTo = (to: Holder) => write(context, event, { ...told, reader: readerOf(to) }, page)
  await send(context, trx, { except, to: readersHere }, letterTo)
  const urns = new Set(locators.map(settingOf).filter((urn) => urn !== null))
  for (const urn of urns) {
    const heads = await holdersOf(trx, ['head'], { programme, urns: [urn], on })
    await send(context, trx, { except: by, to: heads }, () =>
      write(context, event, told, `/setting-reports/${head.id}/${urn}`),
    )
  }
}

function pageOf(event: ReturnEvent, returnId: string): string {
  if (event === 'handed-over') return `/reviews/${returnId}`
  return event === 'setting-answered' ? `/returns/${returnId}/settings` : `/returns/${returnId}`
}

/** Writes to each of them, but not to the one who did it. */
async function send(
  context: Context,
  trx: Trx,
  { except, to }: { except: Actor | null; to: readonly Holder[] },
  letterTo: (reader: Holder) => letters.Written,
): Promise<void> {
  for (const reader of to) {
    if (reader.personId !== except?.personId)
      await queueMail(context, trx, { recipient: reader.email, ...letterTo(reader) })
  }
}

function write(
  context: Context,
  event: ReturnEvent,
  { head, by, text = '', count = 0, receipt, reader = 'borough', holder = null }: Told,
  path: string,
): letters.Written {
  const name = by?.name ?? 'Inclusion Returns'
  const about = {
    returnLabel: `${head.authorityName}, ${head.programmeName}, ${periodLabel(head.periodId)}`,
    url: `${context.environment.origin}${path}`,
  }
  switch (event) {
    case 'sent-for-sign-off':
      return letters.sentForSignOff({ ...about, sender: name })
    case 'declined':
      return letters.declined({ ...about, certifier: name, reason: text })
    case 'submitted':
      return letters.submitted({ ...about, certifier: name, reader, receipt: proofOf(context, receipt) })
    case 'changes-requested':
      return letters.changesRequested({ ...about, evaluator: name, figures: count })
    case 'accepted':
      return letters.accepted(about)
    case 'handed-over':
      return letters.handedOver({ ...about, by: name, holder, reason: text })
    case 'asked':
      return letters.asked({ ...about, evaluator: name, figures: count, figure: text })
    case 'reopening-declined':
      return letters.reopeningDeclined({ ...about, evaluator: name, reason: text })
    case 'reopen-asked':
      return letters.reopenAsked({ ...about, lead: name, reason: text })
    case 'setting-asked':
      return letters.settingAsked({ ...about, lead: name, figure: text })
    case 'answered':
    case 'setting-answered':
      return letters.answer({ ...about, writer: name, figure: text })
    case 'reopened':
      return letters.reopened({ ...about, figures: count, reason: text })
  }
}

/** A receipt with the public address that checks it. */
function proofOf({ environment }: Context, receipt: Receipt | undefined): letters.FiledReceipt {
  if (!receipt) throw new Error('A letter on a submission needs its receipt')
  return { ...receipt, checkUrl: `${environment.origin}/receipts/${receipt.reference}` }
}
