/** Clause 2, On time: a return comes in by its date, and stands as it was accepted. */
import type { Figure } from '../../figures.ts'
import type { IndicatorDefinition } from '../../framework/indicators.ts'
import { figureLocator, readLocator, type Cohort } from '../../locators.ts'
import { longDate } from '../../time.ts'
import type { FindingInput } from '../finding.ts'
import type { Fault, PreparedInput } from '../prepared-input.ts'
import { figureWords, placeName } from '../words.ts'
import { reports } from './attendance-asked.ts'

/** 2.1: submitted after the due date. Both are London dates. */
export function submittedLate({ input: { signing } }: PreparedInput): Fault[] {
  if (!signing || signing.submittedOn <= signing.dueOn) return []
  const { submittedOn, dueOn } = signing
  return [
    {
      locator: null,
      part: null,
      inputs: [
        { locator: '', part: 'submittedOn', label: 'Submitted on', value: submittedOn },
        { locator: '', part: 'dueOn', label: 'Due on', value: dueOn },
      ],
      message: `This return is submitted on ${longDate(submittedOn)}, after its due date of ${longDate(dueOn)}.`,
      fix: 'Say why it is late, and what will bring the next one in on time.',
    },
  ]
}

const comparedParts = ['value', 'numerator', 'denominator', 'people', 'text', 'missing'] as const

/**
 * 2.2: a figure that somebody typed, or the attendance behind it, is not what was accepted. A total silences
 * its categories, and one count of a setting behind several figures is asked about once.
 */
export function changedSinceAccepted(prepared: PreparedInput): Fault[] {
  const before = prepared.input.acceptedBefore
  if (before === null) return []
  const places = new Set([...Object.keys(before), ...Object.keys(prepared.figures())])
  const spoken = new Set<string>()
  const faults = [...places].toSorted().flatMap((locator) => {
    const change = changeAt(prepared, locator, before[locator])
    if (change === null) return []
    const sources = change.parts.map((part) => sourceOf(prepared, change, part))
    if (sources.every((source) => spoken.has(source))) return []
    for (const source of sources) spoken.add(source)
    return [changedFigure(prepared, change)]
  })
  const changed = new Set(faults.map(({ locator }) => locator))
  return faults.filter(({ locator }) => {
    const total = totalLocator(locator ?? '')
    return total === locator || !changed.has(total)
  })
}

function totalLocator(locator: string): string {
  const place = readLocator(locator)
  return place.kind === 'figure' ? figureLocator(place.indicator, { urn: place.urn }) : locator
}

type Part = (typeof comparedParts)[number]
type Change = {
  locator: string
  urn: string | null
  definition: IndicatorDefinition
  parts: Part[]
  before: Figure | undefined
  now: Figure | undefined
}

function changeAt(prepared: PreparedInput, locator: string, before: Figure | undefined): Change | null {
  const place = readLocator(locator)
  const definition = place.kind === 'figure' ? prepared.definitions().get(place.indicator) : undefined
  if (!definition || prepared.drafted().has(locator) || !isTyped(prepared, definition, place.urn)) return null
  const now = prepared.figures()[locator]
  const parts = comparedParts.filter((part) => (now?.[part] ?? null) !== (before?.[part] ?? null))
  return parts.length === 0 ? null : { locator, urn: place.urn, definition, parts, before, now }
}

/** What a part comes from: a count of the setting's attendance, or the figure itself. */
function sourceOf(prepared: PreparedInput, { locator, urn, definition }: Change, part: Part): string {
  const { derivation } = definition
  const own = `${locator} ${part}`
  if (derivation?.kind !== 'attendance' || !isCountedAt(prepared, urn, derivation.cohort)) return own
  const counts: Partial<Record<Part, string>> = {
    numerator: derivation.numerator,
    denominator: derivation.denominator,
    people: 'enrolments',
  }
  const count = counts[part]
  return count === undefined ? own : `${urn} ${derivation.cohort} ${count}`
}

const isCountedAt = (prepared: PreparedInput, urn: string | null, cohort: Cohort): boolean =>
  prepared.attendance().some((counts) => counts.urn === urn && counts.cohort === cohort)

function changedFigure(prepared: PreparedInput, { locator, definition, parts, before, now }: Change): Fault {
  const name = placeName(prepared, locator)
  const inputs = parts.flatMap((part): FindingInput[] => [
    { locator, part: `accepted ${part}`, label: `${name}, as accepted`, value: before?.[part] ?? null },
    { locator, part, label: name, value: now?.[part] ?? null },
  ])
  const message = parts.every((part) => part === 'text')
    ? `The text of "${name}" was changed after it was accepted.`
    : `${name} was ${figureWords(definition, before)} when it was accepted, and is now ${figureWords(definition, now)}.`
  return { locator, part: parts[0]!, inputs, message, fix: 'Say why it changed: others may have used it.' }
}

/**
 * What the service works out changes with what it is worked out from; a report that is not in is 1.4's. A
 * setting's attendance is typed, and is compared by the figures that it gives.
 */
function isTyped(prepared: PreparedInput, definition: IndicatorDefinition, urn: string | null): boolean {
  const { derivation, collectedFrom } = definition
  const { settings } = prepared.input
  if (urn !== null && !settings.some((setting) => setting.urn === urn && reports(setting))) return false
  if (derivation?.kind === 'carried')
    return typeof prepared.last()?.figures[figureLocator(derivation.from)]?.value !== 'number'
  return collectedFrom !== 'derived'
}
