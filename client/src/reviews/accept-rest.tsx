import { settingOf, wholeFigure } from '@inclusion/shared/locators'
import { api, call } from '../api.ts'
import type { Told } from '../outcome.tsx'
import { Button } from '../ui/button.tsx'
import { useReview } from './review-context.ts'
import { useDecision } from './use-decision.ts'

/** Accepts in one act every figure about which nothing is open. Nothing where none is left. */
export function AcceptRest(told: Told) {
  const { view, decisionOf, doubtOf } = useReview()
  const figures = new Set(Object.keys(view.checkInput.figures).map(wholeFigure))
  const rest = [...figures].filter((locator) => !decisionOf(locator) && !doubtOf(locator)).length
  const words = rest === 1 ? 'the figure' : `the ${rest} figures`
  const accept = useDecision(
    () => call(api.reviews[':returnId']['accept-rest'].$post({ param: { returnId: view.id } })),
    `Accepted ${words} about which nothing is open.`,
    { ...told, onSent: () => {} },
  )
  if (rest === 0) return null
  return (
    <>
      <Button look="secondary" busy={accept.isPending} onClick={() => accept.mutate()}>
        Accept {words} about which nothing is open
      </Button>
      {[...figures].some((locator) => settingOf(locator) !== null) && (
        <p className="app-reason">Each setting’s figure is counted here by itself.</p>
      )}
    </>
  )
}
