import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { hasErrors, OutcomeNotice, useOutcome } from '../outcome.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { sessionQuery } from '../shell/session.ts'
import { Details } from '../ui/details.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { matching } from './matching.ts'
import { InvitationForm, invitationField } from './invitation-form.tsx'
import { OpenInvitations } from './open-invitations.tsx'
import { PeopleTable } from './people-table.tsx'
import { peopleQuery } from './queries.ts'

const manyPeople = 10

export function PeoplePage() {
  const { data } = useSuspenseQuery(peopleQuery)
  const { data: session } = useQuery(sessionQuery)
  const { outcome, ...told } = useOutcome()
  const [wanted, setWanted] = useState('')
  const administers = session?.capabilities.includes('people.administer') ?? false
  return (
    <Page title="People" hasErrors={hasErrors(outcome)}>
      <OutcomeNotice {...outcome} fieldId={invitationField} />
      <p className="govuk-body govuk-!-width-two-thirds">
        {administers
          ? 'Everybody who can sign in, and what they may do.'
          : 'Leads, certifiers and heads that you can invite, and whose part you can end.'}{' '}
        <Link href={staffPaths.access()}>Review who can see what</Link>
        {administers && (
          <>
            , or see the <Link href={staffPaths.letters()}>letters that were not delivered</Link>
          </>
        )}
      </p>
      <Details summary="Invite a person">
        <InvitationForm invitable={data.invitable} outcome={outcome} {...told} />
      </Details>
      <OpenInvitations invitations={data.invitations} {...told} />
      {data.people.length > manyPeople && (
        <TextInput
          id="find-person"
          label="Find a person by name, email or place"
          value={wanted}
          onChange={setWanted}
          width={20}
        />
      )}
      <PeopleTable people={matching(data.people, wanted)} administers={administers} {...told} />
    </Page>
  )
}
