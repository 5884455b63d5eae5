import { useState } from 'react'
import { shortDate } from '@inclusion/shared/time'
import { api, call } from '../api.ts'
import { Checkboxes } from '../ui/checkboxes.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Select } from '../ui/select.tsx'
import { errorsIn, SettingForm, settingField } from './setting-form.tsx'
import type { SettingFormParts } from './setting-forms.tsx'
import { blankDay, endAfter } from './typed-day.ts'
import { useNames } from './use-names.ts'
import { useRecording } from './use-recording.ts'

const form = 'end-part'

const mistakes = [{ value: 'mistake', label: 'It never took part: take this part back' }] as const

/** Another last day, or none, for a part that is recorded; or that it never was. */
export function EndPartForm({ view, outcome, told, acting, onActing }: SettingFormParts) {
  const [chosen, choose] = useState('0')
  const [lastDay, setLastDay] = useState(blankDay)
  const [mistaken, setMistaken] = useState<readonly 'mistake'[]>([])
  const { record, busy } = useRecording(told, useNames(view))
  const errorOf = errorsIn(form, acting, outcome)
  const { urn, revision, name } = view
  const part = view.parts[Number(chosen)]
  const isMistake = mistaken.length > 0
  const submit = () => {
    if (!part) return
    onActing(form)
    const { grantId, startsOn, authority } = part
    const endsBefore = isMistake ? startsOn : endAfter(lastDay)
    const json = { revision, grantId, startsOn, endsBefore }
    record({
      send: () => call(api.settings[':urn']['end-part'].$post({ param: { urn }, json })),
      done: `The part of ${name} in ${authority}’s grant is ${isMistake ? 'taken back' : 'changed'}.`,
    })
  }
  return (
    <SettingForm words="Change this part" busy={busy} onSubmit={submit}>
      <Select
        id={settingField(form, 'grantId')}
        label="Which part?"
        value={chosen}
        error={errorOf('grantId') ?? errorOf('startsOn')}
        options={optionsOf(view)}
        onChange={choose}
      />
      <Checkboxes
        id={settingField(form, 'mistake')}
        label="Was it recorded by mistake?"
        choices={mistakes}
        values={mistaken}
        onChange={setMistaken}
      />
      {!isMistake && (
        <DateInput
          id={settingField(form, 'endsBefore')}
          label="Last day"
          hint="For example 31 3 2026. Leave it empty if it goes on."
          value={lastDay}
          error={errorOf('endsBefore')}
          onChange={(typed) => setLastDay({ ...lastDay, ...typed })}
        />
      )}
    </SettingForm>
  )
}

const optionsOf = ({ parts }: SettingFormParts['view']) =>
  parts.map(({ authority, programmeName, startsOn }, index) => ({
    value: String(index),
    label: `${authority}, ${programmeName}, from ${shortDate(startsOn)}`,
  }))
