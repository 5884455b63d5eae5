import type { ReturnView } from '@inclusion/server/returns/view'
import { amountWords } from '@inclusion/shared/movements/amount-words'
import type { Ranked } from '@inclusion/shared/movements/ordinary'
import { useMemo } from 'react'
import { Details } from '../../ui/details.tsx'
import { Link } from '../../ui/link.tsx'
import { levelWords, together } from '@inclusion/shared/figure-words'
import { sinceLast, type SinceLast } from '@inclusion/shared/movements/since-last'
import { addressOf } from '../return-news.tsx'
import { MovementLine } from './movement-line.tsx'

/** What changed since the last accepted return, what stands out first, each with its cause and a way to its field. */
export function WhatChanged({ view }: { view: ReturnView }) {
  const { checkInput, findings, lastFiled } = view
  const since = useMemo(
    () => sinceLast(checkInput, findings, lastFiled),
    [checkInput, findings, lastFiled],
  )
  if (!since) return null
  const { notable, ordinary, categories, notYet } = sortMoved(view, since)
  return (
    <section aria-labelledby="what-changed" className="app-changed">
      <h2 className="govuk-heading-m" id="what-changed">
        What changed since {sinceWords(since)}
      </h2>
      {notable.length === 0 && (
        <p className="govuk-body">No figure that is given has changed by more than is usual for it.</p>
      )}
      <Lines {...{ view, since }} ranked={notable} />
      {notYet > 0 && (
        <p className="govuk-body">
          {notYet === 1 ? 'One figure' : `${notYet} figures`} of {since.before.when.replace(/^in /, '')}{' '}
          {notYet === 1 ? 'is' : 'are'} not given yet.
        </p>
      )}
      {ordinary.length > 0 && (
        <Details summary={`Changed by no more than is usual, or of few people: ${ordinary.length}`}>
          <Lines {...{ view, since }} ranked={ordinary} />
        </Details>
      )}
      {categories.length > 0 && (
        <Details summary={`In breakdowns: ${categories.length} changed`}>
          <Lines {...{ view, since }} ranked={categories} />
        </Details>
      )}
      <Unchanged view={view} since={since} />
    </section>
  )
}

const sinceWords = ({ before: { when } }: SinceLast): string => when.replace(/^in /, '')

/** Movements of numbers: of totals, of categories, and how many wait to be given. */
function sortMoved({ mayEdit, checkInput }: ReturnView, { ranked }: SinceLast) {
  const texts = new Set(
    checkInput.asked.flatMap(({ indicator, measure }) => (measure === 'text' ? [indicator] : [])),
  )
  const numbers = ranked.filter(({ movement }) => !texts.has(movement.indicator))
  const waits = ({ movement: { causes } }: Ranked) =>
    mayEdit && causes.some((cause) => cause.kind === 'removed' && cause.why === 'not-given')
  const shown = numbers.filter((each) => !waits(each) && !isStill(checkInput, each))
  return {
    notable: shown.filter((each) => isTotal(each) && !isOrdinary(each)),
    ordinary: shown.filter((each) => isTotal(each) && isOrdinary(each)),
    categories: shown.filter((each) => !isTotal(each)),
    notYet: numbers.filter((each) => waits(each) && isTotal(each)).length,
  }
}

const isTotal = ({ movement }: Ranked): boolean => movement.locator === movement.indicator

/** It moved by no more than it usually does; what cannot be compared is never ordinary. */
const isOrdinary = ({ movement: { change }, strength }: Ranked): boolean => change !== null && strength < 1

/** Its counts are others, and it comes to the same as it is shown. */
function isStill({ asked }: ReturnView['checkInput'], { movement: { change, indicator } }: Ranked): boolean {
  const measure = asked.find((each) => each.indicator === indicator)?.measure
  return change !== null && measure !== undefined && amountWords(measure, change) === null
}

type LinesProps = { view: ReturnView; since: SinceLast; ranked: readonly Ranked[] }

function Lines({ view, since, ranked }: LinesProps) {
  if (ranked.length === 0) return null
  return (
    <ul className="app-changed__list">
      {ranked.map((each) => (
        <MovementLine key={each.movement.locator} view={view} since={since} ranked={each} />
      ))}
    </ul>
  )
}

/** The figures that are exactly what they were: good to know that they were looked at. */
function Unchanged({ view, since: { ranked } }: Pick<LinesProps, 'view' | 'since'>) {
  const moving = ranked.filter((each) => !isStill(view.checkInput, each))
  const moved = new Set(moving.map(({ movement }) => movement.locator))
  const same = view.checkInput.asked.flatMap((definition) => {
    if (moved.has(definition.indicator)) return []
    const level = levelWords(definition, together(definition, view.checkInput.figures))
    return level === null ? [] : [{ ...definition, level }]
  })
  if (same.length === 0) return null
  return (
    <Details summary={`The same as before: ${same.length} ${same.length === 1 ? 'figure' : 'figures'}`}>
      <ul className="govuk-list govuk-list--bullet">
        {same.map(({ indicator, label, level }) => (
          <li key={indicator}>
            <Link href={addressOf(view, indicator)}>{label}</Link>: {level}
          </li>
        ))}
      </ul>
    </Details>
  )
}
