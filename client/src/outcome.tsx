import { useState } from 'react'
import { Failure } from './failure.tsx'
import { ErrorSummary, type FieldError } from './ui/error-summary.tsx'
import { NotificationBanner } from './ui/notification-banner.tsx'

/** What came of the last act on a page: what was done, why it was refused, or what to mend before it is sent. */
export type Outcome = {
  attempt: number
  done: string | null
  error: Error | null
  faults: readonly (FieldError & { field: string })[]
}

/** What an act calls when it is over. */
export type Told = {
  onDone: (words: string) => void
  onRefused: (error: Error) => void
  onFaults: (faults: Outcome['faults']) => void
}

/** The outcome of a page's acts, and what they call to change it. */
export function useOutcome(): { outcome: Outcome } & Told {
  const [outcome, setOutcome] = useState<Outcome>({ attempt: 0, ...nothing })
  const tell = (part: Partial<Outcome>) =>
    setOutcome(({ attempt }) => ({ ...nothing, ...part, attempt: attempt + 1 }))
  return {
    outcome,
    onDone: (done) => tell({ done }),
    onRefused: (error) => tell({ error }),
    onFaults: (faults) => tell({ faults }),
  }
}

const nothing = { done: null, error: null, faults: [] }

/** Whether the title of the page has to say first that something needs mending. */
export const hasErrors = ({ error, faults }: Outcome): boolean => error !== null || faults.length > 0

/** What stands beside one field: the same words as in the summary. */
export const faultOf = ({ faults }: Outcome, field: string): string | undefined =>
  faults.find((fault) => fault.field === field)?.message

type OutcomeNoticeProps = Outcome & { fieldId?: (field: string) => string | undefined }

/** Says at the top of a page what was done or refused, and takes the focus each time. */
export function OutcomeNotice({ attempt, done, error, faults, fieldId }: OutcomeNoticeProps) {
  return (
    <>
      <Failure key={`refused-${attempt}`} error={error} {...(fieldId && { fieldId })} />
      <ErrorSummary key={`faults-${attempt}`} errors={faults} />
      {done && (
        <NotificationBanner key={`done-${attempt}`} kind="success">
          <p className="govuk-notification-banner__heading">{done}</p>
        </NotificationBanner>
      )}
    </>
  )
}
