import { useState } from 'react'
import type { DecisionView } from '@inclusion/server/reviews/view'
import {
  decisionNames,
  doubtWords,
  isAcceptance,
  type FigureDecision,
} from '@inclusion/shared/figure-decisions'
import type { Locator } from '@inclusion/shared/locators'
import { placeName } from '@inclusion/shared/standards/words'
import { shortMoment } from '@inclusion/shared/time'
import { Tag } from '../ui/tag.tsx'
import { verdictId } from './asking.ts'
import { useReview } from './review-context.ts'
import { useVerdict } from './use-verdict.ts'
import { VerdictForm, type Worded } from './verdict-form.tsx'

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
        <div role="status">
          <Standing decision={decision} />
          {doubt && (
            <p>
              <Tag colour="orange">Decide</Tag> {sentence(doubtWords[doubt])}
            </p>
          )}
        </div>
        {decides && <Acts {...{ locator, mayChange, decision }} atFirst={doubt !== undefined} />}
      </div>
    </section>
  )
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

function Standing({ decision }: { decision: DecisionView | undefined }) {
  if (!decision) return <p>Not decided on.</p>
  return (
    <p>
      <Tag colour={isAcceptance(decision.decision) ? 'green' : 'blue'}>
        {decisionNames[decision.decision]}
      </Tag>{' '}
      <span className="app-reason">
        {decision.by}, {shortMoment(decision.at)}
      </span>
      {decision.note && <span className="app-verdict__note">{decision.note}</span>}
    </p>
  )
}

const acts: Record<Exclude<FigureDecision, 'undecided'>, string> = {
  accept: 'Accept',
  'accept-explained': 'Accept with an explanation',
  question: 'Ask a question',
  'request-change': 'Ask for a change',
}
type ActName = keyof typeof acts

type ActsProps = {
  locator: Locator
  mayChange: boolean
  decision: DecisionView | undefined
  /** Whether the ways to decide are shown at once: where a decision is needed. */
  atFirst: boolean
}

/** The ways to decide; where none is needed one button shows them, so that the keyboard has a short way. */
function Acts({ atFirst, ...props }: ActsProps) {
  const { prepared } = useReview()
  const [shown, setShown] = useState(atFirst)
  const { locator, decision } = props
  if (shown) return <ActButtons {...props} />
  const show = () => {
    setShown(true)
    // They are there after the next paint.
    requestAnimationFrame(() => document.getElementById(`${verdictId(locator)}-accept`)?.focus())
  }
  return (
    <button type="button" className="app-link-button" onClick={show}>
      {decision ? 'Change the decision' : 'Decide'}
      <span className="govuk-visually-hidden">: {placeName(prepared, locator)}</span>
    </button>
  )
}

function ActButtons({ locator, mayChange, decision }: Omit<ActsProps, 'atFirst'>) {
  const { view, prepared } = useReview()
  const [open, setOpen] = useState<Worded | null>(null)
  const { decide, busy, fault } = useVerdict(view.id, locator)
  const idOf = (act: ActName) => `${verdictId(locator)}-${act}`
  const close = () => {
    if (open) document.getElementById(idOf(open))?.focus()
    setOpen(null)
  }
  const press = (act: ActName) => {
    if (act !== 'accept') return setOpen(open === act ? null : act)
    setOpen(null)
    // Pressed again, it is taken back. What was refused is said below.
    void decide({ decision: decision?.decision === 'accept' ? 'undecided' : 'accept' }).catch(() => null)
  }
  const offered = (Object.keys(acts) as ActName[]).filter((act) => mayChange || act !== 'request-change')
  return (
    <>
      <div className="app-verdict__acts">
        {offered.map((act) => (
          <button
            key={act}
            id={idOf(act)}
            type="button"
            className="govuk-button govuk-button--secondary"
            aria-pressed={act === 'accept' ? decision?.decision === act : undefined}
            aria-expanded={act === 'accept' ? undefined : open === act}
            aria-disabled={busy || undefined}
            onClick={() => !busy && press(act)}
          >
            {acts[act]}
            <span className="govuk-visually-hidden">: {placeName(prepared, locator)}</span>
          </button>
        ))}
      </div>
      {fault && open === null && (
        <p className="govuk-error-message" role="alert">
          {fault}
        </p>
      )}
      {open && (
        <VerdictForm
          key={open}
          {...{ locator, busy, fault }}
          kind={open}
          before={decision?.decision === open ? (decision.note ?? '') : ''}
          onSend={async (note) => {
            await decide({ decision: open, note })
            close()
          }}
          onCancel={close}
        />
      )}
    </>
  )
}
