import { useState } from 'react'
import type { WindowsView } from '@inclusion/server/collection/windows-view'
import { call } from '../api.ts'
import { faultOf, type Outcome, type Told } from '../outcome.tsx'
import { refusalOf } from '../refusal-of.ts'
import { staffApi } from '../staff-api.ts'
import { Button } from '../ui/button.tsx'
import { Details } from '../ui/details.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { reminderWords } from './collection-words.ts'
import { daysFault, daysOf, typedDays } from './typed-days.ts'
import { useCollecting } from './use-collecting.ts'
import { windowField } from './window-form.tsx'

type ReminderDaysProps = {
  view: WindowsView
  outcome: Outcome
  told: Told
  acting: string
  onActing: (form: string) => void
}

const form = 'reminders'
const id = (field: string): string => windowField(form, field)

/** On which working days people are reminded: rows, the same for every programme. */
export function ReminderDays(props: ReminderDaysProps) {
  const { reminderDays, mayChangeReminders } = props.view
  return (
    <>
      <h2 className="govuk-heading-m">Reminders</h2>
      <p className="govuk-body govuk-!-width-two-thirds">
        People are reminded {reminderWords(reminderDays)}. Weekends and English bank holidays do not count,
        and no letter goes out on them. Each person gets at most one letter a day, in the morning, with all
        that waits for them: leads while a return is filled in, heads whose reports are not in, certifiers
        while it waits for their sign-off.
      </p>
      {mayChangeReminders && (
        <Details summary="Change the days of reminders">
          <DaysForm {...props} />
        </Details>
      )}
    </>
  )
}

function DaysForm({ view, outcome, told, acting, onActing }: ReminderDaysProps) {
  const [typed, setTyped] = useState(() => typedDays(view.reminderDays))
  const { send, busy } = useCollecting(
    () => call(staffApi.collection['reminder-days'].$put({ json: { days: daysOf(typed) } })),
    ({ days }) => `People are reminded ${reminderWords(days)}.`,
    told,
  )
  const errorOf = (field: 'before' | 'after') =>
    acting === form ? (faultOf(outcome, id(field)) ?? refusalOf(outcome.error, field)) : undefined
  const submit = () => {
    onActing(form)
    const faults = daysFault(typed).map(({ field, message }) => ({ field: id(field), message }))
    if (faults.length > 0) told.onFaults(faults)
    else send(undefined)
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextInput
        id={id('before')}
        label="Working days before the due day"
        hint="For example 10, 3. Use 0 for the due day itself."
        width={20}
        value={typed.before}
        error={errorOf('before')}
        onChange={(before) => setTyped({ ...typed, before })}
      />
      <TextInput
        id={id('after')}
        label="Working days after it"
        hint="For example 1, 5, 10"
        width={20}
        value={typed.after}
        error={errorOf('after')}
        onChange={(after) => setTyped({ ...typed, after })}
      />
      <Button busy={busy}>Change the days</Button>
    </form>
  )
}
