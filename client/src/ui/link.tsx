import type { ReactNode } from 'react'

type LinkProps = {
  href: string
  children: ReactNode
  /** Completes the words for those who hear links out of their place: "Change" + "the due date". */
  about?: string
}

/** A link in running text. */
export function Link({ href, children, about }: LinkProps) {
  return (
    <a className="govuk-link" href={href}>
      {children}
      {about && <span className="govuk-visually-hidden"> {about}</span>}
    </a>
  )
}
