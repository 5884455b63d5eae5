import { useEffect, useState } from 'react'
import { NotificationBanner } from '../ui/notification-banner.tsx'

// What was done on the page before; null where it is said, or nothing was.
let done: string | null = null

/** What was just done, for the page that follows to say. */
export const sayNext = (words: string): void => {
  done = words
}

/** Says once what was done on the page that led here, and takes the focus. */
export function JustDone() {
  const [words] = useState(() => done)
  useEffect(() => {
    done = null
  }, [])
  if (words === null) return null
  return (
    <NotificationBanner kind="success">
      <p className="govuk-notification-banner__heading">{words}</p>
    </NotificationBanner>
  )
}
