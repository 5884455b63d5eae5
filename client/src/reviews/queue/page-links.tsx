import { Link } from '../../ui/link.tsx'

type PageLinksProps = { page: number; pages: number; address: (page: number) => string }

/** The way to the page before and the one after; nothing where all is on one. */
export function PageLinks({ page, pages, address }: PageLinksProps) {
  if (pages < 2) return null
  return (
    <nav aria-label="Pages of the queue" className="govuk-body">
      {page > 1 && <Link href={address(page - 1)}>Previous page</Link>} Page {page} of {pages}{' '}
      {page < pages && <Link href={address(page + 1)}>Next page</Link>}
    </nav>
  )
}
