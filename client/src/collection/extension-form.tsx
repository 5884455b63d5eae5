import { useState } from 'react'
import type { DueDayView } from '@inclusion/server/collection/extension-view'
import { longDate, shortDate } from '@inclusion/shared/time'
import { call } from '../api.ts'
import { faultOf, type Outcome, type Told } from '../outcome.tsx'
import { refusalOf } from '../refusal-of.ts'
import { blankDay } from '../settings/typed-day.ts'
import { staffApi } from '../staff-api.ts'
import { Button } from '../ui/button.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { dateOf } from '../ui/typed-date.ts'
import { extensionFaults } from './extension-faults.ts'
import { useCollecting } from './use-collecting.ts'

type ExtensionFormProps = { view: DueDayView; outcome: Outcome; told: Told }

export const extensionField = (field: string): string => `extension-${field}`

/** Another day for one return, with who asked and why. It takes the place of the extension there is. */
export function ExtensionForm({ view, outcome, told }: ExtensionFormProps) {
  const { returnId, authority, windowDueOn, lastDay, extendedFrom } = view
  const [day, setDay] = useState(blankDay)
  const [reason, setReason] = useState('')
  const { send, busy } = useCollecting(
    () =>
      call(
        staffApi.dueDays[':returnId'].extensions.$post({
          param: { returnId },
          json: { dueOn: dateOf(day), reason },
        }),
      ),
    ({ dueOn }) => `The return of ${authority} is due by the end of ${longDate(dueOn)}. Its borough is told.`,
    told,
  )
  const errorOf = (field: string) =>
    faultOf(outcome, extensionField(field)) ?? refusalOf(outcome.error, field)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const faults = extensionFaults({ dueOn: dateOf(day), reason }, view)
        if (faults.length === 0) send(undefined)
        else told.onFaults(faults.map(({ field, message }) => ({ field: extensionField(field), message })))
      }}
    >
      <h2 className="govuk-heading-m">{extendedFrom ? 'Extend it to another day' : 'Extend it'}</h2>
      <DateInput
        id={extensionField('dueOn')}
        label="New due day"
        hint={`After ${shortDate(windowDueOn)}, until ${shortDate(lastDay)} at most. A return that is late already is in time again until the end of that day.`}
        value={day}
        error={errorOf('dueOn')}
        onChange={(part) => setDay({ ...day, ...part })}
      />
      <Textarea
        id={extensionField('reason')}
        label="Who asked, and why?"
        hint="The borough reads it."
        rows={3}
        value={reason}
        error={errorOf('reason')}
        onChange={setReason}
      />
      <Button busy={busy}>Extend the due day</Button>
    </form>
  )
}
