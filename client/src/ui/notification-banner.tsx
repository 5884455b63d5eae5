import { useEffect, useId, useRef, type ReactNode } from 'react'

type NotificationBannerProps = { children: ReactNode; kind?: 'success' | 'important' }

/** Something the page itself does not say: what has just been done (takes the focus), or what to know. */
export function NotificationBanner({ children, kind = 'important' }: NotificationBannerProps) {
  const titleId = useId()
  const box = useRef<HTMLDivElement>(null)
  const success = kind === 'success'
  useEffect(() => {
    if (success) box.current?.focus()
  }, [success])
  return (
    <div
      className={`govuk-notification-banner${success ? ' govuk-notification-banner--success' : ''}`}
      role={success ? 'alert' : 'region'}
      aria-labelledby={titleId}
      tabIndex={success ? -1 : undefined}
      ref={box}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={titleId}>
          {success ? 'Done' : 'Important'}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">{children}</div>
    </div>
  )
}
