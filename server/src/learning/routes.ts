/** /api/programmes/:programme/meetings: what was learned, and when. */
import { Hono } from 'hono'
import * as z from 'zod'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn } from '@inclusion/shared/roles'
import { storableText } from '@inclusion/shared/text'
import { LocalDate } from '@inclusion/shared/time'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { recordMeeting, viewMeetings } from './store.ts'

const Key = z.object({ programme: z.string().regex(/^[A-Z]{2,5}$/, 'Use a programme like APM') })

const MeetingRequest = z
  .object({
    heldOn: LocalDate.describe('The day in London on which it was held'),
    gssCode: storableText(9).nullable().default(null).describe('Null: with all authorities'),
    title: storableText(200).refine((text) => text.trim().length >= 3, 'Say what the meeting was'),
    note: storableText(5_000).refine(
      (text) => text.trim().length >= 10,
      'Write a sentence that says what was learned',
    ),
  })
  .strict()
  .meta({ id: 'MeetingRequest' })

export const learningRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get('/:programme/meetings', valid('param', Key), async (c) => {
      const { programme } = c.req.valid('param')
      if (!allowedOn(actorOf(c), 'evidence.see', { programme })) throw new Problem('not-found')
      return c.json(await viewMeetings(context.db, programme))
    })
    .post('/:programme/meetings', valid('param', Key), valid('json', MeetingRequest), async (c) => {
      const { programme } = c.req.valid('param')
      const actor = actorOf(c)
      if (!allowedOn(actor, 'evidence.see', { programme })) throw new Problem('not-found')
      if (!allowedOn(actor, 'learning.record', { programme })) throw new Problem('not-yours-to-do')
      const act = {
        ...(await actOf(c, 'learning.record', `programme:${programme}`)),
        personId: actor.personId,
      }
      return c.json(await recordMeeting(context, act, { programme, ...c.req.valid('json') }), 201)
    })

export type LearningRoutes = ReturnType<typeof learningRoutes>
