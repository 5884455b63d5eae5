/** /api/letters: those that did not arrive, to be sent again or dealt with. */
import { Hono } from 'hono'
import * as z from 'zod'
import { storableText } from '@inclusion/shared/text'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { sendLetterAgain, settleLetter } from './settle.ts'
import { viewUndelivered } from './undelivered.ts'

const LetterKey = z.object({ letterId: storableText(100) })

export const letterRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get('/', async (c) => c.json(await viewUndelivered(context)))
    .post('/:letterId/send-again', valid('param', LetterKey), async (c) => {
      const { letterId } = c.req.valid('param')
      const by = { act: await actOf(c, 'letter.send-again', `letter:${letterId}`), actor: actorOf(c) }
      return c.json(await sendLetterAgain(context, by, letterId))
    })
    .post('/:letterId/settle', valid('param', LetterKey), async (c) => {
      const { letterId } = c.req.valid('param')
      const by = { act: await actOf(c, 'letter.settle', `letter:${letterId}`), actor: actorOf(c) }
      return c.json(await settleLetter(context, by, letterId))
    })

export type LetterRoutes = ReturnType<typeof letterRoutes>
