import { useState } from 'react'
import { Failure } from './failure.tsx'
import { NotificationBanner } from './ui/notification-banner.tsx'

/** What came of the last act on a page: what was done, or why not. */
export type Outcome = { attempt: number; done: string | null; error: Error | null }

/** What an act calls when it is over. */
export type Told = { onDone: (words: string) => void; onRefused: (error: Error) => void }

/** The outcome of a page's acts, and what they call to change it. */
export function useOutcome(): { outcome: Outcome } & Told {
  const [outcome, setOutcome] = useState<Outcome>({ attempt: 0, done: null, error: null })
  const tell = (done: string | null, error: Error | null) =>
    setOutcome(({ attempt }) => ({ attempt: attempt + 1, done, error }))
  return { outcome, onDone: (words) => tell(words, null), onRefused: (error) => tell(null, error) }
}

type OutcomeNoticeProps = Outcome & { fieldId?: (field: string) => string | undefined }

/** Says at the top of a page what was done or refused, and takes the focus each time. */
export function OutcomeNotice({ attempt, done, error, fieldId }: OutcomeNoticeProps) {
  return (
    <>
      <Failure key={`refused-${attempt}`} error={error} {...(fieldId && { fieldId })} />
      {done && (
        <NotificationBanner key={`done-${attempt}`} kind="success">
          <p className="govuk-notification-banner__heading">{done}</p>
        </NotificationBanner>
      )}
    </>
  )
}
