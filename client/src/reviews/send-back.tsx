import { useState } from 'react'
import type { Told } from '../outcome.tsx'
import { Button } from '../ui/button.tsx'
import { Details } from '../ui/details.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useKept } from '../drafts/use-kept.ts'

const reasonField = 'refuse-reason'
const shortest = 10

/** `forget` is to be called once it is sent. */
export type Refusal = { reason: string; forget: () => void }

type SendBackProps = Pick<Told, 'onFaults'> & {
  /** What it is kept under on this computer while it is not sent. */
  about: string
  busy: boolean
  onSend: (refusal: Refusal) => void
}

/** Sends back what another person proposed, and says why. */
export function SendBack({ about, busy, onSend, onFaults }: SendBackProps) {
  const [reason, setReason, forget] = useKept(`${about} refusal`, '')
  const [fault, setFault] = useState<string | undefined>()
  const submit = () => {
    const isShort = reason.trim().length < shortest
    const message = 'Write a sentence that says why, and what would have to change'
    setFault(isShort ? message : undefined)
    if (isShort) onFaults([{ field: reasonField, message }])
    else onSend({ reason, forget })
  }
  return (
    <Details summary="Send it back instead">
      <Textarea
        id={reasonField}
        label="Why, and what would have to change"
        rows={3}
        value={reason}
        error={fault}
        onChange={setReason}
      />
      <Button look="secondary" busy={busy} onClick={submit}>
        Send it back
      </Button>
    </Details>
  )
}
