import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, call } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Details } from '../ui/details.tsx'
import { Select } from '../ui/select.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { evaluatorsQuery } from './queries.ts'
import { useReview } from './review-context.ts'
import { useDecision, type DecisionProps } from './use-decision.ts'
import { useKept } from '../drafts/use-kept.ts'

const queue = 'queue'
const toField = 'hand-over-to'
const reasonField = 'hand-over-reason'

/** Passes a taken return to another evaluator, or back to the queue. Whoever does not hold it says why. */
export function HandOverReview(props: DecisionProps) {
  const { view, faultOf } = useReview()
  const { evaluators, chosen, setChosen, reason, setReason, isOwn, handOver, tryIt } = useHandingOver(props)
  if (view.actions['hand-over'] !== null) return null
  const written = isOwn ? 'Whoever takes over is' : 'Whoever holds it and whoever takes over are'
  return (
    <Details summary={isOwn ? 'Hand this review over' : 'Pass this review on for whoever holds it'}>
      <Select
        id={toField}
        label="Who holds it from now on"
        value={chosen}
        error={faultOf(toField)}
        onChange={setChosen}
        options={[
          { value: '', label: 'Choose who' },
          ...evaluators.map(({ personId, name: label }) => ({ value: personId, label })),
          { value: queue, label: 'Nobody: back to the queue' },
        ]}
      />
      <Textarea
        id={reasonField}
        label={isOwn ? 'Why (optional)' : 'Why'}
        hint={`${written} written to. What was decided and asked so far stays with the return.`}
        rows={2}
        value={reason}
        error={faultOf(reasonField)}
        onChange={setReason}
      />
      <Button look="secondary" busy={handOver.isPending} onClick={tryIt}>
        Hand over
      </Button>
    </Details>
  )
}

function useHandingOver({ onSent, ...told }: DecisionProps) {
  const { view } = useReview()
  const { data: evaluators = [] } = useQuery({
    ...evaluatorsQuery(view.id),
    enabled: view.actions['hand-over'] === null,
  })
  const [chosen, setChosen] = useState('')
  const [reason, setReason, forgetReason] = useKept(`hand over ${view.id}`, '')
  const isOwn = view.actions['decide-figures'] === null
  const name = evaluators.find(({ personId }) => personId === chosen)?.name
  const handOver = useDecision(
    () => {
      const to = chosen === queue ? null : chosen
      const json = { to, reason: reason.trim() === '' ? null : reason }
      return call(api.reviews[':returnId']['hand-over'].$post({ param: { returnId: view.id }, json }))
    },
    name ? `${name} holds this review now.` : 'This review waits in the queue again.',
    {
      ...told,
      onSent: () => {
        forgetReason()
        onSent()
      },
    },
  )
  const tryIt = () => {
    const faults = [
      ...(chosen === '' ? [{ field: toField, message: 'Choose who holds it from now on' }] : []),
      ...(!isOwn && reason.trim() === '' ? [{ field: reasonField, message: noReason }] : []),
    ]
    if (faults.length > 0) told.onFaults(faults)
    else handOver.mutate()
  }
  return { evaluators, chosen, setChosen, reason, setReason, isOwn, handOver, tryIt }
}

const noReason = 'Give a reason: another evaluator holds this return'
