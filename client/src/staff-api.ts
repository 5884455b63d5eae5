/** The nouns of the API that only the pages of staff use: they come with those pages. */
import type { CollectionRoutes } from '@inclusion/server/collection/routes'
import type { DueDayRoutes } from '@inclusion/server/collection/due-day-routes'
import type { AmendmentRoutes } from '@inclusion/server/amendments/routes'
import type { AuditRoutes } from '@inclusion/server/trust/routes'
import type { BackTestRoutes, StandardRoutes } from '@inclusion/server/standards/routes'
import type { FrameworkRoutes } from '@inclusion/server/framework/routes'
import type { LearningRoutes } from '@inclusion/server/learning/routes'
import type { ProgrammeRoutes } from '@inclusion/server/programmes/routes'
import type { LetterRoutes } from '@inclusion/server/mail/routes'
import type { LevelRoutes } from '@inclusion/server/reviews/queue/level-routes'
import type { QueueRoutes } from '@inclusion/server/reviews/queue/routes'
import type { RecordRoutes } from '@inclusion/server/standards/record-routes'
import type { StandardEditRoutes } from '@inclusion/server/standards/edit-routes'
import type { WaiverRoutes } from '@inclusion/server/waivers/routes'
import type { AccessRoutes } from '@inclusion/server/people/access-routes'
import type { DepartureRoutes } from '@inclusion/server/departures/routes'
import type { peopleRoutes } from '@inclusion/server/people/routes'
import { hc } from 'hono/client'
import { options } from './api.ts'

export const staffApi = {
  queue: hc<QueueRoutes>('/api/review-queue', options),
  serviceLevels: hc<LevelRoutes>('/api/service-levels', options),
  letters: hc<LetterRoutes>('/api/letters', options),
  collection: hc<CollectionRoutes>('/api/collection', options),
  dueDays: hc<DueDayRoutes>('/api/collection/returns', options),
  programmes: hc<ProgrammeRoutes>('/api/programmes', options),
  meetings: hc<LearningRoutes>('/api/programmes', options),
  standards: hc<StandardRoutes>('/api/standards', options),
  editions: hc<StandardEditRoutes>('/api/standards', options),
  backTests: hc<BackTestRoutes>('/api/back-tests', options),
  records: hc<RecordRoutes>('/api', options),
  framework: hc<FrameworkRoutes>('/api/framework', options),
  amendments: hc<AmendmentRoutes>('/api/amendments', options),
  waivers: hc<WaiverRoutes>('/api/waivers', options),
  audit: hc<AuditRoutes>('/api/audit', options),
  access: hc<AccessRoutes>('/', options),
  departures: hc<DepartureRoutes>('/', options),
  people: hc<ReturnType<typeof peopleRoutes>>('/', options),
}
