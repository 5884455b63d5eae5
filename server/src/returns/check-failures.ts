/**
 * Checks that could not be made: kept once for each return, and RMEL and the administrators are written to at
 * the first of a check. A return is not filed past one, so somebody has to know.
 */
import type { Trx } from '@inclusion/db/open'
import { periodLabel } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import type { Finding } from '@inclusion/shared/standards/finding'
import { today, type Context } from '../context.ts'
import { checkFailed } from '../mail/letters.ts'
import { queueMail } from '../mail/outbox.ts'
import { holdersOf } from '../people/holders.ts'
import { change } from '../trust/change.ts'
import { findReturn, type Return } from './store.ts'

type Judged = Pick<Return, 'id' | 'standardId'>

/** Keeps what failed in these findings, and tells staff what is new. Never inside a transaction. */
export async function noticeFailures(
  context: Context,
  judged: Judged,
  findings: readonly Finding[],
): Promise<void> {
  const failed = failedIn(findings)
  if (failed.length === 0) return
  const known = new Set(await findFailures(context, judged))
  const fresh = failed.filter((code) => !known.has(code))
  if (fresh.length > 0) await keep(context, judged, fresh)
}

/** The same, and forgets what can be checked again. Give it all the findings of the return. */
export async function keepFailures(
  context: Context,
  judged: Judged,
  findings: readonly Finding[],
): Promise<void> {
  await noticeFailures(context, judged, findings)
  const failed = new Set(failedIn(findings))
  const mended = (await findFailures(context, judged)).filter((code) => !failed.has(code))
  if (mended.length > 0) await forget(context, judged, mended)
}

/** Does the work; when it is refused for checks that could not be made, the notice of them is kept all the same. */
export async function noticing<T>(context: Context, returnId: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const findings =
      error instanceof Problem ? (error.members['findings'] as Finding[] | undefined) : undefined
    const head = findings && (await findReturn(context.db, returnId))
    if (head) await noticeFailures(context, head, findings)
    throw error
  }
}

const failedIn = (findings: readonly Finding[]): string[] => [
  ...new Set(findings.filter(({ failedClosed }) => failedClosed).map(({ check }) => check)),
]

async function findFailures({ db }: Context, { id, standardId }: Judged): Promise<string[]> {
  const rows = await db
    .selectFrom('check_failures')
    .select('checkCode')
    .where('standardId', '=', standardId)
    .where('returnId', '=', id)
    .execute()
  return rows.map(({ checkCode }) => checkCode)
}

async function keep(context: Context, { id, standardId }: Judged, codes: readonly string[]): Promise<void> {
  const act = { personId: null, action: 'check.fail', subject: id }
  await change(context, act, async (trx, note) => {
    const failedAt = context.now()
    await trx
      .insertInto('check_failures')
      .values(codes.map((checkCode) => ({ standardId, checkCode, returnId: id, failedAt })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const elsewhere = await trx
      .selectFrom('check_failures')
      .select('checkCode')
      .where('standardId', '=', standardId)
      .where('checkCode', 'in', codes)
      .where('returnId', '<>', id)
      .execute()
    const told = new Set(elsewhere.map(({ checkCode }) => checkCode))
    const first = codes.filter((code) => !told.has(code))
    if (first.length > 0) await tellStaff(context, trx, { id, standardId }, first)
    note({ standard: standardId, checks: codes })
  })
}

async function forget(context: Context, { id, standardId }: Judged, codes: readonly string[]): Promise<void> {
  const act = { personId: null, action: 'check.mend', subject: id }
  await change(context, act, async (trx, note) => {
    await trx
      .deleteFrom('check_failures')
      .where('standardId', '=', standardId)
      .where('returnId', '=', id)
      .where('checkCode', 'in', codes)
      .execute()
    note({ standard: standardId, checks: codes })
  })
}

async function tellStaff(context: Context, trx: Trx, { id, standardId }: Judged, checks: readonly string[]) {
  const head = await findReturn(trx, id)
  if (!head) return
  const { programme, gssCode, authorityName, programmeName, periodId } = head
  const { name } = await trx
    .selectFrom('standards')
    .select('name')
    .where('id', '=', standardId)
    .executeTakeFirstOrThrow()
  const letter = checkFailed({
    returnLabel: `${authorityName}, ${programmeName}, ${periodLabel(periodId)}`,
    url: `${context.environment.origin}/returns/${id}`,
    standard: name,
    checks,
  })
  const staff = await holdersOf(trx, ['evaluator', 'administrator'], {
    programme,
    gssCode,
    on: today(context),
  })
  for (const { email } of staff) await queueMail(context, trx, { recipient: email, ...letter })
}
