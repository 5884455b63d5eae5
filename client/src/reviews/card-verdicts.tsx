import { Fragment } from 'react'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { settingOf, type Locator } from '@inclusion/shared/locators'
import { askableFigures, indicatorOf } from './asking.ts'
import { FigureVerdict } from './figure-verdict.tsx'
import { OpenAgain } from './open-again.tsx'
import { useReview } from './review-context.ts'

/** The decision on each figure of one indicator: the authority's own, or each setting's. */
export function CardVerdicts({ definition }: { definition: IndicatorDefinition }) {
  const { view, opening } = useReview()
  const askable = askableFigures(definition, view.reports)
  const others = [...view.inTheWay, ...view.decisions]
    .map(({ locator }) => locator)
    .filter((locator) => indicatorOf(locator) === definition.indicator && !askable.includes(locator))
  // Of young people in no setting nothing is given in most boroughs, and nothing is to decide.
  const given = askable.filter(
    (locator) => askable.length === 1 || settingOf(locator) !== null || locator in view.checkInput.figures,
  )
  const figures = askable.length === 0 ? [definition.indicator] : given
  const all = [...new Set([...figures, ...others])]
  const nameOf = (locator: Locator) => {
    const urn = settingOf(locator)
    if (urn === null) return askable.length > 1 ? 'In no setting' : undefined
    return view.reports.find((report) => report.urn === urn)?.name ?? `Setting ${urn}`
  }
  return all.map((locator) => {
    const name = all.length > 1 ? nameOf(locator) : undefined
    const named = { locator, ...(name !== undefined && { name }) }
    return (
      <Fragment key={locator}>
        <FigureVerdict {...named} mayChange={askable.includes(locator)} />
        {opening && given.includes(locator) && <OpenAgain {...named} />}
      </Fragment>
    )
  })
}
