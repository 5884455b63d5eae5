import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReturnView } from '@inclusion/server/returns/view'
import { isOutstanding } from '@inclusion/shared/standards/finding'
import { api, call, once } from '../api.ts'
import { paths } from '../routing/paths.ts'
import { Button } from '../ui/button.tsx'
import { Checkboxes } from '../ui/checkboxes.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useAct } from './use-act.ts'

/** The declaration in the person's own name, and the button that submits: it leads to the receipt. */
export function Declaration({ view }: { view: ReturnView }) {
  const { id, findings, tier } = view
  const { busy, problem, attempt, run } = useAct(id)
  const [declared, setDeclared] = useState<'yes'[]>([])
  const [fault, setFault] = useState<string | undefined>()
  const navigate = useNavigate()
  const open = findings.filter(isOutstanding).length
  const submit = async () => {
    setFault(declared.length === 0 ? 'Confirm the declaration before you submit' : undefined)
    if (declared.length === 0) return
    const param = { returnId: id }
    const sent = await run((key) =>
      call(api.returns[':returnId'].submit.$post({ param, json: { declared: true } }, once(key))),
    )
    if (sent) void navigate({ href: paths.returnReceipt(id) })
  }
  return (
    <>
      {problem && <ProblemNotice key={attempt} problem={problem} fieldId={() => undefined} />}
      <Checkboxes
        id="declaration"
        label="Declaration"
        labelSize="m"
        values={declared}
        onChange={setDeclared}
        error={fault}
        choices={[
          {
            value: 'yes',
            label:
              'To the best of my knowledge these figures are right, and what is unusual in them is explained.',
            hint: 'Your name stands on the receipt. The figures are kept as they are now.',
          },
        ]}
      />
      <Button
        busy={busy}
        onClick={() => void submit()}
        unavailable={
          open > 0
            ? `${open === 1 ? 'One finding' : `${open} findings`} above must be dealt with first.`
            : null
        }
      >
        {tier === 'light' ? 'Declare and submit' : 'Sign and submit'}
      </Button>
    </>
  )
}
