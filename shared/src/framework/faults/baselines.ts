/** What is wrong with the baselines of an amendment, and which boroughs have none that a figure needs. */
import type { AmendmentContent, AmendmentFault, DraftBaseline, DraftDefinition } from '../amendment.ts'
import type { Ground } from '../ground.ts'
import { isEnded, isPair } from '../indicators.ts'
import { nameOf } from './grants.ts'
import { definitionAfter, error, fewNames, hasGrant, isBlank, repeats, warning, when } from './say.ts'

export function baselineFaults(content: AmendmentContent, ground: Ground): AmendmentFault[] {
  const held = { content, ground }
  const { baselines } = content
  return [
    ...baselines.flatMap((baseline, at) => ofBaseline(baseline, `baselines.${at}`, held)),
    ...repeats(baselines, placeOf).map((at) =>
      error(`baselines.${at}.indicator`, `${named(baselines[at]!, held)} is given twice. Keep one.`),
    ),
    ...missing(held),
  ]
}

type Held = { content: AmendmentContent; ground: Ground }
type Place = Pick<DraftBaseline, 'gssCode' | 'indicator' | 'urn'>

const placeOf = ({ gssCode, indicator, urn }: Place): string => `${gssCode} ${indicator} ${urn}`

/** "The baseline of Camden for “Suspensions”" */
function named({ gssCode, indicator, urn }: Place, held: Held): string {
  const { ground } = held
  const setting = urn === null ? undefined : ground.settings.find((each) => each.urn === urn)
  const whose = setting ? `${setting.name} (${nameOf(ground, gssCode)})` : nameOf(ground, gssCode)
  return `The baseline of ${whose} for “${definitionAfter(held, indicator)?.label ?? indicator}”`
}

/** Whether a baseline of it is given here: that of attendance comes with the reports of settings. */
export const needsBaseline = ({ baseline, derivation }: DraftDefinition): boolean =>
  baseline === 'required' && derivation?.kind !== 'attendance'

function ofBaseline(baseline: DraftBaseline, at: string, held: Held): AmendmentFault[] {
  const { gssCode, indicator } = baseline
  const definition = definitionAfter(held, indicator)
  if (!definition) return [error(`${at}.indicator`, `There is no figure ${indicator} to have a baseline.`)]
  if (!needsBaseline(definition))
    return [
      error(
        `${at}.indicator`,
        definition.baseline === 'required'
          ? `The baseline of “${definition.label}” comes with the reports of settings. Take it out.`
          : `“${definition.label}” has no baseline by its definition. Take it out.`,
      ),
    ]
  if (!hasGrant(held, gssCode))
    return [error(`${at}.gssCode`, `${nameOf(held.ground, gssCode)} has no grant of this programme.`)]
  return [
    ...amountFaults(baseline, definition, { at, held }),
    ...placeFaults(baseline, definition, { at, held }),
    ...windowFaults(baseline, { at, held }),
  ]
}

type At = { at: string; held: Held }

function amountFaults(baseline: DraftBaseline, { measure }: DraftDefinition, { at, held }: At) {
  const { value, numerator, denominator, source } = baseline
  const name = named(baseline, held)
  const pair = isPair(measure)
  return when(
    [!pair && value === null, error(`${at}.value`, `${name} has no number.`)],
    [
      pair && (numerator === null || denominator === null),
      error(
        `${at}.${numerator === null ? 'numerator' : 'denominator'}`,
        `${name} needs both of its numbers.`,
      ),
    ],
    [
      pair ? value !== null : numerator !== null || denominator !== null,
      error(`${at}.value`, `${name} does not fit how the figure is measured. Give it anew.`),
    ],
    [
      denominator === 0,
      error(`${at}.denominator`, `${name} is out of 0. Leave it out where nothing is known.`),
    ],
    [
      measure === 'proportion' && denominator !== null && (numerator ?? 0) > denominator,
      error(`${at}.numerator`, `${name} is over 100%.`),
    ],
    [isBlank(source), error(`${at}.source`, `Say where ${lower(name)} comes from.`)],
  )
}

const lower = (name: string): string => `${name[0]!.toLowerCase()}${name.slice(1)}`

function placeFaults(baseline: DraftBaseline, definition: DraftDefinition, { at, held }: At) {
  const { gssCode, urn } = baseline
  const { content, ground } = held
  const { collectedFrom, alsoFromAuthority, label } = definition
  const parts = new Set([
    ...(ground.grants.find((grant) => grant.gssCode === gssCode)?.settings ?? []),
    ...(content.grants.find((grant) => grant.gssCode === gssCode)?.settings ?? []).map((part) => part.urn),
  ])
  const isOnRecord = ground.baselines.some((known) => placeOf(known) === placeOf(baseline))
  const hasFiled = ground.opened.some((opened) => opened.gssCode === gssCode && opened.isFiled)
  return when(
    [
      urn !== null && !parts.has(urn),
      error(`${at}.urn`, `${named(baseline, held)} is of a setting that takes no part in its grant.`),
    ],
    [
      urn !== null && collectedFrom !== 'setting',
      error(`${at}.urn`, `Settings do not give “${label}”: its baseline is the borough’s.`),
    ],
    [
      urn === null && collectedFrom === 'setting' && !alsoFromAuthority,
      error(`${at}.urn`, `Settings give “${label}”: each has a baseline of its own.`),
    ],
    [
      isOnRecord && hasFiled,
      error(`${at}.indicator`, `${named(baseline, held)} is on record, and was filed against. It stays.`),
    ],
  )
}

function windowFaults(baseline: DraftBaseline, { at, held }: At): AmendmentFault[] {
  const { gssCode, windowStartsOn, windowEndsBefore } = baseline
  const { content, ground } = held
  const begins = [...content.grants, ...ground.grants].find(
    (grant) => grant.gssCode === gssCode,
  )!.cohortStartOn
  const name = named(baseline, held)
  return when(
    [
      windowEndsBefore <= windowStartsOn,
      error(`${at}.windowEndsBefore`, `${name} is measured until before it is measured from.`),
    ],
    [
      windowStartsOn < windowEndsBefore && windowEndsBefore > begins,
      warning(`${at}.windowEndsBefore`, `${name} is measured partly after the grant began.`),
    ],
  )
}

/** Boroughs without a baseline that a new figure, or a grant that begins, needs: told once for each figure. */
function missing(held: Held): AmendmentFault[] {
  const { content, ground } = held
  const known = new Set(
    [...content.baselines, ...ground.baselines].map((each) => `${each.gssCode} ${each.indicator}`),
  )
  const begun = content.grants.map(({ gssCode }) => gssCode)
  const there = ground.grants
    .filter(({ isActive, endsBefore }) => isActive && endsBefore === null)
    .map(({ gssCode }) => gssCode)
  const added = new Set(content.indicators.map(({ definition }) => definition.indicator))
  const codes = new Set([...ground.definitions.map(({ indicator }) => indicator), ...added])
  return [...codes].flatMap((code) => {
    const definition = definitionAfter(held, code)
    if (!definition || isEnded(definition) || !needsBaseline(definition)) return []
    const boroughs = added.has(code) ? [...there, ...begun] : begun
    const without = boroughs.filter((gssCode) => !known.has(`${gssCode} ${code}`))
    return when([
      without.length > 0,
      warning(
        'baselines',
        `“${definition.label}” is held against a baseline, and ${fewNames(without.map((gssCode) => nameOf(ground, gssCode)))} ${without.length === 1 ? 'has' : 'have'} none.`,
      ),
    ])
  })
}
