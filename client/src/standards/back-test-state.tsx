import type { EditionView } from '@inclusion/server/standards/view'
import { shortMoment } from '@inclusion/shared/time'
import { staffPaths } from '../routing/staff-paths.ts'
import { Link } from '../ui/link.tsx'

/** How the back-test of a draft stands, with the way to it. */
export function BackTestState({ edition }: { edition: EditionView }) {
  const { id, backTest } = edition
  return (
    <p className="govuk-body">
      {stateWords(edition)}{' '}
      <Link href={staffPaths.backTest(id)}>{backTest ? 'See the back-test' : 'Back-test this draft'}</Link>
    </p>
  )
}

function stateWords({ backTest, revision, actions }: EditionView): string {
  if (!backTest) return 'It has not been back-tested.'
  const when = shortMoment(backTest.finishedAt ?? backTest.startedAt)
  if (backTest.status === 'running') return `A back-test is under way: ${backTest.done} of ${backTest.total}.`
  if (backTest.status === 'failed') return `The back-test of ${when} did not come to its end.`
  if (backTest.revision !== revision)
    return `The back-test of ${when} is of an earlier draft${actions['back-test'] === null ? ': run it again' : ''}.`
  return `It was back-tested as it stands on ${backTest.total} returns, ${when}.`
}
