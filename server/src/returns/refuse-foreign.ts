/** Which figures a save may touch: those the return asks of this person, in the parts they are made of. */
import { partsOf } from '@inclusion/shared/figure-changes'
import type { FigureChange } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { readLocator, type FigureLocator } from '@inclusion/shared/locators'
import { Problem } from '@inclusion/shared/problems'
import { isUnlocked } from '@inclusion/shared/returns'
import { unlockedWords } from '@inclusion/shared/unlocked-words'
import type { Return } from './store.ts'

export function refuseTwice(changes: readonly FigureChange[]): void {
  const seen = new Set<string>()
  for (const { locator } of changes) {
    if (seen.has(locator)) {
      throw invalid(locator, 'This figure is given twice. Send each figure once.')
    }
    seen.add(locator)
  }
}

type Judged = {
  change: FigureChange
  /** The setting whose report is saved, or null for the authority's own figures. */
  urn: string | null
  dataReturn: Return
  definitions: Map<string, IndicatorDefinition>
  /** Figures that a blocking finding names: open, whatever RMEL asked about. */
  opened: ReadonlySet<string>
}

/** A figure that the return does not ask for, that is locked, worked out, or another's to report. */
export function refuseForeign({ change, urn, dataReturn, definitions, opened }: Judged): void {
  const { locator } = change
  const errors = [{ field: locator, message: 'This figure was not saved.' }]
  const named = (type: 'figure-not-asked' | 'figure-is-derived' | 'setting-has-a-head') =>
    new Problem(type, { errors })
  const place = readLocator(locator)
  if (place.urn !== urn) throw named(place.urn === null ? 'figure-not-asked' : 'setting-has-a-head')
  const unlocked = JSON.parse(dataReturn.unlocked) as string[]
  if (!isUnlocked(dataReturn.status, unlocked, locator) && !opened.has(locator)) {
    const asked = unlockedWords([...definitions.values()], unlocked)
    const detail = opened.size === 0 ? asked : `${asked} What a check stops the return for is open as well.`
    throw new Problem('figure-locked', { detail, errors })
  }
  if (place.kind === 'attendance') return
  const definition = definitions.get(place.indicator)
  if (!definition || !isAsked(definition, place)) throw named('figure-not-asked')
  const { alsoFromAuthority, derivation } = definition
  const typedFirst = derivation?.kind === 'carried' || (alsoFromAuthority && place.urn === null)
  if (derivation && !typedFirst) throw named('figure-is-derived')
  refuseParts(definition, change)
}

/** Whether a definition is asked of this place, and has its category. */
function isAsked(
  { collectedFrom, alsoFromAuthority, disaggregations }: IndicatorDefinition,
  { urn, dimension, category }: FigureLocator,
): boolean {
  const fromSetting = collectedFrom === 'setting'
  if (fromSetting !== (urn !== null) && !(alsoFromAuthority && urn === null)) return false
  if (dimension === null) return true
  const breakdown = disaggregations.find((asked) => asked.dimension === dimension)
  return breakdown?.categories.some(({ code }) => code === category) ?? false
}

/** A number typed into a part that the figure does not have would be stored where nobody sees it. */
function refuseParts(definition: IndicatorDefinition, change: FigureChange): void {
  const { locator, entries, text, counted } = change
  const parts: readonly string[] = partsOf(definition)
  if (Object.keys(entries ?? {}).some((part) => !parts.includes(part))) {
    throw invalid(
      locator,
      parts.length === 0
        ? 'This asks for words, not a number.'
        : `Only ${parts.join(', ')} can be given here.`,
    )
  }
  if (counted !== undefined)
    throw invalid(locator, 'Only the attendance of a setting can be counted from a register.')
  if (text !== undefined && definition.measure !== 'text')
    throw invalid(locator, 'This asks for a number, not words.')
}

const invalid = (field: string, message: string) =>
  new Problem('invalid-request', { errors: [{ field, message }] })
