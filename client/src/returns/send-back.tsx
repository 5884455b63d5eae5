import { useNavigate } from '@tanstack/react-router'
import type { ReturnView } from '@inclusion/server/returns/view'
import { api, call, once } from '../api.ts'
import { useKept } from '../drafts/use-kept.ts'
import { paths } from '../routing/paths.ts'
import { Details } from '../ui/details.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { sayNext } from './just-done.tsx'
import { ReasonForm } from './reason-form.tsx'
import { useAct } from './use-act.ts'

/** The certifier's other answer: back to the borough lead, with a reason. */
export function SendBack({ view }: { view: ReturnView }) {
  const { busy, problem, attempt, run } = useAct(view.id)
  const kept = useKept(`send back ${view.id}`, '')
  const [, , forget, isFound] = kept
  const navigate = useNavigate()
  const decline = async (reason: string) => {
    const param = { returnId: view.id }
    const sent = await run((key) =>
      call(api.returns[':returnId'].decline.$post({ param, json: { reason } }, once(key))),
    )
    if (!sent) return
    forget()
    sayNext('The return is sent back to the borough lead.')
    void navigate({ href: paths.return(view.id) })
  }
  return (
    <Details summary="Send it back instead" open={isFound}>
      {problem && <ProblemNotice key={attempt} problem={problem} />}
      <ReasonForm
        id="decline-reason"
        label="What should be looked at again"
        hint="The borough lead sees this and can change the figures."
        button="Send it back"
        {...{ busy, kept }}
        onReason={(reason) => void decline(reason)}
      />
    </Details>
  )
}
