import type { ReturnView } from '@inclusion/server/returns/view'
import type { Locator } from '@inclusion/shared/locators'
import { api, call, once } from '../api.ts'
import { useKept } from '../drafts/use-kept.ts'
import { Button } from '../ui/button.tsx'
import { Details } from '../ui/details.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { FiguresToReopen } from './figures-to-reopen.tsx'
import { ReasonForm } from './reason-form.tsx'
import { useAct } from './use-act.ts'

/** What the borough lead may still do with a return that is filed: take it back, or ask to open it again. */
export function ReturnActions({ view }: { view: ReturnView }) {
  const { id, actions } = view
  const { busy, problem, attempt, run } = useAct(id)
  const param = { returnId: id }
  const withdraw = () =>
    void run((key) => call(api.returns[':returnId'].withdraw.$post({ param }, once(key))))
  const [locators, setLocators, forgetLocators, areFound] = useKept<Locator[]>(`wish figures ${id}`, [])
  const kept = useKept(`wish reason ${id}`, '')
  const [, , forgetReason, isFound] = kept
  const ask = async (reason: string) => {
    const json = { reason, locators }
    const wish = api.reviews[':returnId']['ask-to-reopen']
    if (!(await run((key) => call(wish.$post({ param, json }, once(key)))))) return
    forgetLocators()
    forgetReason()
  }
  return (
    <>
      {problem && <ProblemNotice key={attempt} problem={problem} />}
      {actions.withdraw === null && (
        <>
          <p className="govuk-body">
            No evaluator has taken this return yet, so you can take it back to change it.
          </p>
          <Button look="secondary" busy={busy} onClick={withdraw}>
            Take the return back
          </Button>
        </>
      )}
      {actions['ask-to-reopen'] === null && (
        <Details summary="Ask RMEL to open this return again" open={isFound || areFound}>
          <FiguresToReopen view={view} values={locators} onChange={setLocators} />
          <ReasonForm
            id="reopen-reason"
            label="What has to change, and why"
            hint="The accepted figures stand until the return is accepted again."
            button="Ask to open it again"
            {...{ busy, kept }}
            onReason={(reason) => void ask(reason)}
          />
        </Details>
      )}
    </>
  )
}
