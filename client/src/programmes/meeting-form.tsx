import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MeetingsView } from '@inclusion/server/learning/store'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'
import { faultOf, type Outcome, type Told } from '../outcome.tsx'
import { refusalOf } from '../refusal-of.ts'
import { Button } from '../ui/button.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Select } from '../ui/select.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { TextInput } from '../ui/text-input.tsx'
import {
  blankMeeting,
  meetingFaults,
  meetingField,
  meetingToSend,
  type DraftedMeeting,
} from './drafted-meeting.ts'
import { meetingsQuery } from './queries.ts'

type MeetingFormProps = Told & {
  programme: string
  authorities: MeetingsView['authorities']
  outcome: Outcome
}

/** Records one meeting, or one note of what was learned. What was typed stays until it is sent. */
export function MeetingForm({ programme, authorities, outcome, ...told }: MeetingFormProps) {
  const { draft, change, submit, busy } = useMeeting(programme, told)
  return (
    <form
      className="govuk-!-width-two-thirds"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <MeetingFields {...{ authorities, outcome, draft, change }} />
      <Button busy={busy}>Record this meeting</Button>
    </form>
  )
}

type MeetingFieldsProps = Pick<MeetingFormProps, 'authorities' | 'outcome'> & {
  draft: DraftedMeeting
  change: (part: Partial<DraftedMeeting>) => void
}

function MeetingFields({ authorities, outcome, draft, change }: MeetingFieldsProps) {
  const errorOf = (field: string) => faultOf(outcome, meetingField(field)) ?? refusalOf(outcome.error, field)
  return (
    <>
      <DateInput
        id={meetingField('heldOn')}
        label="Held on"
        hint="For example 8 12 2025"
        value={draft}
        error={errorOf('heldOn')}
        onChange={change}
      />
      <Select
        id={meetingField('gssCode')}
        label="With"
        value={draft.gssCode}
        error={errorOf('gssCode')}
        options={[
          { value: '', label: 'All authorities of the programme' },
          ...authorities.map(({ gssCode, name }) => ({ value: gssCode, label: name })),
        ]}
        onChange={(gssCode) => change({ gssCode })}
      />
      <TextInput
        id={meetingField('title')}
        label="What it was"
        value={draft.title}
        error={errorOf('title')}
        onChange={(title) => change({ title })}
      />
      <Textarea
        id={meetingField('note')}
        label="What was learned"
        hint="Whoever may see the evidence of this programme reads it. Name no child."
        rows={4}
        value={draft.note}
        error={errorOf('note')}
        onChange={(note) => change({ note })}
      />
    </>
  )
}

function useMeeting(programme: string, { onDone, onRefused, onFaults }: Told) {
  const cache = useQueryClient()
  const [draft, setDraft] = useState(blankMeeting)
  const send = useMutation({
    mutationFn: (json: ReturnType<typeof meetingToSend>) =>
      call(staffApi.meetings[':programme'].meetings.$post({ param: { programme }, json })),
    onSuccess: () => {
      setDraft(blankMeeting)
      onDone('The meeting is recorded.')
      return cache.invalidateQueries(meetingsQuery(programme))
    },
    onError: onRefused,
  })
  const submit = () => {
    const faults = meetingFaults(draft)
    if (faults.length > 0) onFaults(faults)
    else send.mutate(meetingToSend(draft))
  }
  const change = (part: Partial<DraftedMeeting>) => setDraft((before) => ({ ...before, ...part }))
  return { draft, change, submit, busy: send.isPending }
}
