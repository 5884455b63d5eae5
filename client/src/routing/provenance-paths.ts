import { withSearch } from './paths.ts'

/** Where figures come from: pages that are opened now and then, and so are not among those of the first route. */
export const provenancePaths = {
  figure: (returnId: string, locator: string) => `/returns/${returnId}/figures/${locator}`,
  rollUp: (programme: string, indicator: string, period?: string) =>
    withSearch(`/programmes/${programme}/figures/${indicator}`, { period }),
} as const
