import type { NotFoundRouteProps } from '@tanstack/react-router'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { paths } from './paths.ts'

/** `detail`: what the server says where it knows the address. The way on is then the return that it is of. */
type NotFoundPageProps = Partial<NotFoundRouteProps> & { detail?: string | undefined }

export function NotFoundPage({ detail }: NotFoundPageProps) {
  const back = detail && /^\/returns\/[^/]+/.exec(window.location.pathname)?.[0]
  return (
    <Page title="Page not found" width="two-thirds">
      <p className="govuk-body">{detail ?? 'If you typed the address, check that it is right.'}</p>
      <p className="govuk-body">
        {back ? (
          <Link href={back}>Go to the return</Link>
        ) : (
          <>
            What you look for may also belong to another organisation.{' '}
            <Link href={paths.home()}>Go to your home page</Link>.
          </>
        )}
      </p>
    </Page>
  )
}
