/** Where a figure comes from that nobody typed into this return, one line a source. Pure. */
import type { ReturnView } from '@inclusion/server/returns/view'
import { isAnswered } from '@inclusion/shared/figures'
import { isSpend, type IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import type { Locator } from '@inclusion/shared/locators'
import { londonDate, shortDate } from '@inclusion/shared/time'
import { sourceLines } from './figure-source.ts'
import { isCarried, levelWords, profileWords, soFarWords, yearToDate } from '@inclusion/shared/figure-words'
import { periodName } from '@inclusion/shared/periods'

/** "Carried from last quarter’s end: accepted 12 November 2025." Empty for a figure that is typed here. */
export function prefillLines(view: ReturnView, definition: IndicatorDefinition): string[] {
  const { derivation, collectedFrom, indicator } = definition
  if (isCarried(definition, view.checkInput)) return [carriedWords(view)]
  if (derivation?.kind === 'settings-above-baseline')
    return ['Worked out from the attendance of your settings and their baselines.']
  if (collectedFrom === 'setting') return sourceLines(view, definition)
  const copied = copiedWords(view, indicator)
  return [...(copied === null ? [] : [copied]), ...spendLines(view, definition)]
}

function carriedWords({ lastFiled, period }: ReturnView): string {
  const accepted = lastFiled ? `: accepted ${shortDate(londonDate(lastFiled.acceptedAt))}` : ''
  return `Carried from last ${periodName(period.id)}’s end${accepted}.`
}

/** "Copied from last quarter by Ruth Okafor, 20 January 2026."; null for what somebody typed. */
export function copiedWords(
  { marks, checkInput, period }: Pick<ReturnView, 'marks' | 'checkInput' | 'period'>,
  locator: Locator,
): string | null {
  const mark = marks[locator]
  if (mark?.provenance !== 'prefill' || !isAnswered(checkInput.figures[locator])) return null
  return `Copied from last ${periodName(period.id)} by ${mark.by}, ${shortDate(londonDate(mark.at))}.`
}

/** What was spent in the year so far, beside what was planned by now. */
function spendLines({ checkInput, profile }: ReturnView, definition: IndicatorDefinition): string[] {
  if (!isSpend(definition)) return []
  const soFar = levelWords(definition, yearToDate(definition, checkInput))
  if (soFar === null) return []
  const planned = profile[definition.indicator]
  const plan = planned === undefined ? '' : `, of ${profileWords(definition, planned)} planned by now`
  return [`${soFar} ${soFarWords(definition, checkInput)}, with the accepted returns before this one${plan}.`]
}
