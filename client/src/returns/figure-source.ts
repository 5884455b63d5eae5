/** Where the figure of a setting comes from, and whom: counted, typed, or entered in the setting's place. Pure. */
import type { Mark, ReportLine, ReturnView } from '@inclusion/server/returns/view'
import { isSmallCohort, smallCohortWords } from '@inclusion/shared/attendance/small-cohort'
import { isAnswered } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { attendanceLocator, figureLocator } from '@inclusion/shared/locators'
import { inSentence } from '@inclusion/shared/standards/words'
import { londonDate, shortDate } from '@inclusion/shared/time'

type View = Pick<ReturnView, 'marks' | 'checkInput'> & {
  reports: readonly Pick<ReportLine, 'urn' | 'name' | 'onBehalf'>[]
}
type Measured = Pick<IndicatorDefinition, 'indicator' | 'derivation'>

/**
 * "Counted from the register by Helen Achebe, 12 January 2026"; null when nothing is on record of it. With `me`,
 * the name of the reader, whose own figures are by "you".
 */
export function sourceWords(view: View, definition: Measured, urn: string, me = ''): string | null {
  const marks = marksBehind(view, definition, urn)
  const latest = latestOf(marks)
  if (!latest) return null
  const when = shortDate(londonDate(latest.at))
  const by = latest.by === me ? 'you' : latest.by
  const entered = view.reports.some((report) => report.urn === urn && report.onBehalf)
  if (latest.onBehalf || entered) return `Entered by ${by} on behalf of the setting, ${when}`
  // One typed count among them, and the figure is no longer what the register says.
  const isAll = (from: string) => marks.every(({ provenance }) => provenance === from)
  const how = isAll('register') ? 'Counted from the register' : isAll('pasted') ? 'Pasted' : 'Typed'
  return `${how} by ${by}, ${when}`
}

/**
 * Where a figure of several settings comes from, one line a source: "Typed by Helen Achebe, 12 January 2026
 * (CCfL Primary)". Settings are named where their sources differ. Empty for a figure that no setting reports.
 */
export function sourceLines(view: View, definition: IndicatorDefinition): string[] {
  if (definition.collectedFrom !== 'setting') return []
  const given = view.reports.filter(({ urn }) =>
    isAnswered(view.checkInput.figures[figureLocator(definition.indicator, { urn })]),
  )
  const bySource = Map.groupBy(
    given,
    ({ urn }) => sourceWords(view, definition, urn) ?? 'No source on record',
  )
  const few = given.filter(({ urn }) => isOfFew(view, definition, urn)).map(({ name }) => name)
  const lines = [...bySource].map(([words, of]) =>
    bySource.size === 1 ? `${words}.` : `${words} (${of.map(({ name }) => name).join(', ')}).`,
  )
  return few.length === 0 ? lines : [...lines, `${few.join(', ')}: ${inSentence(smallCohortWords)}.`]
}

/** The marks of what a figure is made of: its own, or those of the counts it is worked out from. */
function marksBehind({ marks }: View, { indicator, derivation }: Measured, urn: string): Mark[] {
  if (derivation?.kind !== 'attendance') {
    const own = marks[figureLocator(indicator, { urn })]
    return own ? [own] : []
  }
  const { cohort, numerator, denominator } = derivation
  const pupils = attendanceLocator(urn, cohort)
  const usesPupils = numerator !== 'attended' || denominator !== 'possible'
  const usesSessions = numerator === 'attended' || denominator === 'possible'
  return Object.entries(marks).flatMap(([locator, mark]) => {
    const isUsed = locator === pupils ? usesPupils : usesSessions && locator.startsWith(`${pupils}:`)
    return isUsed ? [mark] : []
  })
}

/** Who last changed anything of a setting's report, and when. */
export function lastChange({ marks }: Pick<View, 'marks'>, urn: string): Mark | undefined {
  const ofSetting = Object.entries(marks).filter(([locator]) => locator.includes(`@${urn}`))
  return latestOf(ofSetting.map(([, mark]) => mark))
}

const latestOf = (marks: readonly Mark[]): Mark | undefined =>
  marks.toSorted((left, right) => left.at.localeCompare(right.at)).at(-1)

/** Whether a setting's figure is of one to five pupils. */
export function isOfFew(
  { checkInput }: Pick<View, 'checkInput'>,
  { indicator, people }: Pick<IndicatorDefinition, 'indicator' | 'people'>,
  urn: string,
): boolean {
  const figure = checkInput.figures[figureLocator(indicator, { urn })]
  const field = people === 'beside' ? 'people' : people
  const count = field === 'none' ? null : (figure?.[field] ?? null)
  return count !== null && isSmallCohort(count)
}
