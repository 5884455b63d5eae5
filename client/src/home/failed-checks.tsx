import type { HomeView } from '@inclusion/server/home/routes'
import { paths } from '../routing/paths.ts'
import { Link } from '../ui/link.tsx'
import { NotificationBanner } from '../ui/notification-banner.tsx'

/** Checks that fail closed stop a borough from filing: somebody has to put the check right. */
export function FailedChecks({ failed }: { failed: HomeView['failedChecks'] }) {
  return (
    <NotificationBanner>
      <p className="govuk-notification-banner__heading">
        {failed.length === 1
          ? 'A check could not be made on one return: it cannot be filed.'
          : `A check could not be made on ${failed.length} returns: they cannot be filed.`}
      </p>
      <ul className="govuk-list">
        {failed.map(({ returnId, label, checks }) => (
          <li key={returnId}>
            <Link href={paths.return(returnId)}>{label}</Link>: {checks.join(', ')}
          </li>
        ))}
      </ul>
    </NotificationBanner>
  )
}
