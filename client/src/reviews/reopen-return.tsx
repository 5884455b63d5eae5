import { api, call } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Link } from '../ui/link.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { FigureLinks } from './figure-links.tsx'
import { refusalWords } from './refusal-words.ts'
import { openId } from './open-again.tsx'
import { DeclineReopening } from './reopening-request.tsx'
import { useReview } from './review-context.ts'
import { useDecision, type DecisionProps } from './use-decision.ts'
import { useKept } from '../drafts/use-kept.ts'

const reasonField = 'reopen-reason'
const noReason = 'Give the reason for opening this return again'

/** Opens an accepted return again on chosen figures; what was accepted stands until it is accepted anew. */
export function ReopenReturn(props: DecisionProps) {
  const { view, opening, faultOf } = useReview()
  const { reason, setReason, reopen, tryReopen } = useReopening(props)
  const chosen = opening?.chosen ?? []
  const choose = chosen.length === 0 ? 'Choose “Open again” on at least one figure first.' : null
  return (
    <>
      <p className="govuk-body">
        This return is accepted. To have a figure put right, open the return again on that figure. The
        accepted figures stay in the programme until the return is accepted anew, and totals say which version
        they use.
      </p>
      <Releases />
      {chosen.length > 0 && <p className="govuk-body">To open again:</p>}
      <FigureLinks figures={chosen.map((locator) => ({ locator }))} placeOf={openId} />
      {view.actions.reopen === null && (
        <Textarea
          id={reasonField}
          label="Why it is opened again"
          hint="The borough sees this as the question on each figure."
          rows={3}
          value={reason}
          error={faultOf(reasonField)}
          onChange={setReason}
        />
      )}
      <Button
        look="secondary"
        busy={reopen.isPending}
        unavailable={refusalWords(view, 'reopen') ?? choose}
        onClick={tryReopen}
      >
        Open this return again
      </Button>
      <DeclineReopening {...props} />
    </>
  )
}

/** What has gone out with these figures, and would have to be looked at again. */
function Releases() {
  const { releases } = useReview().view
  if (releases.length === 0)
    return <p className="govuk-body">It stands in no release: nothing has been published yet.</p>
  return (
    <>
      <p className="govuk-body">Its figures stand in these releases:</p>
      <ul className="govuk-list govuk-list--bullet">
        {releases.map(({ title, url }) => (
          <li key={url}>
            <Link href={url}>{title}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}

function useReopening({ onSent, ...told }: DecisionProps) {
  const { view, opening } = useReview()
  const [reason, setReason, forgetReason] = useKept(`reopen reason ${view.id}`, '')
  const reopen = useDecision(
    () => {
      const json = { reason, locators: [...(opening?.chosen ?? [])] }
      return call(api.reviews[':returnId'].reopen.$post({ param: { returnId: view.id }, json }))
    },
    `Opened again. ${view.authority.name} was told; what was accepted stands until other figures are accepted in its place.`,
    {
      ...told,
      onSent: () => {
        forgetReason()
        onSent()
      },
    },
  )
  const tryReopen = () => {
    if (reason.trim() === '') told.onFaults([{ field: reasonField, message: noReason }])
    else reopen.mutate()
  }
  return { reason, setReason, reopen, tryReopen }
}
