import type { AmendmentView } from '@inclusion/server/amendments/view'
import { call } from '../api.ts'
import type { Told } from '../outcome.tsx'
import { SendBack, type Refusal } from '../reviews/send-back.tsx'
import { staffApi } from '../staff-api.ts'
import { useAmendmentAct } from './use-amendment-act.ts'

/** Sends back what another person proposed, and says why. */
export function RefuseAmendment({ amendment, ...told }: Told & { amendment: AmendmentView }) {
  const { id: amendmentId, revision } = amendment
  const refuse = useAmendmentAct(
    {
      send: async ({ reason, forget }: Refusal) => {
        await call(
          staffApi.amendments[':amendmentId'].refuse.$post({
            param: { amendmentId },
            json: { revision, reason },
          }),
        )
        forget()
      },
      done: 'It is sent back: a draft again, with your reason beside it.',
    },
    told,
  )
  return (
    <SendBack
      about={`amendment ${amendmentId}`}
      busy={refuse.isPending}
      onFaults={told.onFaults}
      onSend={refuse.mutate}
    />
  )
}
