import { useState } from 'react'
import type { ReportView } from '@inclusion/server/setting-reports/view'
import { useGrid } from '../returns/grid/grid-context.ts'
import { Button } from '../ui/button.tsx'
import { Details } from '../ui/details.tsx'
import { ErrorSummary, type FieldError } from '../ui/error-summary.tsx'
import { NotificationBanner } from '../ui/notification-banner.tsx'
import { CodeTable } from './code-table.tsx'
import { countedCohorts } from './counted-cohorts.ts'
import { CountsTable } from './counts-table.tsx'
import type { Answers, Counted, Reading } from './protocol.ts'
import { putCounts } from './put-counts.ts'
import type { Answering } from './use-answers.ts'
import type { RegisterRoom } from './use-register.ts'
import { waitsFor } from './waits-for.ts'

type CountsStepProps = {
  view: ReportView
  room: RegisterRoom
  reading: Reading
  answering: Answering
  counted: Counted
  asksMentored: boolean
}

/** That counts were put in the report: how often, how many of them could not be, and what they came of. */
type Done = { time: number; left: number; reading: Reading; answers: Answers }

/** The counts by cohort and how they were made, and the button that puts them in the report. */
export function CountsStep({ view, room, reading, answering, counted, asksMentored }: CountsStepProps) {
  const grid = useGrid()
  const [busy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState(0)
  const [done, setDone] = useState<Done | null>(null)
  const { answers } = answering
  const waits = waitsFor(reading, answering, counted)
  const cohorts = countedCohorts(counted.counts)
  // What waits later on is told where it stands: only a press that was refused takes the focus.
  if (waits.length === 0 && refusals > 0) setRefusals(0)
  const put = async () => {
    setBusy(true)
    const latest = await countAnew(room, answers)
    setBusy(false)
    if (!latest) return
    if (waitsFor(reading, answering, latest).length > 0) return setRefusals((before) => before + 1)
    const left = putCounts(grid, view.urn, latest.counts)
    setDone((before) => ({ time: (before?.time ?? 0) + 1, left, reading, answers }))
  }
  const isDone = done?.reading === reading && done.answers === answers
  return (
    <>
      <h3 className="govuk-heading-s">Counts</h3>
      <Waits waits={waits} refusals={refusals} />
      {waits.length === 0 && (
        <>
          <CountsTable cohorts={cohorts} counts={counted.counts} />
          <CountsRemarks {...{ view, counted, asksMentored }} />
          <Details summary="How each code was counted">
            <CodeTable cohorts={cohorts} />
          </Details>
        </>
      )}
      <Button busy={busy} onClick={() => void put()}>
        Put these counts in the report
      </Button>
      {done && isDone && <PutNotice key={done.time} left={done.left} />}
    </>
  )
}

function Waits({ waits, refusals }: { waits: readonly FieldError[]; refusals: number }) {
  if (waits.length === 0) return null
  if (refusals > 0) return <ErrorSummary key={refusals} title="The counts wait for you" errors={waits} />
  return (
    <>
      <p className="govuk-body">The counts wait for you:</p>
      <ul className="govuk-list govuk-list--bullet">
        {waits.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </>
  )
}

/** Right above the counts of the report, and takes the focus there. */
function PutNotice({ left }: { left: number }) {
  return (
    <NotificationBanner kind="success">
      <p className="govuk-notification-banner__heading">The counts are in the report below.</p>
      <p className="govuk-body">
        {left > 0 && 'Some of it is closed to changes, and stays as it was. '}
        Look through them, then sign off at the end of the page. If you correct something above, put them in
        again.
      </p>
    </NotificationBanner>
  )
}

/** The counts of the answers as they stand now: those on screen may be a moment behind them. */
async function countAnew(room: RegisterRoom, answers: Answers): Promise<Counted | null> {
  const answer = await room.ask('count', answers)
  if (answer.kind === 'overtaken') return countAnew(room, answers)
  return answer.kind === 'told' ? answer.told : null
}

type RemarksProps = Pick<CountsStepProps, 'view' | 'counted' | 'asksMentored'>

/** What of the counts is not what it may seem. */
function CountsRemarks({ view, counted, asksMentored }: RemarksProps) {
  const { cohort, counts } = counted
  const [first, second] = view.academicYears
  const remarks = [
    second &&
      `The period lies in two academic years: its sessions go into the report in two parts, ${first} and ${second}.`,
    asksMentored &&
      counts.mentored === null &&
      'Young people in the programme are not counted yet: paste who they are, or type their counts below.',
    cohort &&
      cohort.faults.length > 0 &&
      'Lines of your list that could not be used are not in these counts: see above.',
  ].filter((remark) => typeof remark === 'string')
  return remarks.map((remark) => (
    <p key={remark} className="govuk-body">
      {remark}
    </p>
  ))
}
