import { createRoute, createRouter, notFound, redirect } from '@tanstack/react-router'
import { indicatorQuery } from '../framework/queries.ts'
import { homeQuery } from '../home/queries.ts'
import { historyQuery, returnQuery, returnReceiptQuery, returnsQuery } from '../returns/queries.ts'
import { settingReportQuery, settingReportsQuery } from '../setting-reports/queries.ts'
import { Loading } from '../ui/loading.tsx'
import { fetched, page, root, type Params } from './page-route.ts'
import { paths } from './paths.ts'
import { ProblemPage } from './problem-page.tsx'

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

  page(paths.accessibility(), () => import('../shell/accessibility-page.tsx'), 'AccessibilityPage'),
]

/**
 * An address that is none of these: the pages of staff are fetched and joined to the others, and the address is
 * asked again. One that is none of those either does not exist.
 */
const elsewhere = createRoute({
  getParentRoute: () => root,
  path: '$',
  loader: async ({ location }) => {
    if (isComplete) throw notFound()
    const { staffRoutes } = await import('./staff-routes.tsx')
    isComplete = true
    root.addChildren([...routes, ...staffRoutes, elsewhere])
    router.setRoutes(router.buildRouteTree())
    throw redirect({ href: location.href, replace: true })
  },
})
let isComplete = false

export const router = createRouter({
  routeTree: root.addChildren([...routes, elsewhere]),
  defaultPendingComponent: Loading,
  defaultErrorComponent: ProblemPage,
  scrollRestoration: true,
})
