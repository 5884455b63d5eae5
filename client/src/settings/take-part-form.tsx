import { useState } from 'react'
import { api, call } from '../api.ts'
import { DateInput } from '../ui/date-input.tsx'
import { Select } from '../ui/select.tsx'
import { dateOf } from '../ui/typed-date.ts'
import { errorsIn, SettingForm, settingField } from './setting-form.tsx'
import type { SettingFormParts } from './setting-forms.tsx'
import { blankDay, endAfter } from './typed-day.ts'
import { useNames } from './use-names.ts'
import { useRecording } from './use-recording.ts'

const form = 'take-part'

/** A part in one borough's grant: several boroughs are several parts. */
export function TakePartForm({ view, outcome, told, acting, onActing }: SettingFormParts) {
  const [grantId, setGrant] = useState('')
  const [startsOn, setStart] = useState(blankDay)
  const [lastDay, setLastDay] = useState(blankDay)
  const { record, busy } = useRecording(told, useNames(view))
  const errorOf = errorsIn(form, acting, outcome)
  const { urn, revision, name } = view
  const submit = () => {
    onActing(form)
    const json = { revision, grantId, startsOn: dateOf(startsOn), endsBefore: endAfter(lastDay) }
    const borough = view.grants.find(({ id }) => id === grantId)?.authority ?? ''
    record({
      send: () => call(api.settings[':urn']['take-part'].$post({ param: { urn }, json })),
      done: `${name} takes part in ${borough}’s grant.`,
    })
  }
  const options = view.grants.map(({ id, authority, programmeName }) => ({
    value: id,
    label: `${authority}, ${programmeName}`,
  }))
  return (
    <SettingForm words="Record this part" busy={busy} onSubmit={submit}>
      <Select
        id={settingField(form, 'grantId')}
        label="In which grant?"
        value={grantId}
        error={errorOf('grantId')}
        options={[{ value: '', label: 'Choose' }, ...options]}
        onChange={setGrant}
      />
      <DateInput
        id={settingField(form, 'startsOn')}
        label="First day"
        hint="For example 1 9 2025"
        value={startsOn}
        error={errorOf('startsOn')}
        onChange={(part) => setStart({ ...startsOn, ...part })}
      />
      <DateInput
        id={settingField(form, 'endsBefore')}
        label="Last day"
        hint="Leave it empty if no end is known"
        value={lastDay}
        error={errorOf('endsBefore')}
        onChange={(part) => setLastDay({ ...lastDay, ...part })}
      />
    </SettingForm>
  )
}
