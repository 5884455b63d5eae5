import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { AcceptedTogether } from '@inclusion/server/reviews/queue/accept-together'
import type { QueueLine } from '@inclusion/server/reviews/queue/queue-line'
import { thoughtWords } from '@inclusion/shared/review-queue'
import { call, once } from '../../api.ts'
import { hasErrors, OutcomeNotice, useOutcome } from '../../outcome.tsx'
import { paths } from '../../routing/paths.ts'
import { staffApi } from '../../staff-api.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { Button } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { Table, type Column } from '../../ui/table.tsx'
import { readChosen, type ChosenReturn } from './address.ts'
import { chosenQuery } from './queries.ts'
import { forgetSelected } from './use-selection.ts'
import { ageWords, nameOf } from './words.ts'

type Row = { line: QueueLine; words: string }

const columns: Column<Row>[] = [
  { header: 'Return', cell: ({ line }) => <Link href={paths.review(line.id)}>{nameOf(line)}</Link> },
  { header: 'Version', numeric: true, cell: ({ line }) => line.filed?.version },
  { header: 'Waiting', cell: ({ line }) => ageWords(line) },
  { header: 'What happens', cell: ({ words }) => words },
]

const doneColumns: Column<Row>[] = [
  ...columns.slice(0, 2),
  { header: 'What became of it', cell: ({ words }) => words },
]

/** Says which returns will be accepted and what that does, and does it on one press. */
export function AcceptPage() {
  const { returns }: { returns?: string } = useSearch({ strict: false })
  const chosen = readChosen(returns)
  const { data: lines } = useSuspenseQuery(chosenQuery(chosen.map(({ returnId }) => returnId)))
  const { outcome, onDone, onRefused } = useOutcome()
  const accept = useAccept(chosen, { onDone, onRefused })
  const { outcomes } = accept
  const rows = lines.map((line): Row => ({
    line,
    words: outcomes ? doneWords(outcomes, line) : willWords(line),
  }))
  const count = lines.filter(({ mayAcceptTogether }) => mayAcceptTogether).length
  return (
    <Page
      title="Accept clean returns"
      before={<BackLink href={paths.reviews()}>Review queue</BackLink>}
      hasErrors={hasErrors(outcome)}
    >
      <OutcomeNotice {...outcome} />
      {!outcomes && <WhatHappens count={count} />}
      <Table
        caption="The returns you selected"
        captionSize="m"
        columns={outcomes ? doneColumns : columns}
        rows={rows}
        rowKey={({ line }) => line.id}
        empty="No return is selected that you may accept."
      />
      {!outcomes && count > 0 && (
        <Button busy={accept.isPending} onClick={accept.press}>
          {count === 1 ? 'Accept this return' : `Accept ${count} returns`}
        </Button>
      )}
      {outcomes && (
        <p className="govuk-body">
          <Link href={paths.reviews()}>Go back to the review queue</Link>
        </p>
      )}
    </Page>
  )
}

function WhatHappens({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <p className="govuk-body govuk-!-width-two-thirds">
      Each return is taken by you and accepted, one after another, as an act of its own. Its figures become
      evidence, and the borough is told. One that has changed since you selected it is left as it is, and you
      are told why. To open an accepted return again you need a reason.
    </p>
  )
}

/** Clean: nothing asked to be explained, nothing changed much, no question is open. */
function willWords({ mayAcceptTogether, thoughts, isOwn, status, takenBy }: QueueLine): string {
  if (mayAcceptTogether) return 'Accepted'
  if (isOwn) return 'Left as it is: you filed it, so another evaluator reviews it.'
  if (status === 'accepted') return 'Accepted already.'
  if (status !== 'submitted') return 'Left as it is: it is not with RMEL any more.'
  if (thoughts && thoughts.length > 0)
    return `Left as it is: it needs thought. ${thoughts.map(thoughtWords).join('. ')}.`
  return takenBy ? 'Left as it is: another evaluator has taken it.' : 'Left as it is.'
}

function doneWords(outcomes: AcceptedTogether['outcomes'], { id }: QueueLine): string {
  const outcome = outcomes.find(({ returnId }) => returnId === id)
  if (!outcome) return 'Left as it is.'
  return outcome.accepted ? 'Accepted' : `Not accepted. ${outcome.reason}`
}

type Told = { onDone: (words: string) => void; onRefused: (error: Error) => void }

/** Sends all that were chosen, once however often it is pressed: the server judges each again. */
function useAccept(chosen: readonly ChosenReturn[], { onDone, onRefused }: Told) {
  const cache = useQueryClient()
  const isSent = useRef(false)
  // The same key until it is answered: a try that got no answer may have been counted.
  const [key] = useState(() => crypto.randomUUID())
  const accept = useMutation<AcceptedTogether>({
    mutationFn: () =>
      call(
        staffApi.queue.accept.$post({ json: { returns: [...chosen] } }, once(key)),
      ) as Promise<AcceptedTogether>,
    onSuccess: async ({ outcomes }) => {
      forgetSelected()
      await cache.invalidateQueries()
      const accepted = outcomes.filter((outcome) => outcome.accepted).length
      onDone(`${accepted} of ${outcomes.length} ${outcomes.length === 1 ? 'return' : 'returns'} accepted.`)
    },
    onError: (error) => {
      isSent.current = false
      onRefused(error)
    },
  })
  const press = () => {
    if (isSent.current) return
    isSent.current = true
    accept.mutate()
  }
  return { outcomes: accept.data?.outcomes, isPending: accept.isPending, press }
}
