import type { ReportView } from '@inclusion/server/setting-reports/view'
import { useGrid } from '../returns/grid/grid-context.ts'
import { cohortsOf } from '../setting-reports/attendance-columns.ts'
import { BaselineStep } from './baseline-step.tsx'
import { CohortStep } from './cohort-step.tsx'
import { ConflictsStep } from './conflicts-step.tsx'
import { CountsStep } from './counts-step.tsx'
import { MarksStep } from './marks-step.tsx'
import { OutsideNote } from './outside-note.tsx'
import type { Reading } from './protocol.ts'
import { useAnswers } from './use-answers.ts'
import { useCount } from './use-count.ts'
import type { RegisterRoom } from './use-register.ts'

type AnswerStepsProps = { view: ReportView; room: RegisterRoom; reading: Reading }

/** What is asked of a register that was read, each only where it is needed, and the counts. */
export function AnswerSteps({ view, room, reading }: AnswerStepsProps) {
  const { entry, baselines } = useGrid()
  const measured = entry.input.asked.find(
    ({ derivation, baseline }) => derivation?.kind === 'attendance' && baseline === 'required',
  )
  const onRecord = baselines.some(({ indicator }) => indicator === measured?.indicator)
  const answering = useAnswers(view, measured !== undefined && !onRecord)
  const counted = useCount(room, reading, answering.answers)
  const asksMentored = cohortsOf(entry.input).includes('mentored')
  if (!counted) return <output className="govuk-body app-register__progress">Counting…</output>
  return (
    <>
      <OutsideNote view={view} tally={counted.counts.tally} />
      <MarksStep answering={answering} tally={counted.counts.tally} />
      <ConflictsStep answering={answering} counted={counted} />
      {asksMentored && <CohortStep {...{ answering, counted, room }} />}
      {asksMentored && measured && <BaselineStep {...{ view, answering, counted, onRecord }} />}
      <CountsStep {...{ view, room, reading, answering, counted, asksMentored }} />
    </>
  )
}
