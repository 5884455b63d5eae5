import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { roleNames, type Role } from '@inclusion/shared/roles'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'
import { faultOf, type Outcome, type Told } from '../outcome.tsx'
import { refusalOf } from '../refusal-of.ts'
import { Button } from '../ui/button.tsx'
import { Checkboxes } from '../ui/checkboxes.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Radios } from '../ui/radios.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { blankInvitation, hasBadDay, toSend, type DraftedInvitation } from './drafted-invitation.ts'
import { peopleQuery, type People } from './queries.ts'
import { conflictsOf } from './role-conflicts.ts'
import { ScopeFields } from './scope-fields.tsx'

/** The id of the field that a part of an invitation is typed in. */
export const invitationField = (field: string) => `invite-${field}`
const noRole = 'Choose what this person will do'
const noDay = 'Enter the last day, for example 31 3 2026, or leave it empty'

type InvitationFormProps = Told & { invitable: People['invitable']; outcome: Outcome }

/** Invites one person to one role. What was typed stays until it is sent; what is asked is of this form alone. */
export function InvitationForm({ invitable, outcome, ...told }: InvitationFormProps) {
  const { draft, change, submit, busy, refusal } = useInvitation(invitable, told)
  const conflicts = conflictsOf(refusal)
  const errorOf = (field: string) => faultOf(outcome, invitationField(field)) ?? refusalOf(refusal, field)
  return (
    <form
      className="govuk-!-width-two-thirds"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <PersonFields {...{ draft, invitable, errorOf, change }} />
      <ScopeFields
        draft={draft}
        invitable={invitable}
        errorOf={errorOf}
        fieldId={invitationField}
        onChange={change}
      />
      <DateInput
        id={invitationField('endsBefore')}
        label="Last day of the role, if it is known"
        hint="The role ends by itself. Leave this empty where it has no end"
        value={draft}
        error={errorOf('endsBefore')}
        onChange={change}
      />
      {conflicts.length > 0 && (
        <Checkboxes
          id={invitationField('knowing')}
          label="They would hold two roles that check each other"
          hint={conflicts.join(' ')}
          values={draft.knowing ? ['yes'] : []}
          choices={[{ value: 'yes', label: 'I know this, and invite them all the same' }]}
          onChange={(values) => change({ knowing: values.length > 0 })}
        />
      )}
      <Button busy={busy}>Send the invitation</Button>
    </form>
  )
}

type PersonFieldsProps = {
  draft: DraftedInvitation
  invitable: People['invitable']
  errorOf: (field: string) => string | undefined
  change: (part: Partial<DraftedInvitation>) => void
}

/** Who, and as what. */
function PersonFields({ draft, invitable, errorOf, change }: PersonFieldsProps) {
  return (
    <>
      <TextInput
        id={invitationField('name')}
        label="Name"
        value={draft.name}
        error={errorOf('name')}
        onChange={(name) => change({ name })}
      />
      <TextInput
        id={invitationField('email')}
        label="Email address at work"
        inputMode="email"
        value={draft.email}
        error={errorOf('email')}
        onChange={(email) => change({ email })}
      />
      <Radios<Role>
        id={invitationField('role')}
        label="What will they do?"
        look="small"
        value={draft.role}
        error={errorOf('role')}
        choices={invitable.roles.map((role) => ({ value: role, label: roleNames[role] }))}
        onChange={(role) => change({ role })}
      />
    </>
  )
}

function useInvitation({ programmes }: People['invitable'], { onDone, onRefused, onFaults }: Told) {
  const cache = useQueryClient()
  const [draft, setDraft] = useState(() => blankInvitation(programmes))
  const send = useMutation({
    mutationFn: (json: ReturnType<typeof toSend>) => call(staffApi.people.api.invitations.$post({ json })),
    onSuccess: ({ email }) => {
      setDraft(blankInvitation(programmes))
      onDone(`An invitation was sent to ${email}. It can be accepted for 14 days.`)
      return cache.invalidateQueries(peopleQuery)
    },
    onError: onRefused,
  })
  const submit = () => {
    if (draft.role === null) onFaults([{ field: invitationField('role'), message: noRole }])
    else if (hasBadDay(draft)) onFaults([{ field: invitationField('endsBefore'), message: noDay }])
    else send.mutate(toSend({ ...draft, role: draft.role }))
  }
  // Whoever is asked about is invited knowingly; another person or role is asked about anew.
  const change = (part: Partial<DraftedInvitation>) =>
    setDraft((before) => ({ ...before, knowing: false, ...part }))
  return { draft, change, submit, busy: send.isPending, refusal: send.error }
}
