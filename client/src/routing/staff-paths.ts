import { withSearch } from './paths.ts'

/** Addresses that only the pages of staff link to: they come with those pages. */
export const staffPaths = {
  programme: (code: string, period?: string) => withSearch(`/programmes/${code}`, { period }),

  /** The review queue with its filters; without any it is `paths.reviews()`. */
  reviewQueue: (of: Record<string, string | number | undefined> = {}) => withSearch('/reviews', of),
  serviceLevels: () => '/reviews/service-levels',
  acceptTogether: (returns?: string) => withSearch('/reviews/accept', { returns }),
  reviewAgainst: (returnId: string, against: string) => withSearch(`/reviews/${returnId}`, { against }),

  collection: (of: { programme?: string; year?: string; status?: string } = {}) =>
    withSearch('/collection', of),
  collectionWindows: (programme?: string) => withSearch('/collection/windows', { programme }),
  dueDay: (returnId: string) => `/collection/returns/${returnId}`,

  scores: (of: { programme?: string; clause?: string } = {}) => withSearch('/standards/scores', of),
  edition: (id: string) => `/standards/editions/${id}`,
  addCheck: (id: string) => `/standards/editions/${id}/add-check`,
  editCheck: (id: string, code: string) => `/standards/editions/${id}/checks/${code}`,
  // A check as 4-10: the router reads 4.10 as a number.
  backTest: (id: string, { check, authority }: { check?: string; authority?: string } = {}) =>
    withSearch(`/standards/editions/${id}/back-test`, { check: check?.replace('.', '-'), authority }),

  access: (of: Record<string, string | undefined> = {}) => withSearch('/people/access', of),
  letters: () => '/people/letters',
  leaving: (personId: string) => `/people/${personId}/leaving`,

  auditEvent: (position: number | string) => `/audit/events/${position}`,
  auditCheck: () => '/audit/check',
  framework: () => '/framework',
  frameworkOf: (programme: string, period?: string) => withSearch(`/framework/${programme}`, { period }),
  beginAmendment: (of: { kind?: string; programme?: string } = {}) => withSearch('/framework/begin', of),
  amendment: (id: string) => `/framework/amendments/${id}`,
  amendmentProgramme: (id: string) => `/framework/amendments/${id}/programme`,
  amendmentFigures: (id: string) => `/framework/amendments/${id}/figures`,
  amendmentFigure: (id: string, code: string) => `/framework/amendments/${id}/figures/${code}`,
  amendmentRules: (id: string) => `/framework/amendments/${id}/rules`,
  amendmentBoroughs: (id: string) => `/framework/amendments/${id}/boroughs`,
  amendmentDecisions: (id: string) => `/framework/amendments/${id}/decisions`,
  amendmentAmounts: (id: string) => `/framework/amendments/${id}/amounts`,
  amendmentSettings: (id: string) => `/framework/amendments/${id}/settings`,
  amendmentWindows: (id: string) => `/framework/amendments/${id}/windows`,
  amendmentPlans: (id: string) => `/framework/amendments/${id}/plans`,
  amendmentPlan: (id: string, code: string) => `/framework/amendments/${id}/plans/${code}`,
  dryRun: (id: string) => `/framework/amendments/${id}/dry-run`,
} as const
