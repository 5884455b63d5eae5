/** /api/returns: see, fill in and file a return. Each route finds, allows and acts. */
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { entryRoutes } from './entry-routes.ts'
import { figureRoutes } from './figure-routes.ts'
import { filingRoutes } from './filing-routes.ts'
import { questionRoutes } from './question-routes.ts'
import { readingRoutes } from './reading-routes.ts'

export const returnRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .route('/', readingRoutes(context))
    .route('/', entryRoutes(context))
    .route('/', questionRoutes(context))
    .route('/', filingRoutes(context))
    .route('/', figureRoutes(context))

export type ReturnRoutes = ReturnType<typeof returnRoutes>
