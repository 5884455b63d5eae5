import type { BackTestView } from '@inclusion/server/standards/back-test-view'
import type { EditionView } from '@inclusion/server/standards/view'
import { shortMoment } from '@inclusion/shared/time'

type BackTestProgressProps = { edition: EditionView; backTest: BackTestView | undefined }

/** How far a back-test is, told as it goes on. */
export function BackTestProgress({ edition, backTest }: BackTestProgressProps) {
  return (
    <output className="app-progress">
      {backTest?.status === 'running' && (
        <progress
          className="app-progress__bar"
          max={backTest.total}
          value={backTest.done}
          aria-label="Returns tried"
        />
      )}
      <p className="govuk-body">{progressWords(edition, backTest)}</p>
    </output>
  )
}

function progressWords(edition: EditionView, backTest: BackTestView | undefined): string {
  if (!backTest) return edition.backTest ? 'Looking how far it is…' : 'It has not been back-tested yet.'
  const { status, done, total, startedBy, startedAt, finishedAt } = backTest
  const when = shortMoment(finishedAt ?? startedAt)
  if (status === 'running')
    return `${done} of ${total} returns are done. You can leave this page: it goes on without you.`
  if (status === 'failed')
    return `The back-test that ${startedBy} began did not come to its end (${when}). Run it again.`
  const moved = backTest.isOfThisDraft ? '' : ' It is of an earlier draft: the edition was changed since.'
  return `Finished ${when}, on ${total} returns; begun by ${startedBy}.${moved}`
}
