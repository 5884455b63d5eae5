import type { AmendmentView } from '@inclusion/server/amendments/view'
import { useState } from 'react'
import { call } from '../api.ts'
import type { Told } from '../outcome.tsx'
import { useKept } from '../reviews/use-kept.ts'
import { staffApi } from '../staff-api.ts'
import { Button } from '../ui/button.tsx'
import { Details } from '../ui/details.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useAmendmentAct } from './use-amendment-act.ts'

const reasonField = 'refuse-reason'
const shortest = 10

/** Sends back what another person proposed, and says why. */
export function RefuseAmendment({ amendment, ...told }: Told & { amendment: AmendmentView }) {
  const { id: amendmentId, revision } = amendment
  const [reason, setReason, forget] = useKept(`amendment ${amendmentId} refusal`, '')
  const [fault, setFault] = useState<string | undefined>()
  const refuse = useAmendmentAct(
    {
      send: () =>
        call(
          staffApi.amendments[':amendmentId'].refuse.$post({
            param: { amendmentId },
            json: { revision, reason },
          }),
        ),
      done: 'It is sent back: a draft again, with your reason beside it.',
      after: forget,
    },
    told,
  )
  const submit = () => {
    const isShort = reason.trim().length < shortest
    const message = 'Write a sentence that says why, and what would have to change'
    setFault(isShort ? message : undefined)
    if (isShort) told.onFaults([{ field: reasonField, message }])
    else refuse.mutate()
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
      <Button look="secondary" busy={refuse.isPending} onClick={submit}>
        Send it back
      </Button>
    </Details>
  )
}
