/**
 * A whole return as the server gives it to the checks, as wide and as long as is asked: counts, proportions
 * and hours, all broken down, with history, profiles, baselines, identities and summaries of 31 peers. Nearly
 * everything is in order, so that every check has to look at every figure.
 */
import { define, type DefinitionDraft } from '@inclusion/db/reference/framework/define'
import { emptyFigure, type Figure, type Figures } from '@inclusion/shared/figures'
import type { Identity, Term } from '@inclusion/shared/framework/identities'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { previousPeriod, periodOf, type PeriodId } from '@inclusion/shared/periods'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { exampleInput } from '@inclusion/shared/standards/examples/worked-example'
import type { PeerSummary } from '@inclusion/shared/standards/peers'
import { period } from './world.ts'

const breakdownOf = 9
export const figuresEach = breakdownOf + 1

const categories = Array.from({ length: breakdownOf }, (_, index) => ({
  code: `part-${index}`,
  label: `Part ${index}`,
  aliases: [],
}))

const codeOf = (index: number): string => `WID-OP${index + 1}`
const isPairAt = (index: number): boolean => index % 3 === 1

function draftOf(index: number): DefinitionDraft {
  const common = {
    ...{ indicator: codeOf(index), section: 'Wide', hint: '', askedFrom: 'light' as const },
    referenceSheet: { purpose: '', counts: '', source: '', limits: '' },
    label: `Figure ${index + 1}`,
  }
  const breakdown = { dimension: 'part', label: 'Part', askedFrom: 'light' as const, categories }
  if (isPairAt(index))
    return {
      ...{ ...common, kind: 'outcome', measure: 'proportion', polarity: 'higher' },
      ...{ overTime: 'ratio', overPlace: 'ratio', people: 'denominator', baseline: 'required' },
      parts: { numerator: `Reached ${index + 1}`, denominator: `Asked ${index + 1}` },
      disaggregations: [{ ...breakdown, choice: 'multiple' }],
    }
  return {
    ...{ ...common, kind: 'output', polarity: 'more', overTime: 'sum', overPlace: 'sum' },
    measure: index % 3 === 2 ? 'hours' : 'count',
    parts: { value: 'Count' },
    disaggregations: [{ ...breakdown, choice: 'single' }],
  }
}

/** Every figure of a period; `turn` moves it a little, so that no two periods are alike. */
function figuresOf(definitions: readonly IndicatorDefinition[], turn: number): Figures {
  return Object.fromEntries(
    definitions.flatMap(({ indicator }, index) => {
      const parts = categories.map((_, place) => 10 + ((index + place * 3 + turn * 5) % 7))
      const total = parts.reduce((sum, part) => sum + part, 0)
      const at = (locator: string, count: number): [string, Figure] => [
        locator,
        isPairAt(index)
          ? { ...emptyFigure, numerator: Math.round(count * 0.6), denominator: count }
          : { ...emptyFigure, value: count, note: place(count) },
      ]
      return [
        at(indicator, total),
        ...categories.map(({ code }, position) => at(`${indicator}:part:${code}`, parts[position]!)),
      ]
    }),
  )
}

/** One figure in seven has a note, as people write them. */
const place = (count: number): string | null =>
  count % 7 === 0 ? 'Two mentors were away for a fortnight, so there were fewer sessions than planned.' : null

const term = (indicator: string, at: Term['at'], times = 1): Term => ({
  ...{ times, indicator, part: 'value', at, over: 'authority' },
})

function identitiesOf(definitions: readonly IndicatorDefinition[]): Identity[] {
  const counted = definitions.filter((_, index) => !isPairAt(index))
  return counted.slice(1).map(({ indicator }, index) => ({
    ...{ id: `WID-bound-${index}`, programme: 'WID', kind: 'bound', low: null, high: null, within: 'always' },
    ...{ askedFrom: 'light', effectiveFrom: 'FY2022-23-Q1' },
    left: [term(indicator, index % 2 === 0 ? 'this' : 'year-to-date')],
    right: [term(counted[index]!.indicator, 'grant-to-date', 100)],
    ...{ statement: 'One is never a hundred times the other.', fix: 'Look at both.' },
  }))
}

const peerOf = (definition: IndicatorDefinition): PeerSummary => ({
  indicator: definition.indicator,
  family: definition.measure === 'proportion' ? 'proportion' : 'count',
  ...{ peers: 31, centre: definition.measure === 'proportion' ? 0.6 : 110, between: 0.05, within: 0.02 },
})

/** The `count` periods before one, latest first. */
function before(periodId: PeriodId, count: number): PeriodId[] {
  const periods: PeriodId[] = []
  for (let last = periodId; periods.length < count; periods.push(last)) last = previousPeriod(last)
  return periods
}

export function wideInput({ indicators, quarters }: { indicators: number; quarters: number }): CheckInput {
  const asked = define(
    'FY2022-23-Q1',
    Array.from({ length: indicators }, (_, index) => draftOf(index)),
  )
  const past = before(period, quarters)
  const editions = Object.fromEntries(asked.map(({ indicator }) => [indicator, 1]))
  const planned = Object.fromEntries(
    asked.map(({ indicator, measure }) => [indicator, measure === 'proportion' ? 0.6 : 110]),
  )
  const sameYear = past.filter((each) => periodOf(each).year === periodOf(period).year)
  return {
    ...exampleInput({ periodId: period, figures: figuresOf(asked, 0), identities: identitiesOf(asked) }),
    asked,
    history: past.map((periodId, index) => ({
      ...{ periodId, figures: figuresOf(asked, index + 1), definitions: editions },
    })),
    baselines: asked
      .filter(({ baseline }) => baseline === 'required')
      .map(({ indicator }) => ({ indicator, urn: null, value: null, numerator: 50, denominator: 100 })),
    profiles: Object.fromEntries([period, ...sameYear].map((each) => [each, planned])),
    peers: asked.map(peerOf),
    grant: {
      ...{ startsOn: '2022-04-01', processesPersonalData: true, dpiaOn: '2022-03-01' },
      awards: [{ financialYear: '2025-26', pence: 9_000_000 }],
    },
    learning: { isTrial: true, lastOn: '2025-12-01' },
  }
}
