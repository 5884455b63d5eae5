import type { ReactNode } from 'react'
import { useId } from 'react'

type ButtonProps = {
  children: ReactNode
  /** Left out for a button that submits its form. */
  onClick?: () => void
  look?: 'primary' | 'secondary' | 'warning'
  /** While its work is under way a second press does nothing. */
  busy?: boolean
  /** Why it cannot be used now, in words that stand beside it. The button stays reachable by keyboard. */
  unavailable?: string | null
}

const looks = { primary: '', secondary: ' govuk-button--secondary', warning: ' govuk-button--warning' }

/** A button that says why when it cannot be used: `aria-disabled`, so that the reason can be reached and read. */
export function Button({ children, onClick, look = 'primary', busy = false, unavailable }: ButtonProps) {
  const reasonId = useId()
  const idle = !busy && !unavailable
  const button = (
    <button
      type={onClick ? 'button' : 'submit'}
      className={`govuk-button${looks[look]}`}
      aria-disabled={idle ? undefined : true}
      aria-describedby={unavailable ? reasonId : undefined}
      onClick={(event) => {
        if (!idle) event.preventDefault()
        else onClick?.()
      }}
    >
      {children}
    </button>
  )
  if (!unavailable) return button
  return (
    <div className="app-button">
      {button}
      <p className="app-reason" id={reasonId}>
        {unavailable}
      </p>
    </div>
  )
}
