import { auditChoicesQuery, auditEventQuery } from '../audit/queries.ts'
import { leavingQuery, peopleQuery } from '../people/queries.ts'
import { lettersQuery } from '../letters/queries.ts'
import { levelsQuery } from '../reviews/queue/queries.ts'
import { dueDayQuery } from '../collection/queries.ts'
import type { ComponentType } from 'react'
import { amendmentQuery, amendmentsQuery, referenceQuery } from '../amendments/queries.ts'
import { programmesQuery } from '../programmes/queries.ts'
import { figureQuery } from '../provenance/queries.ts'
import { returnQuery } from '../returns/queries.ts'
import { fetched, page } from './page-route.ts'
import { paths } from './paths.ts'
import { provenancePaths } from './provenance-paths.ts'
import { staffPaths } from './staff-paths.ts'

/** A page of one amendment, which is fetched before it shows. */
const ofAmendment = <Name extends string>(
  path: (id: string) => string,
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
) => page(path('$amendmentId'), load, name, ({ amendmentId = '' }) => fetched(amendmentQuery(amendmentId)))

/**
 * The pages of those who review, run and administer, the standard's, which share an address, and where a figure comes
 * from, which is asked now and then: a table of its own, fetched when one of them is first opened.
 */
export const staffRoutes = [
  page(paths.reviews(), () => import('../reviews/reviews-page.tsx'), 'ReviewsPage'),
  page(staffPaths.acceptTogether(), () => import('../reviews/queue/accept-page.tsx'), 'AcceptPage'),
  page(
    staffPaths.serviceLevels(),
    () => import('../reviews/queue/levels-page.tsx'),
    'LevelsPage',
    () => fetched(levelsQuery),
  ),
  page(
    paths.review('$returnId'),
    () => import('../reviews/review-page.tsx'),
    'ReviewPage',
    ({ returnId = '' }) => fetched(returnQuery(returnId)),
  ),
  page(
    paths.programmes(),
    () => import('../programmes/programmes-page.tsx'),
    'ProgrammesPage',
    () => fetched(programmesQuery),
  ),
  page(staffPaths.programme('$code'), () => import('../programmes/programme-page.tsx'), 'ProgrammePage'),
  page(
    provenancePaths.rollUp('$code', '$indicator'),
    () => import('../provenance/roll-up-page.tsx'),
    'RollUpPage',
  ),
  page(
    provenancePaths.figure('$returnId', '$locator'),
    () => import('../provenance/figure-page.tsx'),
    'FigurePage',
    ({ returnId = '', locator = '' }) => fetched(figureQuery(returnId, locator)),
  ),
  page(paths.collection(), () => import('../collection/collection-page.tsx'), 'CollectionPage'),
  page(staffPaths.collectionWindows(), () => import('../collection/windows-page.tsx'), 'WindowsPage'),
  page(
    staffPaths.dueDay('$returnId'),
    () => import('../collection/due-day-page.tsx'),
    'DueDayPage',
    ({ returnId = '' }) => fetched(dueDayQuery(returnId)),
  ),
  page(paths.standards(), () => import('../standards/standards-page.tsx'), 'StandardsPage'),
  page(staffPaths.scores(), () => import('../standards/scores-page.tsx'), 'ScoresPage'),
  page(paths.check('$code'), () => import('../standards/check-page.tsx'), 'CheckPage'),
  page(staffPaths.edition('$standardId'), () => import('../standards/edition-page.tsx'), 'EditionPage'),
  page(staffPaths.addCheck('$standardId'), () => import('../standards/add-check-page.tsx'), 'AddCheckPage'),
  page(
    staffPaths.editCheck('$standardId', '$code'),
    () => import('../standards/edit-check-page.tsx'),
    'EditCheckPage',
  ),
  page(staffPaths.backTest('$standardId'), () => import('../standards/back-test-page.tsx'), 'BackTestPage'),
  page(
    paths.people(),
    () => import('../people/people-page.tsx'),
    'PeoplePage',
    () => fetched(peopleQuery),
  ),
  page(
    staffPaths.framework(),
    () => import('../framework/frameworks-page.tsx'),
    'FrameworksPage',
    () => Promise.all([fetched(referenceQuery), fetched(amendmentsQuery)]),
  ),
  page(
    staffPaths.frameworkOf('$programme'),
    () => import('../framework/framework-page.tsx'),
    'FrameworkPage',
  ),
  page(
    staffPaths.beginAmendment(),
    () => import('../amendments/begin-page.tsx'),
    'BeginPage',
    () => fetched(referenceQuery),
  ),
  ofAmendment(staffPaths.amendment, () => import('../amendments/amendment-page.tsx'), 'AmendmentPage'),
  ofAmendment(
    staffPaths.amendmentProgramme,
    () => import('../amendments/programme-part-page.tsx'),
    'ProgrammePartPage',
  ),
  ofAmendment(staffPaths.amendmentFigures, () => import('../amendments/figures-page.tsx'), 'FiguresPage'),
  ofAmendment(
    (id) => staffPaths.amendmentFigure(id, '$code'),
    () => import('../amendments/figure-page.tsx'),
    'FigurePage',
  ),
  ofAmendment(staffPaths.amendmentRules, () => import('../amendments/rules-page.tsx'), 'RulesPage'),
  ofAmendment(staffPaths.amendmentBoroughs, () => import('../amendments/boroughs-page.tsx'), 'BoroughsPage'),
  ofAmendment(
    staffPaths.amendmentDecisions,
    () => import('../amendments/decisions-page.tsx'),
    'DecisionsPage',
  ),
  ofAmendment(staffPaths.amendmentAmounts, () => import('../amendments/amounts-page.tsx'), 'AmountsPage'),
  ofAmendment(
    staffPaths.amendmentSettings,
    () => import('../amendments/settings-page.tsx'),
    'AmendmentSettingsPage',
  ),
  ofAmendment(staffPaths.amendmentWindows, () => import('../amendments/windows-page.tsx'), 'WindowsPage'),
  ofAmendment(staffPaths.amendmentPlans, () => import('../amendments/plans-page.tsx'), 'PlansPage'),
  ofAmendment(
    (id) => staffPaths.amendmentPlan(id, '$code'),
    () => import('../amendments/plan-page.tsx'),
    'PlanPage',
  ),
  ofAmendment(staffPaths.dryRun, () => import('../amendments/dry-run-page.tsx'), 'DryRunPage'),
  page(paths.waivers(), () => import('../waivers/waivers-page.tsx'), 'WaiversPage'),
  page(staffPaths.access(), () => import('../people/access-page.tsx'), 'AccessPage'),
  page(
    staffPaths.letters(),
    () => import('../letters/letters-page.tsx'),
    'LettersPage',
    () => fetched(lettersQuery),
  ),
  page(
    staffPaths.leaving('$personId'),
    () => import('../people/leaving-page.tsx'),
    'LeavingPage',
    ({ personId = '' }) => fetched(leavingQuery(personId)),
  ),
  page(
    paths.audit(),
    () => import('../audit/audit-page.tsx'),
    'AuditPage',
    () => fetched(auditChoicesQuery),
  ),
  page(
    staffPaths.auditEvent('$position'),
    () => import('../audit/event-page.tsx'),
    'EventPage',
    ({ position = '' }) => fetched(auditEventQuery(position)),
  ),
  page(
    staffPaths.auditCheck(),
    () => import('../audit/check-trail-page.tsx'),
    'CheckTrailPage',
    () => fetched(auditChoicesQuery),
  ),
]
