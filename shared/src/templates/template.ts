/**
 * What a template of a return holds, whatever file it is written to: every line that the return asks, with what stands
 * in its cells, and what says which return it is of.
 */
import { numberParts, type NumberPart } from '../figures.ts'
import {
  evidenceFields,
  type Category,
  type EvidenceField,
  type IndicatorDefinition,
  type Measure,
} from '../framework/indicators.ts'
import type { Locator } from '../locators.ts'

/** The version of the layout. A file of a later one than this is not read. */
export const templateVersion = 1

/** `missing`: the reason for none. */
export type TemplatePart = NumberPart | 'text' | 'missing' | 'note' | EvidenceField

export const templateParts: readonly TemplatePart[] = [
  ...numberParts,
  'text',
  'missing',
  'note',
  ...evidenceFields,
]

export const isNumberPart = (part: TemplatePart): part is NumberPart =>
  numberParts.some((each) => each === part)

export const isEvidencePart = (part: TemplatePart): part is EvidenceField =>
  evidenceFields.some((each) => each === part)

/** What is said beside a figure, whether there is one or a reason for none: words, whatever they are. */
export const isRemark = (part: TemplatePart): boolean => part === 'note' || isEvidencePart(part)

/** One cell that belongs to a figure. `given` is its text when the template was made: '' for a blank one. */
export type TemplateCell = { part: TemplatePart; label: string; given: string }

export type TemplateLine = {
  /** What finds the line in a file: the locator; for settings' figures together `all:` and the indicator. */
  key: string
  locator: Locator
  indicator: string
  section: string
  measure: Measure
  kind: 'total' | 'category' | 'no-setting' | 'setting'
  label: string
  /** The breakdown and category of a category: "Sex" and "Female". */
  breakdown: { dimension: string; label: string } | null
  category: Category | null
  /** The setting whose report it is of; null for the authority’s own. */
  setting: string | null
  hint: string
  cells: TemplateCell[]
  /** Of the figure when the template was made; 0 while it was blank. */
  revision: number
  /** Why nothing is typed in this line; null where it is typed. */
  locked: string | null
  last: string | null
  baseline: string | null
  profile: string | null
}

export type TemplateIdentity = {
  returnId: string
  version: number
  /** What the definitions were: `APM-OP1.1 APM-OP2.2`, indicator and edition, in the return's order. */
  definitions: string
}

export type Template = {
  identity: TemplateIdentity
  authority: { gssCode: string; name: string }
  programme: { code: string; name: string }
  period: { id: string; label: string }
  lines: TemplateLine[]
  definitions: IndicatorDefinition[]
  /** The edition at which the present meaning of an indicator began; 1 if it is not named. */
  seriesFrom: Readonly<Record<string, number>>
}

/** What a line is called: "Young people who started, Sex: Female". */
export function lineName({ label, breakdown, category, kind, setting }: TemplateLine): string {
  if (setting !== null) return `${label}, at ${setting}`
  if (kind === 'no-setting') return `${label}, in no setting`
  return breakdown && category ? `${label}, ${breakdown.label}: ${category.label}` : label
}
