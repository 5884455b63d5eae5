/** What the standard came to: the track record of its checks, and the scores of returns. */
import { Hono } from 'hono'
import * as z from 'zod'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { seeReturn } from '../returns/access.ts'
import { Key } from '../returns/requests.ts'
import { viewReturnScore, viewScores } from './scores.ts'
import { findTrackRecord } from './track-record.ts'

const StandardKey = z.object({
  standardId: z.string().regex(/^[a-z0-9-]{1,60}$/, 'Use an id like reference-1'),
})
const OfProgramme = z.object({
  programme: z
    .string()
    .regex(/^[A-Z]{2,5}$/, 'Use a programme like APM')
    .optional(),
})

export const recordRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get(
      '/standards/:standardId/track-record',
      valid('param', StandardKey),
      valid('query', OfProgramme),
      async (c) => {
        const { standardId } = c.req.valid('param')
        const programmes = await programmesOf(context, actorOf(c), c.req.valid('query').programme)
        return c.json(await findTrackRecord(context.db, { standardId, programmes }))
      },
    )
    .get('/standards-scores', valid('query', OfProgramme), async (c) =>
      c.json(await viewScores(context, actorOf(c), c.req.valid('query').programme)),
    )
    .get('/returns/:returnId/score', valid('param', Key), async (c) => {
      const head = await seeReturn(context, actorOf(c), c.req.valid('param').returnId)
      return c.json(await viewReturnScore(context, head))
    })

/** The programme that was asked for, or all whose evidence the actor may see. */
async function programmesOf({ db }: Context, actor: Actor, wanted: string | undefined): Promise<string[]> {
  const rows = await db.selectFrom('programmes').select('code').execute()
  const seen = rows
    .map(({ code }) => code)
    .filter((programme) => allowedOn(actor, 'evidence.see', { programme }))
  if (wanted === undefined) return seen
  if (!seen.includes(wanted)) throw new Problem('not-found')
  return [wanted]
}

export type RecordRoutes = ReturnType<typeof recordRoutes>
