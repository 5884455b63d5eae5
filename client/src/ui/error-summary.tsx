import { useEffect, useRef, type MouseEvent } from 'react'
import { focusField } from './focus-field.ts'

export type FieldError = {
  /** The id of the field to go to; left out when no field on the page is to blame. */
  field?: string | undefined
  message: string
}

type ErrorSummaryProps = { errors: readonly FieldError[]; title?: string; detail?: string | undefined }

/**
 * What is wrong, once, at the top: takes the focus when it appears, and each line leads to its field.
 * Give it a new key for each attempt, so that it takes the focus again.
 */
export function ErrorSummary(props: ErrorSummaryProps) {
  return props.errors.length === 0 && !props.title && !props.detail ? null : <Summary {...props} />
}

function Summary({ errors, title = 'There is a problem', detail }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus()
    beginTitle('Error: ')
    return () => beginTitle('')
  }, [])
  return (
    <div className="govuk-error-summary" tabIndex={-1} ref={box}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          {detail && <p>{detail}</p>}
          {errors.length > 0 && (
            <ul className="govuk-list govuk-error-summary__list">
              {errors.map(({ field, message }) => (
                <li key={`${field} ${message}`}>
                  {field ? <FieldLink field={field} message={message} /> : message}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}

/** Whether the title of the page says first that something needs mending. */
const beginTitle = (words: string): void => {
  document.title = words + document.title.replace('Error: ', '')
}

function FieldLink({ field, message }: { field: string; message: string }) {
  const go = (event: MouseEvent) => {
    if (focusField(field)) event.preventDefault()
  }
  return (
    <a href={`#${field}`} onClick={go}>
      {message}
    </a>
  )
}
