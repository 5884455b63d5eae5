import { useSuspenseQuery } from '@tanstack/react-query'
import type { LeavingView } from '@inclusion/server/departures/leaving'
import { roleNames } from '@inclusion/shared/roles'
import { addDays, shortDate } from '@inclusion/shared/time'
import { hasErrors, OutcomeNotice, useOutcome } from '../outcome.tsx'
import { paths } from '../routing/paths.ts'
import { useRouteParam } from '../routing/use-route-param.ts'
import { BackLink } from '../ui/back-link.tsx'
import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'
import { WarningText } from '../ui/warning-text.tsx'
import { leavingField } from './drafted-leaving.ts'
import { LeavingForm } from './leaving-form.tsx'
import { leavingQuery } from './queries.ts'
import { WaitingDepartures } from './waiting-departures.tsx'

/** Before somebody leaves: what they hold, who takes it over, and what would be left without anybody. */
export function LeavingPage() {
  const { data: view } = useSuspenseQuery(leavingQuery(useRouteParam('personId')))
  const { outcome, ...told } = useOutcome()
  const { person, roles, waiting, isLastAdministrator } = view
  return (
    <Page
      title={`${person.name} leaves`}
      before={<BackLink href={paths.people()}>People</BackLink>}
      hasErrors={hasErrors(outcome)}
      width="two-thirds"
    >
      <OutcomeNotice {...outcome} fieldId={leavingField} />
      <WaitingDepartures waiting={waiting} name={person.name} {...told} />
      <Roles view={view} />
      {isLastAdministrator && (
        <WarningText>
          This is the last administrator, who cannot leave. Make another person administrator first.
        </WarningText>
      )}
      {roles.length > 0 && waiting.length === 0 && !isLastAdministrator && (
        <LeavingForm view={view} outcome={outcome} {...told} />
      )}
    </Page>
  )
}

function Roles({ view: { person, roles } }: { view: LeavingView }) {
  if (roles.length === 0) return <InsetText>{person.name} holds no role now.</InsetText>
  return (
    <>
      <h2 className="govuk-heading-m">Roles that end</h2>
      <ul className="govuk-list govuk-list--bullet">
        {roles.map(({ membershipId, role, scope, endsBefore }) => (
          <li key={membershipId}>
            {roleNames[role]}, {scope}
            {endsBefore && `, until the end of ${shortDate(addDays(endsBefore, -1))}`}
          </li>
        ))}
      </ul>
    </>
  )
}
