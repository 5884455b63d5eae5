import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { Told } from '../outcome.tsx'
import { call } from '../api.ts'
import { Failure } from '../failure.tsx'
import { staffApi } from '../staff-api.ts'
import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import { publishedWords, publishingLines } from './publishing-lines.ts'
import { dryRunQuery } from './queries.ts'
import { useAmendmentAct } from './use-amendment-act.ts'

type PublishAmendmentProps = Told & { amendment: AmendmentView; unavailable: string | null }

/** Publishing: what it touches is said, and asked once more, before it is done for good. */
export function PublishAmendment({ amendment, unavailable, ...told }: PublishAmendmentProps) {
  const [asking, setAsking] = useState(false)
  if (asking && unavailable === null)
    return <Confirm amendment={amendment} {...told} onLeave={() => setAsking(false)} />
  return (
    <Button unavailable={unavailable} onClick={() => setAsking(true)}>
      Publish it
    </Button>
  )
}

type ConfirmProps = Told & { amendment: AmendmentView; onLeave: () => void }

function Confirm({ amendment, onLeave, ...told }: ConfirmProps) {
  const { id, revision } = amendment
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  const publish = useAmendmentAct(
    {
      send: () =>
        call(
          staffApi.amendments[':amendmentId'].publish.$post({
            param: { amendmentId: id },
            json: { revision },
          }),
        ),
      done: ({ opening }) => publishedWords(opening),
    },
    told,
  )
  const touched = dryRunQuery({ id, revision }, { gssCode: null, periodId: null })
  // What is published cannot be tried any more.
  const { data, error } = useQuery({ ...touched, enabled: publish.isIdle })
  return (
    <section className="app-confirm" aria-label="Before it is published" tabIndex={-1} ref={box}>
      <Failure error={error} />
      <output className="govuk-!-display-block">
        {data ? (
          <ul className="govuk-list govuk-list--bullet">
            {publishingLines(amendment, data.touches).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ) : (
          !error && <p className="govuk-body">Counting what it touches…</p>
        )}
      </output>
      <ButtonGroup>
        {data && (
          <Button look="warning" busy={publish.isPending} onClick={() => publish.mutate()}>
            Yes, publish it
          </Button>
        )}
        <button type="button" className="app-link-button" onClick={onLeave}>
          Leave as it is
        </button>
      </ButtonGroup>
    </section>
  )
}
