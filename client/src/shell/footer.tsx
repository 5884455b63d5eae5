import { paths } from '../routing/paths.ts'

const links = [
  { href: paths.accessibility(), words: 'Accessibility statement' },
  { href: paths.receiptCheck(), words: 'Check a receipt' },
  { href: paths.apiReference(), words: 'API reference' },
]

export function Footer() {
  return (
    <footer className="app-footer">
      <div className="govuk-width-container">
        <h2 className="govuk-visually-hidden">About this service</h2>
        <ul className="app-footer__links">
          {links.map(({ href, words }) => (
            <li key={href}>
              <a className="govuk-link" href={href}>
                {words}
              </a>
            </li>
          ))}
        </ul>
        <p>
          Contains public sector information licensed under the{' '}
          <a
            className="govuk-link"
            href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
            rel="license"
          >
            Open Government Licence v3.0
          </a>
          .
        </p>
      </div>
    </footer>
  )
}
