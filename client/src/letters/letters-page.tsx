import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { UndeliveredLetter } from '@inclusion/server/mail/undelivered'
import { shortMoment } from '@inclusion/shared/time'
import { call } from '../api.ts'
import { OutcomeNotice, useOutcome, type Told } from '../outcome.tsx'
import { ConfirmedButton } from '../people/confirmed-button.tsx'
import { paths } from '../routing/paths.ts'
import { staffApi } from '../staff-api.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Page } from '../ui/page.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { lettersQuery } from './queries.ts'

type Row = Told & { letter: UndeliveredLetter }

const columns: Column<Row>[] = [
  { header: 'To', cell: ({ letter }) => <Addressee {...letter} /> },
  { header: 'About', cell: ({ letter }) => <About {...letter} /> },
  { header: 'What became of it', cell: ({ letter }) => <Fate {...letter} /> },
  { header: 'Deal with it', cell: (row) => <Acts {...row} /> },
]

/** Letters that did not arrive: to whom, about what, when, and what failed; sent again, or dealt with otherwise. */
export function LettersPage() {
  const { data: letters } = useSuspenseQuery(lettersQuery)
  const { outcome, ...told } = useOutcome()
  return (
    <Page title="Undelivered letters" before={<BackLink href={paths.people()}>People</BackLink>}>
      <OutcomeNotice {...outcome} />
      <p className="govuk-body govuk-!-width-two-thirds">
        Letters that the mail server did not take. What a letter tells also stands on a page of the service.
        Mend the address or the mail server first, then send the letter again; or tell the person yourself,
        and mark it as dealt with.
      </p>
      <Table
        stacks
        caption={letters.length === 1 ? '1 letter' : `${letters.length} letters`}
        columns={columns}
        rows={letters.map((letter) => ({ letter, ...told }))}
        rowKey={({ letter }) => letter.letterId}
        empty="Every letter was delivered or dealt with."
      />
    </Page>
  )
}

function Addressee({ name, recipient }: UndeliveredLetter) {
  return (
    <>
      {name ?? 'Nobody with access'}
      <p className="app-reason app-break">{recipient}</p>
    </>
  )
}

function About({ subject, writtenAt }: UndeliveredLetter) {
  return (
    <>
      {subject}
      <p className="app-reason">Written {shortMoment(writtenAt)}</p>
    </>
  )
}

const states = {
  trying: <Tag colour="blue">Being tried</Tag>,
  'given-up': <Tag colour="red">Given up</Tag>,
  unknown: <Tag colour="yellow">May have arrived</Tag>,
}

function Fate({ state, attempts, lastError, nextAt }: UndeliveredLetter) {
  return (
    <>
      {states[state]}
      <p className="app-reason">
        {attempts === 1 ? 'Tried once' : `Tried ${attempts} times`}
        {nextAt && `, next ${shortMoment(nextAt)}`}
      </p>
      <p className="app-reason app-break">{lastError}</p>
    </>
  )
}

function Acts({ letter, onDone, onRefused }: Row) {
  const { letterId, recipient, subject, state, maySendAgain } = letter
  const of = { param: { letterId } }
  const { 'send-again': again, settle } = staffApi.letters[':letterId']
  const sending = useLetterAct(() => call(again.$post(of)), {
    onDone: () => onDone(`“${subject}” is sent to ${recipient} again.`),
    onRefused,
  })
  const settling = useLetterAct(() => call(settle.$post(of)), {
    onDone: () => onDone(`“${subject}” to ${recipient} is dealt with.`),
    onRefused,
  })
  const about = `“${subject}” to ${recipient}`
  return (
    <>
      {maySendAgain ? (
        <ConfirmedButton
          words="Send again"
          isHarmless
          about={about}
          question={`${recipient} is written to once more.${state === 'unknown' ? ' It may have arrived already: then it comes twice.' : ''}`}
          busy={sending.isPending}
          onConfirm={() => sending.mutate()}
        />
      ) : (
        <p className="app-reason">The code has run out: another is asked for at sign-in</p>
      )}{' '}
      <ConfirmedButton
        words="Mark as dealt with"
        about={about}
        question="It is not sent any more."
        busy={settling.isPending}
        onConfirm={() => settling.mutate()}
      />
    </>
  )
}

/** One act on a letter; what became of all is asked for again, also where somebody was quicker. */
function useLetterAct(
  send: () => Promise<unknown>,
  { onDone, onRefused }: { onDone: () => void; onRefused: (error: Error) => void },
) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: onDone,
    onError: onRefused,
    onSettled: () => cache.invalidateQueries(lettersQuery),
  })
}
