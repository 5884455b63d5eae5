import type { ReturnView } from '@inclusion/server/returns/view'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { paths } from '../routing/paths.ts'
import { Link } from '../ui/link.tsx'
import { isCarried } from '@inclusion/shared/figure-words'
import { isLead } from './report-line.ts'

type QuestionFigureProps = { view: ReturnView; definition: IndicatorDefinition }

/** Whether a figure is there already, and this person may ask about it. */
export const mayQuestion = (view: ReturnView, definition: IndicatorDefinition): boolean =>
  isLead(view) &&
  (isCarried(definition, view.checkInput) ||
    (definition.collectedFrom === 'setting' && view.reports.length > 0))

/** A way to question such a figure: where it is carried from, or the head who reported it. */
export function QuestionFigure({ view, definition }: QuestionFigureProps) {
  const { indicator, label } = definition
  if (!mayQuestion(view, definition)) return null
  const address = isCarried(definition, view.checkInput)
    ? paths.returnCarried(view.id, indicator)
    : paths.returnSettings(view.id)
  return (
    <Link href={address} about={label}>
      Question this figure
    </Link>
  )
}
