import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Failure } from '../failure.tsx'
import { sessionQuery } from '../shell/session.ts'
import { Details } from '../ui/details.tsx'
import { NotificationBanner } from '../ui/notification-banner.tsx'
import { Page } from '../ui/page.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { matching } from './matching.ts'
import { InvitationForm } from './invitation-form.tsx'
import { OpenInvitations } from './open-invitations.tsx'
import { PeopleTable } from './people-table.tsx'
import { peopleQuery } from './queries.ts'

type Outcome = { attempt: number; done: string | null; error: Error | null }

const manyPeople = 10

export function PeoplePage() {
  const { data } = useSuspenseQuery(peopleQuery)
  const { data: session } = useQuery(sessionQuery)
  const [outcome, setOutcome] = useState<Outcome>({ attempt: 0, done: null, error: null })
  const [wanted, setWanted] = useState('')
  const told = {
    onDone: (done: string) => setOutcome(({ attempt }) => ({ attempt: attempt + 1, done, error: null })),
    onRefused: (error: Error) => setOutcome(({ attempt }) => ({ attempt: attempt + 1, done: null, error })),
  }
  const administers = session?.capabilities.includes('people.administer') ?? false
  return (
    <Page title="People" hasErrors={outcome.error !== null}>
      <Failure key={`refused-${outcome.attempt}`} error={outcome.error} />
      {outcome.done && (
        <NotificationBanner key={`done-${outcome.attempt}`} kind="success">
          <p className="govuk-notification-banner__heading">{outcome.done}</p>
        </NotificationBanner>
      )}
      <p className="govuk-body govuk-!-width-two-thirds">
        {administers
          ? 'Everybody who can sign in, and what they may do.'
          : 'The leads, certifiers and heads of your authority. People come by invitation only.'}
      </p>
      <Details summary="Invite a person">
        <InvitationForm invitable={data.invitable} onDone={told.onDone} />
      </Details>
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
      <OpenInvitations invitations={data.invitations} />
    </Page>
  )
}
