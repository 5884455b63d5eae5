/** What an evaluator decides on one figure of a version, and which figures stand in the way of accepting it. Pure. */
import * as z from 'zod'
import { Locator, wholeFigure } from './locators.ts'
import type { Finding } from './standards/finding.ts'

export const figureDecisions = [
  'accept',
  'accept-explained',
  'question',
  'request-change',
  'undecided',
] as const
export const FigureDecision = z.enum(figureDecisions).meta({ id: 'FigureDecision' })
export type FigureDecision = z.infer<typeof FigureDecision>

export const decisionNames: Record<FigureDecision, string> = {
  accept: 'Accepted',
  'accept-explained': 'Accepted with an explanation',
  question: 'Question asked',
  'request-change': 'Change asked for',
  undecided: 'Not decided on',
}

export const isAcceptance = (decision: FigureDecision | undefined): boolean =>
  decision === 'accept' || decision === 'accept-explained'

/** What is known of a version under review. */
export type UnderReview = {
  findings: readonly Pick<Finding, 'locator' | 'severity' | 'waiver'>[]
  queries: readonly {
    locator: Locator
    askedOf: 'borough' | 'setting'
    status: 'open' | 'answered' | 'closed'
  }[]
  /** What holds of each figure of this version, by whole figure. */
  decisions: Readonly<Record<Locator, FigureDecision>>
  /** Figures that the review before asked to have changed. */
  wereToChange: readonly Locator[]
}

/** Why a figure has to be decided on. */
export type Doubt = 'change-requested' | 'was-to-change' | 'question-answered' | 'question-open' | 'explained'

export const doubtWords: Record<Doubt, string> = {
  'change-requested': 'you want a change here. Send your request, or decide otherwise.',
  'was-to-change': 'a change was asked for here. See what came of it, then accept it or ask on.',
  'question-answered': 'your question was answered. Accept the figure, or ask on.',
  'question-open': 'your question has no answer yet. Wait for it, or accept the figure.',
  explained: 'a check asked for an explanation. Accept the figure, or ask about it.',
}

/** Every figure that gives thought, by whole figure, with the foremost reason, whatever was decided on it. */
export function doubtsOf({ findings, queries, decisions, wereToChange }: UnderReview): Map<Locator, Doubt> {
  const doubts = new Map<Locator, Doubt>()
  for (const { locator, severity, waiver } of findings) {
    if (severity === 'explain' && waiver === null && locator !== null && isFigure(locator))
      doubts.set(wholeFigure(locator), 'explained')
  }
  for (const { locator, askedOf, status } of queries) {
    if (askedOf === 'setting' || status === 'closed') continue
    const figure = wholeFigure(locator)
    if (doubts.get(figure) !== 'question-open') doubts.set(figure, `question-${status}`)
  }
  for (const locator of wereToChange) doubts.set(wholeFigure(locator), 'was-to-change')
  for (const [locator, decision] of Object.entries(decisions)) {
    if (decision === 'request-change') doubts.set(locator, 'change-requested')
  }
  return doubts
}

/** The figures that must be decided on before the return can be accepted. None: it can. */
export function figuresInTheWay(given: UnderReview): { locator: Locator; doubt: Doubt }[] {
  return [...doubtsOf(given)]
    .filter(([locator]) => !isAcceptance(given.decisions[locator]))
    .map(([locator, doubt]) => ({ locator, doubt }))
}

/** A finding may also stand beside a setting's whole report. */
const isFigure = (place: string): boolean => Locator.safeParse(place).success
