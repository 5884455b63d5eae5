/** What a figure of a worked example is held against: its definition before, baseline, profile, other boroughs. */
import { showNumber } from '@inclusion/shared/figures'
import { isPair } from '@inclusion/shared/framework/indicators'
import { periodLabel } from '@inclusion/shared/periods'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import type { PeerSummary } from '@inclusion/shared/standards/peers'
import type { PreparedInput } from '@inclusion/shared/standards/prepared-input'
import { placeName } from '@inclusion/shared/standards/words'
import type { Fact } from './example-facts.ts'

/** Nothing for what is not there. */
export const planFacts = (prepared: PreparedInput): Fact[] => [
  ...redefined(prepared),
  ...baselineFacts(prepared),
  ...profileFacts(prepared),
  ...prepared.input.peers.map((peers) => peerFact(prepared, peers)),
  ...comparatorFacts(prepared.input),
]

const per = (share: number): string => `${showNumber(Number((share * 100).toFixed(1)), 'number')}%`

/** Definitions that are not those of the last accepted period. */
function redefined(prepared: PreparedInput): Fact[] {
  const last = prepared.last()
  if (!last) return []
  return prepared.input.asked.flatMap(({ indicator, label, edition }) => {
    const before = last.definitions[indicator]
    return before === undefined || before === edition
      ? []
      : [{ key: `Definition of ${label}`, value: `Edition ${edition}; it was edition ${before} last period` }]
  })
}

function baselineFacts(prepared: PreparedInput): Fact[] {
  return prepared.input.baselines.map(({ indicator, urn, value, numerator, denominator }) => {
    const measure = prepared.definitions().get(indicator)?.measure ?? 'number'
    const name = placeName(prepared, urn === null ? indicator : `${indicator}@${urn}`)
    const words = isPair(measure)
      ? [numerator, denominator]
          .map((part) => (part === null ? 'blank' : showNumber(part, 'number')))
          .join(' of ')
      : value === null
        ? 'None'
        : showNumber(value, measure)
    return { key: `Baseline of ${name}`, value: words }
  })
}

function profileFacts(prepared: PreparedInput): Fact[] {
  return Object.entries(prepared.input.profiles).flatMap(([periodId, values]) =>
    Object.entries(values).map(([indicator, value]) => {
      const definition = prepared.definitions().get(indicator)
      const measure = definition?.measure ?? 'number'
      const words =
        measure === 'proportion' ? per(value) : showNumber(value, isPair(measure) ? 'number' : measure)
      return { key: `Profile of ${definition?.label ?? indicator}, ${periodLabel(periodId)}`, value: words }
    }),
  )
}

function peerFact(prepared: PreparedInput, { indicator, family, peers, centre }: PeerSummary): Fact {
  const label = prepared.definitions().get(indicator)?.label ?? indicator
  const words = {
    count: `${showNumber(Number(centre.toFixed(1)), 'number')} on average`,
    proportion: `${per(centre)} together`,
    rate: `${showNumber(Number(centre.toFixed(2)), 'number')} for each`,
  }
  return { key: `${label}, in ${peers} boroughs of its kind`, value: words[family] }
}

function comparatorFacts({ comparator }: CheckInput): Fact[] {
  if (comparator === null) return []
  const { label, when, places, centre, spread, source } = comparator
  return [
    {
      key: 'Published comparison',
      value: `Attendance in ${showNumber(places, 'count')} ${label} was ${per(centre)}, one place give or take ${per(spread)} (${source}, ${when})`,
    },
  ]
}
