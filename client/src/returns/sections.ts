/** A return by its sections: what each asks, how far it is, and what stands in the way. Pure. */
import { isAnswered } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { readLocator, type Locator } from '@inclusion/shared/locators'
import { countProgress, type Progress } from '@inclusion/shared/progress'
import type { Standard } from '@inclusion/shared/standards/check'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { isOutstanding, settingOfPlace, type Finding } from '@inclusion/shared/standards/finding'

export type Section = { slug: string; name: string; definitions: IndicatorDefinition[] }

/** The sections of what is asked, in order. */
export function sectionsOf(asked: readonly IndicatorDefinition[]): Section[] {
  const byName = Map.groupBy(asked, ({ section }) => section)
  return [...byName].map(([name, definitions]) => ({ slug: slugOf(name), name, definitions }))
}

const slugOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

/** Whether the authority types this figure itself; settings' and derived figures are only shown to it. */
export const isOwn = ({ collectedFrom }: IndicatorDefinition): boolean => collectedFrom === 'authority'

/** How many of the figures asked are in, as far as the page knows. */
export const progressOf = (
  definitions: readonly IndicatorDefinition[],
  { figures, settings }: Pick<CheckInput, 'figures' | 'settings'>,
): Progress => countProgress(definitions, settings, (locator) => isAnswered(figures[locator]))

/** Findings by what they ask of the person. A blank figure is not a fault: it is not given yet. */
export type SortedFindings = {
  toFix: Finding[]
  toExplain: Finding[]
  blank: Finding[]
  notes: Finding[]
  /** What would be to fix or to explain, and is waived for now. */
  waived: Finding[]
}

export function sortFindings(standard: Standard, findings: readonly Finding[]): SortedFindings {
  const isBlank = blankIn(standard)
  const open = findings.filter(isOutstanding)
  return {
    toFix: open.filter((finding) => finding.severity === 'block' && !isBlank(finding)),
    toExplain: open.filter(({ severity }) => severity === 'explain'),
    blank: open.filter(isBlank),
    notes: findings.filter(({ severity }) => severity === 'note'),
    waived: findings.filter(({ waiver, severity }) => waiver !== null && severity !== 'note'),
  }
}

/** Whether a finding of this standard only says that a figure is not given yet. */
export function blankIn({ checks }: Standard): (finding: Finding) => boolean {
  const codes = new Set(checks.filter(({ rule }) => rule.kind === 'figure-missing').map(({ code }) => code))
  return ({ check, failedClosed }) => codes.has(check) && !failedClosed
}

/** Findings on figures of these definitions: of all places, or only of one setting or the authority's own. */
export function findingsOn(
  findings: readonly Finding[],
  definitions: readonly IndicatorDefinition[],
  urn?: string | null,
): Finding[] {
  const codes = new Set(definitions.map(({ indicator }) => indicator))
  return findings.filter(({ locator }) => {
    const place = figurePlace(locator)
    return place !== null && codes.has(place.indicator) && (urn === undefined || place.urn === urn)
  })
}

function figurePlace(locator: Locator | null) {
  if (locator === null || settingOfPlace(locator) !== null) return null
  const place = readLocator(locator)
  return place.kind === 'figure' ? place : null
}

/** Findings that belong to no section: on a setting's report or counts, or on the return as a whole. */
export function findingsElsewhere(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ locator }) => figurePlace(locator) === null)
}

/** The setting a finding is about, or null when it is about the authority's own figures or the whole return. */
export function settingOfFinding({ locator }: Finding): string | null {
  if (locator === null) return null
  return settingOfPlace(locator) ?? readLocator(locator).urn
}
