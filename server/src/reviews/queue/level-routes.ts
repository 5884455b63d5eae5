/** /api/service-levels: within how many working days RMEL reviews, and from which day on. */
import { Hono } from 'hono'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import { today, type Context } from '../../context.ts'
import { actOf } from '../../http/acts.ts'
import { actorOf } from '../../http/allow.ts'
import type { HttpEnvironment } from '../../http/environment.ts'
import { valid } from '../../http/valid.ts'
import { findServiceLevels, type ServiceLevel } from './service-levels.ts'
import { NewServiceLevel, setServiceLevel } from './set-service-level.ts'

export type ServiceLevelLine = ServiceLevel & {
  /** Null: every programme without a level of its own. */
  name: string | null
  stands: 'in-force' | 'to-come' | 'over'
}

export type ServiceLevelsView = {
  /** The latest day first. */
  levels: ServiceLevelLine[]
  /** What this person may set a level for; the code is null for all programmes. */
  maySet: { programme: string | null; name: string }[]
}

export const levelRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get('/', async (c) => c.json(await viewServiceLevels(context, actorOf(c))))
    .post('/', valid('json', NewServiceLevel), async (c) => {
      const level = c.req.valid('json')
      const act = await actOf(c, 'service-level.set', `service-level:${level.programme ?? 'all'}`)
      return c.json(await setServiceLevel(context, { act, actor: actorOf(c) }, level))
    })

async function viewServiceLevels(context: Context, actor: Actor): Promise<ServiceLevelsView> {
  const programmes = await context.db
    .selectFrom('programmes')
    .select(['code as programme', 'name'])
    .orderBy('name')
    .execute()
  const names = new Map(programmes.map(({ programme, name }) => [programme, name]))
  const levels = await findServiceLevels(context.db)
  const everything = { programme: null, name: 'All programmes without one of their own' }
  return {
    levels: levels.toReversed().map((level) => ({
      ...level,
      name: level.programme === null ? null : (names.get(level.programme) ?? level.programme),
      stands: standsOf(level, levels, today(context)),
    })),
    maySet: [everything, ...programmes].filter(({ programme }) =>
      allowedOn(actor, 'collection.manage', programme === null ? {} : { programme }),
    ),
  }
}

function standsOf(
  level: ServiceLevel,
  levels: readonly ServiceLevel[],
  on: string,
): ServiceLevelLine['stands'] {
  if (level.startsOn > on) return 'to-come'
  const last = levels.findLast(({ programme, startsOn }) => programme === level.programme && startsOn <= on)
  return last === level ? 'in-force' : 'over'
}

export type LevelRoutes = ReturnType<typeof levelRoutes>
