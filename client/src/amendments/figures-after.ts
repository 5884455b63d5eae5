/** The figures of a programme as an amendment leaves them, those that it ends left out. Pure. */
import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { FrameworkView } from '@inclusion/server/framework/view'
import type { DraftDefinition } from '@inclusion/shared/framework/amendment'
import { asDraft } from './copied-figures.ts'

export function figuresAfter(
  { content }: Pick<AmendmentView, 'content'>,
  framework: FrameworkView | null,
): DraftDefinition[] {
  const ended = new Set(content.ended.map(({ indicator }) => indicator))
  const changed = new Map(content.changed.map((definition) => [definition.indicator, definition]))
  const known = (framework?.definitions ?? []).map(
    (definition) => changed.get(definition.indicator) ?? asDraft(definition),
  )
  return [...known, ...content.indicators.map(({ definition }) => definition)].filter(
    ({ indicator }) => !ended.has(indicator),
  )
}
