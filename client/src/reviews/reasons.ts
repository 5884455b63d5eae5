/** Why a return under review needs thought, as the queue counts it, with the figures that each reason is about. Pure. */
import type { ReturnView } from '@inclusion/server/returns/view'
import { wholeFigure, type Locator } from '@inclusion/shared/locators'
import { sinceLast, type SinceLast } from '@inclusion/shared/movements/since-last'
import { goneOf, largeOf, sizeOfChange, sizeWords } from '@inclusion/shared/movements/size'
import { thoughtsOn, type Thought } from '@inclusion/shared/review-queue'

type Viewed = Pick<
  ReturnView,
  'checkInput' | 'findings' | 'signingFindings' | 'lastFiled' | 'queries' | 'decisions' | 'versions'
>

/** A reason; its figures are empty where it is about the return as a whole. */
export type Reason = { thought: Thought; locators: Locator[] }

export function reasonsOf(view: Viewed): Reason[] {
  const { checkInput, findings, lastFiled } = view
  const since = sinceLast(checkInput, findings, lastFiled)
  const about = { ...saidOf(view), ...movedOf(since, checkInput.asked) }
  const { compared, large, gone } = since ? sizeOfChange(since, checkInput.asked) : nothing
  const { questions, changes } = about
  const counts = { questions: questions.length, changes: new Set(changes).size }
  const places = new Map<string, Locator[]>(Object.entries(about))
  return thoughtsOn({ ...countFindings(view), compared, large, gone, ...counts }).map((thought) => ({
    thought,
    locators: places.get(thought.about) ?? [],
  }))
}

/** How much changed since the accepted return before, in words: said again where the return is accepted. */
export function changeWords({ checkInput, findings, lastFiled }: Viewed): string {
  const since = sinceLast(checkInput, findings, lastFiled)
  return since
    ? sizeWords(sizeOfChange(since, checkInput.asked))
    : 'there is no accepted return to hold it against.'
}

const nothing = { compared: 0, large: 0, gone: 0 }

const demanding = ({ findings, signingFindings }: Viewed) =>
  [...findings, ...signingFindings].filter(({ severity }) => severity !== 'note')

function countFindings(view: Viewed) {
  const waived = demanding(view).filter(({ waiver }) => waiver !== null).length
  return { explained: demanding(view).length - waived, waived }
}

function saidOf(view: Viewed) {
  const latest = view.versions.at(-1)?.version ?? 0
  const at = (isWaived: boolean) =>
    demanding(view).flatMap(({ locator, waiver }) =>
      locator !== null && (waiver !== null) === isWaived ? [locator] : [],
    )
  return {
    explained: at(false),
    waived: at(true),
    questions: view.queries
      .filter(({ askedOf, status }) => askedOf === 'borough' && status !== 'closed')
      .map(({ locator }) => locator),
    changes: view.decisions
      .filter(({ decision, version }) => decision === 'request-change' && version >= latest - 1)
      .map(({ locator }) => wholeFigure(locator)),
  }
}

const movedOf = (since: SinceLast | null, asked: Viewed['checkInput']['asked']) => ({
  large: since ? largeOf(since, asked).map(({ movement }) => movement.locator) : [],
  gone: since ? goneOf(since).map(({ movement }) => movement.locator) : [],
})
