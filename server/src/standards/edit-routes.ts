/** /api/standards: how evaluators write drafts, and how two of them publish one. */
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { draftCheckRoutes } from './draft-check-routes.ts'
import { draftRoutes } from './draft-routes.ts'
import { publishRoutes } from './publish-routes.ts'

export const standardEditRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .route('/', draftRoutes(context))
    .route('/', draftCheckRoutes(context))
    .route('/', publishRoutes(context))

export type StandardEditRoutes = ReturnType<typeof standardEditRoutes>
