import type { SettingView } from '@inclusion/server/settings/view'
import { paths } from '../routing/paths.ts'
import { InsetText } from '../ui/inset-text.tsx'
import { Link } from '../ui/link.tsx'

/** Who reports for a setting; and where it changed its URN, that being head of the old one is not enough. */
export function Heads({ view }: { view: SettingView }) {
  const { heads, name, successor } = view
  if (heads === null) return null
  return (
    <section aria-labelledby="heads">
      <h2 className="govuk-heading-m" id="heads">
        Who reports for it
      </h2>
      {heads.here.length > 0 ? (
        <p className="govuk-body">{heads.here.join(', ')}.</p>
      ) : (
        <p className="govuk-body">
          {name} has no head in this service
          {successor ? '.' : ', so the borough lead enters its reports.'}{' '}
          {!successor && <Invite view={view} />}
        </p>
      )}
      {heads.before.map((head) => (
        <InsetText key={`${head.setting} ${head.name}`}>
          {head.name} is head of {head.setting}, and does not become head of {name} by that.{' '}
          {heads.here.length > 0 && <Invite view={view} />}
        </InsetText>
      ))}
    </section>
  )
}

function Invite({ view: { mayInvite, name } }: { view: SettingView }) {
  if (!mayInvite) return 'A borough lead or an administrator can invite a head.'
  return (
    <Link href={paths.people()} about={`of ${name}`}>
      Invite a head
    </Link>
  )
}
