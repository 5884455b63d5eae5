import { useState } from 'react'
import { api, call } from '../api.ts'
import { paths } from '../routing/paths.ts'
import { DateInput } from '../ui/date-input.tsx'
import { Link } from '../ui/link.tsx'
import { Select } from '../ui/select.tsx'
import { dateOf } from '../ui/typed-date.ts'
import { errorsIn, SettingForm, settingField } from './setting-form.tsx'
import type { SettingFormParts } from './setting-forms.tsx'
import { blankDay } from './typed-day.ts'
import { useNames } from './use-names.ts'
import { useRecording } from './use-recording.ts'

const form = 'succeed'

/** The setting that stands in this one's place from a day. */
export function SucceedForm({ view, outcome, told, acting, onActing }: SettingFormParts) {
  const [successorUrn, setSuccessor] = useState('')
  const [succeededOn, setDay] = useState(blankDay)
  const nameOf = useNames(view)
  const { record, busy } = useRecording(told, nameOf)
  const errorOf = errorsIn(form, acting, outcome)
  const { urn, revision, name } = view
  const submit = () => {
    onActing(form)
    const json = { revision, successorUrn, succeededOn: dateOf(succeededOn) }
    record({
      send: () => call(api.settings[':urn'].succeed.$post({ param: { urn }, json })),
      done: `${nameOf(successorUrn)} succeeds ${name}.`,
    })
  }
  return (
    <SettingForm words="Record the successor" busy={busy} onSubmit={submit}>
      <p className="govuk-body">
        The successor takes its part in grants, and reports the period in which that day lies. What was
        reported before stays as it was filed, and is shown as the successor’s past. Somebody has to be
        invited as its head. <Link href={paths.settings()}>Record the successor first</Link>, if it is not in
        the list.
      </p>
      <Select
        id={settingField(form, 'successorUrn')}
        label="Which setting succeeds it?"
        value={successorUrn}
        error={errorOf('successorUrn')}
        options={[
          { value: '', label: 'Choose' },
          ...view.others.map((other) => ({
            value: other.urn,
            label: `${other.name}, ${other.authority} (${other.urn})`,
          })),
        ]}
        onChange={setSuccessor}
      />
      <DateInput
        id={settingField(form, 'succeededOn')}
        label="From"
        hint="The first day of the new URN, for example 1 9 2025"
        value={succeededOn}
        error={errorOf('succeededOn')}
        onChange={(part) => setDay({ ...succeededOn, ...part })}
      />
    </SettingForm>
  )
}
