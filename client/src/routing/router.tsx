import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Loading } from '../ui/loading.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { paths } from './paths.ts'
import { ProblemPage } from './problem-page.tsx'
import { Root } from './root.tsx'

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage })

// One line a page: its address, and the file that is fetched when somebody goes there.
const routes = [
  createRoute({
    getParentRoute: () => root,
    path: paths.home(),
    component: lazyRouteComponent(() => import('../home/home-page.tsx'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.returns(),
    component: lazyRouteComponent(() => import('../returns/returns-page.tsx'), 'ReturnsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.settingReports(),
    component: lazyRouteComponent(
      () => import('../setting-reports/setting-reports-page.tsx'),
      'SettingReportsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.reviews(),
    component: lazyRouteComponent(() => import('../reviews/reviews-page.tsx'), 'ReviewsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.programmes(),
    component: lazyRouteComponent(() => import('../programmes/programmes-page.tsx'), 'ProgrammesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.receiptCheck(),
    component: lazyRouteComponent(() => import('../receipts/receipt-check-page.tsx'), 'ReceiptCheckPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.people(),
    component: lazyRouteComponent(() => import('../people/people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.standards(),
    component: lazyRouteComponent(() => import('../standards/standards-page.tsx'), 'StandardsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.audit(),
    component: lazyRouteComponent(() => import('../audit/audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.accessibility(),
    component: lazyRouteComponent(() => import('../shell/accessibility-page.tsx'), 'AccessibilityPage'),
  }),
]

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPendingComponent: Loading,
  defaultErrorComponent: ProblemPage,
  scrollRestoration: true,
})
