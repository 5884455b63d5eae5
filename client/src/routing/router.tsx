import type { QueryKey, FetchQueryOptions } from '@tanstack/react-query'
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { NotConnected } from '../api.ts'
import { cache } from '../cache.ts'
import { indicatorQuery } from '../framework/queries.ts'
import { homeQuery } from '../home/queries.ts'
import { peopleQuery } from '../people/queries.ts'
import { programmesQuery } from '../programmes/queries.ts'
import { historyQuery, returnQuery, returnReceiptQuery, returnsQuery } from '../returns/queries.ts'
import { queueQuery, reopenAskedQuery } from '../reviews/queries.ts'
import { settingReportQuery, settingReportsQuery } from '../setting-reports/queries.ts'
import { Loading } from '../ui/loading.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { paths } from './paths.ts'
import { ProblemPage } from './problem-page.tsx'
import { Root } from './root.tsx'

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage })

type Params = Record<string, string>

/** One page: its address, the file that is fetched when somebody goes there, and what it is loaded with. */
function page<Name extends string>(
  path: string,
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
  query?: (params: Params) => Promise<unknown>,
) {
  return createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(load, name),
    ...(query && { loader: ({ params }: { params: Params }) => query(params) }),
  })
}

/** Fetched before the page is shown, unless it was fetched a moment ago, or nothing can be fetched just now. */
async function fetched<T, Key extends QueryKey>(options: FetchQueryOptions<T, Error, T, Key>): Promise<T> {
  try {
    return await cache.fetchQuery(options)
  } catch (error) {
    const before = cache.getQueryData<T>(options.queryKey)
    if (error instanceof NotConnected && before !== undefined) return before
    throw error
  }
}

const ofReturn = ({ returnId = '' }: Params) => fetched(returnQuery(returnId))

const routes = [
  page(
    paths.home(),
    () => import('../home/home-page.tsx'),
    'HomePage',
    () => fetched(homeQuery),
  ),

  page(
    paths.returns(),
    () => import('../returns/returns-page.tsx'),
    'ReturnsPage',
    () => fetched(returnsQuery),
  ),
  page(paths.return('$returnId'), () => import('../returns/return-page.tsx'), 'ReturnPage', ofReturn),
  page(
    paths.returnSection('$returnId', '$section'),
    () => import('../returns/section-page.tsx'),
    'SectionPage',
    ofReturn,
  ),
  page(
    paths.returnSettings('$returnId'),
    () => import('../returns/return-settings-page.tsx'),
    'ReturnSettingsPage',
    ofReturn,
  ),
  page(paths.returnCheck('$returnId'), () => import('../returns/check-page.tsx'), 'CheckPage', ofReturn),
  page(
    paths.returnSignOff('$returnId'),
    () => import('../returns/sign-off-page.tsx'),
    'SignOffPage',
    ofReturn,
  ),
  page(
    paths.returnCarried('$returnId', '$indicator'),
    () => import('../returns/carried-page.tsx'),
    'CarriedPage',
    ofReturn,
  ),
  page(
    paths.returnReceipt('$returnId'),
    () => import('../receipts/receipt-page.tsx'),
    'ReceiptPage',
    ({ returnId = '' }) => fetched(returnReceiptQuery(returnId)),
  ),
  page(
    paths.returnHistory('$returnId'),
    () => import('../returns/history-page.tsx'),
    'HistoryPage',
    async (params) => {
      await Promise.all([ofReturn(params), fetched(historyQuery(params['returnId'] ?? ''))])
    },
  ),
  page(
    paths.indicator('$code'),
    () => import('../framework/indicator-page.tsx'),
    'IndicatorPage',
    ({ code = '' }) => fetched(indicatorQuery(code)),
  ),

  page(
    paths.settingReports(),
    () => import('../setting-reports/setting-reports-page.tsx'),
    'SettingReportsPage',
    () => fetched(settingReportsQuery),
  ),
  page(
    paths.settingReport('$returnId', '$urn'),
    () => import('../setting-reports/setting-report-page.tsx'),
    'SettingReportPage',
    ({ returnId = '', urn = '' }) => fetched(settingReportQuery(returnId, urn)),
  ),

  page(paths.settings(), () => import('../settings/settings-page.tsx'), 'SettingsPage'),
  page(paths.setting('$urn'), () => import('../settings/setting-page.tsx'), 'SettingPage'),

  page(paths.receiptCheck(), () => import('../receipts/receipt-check-page.tsx'), 'ReceiptCheckPage'),
  page(paths.receipt('$code'), () => import('../receipts/verified-receipt-page.tsx'), 'VerifiedReceiptPage'),

  page(
    paths.reviews(),
    () => import('../reviews/reviews-page.tsx'),
    'ReviewsPage',
    () => Promise.all([fetched(queueQuery), fetched(reopenAskedQuery)]),
  ),
  page(paths.review('$returnId'), () => import('../reviews/review-page.tsx'), 'ReviewPage', ofReturn),
  page(
    paths.programmes(),
    () => import('../programmes/programmes-page.tsx'),
    'ProgrammesPage',
    () => fetched(programmesQuery),
  ),
  page(paths.programme('$code'), () => import('../programmes/programme-page.tsx'), 'ProgrammePage'),
  page(paths.standards(), () => import('../standards/standards-page.tsx'), 'StandardsPage'),
  page(paths.scores(), () => import('../standards/scores-page.tsx'), 'ScoresPage'),
  page(paths.check('$code'), () => import('../standards/check-page.tsx'), 'CheckPage'),
  page(paths.edition('$standardId'), () => import('../standards/edition-page.tsx'), 'EditionPage'),
  page(paths.addCheck('$standardId'), () => import('../standards/add-check-page.tsx'), 'AddCheckPage'),
  page(
    paths.editCheck('$standardId', '$code'),
    () => import('../standards/edit-check-page.tsx'),
    'EditCheckPage',
  ),
  page(paths.backTest('$standardId'), () => import('../standards/back-test-page.tsx'), 'BackTestPage'),
  page(
    paths.people(),
    () => import('../people/people-page.tsx'),
    'PeoplePage',
    () => fetched(peopleQuery),
  ),
  page(paths.waivers(), () => import('../waivers/waivers-page.tsx'), 'WaiversPage'),
  page(paths.audit(), () => import('../audit/audit-page.tsx'), 'AuditPage'),
  page(paths.accessibility(), () => import('../shell/accessibility-page.tsx'), 'AccessibilityPage'),
]

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPendingComponent: Loading,
  defaultErrorComponent: ProblemPage,
  scrollRestoration: true,
})
