/** What people have answered to findings, now and in earlier periods, in words. Pure. */
import type { GivenExplanation, OfferedExplanation } from '@inclusion/server/returns/explained'
import type { PeriodId } from '@inclusion/shared/periods'
import { explanationReasons, type ExplanationReason, type Finding } from '@inclusion/shared/standards/finding'
import { londonDate, shortDate, shortMoment } from '@inclusion/shared/time'

export type Answers = {
  returnId: string
  periodId: PeriodId
  /** Every explanation on record for this return, also those that have lapsed. */
  explanations: readonly GivenExplanation[]
  /** Explanations of earlier periods. */
  offered: readonly OfferedExplanation[]
}

/** Those of a return, as its page has them. */
export const answersOf = ({
  id,
  period,
  explanations,
  offered,
}: Pick<Answers, 'explanations' | 'offered'> & { id: string; period: { id: PeriodId } }): Answers => ({
  returnId: id,
  periodId: period.id,
  explanations,
  offered,
})

export const noAnswers = (periodId: PeriodId): Answers => ({
  returnId: '',
  periodId,
  explanations: [],
  offered: [],
})

export const reasonName = (reason: string): string =>
  explanationReasons[reason as ExplanationReason] ?? reason

const isOf =
  ({ check, locator }: Finding) =>
  (answer: { check: string; locator: string }): boolean =>
    answer.check === check && answer.locator === (locator ?? '')

/** "Ruth Okafor, 20 January 2026, 10:05am. Holds until April to June 2026." of the explanation in force; null without one. */
export function givenWords(finding: Finding, { explanations }: Pick<Answers, 'explanations'>): string | null {
  const given = explanations.find(isOf(finding))
  if (!finding.explanation || given?.text !== finding.explanation.text) return null
  const holds = given.holdsUntil === null ? 'For this period only' : `Holds until ${given.holdsUntil.label}`
  return `${given.by}, ${shortMoment(given.at)}. ${holds}.`
}

/** An explanation that once answered the same finding, for a person to read and to give again. */
export type Earlier = { words: string; reason: string; text: string; holdsUntil: PeriodId | null }

/** What answered a finding before, where nothing answers it now: one that lapsed, else one of an earlier period. */
export function earlierAnswer(finding: Finding, answers: Answers): Earlier | null {
  if (finding.explanation !== null || finding.severity !== 'explain' || finding.waiver) return null
  const lapsed = answers.explanations.find(isOf(finding))
  if (lapsed) return { ...lapsed, words: lapsedWords(lapsed), holdsUntil: lapsed.holdsUntil?.id ?? null }
  const offered = answers.offered.find(isOf(finding))
  if (!offered) return null
  const { holdsUntil, stillHolds } = offered
  return {
    ...offered,
    words: offeredWords(offered),
    holdsUntil: stillHolds ? (holdsUntil?.id ?? null) : null,
  }
}

const lapsedWords = ({ by, at }: GivenExplanation): string =>
  `The explanation that ${by} gave on ${shortDate(londonDate(at))} lapsed, because the figures changed.`

const offeredWords = ({ periodLabel: period, holdsUntil }: OfferedExplanation): string =>
  `This was explained before, in ${period}. It was said to hold ${holdsUntil ? `until ${holdsUntil.label}` : 'for that period only'}.`
