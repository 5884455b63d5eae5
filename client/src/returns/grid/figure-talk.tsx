import type { QueryView } from '@inclusion/server/reviews/queries'
import type { DecisionView } from '@inclusion/server/reviews/view'
import { decisionNames } from '@inclusion/shared/figure-decisions'
import { shortMoment } from '@inclusion/shared/time'
import type { Threads } from '../use-threads.ts'
import { QuestionThread } from './question-thread.tsx'

export type Talk = QueryView | DecisionView

type FigureTalkProps = { talk: readonly Talk[]; threads: Threads | undefined }

/** What was said of a figure: the questions on it, and who of RMEL accepted it and why. */
export function FigureTalk({ talk, threads }: FigureTalkProps) {
  return talk.map((each) =>
    'messages' in each ? (
      <QuestionThread key={each.id} query={each} threads={threads} />
    ) : (
      <p key={each.at} className="app-grid__small">
        {decisionNames[each.decision]} by {each.by} of RMEL, {shortMoment(each.at)}
        {each.note && `: ${each.note}`}
      </p>
    ),
  )
}
