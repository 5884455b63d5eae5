/** The way back, in words that say where to. */
export function BackLink({ href, children = 'Back' }: { href: string; children?: string }) {
  return (
    <nav aria-label="Back">
      <a className="govuk-back-link" href={href}>
        {children}
      </a>
    </nav>
  )
}
