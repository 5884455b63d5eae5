/** /api/receipts: the check of a receipt that anybody may make. Shows neither figures nor names. */
import { Hono } from 'hono'
import * as z from 'zod'
import { periodLabel } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'

const Key = z.object({
  code: z
    .string()
    .trim()
    .regex(
      /^(IR-[0-9A-F]{4}(-[0-9A-F]{4}){3}|[0-9a-f]{64})$/i,
      'Use a receipt like IR-7F3A-9C21-04BE-55D0, or a SHA-256 of 64 digits',
    ),
})

export type VerifiedReceipt = {
  reference: string
  sha256: string
  programme: string
  authority: string
  period: string
  standard: string
  submittedAt: string
  version: number
  /** False when a later version of the same return was submitted since. */
  isLatest: boolean
}

export const receiptRoutes = (context: Context) =>
  new Hono<HttpEnvironment>().get('/:code', valid('param', Key), async (c) =>
    c.json(await verifyReceipt(context, c.req.valid('param').code)),
  )

async function verifyReceipt({ db }: Context, code: string): Promise<VerifiedReceipt> {
  const column = code.length === 64 ? 'sha256' : 'reference'
  const wanted = column === 'sha256' ? code.toLowerCase() : code.toUpperCase()
  const row = await db
    .selectFrom('return_versions')
    .innerJoin('returns', 'returns.id', 'return_versions.returnId')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .innerJoin('programmes', 'programmes.code', 'grants.programme')
    .innerJoin('authorities', 'authorities.gssCode', 'grants.gssCode')
    .innerJoin('standards', 'standards.id', 'return_versions.standardId')
    .select(['reference', 'sha256', 'return_versions.submittedAt', 'number', 'returnId', 'periodId'])
    .select(['programmes.name as programme', 'authorities.name as authority', 'standards.name as standard'])
    .where(`return_versions.${column}`, '=', wanted)
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { detail: 'No return was filed with this receipt.' })
  const { returnId, periodId, number, ...receipt } = row
  const later = await db
    .selectFrom('return_versions')
    .select('number')
    .where('returnId', '=', returnId)
    .where('number', '>', number)
    .executeTakeFirst()
  return { ...receipt, period: periodLabel(periodId), version: number, isLatest: later === undefined }
}

export type ReceiptRoutes = ReturnType<typeof receiptRoutes>
