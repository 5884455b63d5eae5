import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { roleNames, type Role } from '@inclusion/shared/roles'
import { api, call, ProblemError } from '../api.ts'
import { Failure } from '../failure.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Radios } from '../ui/radios.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { blankInvitation, toSend, type DraftedInvitation } from './drafted-invitation.ts'
import { peopleQuery, type People } from './queries.ts'
import { ScopeFields } from './scope-fields.tsx'

const fieldId = (field: string) => `invite-${field}`
const noRole = 'Choose what this person will do'

type InvitationFormProps = { invitable: People['invitable']; onDone: (words: string) => void }

/** Invites one person to one role. What was typed stays until the invitation is sent. */
export function InvitationForm({ invitable, onDone }: InvitationFormProps) {
  const { draft, change, submit, send, lacksRole, attempts } = useInvitation(onDone)
  const errorOf = (field: string) => refusalOf(send.error, field)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {lacksRole && <ErrorSummary key={attempts} errors={[{ field: fieldId('role'), message: noRole }]} />}
      <Failure error={send.error} fieldId={fieldId} />
      <TextInput
        id={fieldId('name')}
        label="Name"
        value={draft.name}
        error={errorOf('name')}
        onChange={(name) => change({ name })}
      />
      <TextInput
        id={fieldId('email')}
        label="Email address at work"
        inputMode="email"
        value={draft.email}
        error={errorOf('email')}
        onChange={(email) => change({ email })}
      />
      <Radios<Role>
        id={fieldId('role')}
        label="What will they do?"
        look="small"
        value={draft.role}
        error={lacksRole ? noRole : errorOf('role')}
        choices={invitable.roles.map((role) => ({ value: role, label: roleNames[role] }))}
        onChange={(role) => change({ role })}
      />
      <ScopeFields
        draft={draft}
        invitable={invitable}
        errorOf={errorOf}
        fieldId={fieldId}
        onChange={change}
      />
      <Button busy={send.isPending}>Send the invitation</Button>
    </form>
  )
}

function useInvitation(onDone: InvitationFormProps['onDone']) {
  const cache = useQueryClient()
  const [draft, setDraft] = useState(blankInvitation)
  const [attempts, setAttempts] = useState(0)
  const send = useMutation({
    mutationFn: (json: ReturnType<typeof toSend>) => call(api.people.api.invitations.$post({ json })),
    onSuccess: ({ email }) => {
      setDraft(blankInvitation)
      setAttempts(0)
      onDone(`An invitation was sent to ${email}. It can be accepted for 14 days.`)
      return cache.invalidateQueries(peopleQuery)
    },
  })
  const submit = () => {
    setAttempts(attempts + 1)
    send.reset()
    if (draft.role !== null) send.mutate(toSend({ ...draft, role: draft.role }))
  }
  const change = (part: Partial<DraftedInvitation>) => setDraft((before) => ({ ...before, ...part }))
  return { draft, change, submit, send, attempts, lacksRole: attempts > 0 && draft.role === null }
}

/** What a refusal says of one field. */
function refusalOf(error: Error | null, field: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined
  return error.problem.errors?.find((item) => item.field === field)?.message
}
