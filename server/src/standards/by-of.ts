/** Who does what to which edition, as the audit names it. */
import type { Context as HonoContext } from 'hono'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import type { By } from './edit.ts'

export const byOf = async (c: HonoContext<HttpEnvironment>, action: string, id: string): Promise<By> => ({
  act: await actOf(c, `standard.${action}`, `standard:${id}`),
  actor: actorOf(c),
})
