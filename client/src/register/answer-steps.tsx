import type { ReportView } from '@inclusion/server/setting-reports/view'
import { useGrid } from '../returns/grid/grid-context.ts'
import { cohortsOf } from '../setting-reports/attendance-columns.ts'
import { BaselineStep } from './baseline-step.tsx'
import { CohortStep } from './cohort-step.tsx'
import { ConflictsStep } from './conflicts-step.tsx'
import { CountsStep } from './counts-step.tsx'
import { MarksStep } from './marks-step.tsx'
import { OutsideNote, WeeksWithoutNote } from './outside-note.tsx'
import type { Reading } from './protocol.ts'
import type { Answering, AskedBaseline } from './use-answers.ts'
import { useCount } from './use-count.ts'
import type { RegisterRoom } from './use-register.ts'

type AnswerStepsProps = {
  view: ReportView
  room: RegisterRoom
  reading: Reading
  answering: Answering
  baseline: AskedBaseline
}

/** What is asked of a register that was read, each only where it is needed, and the counts. */
export function AnswerSteps({ view, room, reading, answering, baseline }: AnswerStepsProps) {
  const { entry } = useGrid()
  const counted = useCount(room, reading, answering.answers)
  const asksMentored = cohortsOf(entry.input).includes('mentored')
  if (!counted) return <output className="govuk-body app-register__progress">Counting…</output>
  return (
    <>
      <WeeksWithoutNote tally={counted.counts.tally} />
      <OutsideNote view={view} tally={counted.counts.tally} />
      <MarksStep answering={answering} tally={counted.counts.tally} />
      <ConflictsStep answering={answering} counted={counted} />
      {asksMentored && <CohortStep {...{ answering, counted, reading, room }} />}
      {asksMentored && baseline !== 'none' && (
        <BaselineStep {...{ view, answering, counted }} onRecord={baseline === 'on-record'} />
      )}
      <CountsStep {...{ view, room, reading, answering, counted, asksMentored }} />
    </>
  )
}
