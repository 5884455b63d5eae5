/** /api/health: whether the service can reach its database. */
import { sql } from 'kysely'
import { engineOf } from '@inclusion/db/engine'
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import type { HttpEnvironment } from './environment.ts'

export const healthRoutes = (context: Context) =>
  new Hono<HttpEnvironment>().get('/', async (c) => {
    const database = engineOf(context.db)
    try {
      await sql`SELECT 1`.execute(context.db)
      return c.json({ status: 'ok' as const, database, version: context.version })
    } catch {
      return c.json({ status: 'unavailable' as const, database, version: context.version }, 503)
    }
  })
