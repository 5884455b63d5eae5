import type { DecisionView } from '@inclusion/server/reviews/view'
import { decisionNames, doubtWords, isAcceptance } from '@inclusion/shared/figure-decisions'
import type { Locator } from '@inclusion/shared/locators'
import { placeName } from '@inclusion/shared/standards/words'
import { shortMoment } from '@inclusion/shared/time'
import { Tag } from '../ui/tag.tsx'
import { verdictId } from './asking.ts'
import { useReview } from './review-context.ts'
import { VerdictActs } from './verdict-acts.tsx'

type FigureVerdictProps = {
  locator: Locator
  /** What to call it where several stand together; left out where its card names it. */
  name?: string
  /** Whether somebody gives the figure, so that a change can be asked for. */
  mayChange?: boolean
}

/** What was decided on one figure, and, for whoever holds the return, the ways to decide. */
export function FigureVerdict({ locator, name, mayChange = true }: FigureVerdictProps) {
  const { view, prepared, decisionOf, doubtOf } = useReview()
  const decision = decisionOf(locator)
  const doubt = doubtOf(locator)
  const decides = view.actions['decide-figures'] === null
  if (!decides && !decision && !doubt) return null
  return (
    <section
      className="app-verdict"
      id={verdictId(locator)}
      tabIndex={-1}
      aria-label={`Decision on ${placeName(prepared, locator)}`}
    >
      {name && <p className="app-verdict__name">{name}</p>}
      <div className="app-verdict__line">
        <output className="app-verdict__said">
          <Before locator={locator} />
          <Standing decision={decision} />
          {doubt && (
            <span>
              <Tag colour="orange">Decide</Tag> {sentence(doubtWords[doubt])}
            </span>
          )}
        </output>
        {decides && <VerdictActs {...{ locator, mayChange, decision }} atFirst={doubt !== undefined} />}
      </div>
    </section>
  )
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** What was said of the figure with words in the version before. */
const saidBefore: Partial<Record<DecisionView['decision'], string>> = {
  'request-change': 'A change was asked for',
  'accept-explained': 'It was accepted with an explanation',
}

/** The same, for whoever reads what came of it, or decides anew. */
function Before({ locator }: { locator: Locator }) {
  const { decisions, versions } = useReview().view
  const before = decisions.find((each) => each.locator === locator && each.version === versions.length - 1)
  const said = before && saidBefore[before.decision]
  if (!said) return null
  return (
    <span>
      {said} in version {before.version}: “{before.note}”
    </span>
  )
}

function Standing({ decision }: { decision: DecisionView | undefined }) {
  if (!decision) return <span>Not decided on.</span>
  return (
    <span>
      <Tag colour={isAcceptance(decision.decision) ? 'green' : 'blue'}>
        {decisionNames[decision.decision]}
      </Tag>{' '}
      <span className="app-reason">
        {decision.by}, {shortMoment(decision.at)}
      </span>
      {decision.note && <span className="app-verdict__note">{decision.note}</span>}
    </span>
  )
}
