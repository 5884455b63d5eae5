import type { ReturnView } from '@inclusion/server/returns/view'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { useGrid } from './grid/grid-context.ts'
import { copiedWords } from './prefilled.ts'
import { mayQuestion, QuestionFigure } from './question-figure.tsx'

type FigureOriginProps = { view: ReturnView; definition: IndicatorDefinition }

/** What a grid shows of where each figure comes from. */
export const originIn = (view: ReturnView) =>
  function originOf(definition: IndicatorDefinition) {
    return <FigureOrigin view={view} definition={definition} />
  }

/** Under the name of a figure that was not typed here: that it was copied, or a way to question it. */
function FigureOrigin({ view, definition }: FigureOriginProps) {
  const copied = useCopied({ view, definition })
  if (copied !== null) return <span className="app-grid__hint">{copied}</span>
  if (!mayQuestion(view, definition)) return null
  return (
    <span className="app-grid__hint">
      <QuestionFigure view={view} definition={definition} />
    </span>
  )
}

/** Under a text that was copied. */
export function CopiedMark(props: FigureOriginProps) {
  const copied = useCopied(props)
  return copied !== null && <p className="govuk-hint">{copied}</p>
}

/** What was copied, until somebody types over it. */
function useCopied({ view, definition }: FigureOriginProps): string | null {
  const { entry } = useGrid()
  return entry.state.edits[definition.indicator] ? null : copiedWords(view, definition.indicator)
}
