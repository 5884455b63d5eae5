/** The service's table of contents: what every request meets, and where each noun is served. */
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { Context } from './context.ts'
import { amendmentRoutes } from './amendments/routes.ts'
import { frameworkRoutes, indicatorRoutes } from './framework/routes.ts'
import { departureRoutes } from './departures/routes.ts'
import { dueDayRoutes } from './collection/due-day-routes.ts'
import { collectionRoutes } from './collection/routes.ts'
import { homeRoutes, meRoutes } from './home/routes.ts'
import { holdToPermissions } from './http/allow.ts'
import { refuseAnother } from './http/author.ts'
import { limitBody, readJson } from './http/body.ts'
import { clientFiles } from './http/client-files.ts'
import type { HttpEnvironment } from './http/environment.ts'
import { healthRoutes } from './http/health.ts'
import { describeApi } from './http/openapi.ts'
import { refusePersonalData } from './http/personal-data.ts'
import { onError, onNotFound } from './http/problems.ts'
import { giveReference, headers, noStore, refuseCrossSite } from './http/security.ts'
import { findActor } from './http/session.ts'
import { learningRoutes } from './learning/routes.ts'
import { accessRoutes } from './people/access-routes.ts'
import { letterRoutes } from './mail/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { programmeRoutes } from './programmes/routes.ts'
import { receiptRoutes } from './receipts/routes.ts'
import { returnRoutes } from './returns/routes.ts'
import { levelRoutes } from './reviews/queue/level-routes.ts'
import { queueRoutes } from './reviews/queue/routes.ts'
import { reviewRoutes } from './reviews/routes.ts'
import { settingReportRoutes } from './setting-reports/routes.ts'
import { settingRoutes } from './settings/routes.ts'
import { recordRoutes } from './standards/record-routes.ts'
import { createAuth } from './sign-in/auth.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { standardEditRoutes } from './standards/edit-routes.ts'
import { backTestRoutes, standardRoutes } from './standards/routes.ts'
import { templateRoutes } from './templates/routes.ts'
import { auditRoutes } from './trust/routes.ts'
import { createFileReader } from './uploads/file-reader.ts'
import { uploadPageRoutes } from './uploads/page-routes.ts'
import { uploadRoutes } from './uploads/routes.ts'
import { waiverRoutes } from './waivers/routes.ts'

const clientFolder = fileURLToPath(new URL('../../client/dist', import.meta.url))

/** The whole service as one fetch handler. The client takes its types noun by noun, from each `routes.ts`. */
export function createApp(context: Context): Hono<HttpEnvironment> {
  const auth = createAuth(context)
  const reader = createFileReader()
  const app = guarded(context, auth)
  app
    .route('/api/health', healthRoutes(context))
    .route('/api/me', meRoutes(context))
    .route('/api/home', homeRoutes(context))
    .route('/', signInRoutes(context, auth))
    .route('/', peopleRoutes(context))
    .route('/', accessRoutes(context))
    .route('/', departureRoutes(context))
    .route('/api/letters', letterRoutes(context))
    .route('/api/returns', returnRoutes(context))
    .route('/api/returns', reviewRoutes(context))
    .route('/api/returns', templateRoutes(context))
    .route('/api/returns', uploadRoutes(context, reader))
    .route('/api/setting-reports', settingReportRoutes(context))
    .route('/api/settings', settingRoutes(context))
    .route('/api/collection', collectionRoutes(context))
    .route('/api/collection/returns', dueDayRoutes(context))
    .route('/api/review-queue', queueRoutes(context))
    .route('/api/service-levels', levelRoutes(context))
    .route('/api/programmes', programmeRoutes(context))
    .route('/api/programmes', learningRoutes(context))
    .route('/api/receipts', receiptRoutes(context))
    .route('/api/indicators', indicatorRoutes(context))
    .route('/api/framework', frameworkRoutes(context))
    .route('/api/amendments', amendmentRoutes(context))
    .route('/api/standards', standardRoutes(context))
    .route('/api/standards', standardEditRoutes(context))
    .route('/api/back-tests', backTestRoutes(context))
    .route('/api', recordRoutes(context))
    .route('/api/waivers', waiverRoutes(context))
    .route('/api/audit', auditRoutes(context))
    .get('/api/openapi.json', async (c) => c.json(await describeApi(app, context)))
    .route('/', uploadPageRoutes(context, reader))
    .route('/', clientFiles(clientFolder))
  return app
}

/** What every request passes before any route. */
const guarded = (context: Context, auth: ReturnType<typeof createAuth>): Hono<HttpEnvironment> =>
  new Hono<HttpEnvironment>()
    .onError(onError(context))
    .notFound(onNotFound)
    .use(giveReference(context))
    .use(compress())
    .use(headers(context))
    .use(refuseCrossSite(context))
    .use(limitBody)
    .use(findActor(context, auth))
    .use(refuseAnother)
    .use(holdToPermissions(context))
    .use('/api/*', noStore, readJson, refusePersonalData(context))
