import { doubtWords } from '@inclusion/shared/figure-decisions'
import { api, call } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { AcceptRest } from './accept-rest.tsx'
import { FigureLinks } from './figure-links.tsx'
import { changeWords } from './reasons.ts'
import { refusalWords } from './refusal-words.ts'
import { useReview } from './review-context.ts'
import { useDecision, type DecisionProps } from './use-decision.ts'
import { useKept } from '../drafts/use-kept.ts'

/** Accepts the return: its figures become evidence. First come the figures that have to be decided on. */
export function AcceptReturn({ onSent, ...told }: DecisionProps) {
  const { view } = useReview()
  const { inTheWay } = view
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
  const refusal = refusalWords(view, 'accept')
  const undecided =
    inTheWay.length === 0 ? null : `${counted(inTheWay.length)} to decide on first, see above.`
  return (
    <>
      <h3 className="govuk-heading-s govuk-!-margin-top-6">Accept</h3>
      {refusal === null && (
        <>
          {inTheWay.length > 0 && (
            <p className="govuk-body">Before this return can be accepted, decide on:</p>
          )}
          <FigureLinks
            figures={inTheWay.map(({ locator, doubt }) => ({ locator, words: doubtWords[doubt] }))}
          />
          <AcceptRest {...told} />
          <p className="govuk-body">How much changed: {changeWords(view)}</p>
          <Textarea
            id="remark"
            label="Remark (optional)"
            hint="Kept with the review."
            rows={2}
            value={remark}
            onChange={setRemark}
          />
        </>
      )}
      <Button busy={accept.isPending} unavailable={refusal ?? undecided} onClick={() => accept.mutate()}>
        Accept this return
      </Button>
    </>
  )
}

const counted = (figures: number) => (figures === 1 ? 'One figure' : `${figures} figures`)
