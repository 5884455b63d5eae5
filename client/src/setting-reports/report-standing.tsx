import type { ReportView } from '@inclusion/server/setting-reports/view'
import { refusals } from '@inclusion/shared/refusals'
import { londonDate, londonTime, shortDate } from '@inclusion/shared/time'
import { api, call, once } from '../api.ts'
import { useAct } from '../returns/use-act.ts'
import { Button } from '../ui/button.tsx'
import { InsetText } from '../ui/inset-text.tsx'
import { focusHeading } from '../ui/focus-field.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'

/** Where the report stands: signed off (and how to take that back), closed to this person, or given in another's place. */
export function ReportStanding({ view }: { view: ReportView }) {
  const { signedOff, why, onBehalf, mayEdit, unlocked } = view
  if (signedOff) return <SignedOff view={view} />
  if (why) return <InsetText>You can read these figures. {refusals[why].title}</InsetText>
  if (unlocked !== null && mayEdit)
    return <InsetText>RMEL asked for changes. Only the figures it asked about are open.</InsetText>
  if (onBehalf)
    return (
      <InsetText>This setting has no head in this service, so you give its report on its behalf.</InsetText>
    )
  return null
}

function SignedOff({ view }: { view: ReportView }) {
  const { returnId, urn, signedOff, why } = view
  const { busy, problem, attempt, run } = useAct(returnId)
  const param = { returnId, urn }
  const withdraw = async () => {
    const isWithdrawn = await run((key) =>
      call(api.settingReports[':returnId'][':urn'].withdraw.$post({ param }, once(key))),
    )
    if (isWithdrawn) focusHeading()
  }
  if (!signedOff) return null
  const { by, at, onBehalf } = signedOff
  return (
    <>
      {problem && <ProblemNotice key={attempt} problem={problem} />}
      <InsetText>
        <strong>Signed off</strong> by {by}, {shortDate(londonDate(at))}, {londonTime(at)}
        {onBehalf ? ', on behalf of the setting' : ''}.{' '}
        {why && why !== 'not-yours-to-do' && refusals[why].title}
      </InsetText>
      {why === null && (
        <Button look="secondary" busy={busy} onClick={() => void withdraw()}>
          Withdraw the sign-off to change a figure
        </Button>
      )}
    </>
  )
}
