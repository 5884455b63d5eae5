import type { AccessLine, AccessRole } from '@inclusion/server/people/access-review'
import { accessWords } from '@inclusion/shared/access'
import { roleNames } from '@inclusion/shared/roles'
import { addDays, londonDate, shortDate } from '@inclusion/shared/time'
import { Tag } from '../ui/tag.tsx'

/** Each role of a person: over what, what it lets them see and do, and what is to be looked at. */
export function AccessRoles({ roles, conflicts }: Pick<AccessLine, 'roles' | 'conflicts'>) {
  return (
    <>
      {roles.length === 0 && <p className="app-reason">Nothing: signs in, and sees no return</p>}
      <ul className="govuk-list app-list-lines">
        {roles.map((role) => (
          <li key={role.membershipId}>
            <RoleLine {...role} />
          </li>
        ))}
      </ul>
      {conflicts.map((conflict) => (
        <p key={conflict} className="govuk-body-s">
          <Tag colour="yellow">Check each other</Tag> {conflict}.
        </p>
      ))}
    </>
  )
}

function RoleLine({ role, scope, startsOn, endsBefore, endsSoon, lastUsedAt }: AccessRole) {
  return (
    <>
      {roleNames[role]}, {scope}
      <p className="app-reason">
        {accessWords[role].charAt(0).toUpperCase() + accessWords[role].slice(1)}. Since {shortDate(startsOn)}
        {endsBefore && `, until the end of ${shortDate(addDays(endsBefore, -1))}`}.{' '}
        {lastUsedAt ? `Used ${shortDate(londonDate(lastUsedAt))}.` : ''}
      </p>
      {lastUsedAt === null && role !== 'reader' && <Tag colour="grey">Never used</Tag>}{' '}
      {endsSoon && <Tag colour="blue">Ends soon</Tag>}
    </>
  )
}
