import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { paths } from './paths.ts'

export function NotFoundPage() {
  return (
    <Page title="Page not found" width="two-thirds">
      <p className="govuk-body">If you typed the address, check that it is right.</p>
      <p className="govuk-body">
        What you look for may also belong to another organisation.{' '}
        <Link href={paths.home()}>Go to your home page</Link>.
      </p>
    </Page>
  )
}
