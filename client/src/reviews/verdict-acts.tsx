import { useState } from 'react'
import type { DecisionView } from '@inclusion/server/reviews/view'
import type { FigureDecision } from '@inclusion/shared/figure-decisions'
import type { Locator } from '@inclusion/shared/locators'
import { placeName } from '@inclusion/shared/standards/words'
import { wordsOf } from '../returns/grid/fault-words.ts'
import { verdictId } from './asking.ts'
import { useReview } from './review-context.ts'
import { useKept } from '../drafts/use-kept.ts'
import { useVerdict } from './use-verdict.ts'
import { VerdictForm, wordsField, type Worded } from './verdict-form.tsx'

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
  const written = useWritten(props.locator)
  const [shown, setShown] = useState(atFirst || written.draft !== null)
  const { locator, decision } = props
  if (shown) return <ActButtons {...props} written={written} />
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

type Draft = { kind: Worded; text: string }

/** What is being written on a figure, kept on this computer until it is sent: one text, whichever decision it is for. */
function useWritten(locator: Locator) {
  const { id } = useReview().view
  const [draft, keep, forget] = useKept<Draft | null>(`verdict ${id} ${locator}`, null)
  return { draft, keep, forget }
}

type ButtonsProps = Omit<ActsProps, 'atFirst'> & { written: ReturnType<typeof useWritten> }

function ActButtons(props: ButtonsProps) {
  const { locator, mayChange, decision, written } = props
  const { prepared, faultOf } = useReview()
  const { open, busy, press, send, cancel } = useActs(props)
  const before = decision?.decision === open ? (decision.note ?? '') : ''
  const fault = faultOf(idOf(locator, 'accept'))
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
      {fault && <p className="govuk-error-message">{fault}</p>}
      {open && (
        <VerdictForm
          key={open}
          {...{ locator, busy }}
          kind={open}
          text={written.draft?.text ?? before}
          onText={(text) => written.keep({ kind: open, text })}
          onSend={(note) => send(open, note)}
          onCancel={cancel}
        />
      )}
    </>
  )
}

const idOf = (locator: Locator, act: ActName): string => `${verdictId(locator)}-${act}`

/** Which form is open, and what pressing does. A form that closes gives the focus back to what opened it. */
function useActs({ locator, decision, written: { draft, keep, forget } }: ButtonsProps) {
  const { view, faultOf, onFaults } = useReview()
  const [open, setOpen] = useState<Worded | null>(draft?.kind ?? null)
  const { decide, busy } = useVerdict(view.id, locator, decision)
  const close = () => {
    if (open) document.getElementById(idOf(locator, open))?.focus()
    // What another act said at the top stays there.
    if (open && faultOf(wordsField(locator, open))) onFaults([])
    forget()
    setOpen(null)
  }
  const press = (act: ActName) => {
    if (act !== 'accept') {
      // What was written so far goes along to the other decision.
      if (draft) keep({ ...draft, kind: act })
      return setOpen(open === act ? null : act)
    }
    setOpen(null)
    // Pressed again, it is taken back.
    void decide({ decision: decision?.decision === 'accept' ? 'undecided' : 'accept' }).catch(
      (error: unknown) => onFaults([{ field: idOf(locator, 'accept'), message: wordsOf(error) }]),
    )
  }
  const send = async (act: Worded, note: string) => {
    await decide({ decision: act, note })
    close()
  }
  return { open, busy, press, send, cancel: close }
}
