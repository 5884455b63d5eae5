/** The way down to this page; the page itself is not a link. */
export function Breadcrumbs({ trail }: { trail: readonly { href: string; words: string }[] }) {
  return (
    <nav className="govuk-breadcrumbs" aria-label="Breadcrumb">
      <ol className="govuk-breadcrumbs__list">
        {trail.map(({ href, words }) => (
          <li key={href} className="govuk-breadcrumbs__list-item">
            <a className="govuk-breadcrumbs__link" href={href}>
              {words}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
