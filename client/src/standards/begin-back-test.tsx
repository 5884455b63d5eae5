import type { BackTestView } from '@inclusion/server/standards/back-test-view'
import type { EditionView } from '@inclusion/server/standards/view'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'
import type { Told } from '../outcome.tsx'
import { Button } from '../ui/button.tsx'
import { useEditionAct } from './use-edition-act.ts'
import { whyNotWords } from './why-not-words.ts'

type BeginBackTestProps = Told & { edition: EditionView; backTest: BackTestView | undefined }

/** Runs a back-test of a draft as it stands. */
export function BeginBackTest({ edition, backTest, ...told }: BeginBackTestProps) {
  const { id: standardId } = edition
  const begin = useEditionAct(
    standardId,
    {
      send: () => call(staffApi.editions[':standardId']['back-tests'].$post({ param: { standardId } })),
      done: null,
    },
    told,
  )
  if (edition.status === 'published') return null
  // The button stays in its place, and the focus on it, while the work goes on.
  const isRunning = backTest?.status === 'running' && backTest.isOfThisDraft
  const isDone = backTest?.status === 'finished' && backTest.isOfThisDraft
  return (
    <Button
      look={isDone ? 'secondary' : 'primary'}
      busy={begin.isPending || isRunning}
      unavailable={whyNotWords(edition, 'back-test')}
      onClick={() => begin.mutate()}
    >
      {isRunning ? 'Running' : backTest ? 'Run it again' : 'Run the back-test'}
    </Button>
  )
}
