import { useState } from 'react'
import type { DecisionView } from '@inclusion/server/reviews/view'
import type { FigureDecision } from '@inclusion/shared/figure-decisions'
import type { Locator } from '@inclusion/shared/locators'
import { placeName } from '@inclusion/shared/standards/words'
import { verdictId } from './asking.ts'
import { useReview } from './review-context.ts'
import { useVerdict } from './use-verdict.ts'
import { VerdictForm, type Worded } from './verdict-form.tsx'

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
export function VerdictActs({ atFirst, ...props }: ActsProps) {
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

function ActButtons(props: Omit<ActsProps, 'atFirst'>) {
  const { locator, mayChange, decision } = props
  const { prepared } = useReview()
  const { open, busy, fault, press, send, close } = useActs(props)
  const offered = (Object.keys(acts) as ActName[]).filter((act) => mayChange || act !== 'request-change')
  return (
    <>
      <div className="app-verdict__acts">
        {offered.map((act) => (
          <button
            key={act}
            id={idOf(locator, act)}
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
          onSend={(note) => send(open, note)}
          onCancel={close}
        />
      )}
    </>
  )
}

const idOf = (locator: Locator, act: ActName): string => `${verdictId(locator)}-${act}`

/** Which form is open, and what pressing does. A form that closes gives the focus back to what opened it. */
function useActs({ locator, decision }: Pick<ActsProps, 'locator' | 'decision'>) {
  const { view } = useReview()
  const [open, setOpen] = useState<Worded | null>(null)
  const { decide, busy, fault } = useVerdict(view.id, locator)
  const close = () => {
    if (open) document.getElementById(idOf(locator, open))?.focus()
    setOpen(null)
  }
  const press = (act: ActName) => {
    if (act !== 'accept') return setOpen(open === act ? null : act)
    setOpen(null)
    // Pressed again, it is taken back. What was refused is said below.
    void decide({ decision: decision?.decision === 'accept' ? 'undecided' : 'accept' }).catch(() => null)
  }
  const send = async (act: Worded, note: string) => {
    await decide({ decision: act, note })
    close()
  }
  return { open, busy, fault, press, send, close }
}
