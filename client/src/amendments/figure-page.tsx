import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { FrameworkView } from '@inclusion/server/framework/view'
import { NotFoundPage } from '../routing/not-found-page.tsx'
import { useRouteParam } from '../routing/use-route-param.ts'
import { AmendmentClosed } from './amendment-frame.tsx'
import { asDraft } from './copied-figures.ts'
import { newFigure } from './figure-address.ts'
import type { EditedFigure } from './edited-figure.ts'
import { FigureForm } from './figure-form.tsx'
import { datesOf, firstPeriod } from './periods-of.ts'
import { useAmendment, useGround } from './use-amendment.ts'

/** The definition of one figure: a new one, one that is drafted, or the next edition of one that there is. */
export function FigurePage() {
  const amendment = useAmendment()
  const ground = useGround(amendment)
  const code = useRouteParam('code')
  if (amendment.actions.edit !== null)
    return <AmendmentClosed title="Definition of a figure" amendment={amendment} />
  const figure = figureOf(code, amendment, ground)
  if (figure === null) return <NotFoundPage />
  return <FigureForm key={code} opened={amendment} framework={ground} figure={figure} />
}

/** The figure of an address as it stands in the draft; null where there is none, or nothing to begin it from. */
function figureOf(code: string, amendment: AmendmentView, ground: FrameworkView | null): EditedFigure | null {
  const { content, changes } = amendment
  const dates = datesOf(amendment, ground)
  const from = firstPeriod(dates, ground)
  if (from === null || dates === null) return null
  const common = { code, from, calendar: dates.calendar }
  const known = ground?.definitions.find(({ indicator }) => indicator === code)
  const before = changes.find(({ indicator }) => indicator === code)?.was ?? known ?? null
  const changed = content.changed.find(({ indicator }) => indicator === code)
  if (changed) return { ...common, kind: 'changed', before, drafted: changed, after: null }
  const added = content.indicators.find(({ definition }) => definition.indicator === code)
  if (added) return { ...common, kind: 'new', before: null, drafted: added.definition, after: added.after }
  if (known) {
    const drafted = { ...asDraft(known), effectiveFrom: from, changeClass: 'patch' as const }
    return { ...common, kind: 'changed', before, drafted, after: null }
  }
  return code === newFigure ? { ...common, kind: 'new', before: null, drafted: null, after: null } : null
}
