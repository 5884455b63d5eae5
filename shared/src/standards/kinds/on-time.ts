/** Clause 2, On time: a return comes in by its date, and stands as it was accepted. */
import type { Figure } from '../../figures.ts'
import type { IndicatorDefinition } from '../../framework/indicators.ts'
import { figureLocator, readLocator } from '../../locators.ts'
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

/** 2.2: a figure that somebody typed is not what was accepted. A total silences its categories. */
export function changedSinceAccepted(prepared: PreparedInput): Fault[] {
  const before = prepared.input.acceptedBefore
  if (before === null) return []
  const places = new Set([...Object.keys(before), ...Object.keys(prepared.figures())])
  const faults = [...places].flatMap((locator) => changedFigure(prepared, locator, before[locator]))
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

function changedFigure(prepared: PreparedInput, locator: string, then: Figure | undefined): Fault[] {
  const place = readLocator(locator)
  const definition = place.kind === 'figure' ? prepared.definitions().get(place.indicator) : undefined
  if (!definition || prepared.drafted().has(locator) || !isTyped(prepared, definition, place.urn)) return []
  const now = prepared.figures()[locator]
  const parts = comparedParts.filter((part) => (now?.[part] ?? null) !== (then?.[part] ?? null))
  if (parts.length === 0) return []
  const name = placeName(prepared, locator)
  const inputs = parts.flatMap((part): FindingInput[] => [
    { locator, part: `accepted ${part}`, label: `${name}, as accepted`, value: then?.[part] ?? null },
    { locator, part, label: name, value: now?.[part] ?? null },
  ])
  const message = parts.every((part) => part === 'text')
    ? `The text of "${name}" was changed after it was accepted.`
    : `${name} was ${figureWords(definition, then)} when it was accepted, and is now ${figureWords(definition, now)}.`
  return [{ locator, part: parts[0]!, inputs, message, fix: 'Say why it changed: others may have used it.' }]
}

/** What the service works out changes with what it is worked out from; a report that is not in is 1.4's. */
function isTyped(prepared: PreparedInput, definition: IndicatorDefinition, urn: string | null): boolean {
  const { derivation, collectedFrom } = definition
  const { settings } = prepared.input
  if (urn !== null && !settings.some((setting) => setting.urn === urn && reports(setting))) return false
  if (derivation?.kind === 'carried')
    return typeof prepared.last()?.figures[figureLocator(derivation.from)]?.value !== 'number'
  if (derivation?.kind === 'attendance')
    return !prepared.attendance().some((counts) => counts.urn === urn && counts.cohort === derivation.cohort)
  return collectedFrom !== 'derived'
}
