/** A worked example's return in words: what was asked, given and known. */
import { showNumber, type Figure } from '@inclusion/shared/figures'
import { isPair } from '@inclusion/shared/framework/indicators'
import { readLocator } from '@inclusion/shared/locators'
import { periodLabel } from '@inclusion/shared/periods'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { prepareInput, type PreparedInput } from '@inclusion/shared/standards/prepared-input'
import { attendanceParts, nameOf, placeName } from '@inclusion/shared/standards/words'
import { besideFacts } from './example-beside.ts'
import { knownFacts } from './example-known.ts'
import type { Attendance } from '@inclusion/shared/attendance/counts'

export type Fact = { key: string; value: string }

/** What a reader needs to see why a check speaks or is silent, in the order it was given. */
export function exampleFacts(input: CheckInput): Fact[] {
  const facts = factsOf(input)
  return facts.length > 0 ? facts : [{ key: 'The return', value: 'Holds nothing that this check reads' }]
}

function factsOf(input: CheckInput): Fact[] {
  const prepared = prepareInput(input)
  return [
    ...Object.entries(input.figures).flatMap(([locator, figure]) => {
      const fact = figureFact(prepared, locator, figure)
      return [fact, ...besideFacts(fact.key, figure)]
    }),
    ...blankFacts(input),
    ...input.drafts.map(({ locator, part, entered }) => ({
      key: nameOf(prepared, locator, part),
      value: `“${entered}”, as typed`,
    })),
    ...input.attendance.flatMap((attendance) => attendanceFacts(prepared, attendance)),
    ...input.settings.map(settingFact),
    ...historyFacts(prepared),
    ...Object.entries(input.acceptedBefore ?? {}).map(([locator, figure]) => {
      const { key, value } = figureFact(prepared, locator, figure)
      return { key: `${key}, as it was accepted`, value }
    }),
    ...input.identities.map(({ statement }) => ({ key: 'Rule of the programme', value: statement })),
    ...knownFacts(prepared),
    ...(input.tier === 'standard' ? [] : [{ key: 'Tier', value: input.tier }]),
  ]
}

/** Earlier periods, figure by figure; several of one figure stand in a row, the earliest first, as messages do. */
function historyFacts(prepared: PreparedInput): Fact[] {
  const earlier = prepared.input.history.toReversed().flatMap(({ periodId, figures }) =>
    Object.entries(figures).map(([locator, figure]) => ({
      periodId,
      ...figureFact(prepared, locator, figure),
    })),
  )
  return [...Map.groupBy(earlier, ({ key }) => key)].map(([key, facts]) => {
    const values = facts.map(({ value }) => value).join(', ')
    const [first, last] = [periodLabel(facts[0]!.periodId), periodLabel(facts.at(-1)!.periodId)]
    return facts.length === 1
      ? { key: `${key}, ${first}`, value: values }
      : { key: `${key}, ${facts.length} earlier periods`, value: `${values} (${first} to ${last})` }
  })
}

function figureFact(prepared: PreparedInput, locator: string, figure: Figure): Fact {
  const place = readLocator(locator)
  const definition = place.kind === 'figure' ? prepared.definitions().get(place.indicator) : undefined
  const key = placeName(prepared, locator)
  return { key, value: figureText(figure, definition?.measure ?? 'count') }
}

const missingWords = { z: 'Not applicable', x: 'Not available' }

function figureText(figure: Figure, measure: Parameters<typeof isPair>[0]): string {
  const { value, numerator, denominator, people, text, missing } = figure
  if (missing) return missingWords[missing]
  if (text !== null) return text
  const numberText = (part: number | null) => (part === null ? 'blank' : showNumber(part, measure))
  const behind = people === null ? '' : `, ${showNumber(people, 'count')} people`
  return isPair(measure)
    ? `${numberText(numerator)} of ${numberText(denominator)}${behind}`
    : numberText(value)
}

/** Figures that are asked and not there. */
function blankFacts({ asked, figures, settings }: CheckInput): Fact[] {
  const given = new Set(Object.keys(figures).map((locator) => locator.split(/[@:]/)[0]))
  return asked
    .filter(
      ({ indicator, collectedFrom }) =>
        !given.has(indicator) && (collectedFrom === 'authority' || settings.length > 0),
    )
    .map(({ label }) => ({ key: label, value: 'Asked, and left blank' }))
}

const reportStatus = {
  'not-started': 'not started',
  'in-progress': 'in progress',
  'signed-off': 'signed off',
}

function settingFact({ name, status, missingReason, missingText }: CheckInput['settings'][number]): Fact {
  const reason =
    missingReason === null ? '' : `; a reason is on record${missingText ? `: “${missingText}”` : ''}`
  return { key: name, value: `Report ${reportStatus[status]}${reason}` }
}

function attendanceFacts(prepared: PreparedInput, attendance: Attendance): Fact[] {
  const { urn, cohort, sessions, ...pupils } = attendance
  const counts = [...sessions.flatMap((year) => Object.entries(year)), ...Object.entries(pupils)]
  const parts = counts.flatMap(([part, count]) =>
    part in attendanceParts && typeof count === 'number'
      ? [`${attendanceParts[part as keyof typeof attendanceParts]} ${showNumber(count, 'count')}`]
      : [],
  )
  const key = placeName(prepared, `attendance@${urn}:${cohort}`)
  return [{ key, value: parts.length === 0 ? 'Nothing given' : parts.join('; ') }]
}
