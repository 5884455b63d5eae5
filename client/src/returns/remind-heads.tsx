import type { ReportLine, ReturnView } from '@inclusion/server/returns/view'
import { londonDate, londonTime, shortDate } from '@inclusion/shared/time'
import { api, call, once } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { mayRemind } from './report-line.ts'
import { useAct } from './use-act.ts'

type RemindHeadProps = { view: ReturnView; report: ReportLine; me: string }

/** Writes to the head of a setting that is not in; says who did when it was done today. */
export function RemindHead({ view, report, me }: RemindHeadProps) {
  const { busy, problem, attempt, run } = useAct(view.id)
  if (!mayRemind(view, report)) return null
  const { urn, name, reminded } = report
  const param = { returnId: view.id, urn }
  const remind = () =>
    void run((key) => call(api.returns[':returnId'].settings[':urn'].remind.$post({ param }, once(key))))
  return (
    <>
      {problem && <ProblemNotice key={attempt} problem={problem} fieldId={() => undefined} />}
      {reminded && <p className="govuk-body">{remindedWords(reminded, me)}</p>}
      {!reminded?.today && (
        <Button look="secondary" busy={busy} onClick={remind}>
          Remind the head<span className="govuk-visually-hidden"> of {name}</span>
        </Button>
      )}
    </>
  )
}

/** "Reminded by you today at 10:05am." */
function remindedWords({ by, at, today }: NonNullable<ReportLine['reminded']>, me: string): string {
  const who = by === me ? 'you' : by
  const when = today ? `today at ${londonTime(at)}` : `on ${shortDate(londonDate(at))}`
  return `Reminded by ${who} ${when}.`
}

/** One letter to each head whose report is not in, where there is more than one to write to. */
export function RemindAll({ view }: { view: ReturnView }) {
  const { busy, problem, attempt, run } = useAct(view.id)
  const waiting = view.reports.filter((report) => mayRemind(view, report) && !report.reminded?.today)
  if (waiting.length < 2 && problem === null) return null
  const param = { returnId: view.id }
  const remind = () => void run((key) => call(api.returns[':returnId'].remind.$post({ param }, once(key))))
  return (
    <>
      {problem && <ProblemNotice key={attempt} problem={problem} fieldId={() => undefined} />}
      <Button look="secondary" busy={busy} onClick={remind}>
        Remind all {waiting.length} that are not in
      </Button>
    </>
  )
}
