import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReturnView } from '@inclusion/server/returns/view'
import { isOutstanding } from '@inclusion/shared/standards/finding'
import { api, call, once } from '../api.ts'
import { paths } from '../routing/paths.ts'
import { Button } from '../ui/button.tsx'
import { Checkboxes } from '../ui/checkboxes.tsx'
import { ErrorSummary, type FieldError } from '../ui/error-summary.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { openWords } from './open-words.ts'
import { SigningQuestions, useSigning } from './signing-questions.tsx'
import { useAct } from './use-act.ts'

const declarationId = 'declaration'

/**
 * What the signing checks ask, the declaration in the person's own name, and the button that submits: it
 * leads to the receipt.
 */
export function Declaration({ view }: { view: ReturnView }) {
  const { id, findings, signingFindings, tier, period } = view
  const { busy, problem, attempt, run } = useAct(id)
  const signing = useSigning(id, signingFindings)
  const [declared, setDeclared] = useState<'yes'[]>([])
  const [{ faults, tries }, setFaults] = useState<{ faults: FieldError[]; tries: number }>(noFaults)
  const navigate = useNavigate()
  const open = findings.filter(isOutstanding).length + signing.blocking.length
  const submit = async () => {
    const found = [...signing.faults(), ...(declared.length === 0 ? [undeclared] : [])]
    setFaults({ faults: found, tries: tries + 1 })
    if (found.length > 0) return
    const json = { declared: true, explanations: signing.explanations(), seen: view.position }
    const sent = await run((key) =>
      call(api.returns[':returnId'].submit.$post({ param: { returnId: id }, json }, once(key))),
    )
    if (!sent) return
    signing.forget()
    void navigate({ href: paths.returnReceipt(id) })
  }
  return (
    <>
      {problem && <ProblemNotice key={attempt} problem={problem} fieldId={() => undefined} />}
      <ErrorSummary key={`faults-${tries}`} errors={faults} />
      <SigningQuestions signing={signing} faults={faults} periodId={period.id} />
      <Checkboxes
        id={declarationId}
        label="Declaration"
        labelSize="m"
        values={declared}
        onChange={setDeclared}
        error={faults.find(({ field }) => field === declarationId)?.message}
        choices={[
          {
            value: 'yes',
            label:
              'To the best of my knowledge these figures are right, and what is unusual in them is explained.',
            hint: 'Your name stands on the receipt. The figures are kept as they are now.',
          },
        ]}
      />
      <Button busy={busy} onClick={() => void submit()} unavailable={openWords(open)}>
        {tier === 'light' ? 'Declare and submit' : 'Sign and submit'}
      </Button>
    </>
  )
}

const noFaults = { faults: [], tries: 0 }
const undeclared = { field: declarationId, message: 'Confirm the declaration before you submit' }
