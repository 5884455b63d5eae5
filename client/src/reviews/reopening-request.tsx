import { placeName } from '@inclusion/shared/standards/words'
import { shortMoment } from '@inclusion/shared/time'
import { api, call } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Details } from '../ui/details.tsx'
import { InsetText } from '../ui/inset-text.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useReview } from './review-context.ts'
import { useDecision, type DecisionProps } from './use-decision.ts'
import { useKept } from '../drafts/use-kept.ts'

/** A lead's wish to have the return opened again, or what came of the last one. */
export function ReopeningRequest() {
  const { view, prepared } = useReview()
  const { reopening, authority } = view
  if (!reopening || (reopening.outcome === 'reopened' && view.status !== 'changes-requested')) return null
  const { asked, reason, locators, outcome, answer, answered } = reopening
  const figures = locators.map((locator) => placeName(prepared, locator))
  return (
    <InsetText>
      <p>
        {asked.by} of {authority.name} asked on {shortMoment(asked.at)} for this return to be opened again: “
        {reason}”
      </p>
      {figures.length > 0 && <p>About {new Intl.ListFormat('en-GB').format(figures)}.</p>}
      {outcome === 'declined' && (
        <p>
          {answered?.by} declined: “{answer}”
        </p>
      )}
    </InsetText>
  )
}

const reasonField = 'decline-reason'

/** Leaves the return as it was accepted, and says why. */
export function DeclineReopening({ onSent, ...told }: DecisionProps) {
  const { view, faultOf } = useReview()
  const [reason, setReason, forgetReason] = useKept(`decline reopening ${view.id}`, '')
  const decline = useDecision(
    () => {
      const param = { returnId: view.id }
      return call(api.reviews[':returnId']['decline-reopening'].$post({ param, json: { reason } }))
    },
    `The return stays as it was accepted. ${view.authority.name} was told why.`,
    {
      ...told,
      onSent: () => {
        forgetReason()
        onSent()
      },
    },
  )
  const tryIt = () => {
    if (reason.trim() === '')
      told.onFaults([{ field: reasonField, message: 'Give the reason for declining' }])
    else decline.mutate()
  }
  if (view.actions['decline-reopening'] !== null) return null
  return (
    <Details summary="Decline, and leave the return as it was accepted">
      <Textarea
        id={reasonField}
        label="Why it is not opened again"
        hint="The borough lead sees this and is written to."
        rows={3}
        value={reason}
        error={faultOf(reasonField)}
        onChange={setReason}
      />
      <Button look="secondary" busy={decline.isPending} onClick={tryIt}>
        Decline to open it again
      </Button>
    </Details>
  )
}
