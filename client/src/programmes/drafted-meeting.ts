/** A meeting as its form holds it, and what is sent of it. Pure. */
import type { FieldError } from '../ui/error-summary.tsx'
import { dateOf, isDate, type TypedDate } from '../ui/typed-date.ts'

/** An empty authority is "all of them". */
export type DraftedMeeting = TypedDate & { gssCode: string; title: string; note: string }

export const blankMeeting: DraftedMeeting = {
  day: '',
  month: '',
  year: '',
  gssCode: '',
  title: '',
  note: '',
}

/** The id of the field that a part of the meeting is typed in. */
export const meetingField = (field: string): string => `meeting-${field}`

const fault = (field: string, message: string) => ({ field: meetingField(field), message })

/** What has to be mended before it can be sent. */
export function meetingFaults(draft: DraftedMeeting): (FieldError & { field: string })[] {
  return [
    ...(isDate(dateOf(draft)) ? [] : [fault('heldOn', 'Give the day of the meeting')]),
    ...(draft.title.trim().length < 3 ? [fault('title', 'Say what the meeting was')] : []),
    ...(draft.note.trim().length < 10 ? [fault('note', 'Write a sentence that says what was learned')] : []),
  ]
}

export const meetingToSend = (draft: DraftedMeeting) => ({
  heldOn: dateOf(draft),
  gssCode: draft.gssCode === '' ? null : draft.gssCode,
  title: draft.title.trim(),
  note: draft.note,
})
