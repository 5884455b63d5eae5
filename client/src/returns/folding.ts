/** Which breakdowns are folded open, and the addresses that lead to a field behind one that is not. */
import type { ReturnView } from '@inclusion/server/returns/view'
import { isAnswered } from '@inclusion/shared/figures'
import { asksIn } from '@inclusion/shared/framework/tiers'
import { figureLocator, readLocator, type Locator } from '@inclusion/shared/locators'
import { settingOfPlace, type Finding } from '@inclusion/shared/standards/finding'
import { paths } from '../routing/paths.ts'
import type { Section } from './sections.ts'

export type Place = Pick<Finding, 'locator' | 'part'>

export const breakdownKey = (indicator: string, dimension: string): string => `${indicator}:${dimension}`

/** The breakdown that a figure belongs to; null for a total, or what is no figure. */
export function breakdownOf(locator: Locator | null): string | null {
  if (locator === null || settingOfPlace(locator) !== null) return null
  const place = readLocator(locator)
  return place.kind === 'figure' && place.dimension !== null
    ? breakdownKey(place.indicator, place.dimension)
    : null
}

/** Breakdowns that still want something are open at first, and the one a link leads to. */
export function foldedOpen(
  { checkInput: { figures, tier } }: ReturnView,
  { definitions }: Section,
): ReadonlySet<string> {
  const wanting = definitions.flatMap(({ indicator, disaggregations }) =>
    disaggregations
      .filter(({ askedFrom }) => asksIn(askedFrom, tier))
      .filter(({ dimension, categories }) =>
        categories.some(
          ({ code }) => !isAnswered(figures[figureLocator(indicator, { dimension, category: code })]),
        ),
      )
      .map(({ dimension }) => breakdownKey(indicator, dimension)),
  )
  const arriving = breakdownOf(arrivingAt(window.location.hash).locator)
  return new Set(arriving === null ? wanting : [...wanting, arriving])
}

/** The address of a figure, and of one field of it where one is meant: `...#APM-OP2:sex:female/value`. */
export const figureAddress = (returnId: string, section: string, { locator, part }: Place): string =>
  `${paths.returnSection(returnId, section)}#${locator ?? ''}${part === null ? '' : `/${part}`}`

/** The figure and part that the end of such an address names. */
export function arrivingAt(hash: string): Place {
  const [locator = '', part = null] = decodeURIComponent(hash.slice(1)).split('/')
  return { locator: /^[A-Z]{2,5}-/.test(locator) ? locator : null, part }
}

/** What is unfolded, after one more was opened or closed. */
export function toggled(before: ReadonlySet<string>, key: string, open: boolean): ReadonlySet<string> {
  const after = new Set(before)
  if (open) after.add(key)
  else after.delete(key)
  return after
}
