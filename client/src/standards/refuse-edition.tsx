import { call } from '../api.ts'
import { SendBack, type Refusal } from '../reviews/send-back.tsx'
import { staffApi } from '../staff-api.ts'
import type { EditionActProps } from './edition-act-props.ts'
import { useEditionAct } from './use-edition-act.ts'

/** Sends back what another person proposed, and says why. */
export function RefuseEdition({ edition, ...told }: EditionActProps) {
  const { id: standardId, revision } = edition
  const refuse = useEditionAct(
    standardId,
    {
      send: async ({ reason, forget }: Refusal) => {
        await call(
          staffApi.editions[':standardId'].refuse.$post({
            param: { standardId },
            json: { revision, reason },
          }),
        )
        forget()
      },
      done: 'It is sent back: a draft again, and its proposer was sent your reason.',
    },
    told,
  )
  return (
    <SendBack
      about={`edition ${standardId}`}
      busy={refuse.isPending}
      onFaults={told.onFaults}
      onSend={refuse.mutate}
    />
  )
}
