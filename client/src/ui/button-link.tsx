import type { ReactNode } from 'react'

type ButtonLinkProps = { href: string; children: ReactNode; look?: 'primary' | 'secondary' }

/** A link that begins something, and looks like a button. */
export function ButtonLink({ href, children, look = 'primary' }: ButtonLinkProps) {
  return (
    <a href={href} className={`govuk-button${look === 'secondary' ? ' govuk-button--secondary' : ''}`}>
      {children}
    </a>
  )
}
