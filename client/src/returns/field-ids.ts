import type { Locator } from '@inclusion/shared/locators'

/** The id of a field: what an error summary leads to. */
export const fieldId = (locator: Locator, part: string): string =>
  `figure-${locator}-${part}`.replaceAll(/[^\w-]/g, '-')

/** The id of what stands beside a figure, for its fields to be described by. */
export const findingsId = (locator: Locator): string => `findings-${locator}`.replaceAll(/[^\w-]/g, '-')
