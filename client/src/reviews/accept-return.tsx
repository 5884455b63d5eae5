import { api, call } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { refusalWords } from './refusal-words.ts'
import { useReview } from './review-context.ts'
import { useDecision, type DecisionProps } from './use-decision.ts'
import { useKept } from './use-kept.ts'

/** Accepts the return: its figures become evidence. */
export function AcceptReturn({ onSent, ...told }: DecisionProps) {
  const { view, asking } = useReview()
  const [remark, setRemark, forgetRemark] = useKept(`remark ${view.id}`, '')
  const accept = useDecision(
    () => {
      const json = { remark: remark.trim() === '' ? null : remark }
      return call(api.reviews[':returnId'].accept.$post({ param: { returnId: view.id }, json }))
    },
    `Accepted. ${view.authority.name} was told, and its figures stand in the programme.`,
    {
      ...told,
      onSent: () => {
        forgetRemark()
        onSent()
      },
    },
  )
  const written = Object.keys(asking?.questions ?? {}).length
  const questions = written === 0 ? null : 'Send the questions above, or remove them, before you accept.'
  const refusal = refusalWords(view, 'accept')
  return (
    <>
      <h3 className="govuk-heading-s govuk-!-margin-top-6">Accept</h3>
      {refusal === null && (
        <Textarea
          id="remark"
          label="Remark (optional)"
          hint="Kept with the review."
          rows={2}
          value={remark}
          onChange={setRemark}
        />
      )}
      <Button busy={accept.isPending} unavailable={refusal ?? questions} onClick={() => accept.mutate()}>
        Accept this return
      </Button>
    </>
  )
}
