import { useState } from 'react'
import { api, call } from '../api.ts'
import { DateInput } from '../ui/date-input.tsx'
import { errorsIn, SettingForm, settingField } from './setting-form.tsx'
import type { SettingFormParts } from './setting-forms.tsx'
import { dayOrNull, typedDay } from './typed-day.ts'
import { useNames } from './use-names.ts'
import { useRecording } from './use-recording.ts'

const form = 'close'

/** The last day of a setting. */
export function CloseForm({ view, outcome, told, acting, onActing }: SettingFormParts) {
  const [closedOn, setClosedOn] = useState(typedDay(view.closedOn))
  const { record, busy } = useRecording(told, useNames(view))
  const { urn, revision, name } = view
  const submit = () => {
    onActing(form)
    const json = { revision, closedOn: dayOrNull(closedOn) }
    record({
      send: () => call(api.settings[':urn'].close.$post({ param: { urn }, json })),
      done: json.closedOn === null ? `${name} is open.` : `The last day of ${name} is recorded.`,
    })
  }
  return (
    <SettingForm words="Record the last day" busy={busy} onSubmit={submit}>
      <p className="govuk-body">
        It still reports the period in which it closes. Reports of later periods that nobody has begun go.
      </p>
      <DateInput
        id={settingField(form, 'closedOn')}
        label="Its last day"
        hint="For example 31 8 2026. Leave it empty if it is open after all."
        value={closedOn}
        error={errorsIn(form, acting, outcome)('closedOn')}
        onChange={(part) => setClosedOn({ ...closedOn, ...part })}
      />
    </SettingForm>
  )
}
