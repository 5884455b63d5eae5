import type { DraftDefinition } from '@inclusion/shared/framework/amendment'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import type { Calendar, PeriodId } from '@inclusion/shared/periods'

/** A figure whose definition is open to be written. */
export type EditedFigure = {
  /** Of the address: `new` for one that has no code yet. */
  code: string
  kind: 'new' | 'changed'
  /** The edition in force; null for a figure that is new. */
  before: IndicatorDefinition | null
  /** As it stands in the draft; null where nothing does yet. */
  drafted: DraftDefinition | null
  /** The figure that a new one stands behind; null for the end. */
  after: string | null
  /** The first period that it may be asked from. */
  from: PeriodId
  calendar: Calendar
}
