import { useState } from 'react'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'
import { Button } from '../ui/button.tsx'
import { Details } from '../ui/details.tsx'
import { Textarea } from '../ui/textarea.tsx'
import type { EditionActProps } from './edition-act-props.ts'
import { useEditionAct } from './use-edition-act.ts'

const reasonField = 'refuse-reason'
const shortest = 10

/** Does not approve what another person proposed, and says why. */
export function RefuseEdition({ edition, ...told }: EditionActProps) {
  const { id: standardId, revision } = edition
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const refuse = useEditionAct(
    standardId,
    {
      send: () =>
        call(
          staffApi.editions[':standardId'].refuse.$post({
            param: { standardId },
            json: { revision, reason },
          }),
        ),
      done: 'It is a draft again, and its proposer was sent your reason.',
    },
    told,
  )
  const submit = () => {
    const isShort = reason.trim().length < shortest
    const message = 'Write a sentence that says why'
    setFault(isShort ? message : undefined)
    if (isShort) told.onFaults([{ field: reasonField, message }])
    else refuse.mutate()
  }
  return (
    <Details summary="Refuse it instead">
      <Textarea
        id={reasonField}
        label="Why, and what would have to change"
        rows={3}
        value={reason}
        error={fault}
        onChange={setReason}
      />
      <Button look="secondary" busy={refuse.isPending} onClick={submit}>
        Refuse this edition
      </Button>
    </Details>
  )
}
