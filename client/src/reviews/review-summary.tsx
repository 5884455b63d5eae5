import type { ReturnView } from '@inclusion/server/returns/view'
import { longDate, shortMoment } from '@inclusion/shared/time'
import { StatusTag } from '../ui/status-tag.tsx'
import { SummaryList } from '../ui/summary-list.tsx'

const moment = (step: { by: string; at: string } | null) =>
  step ? `${step.by}, ${shortMoment(step.at)}` : null

const tierNames = { light: 'Light', standard: 'Standard', enhanced: 'Enhanced' }

/** Where a return stands and who did what, before its figures. */
export function ReviewSummary({ view }: { view: ReturnView }) {
  const { sent, submitted, taken, accepted, holder, standard, status, tier, dueOn, handOvers } = view
  const rows = [
    { key: 'Status', value: <StatusTag status={status} /> },
    { key: 'Held by', value: holder },
    { key: 'Due', value: longDate(dueOn) },
    { key: 'Sent for sign-off', value: moment(sent) },
    { key: 'Signed and submitted', value: moment(submitted) },
    { key: 'Taken by', value: moment(taken) },
    { key: 'Handed over', value: handOvers.length === 0 ? null : <HandOvers handOvers={handOvers} /> },
    { key: 'Accepted', value: moment(accepted) },
    { key: 'Checked against', value: `${standard.name}, ${tierNames[tier].toLowerCase()} tier` },
  ]
  return <SummaryList rows={rows.filter(({ value }) => value !== null)} />
}

/** From whom to whom the review passed, and why. */
function HandOvers({ handOvers }: Pick<ReturnView, 'handOvers'>) {
  return handOvers.map(({ from, to, reason, by, at }) => (
    <p key={at} className="govuk-!-margin-bottom-1">
      {from} to {to ?? 'the queue'}, {shortMoment(at)}
      {by !== from && ` (by ${by ?? 'the service'})`}
      {reason && `: ${reason}`}
    </p>
  ))
}
