import { useState } from 'react'
import type { SettingsView } from '@inclusion/server/settings/view'
import { settingTypes, type SettingType } from '@inclusion/shared/settings/types'
import { api, call } from '../api.ts'
import type { Outcome, Told } from '../outcome.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { errorsIn, SettingForm, settingField } from './setting-form.tsx'
import { blankDay, dayOrNull } from './typed-day.ts'
import { useRecording } from './use-recording.ts'

export const newSetting = 'new-setting'

const blank = { urn: '', laestab: '', name: '', type: '', gssCode: '', openedOn: blankDay }
type Drafted = typeof blank

type NewSettingFormProps = { authorities: SettingsView['authorities']; outcome: Outcome; told: Told }

/** Records a setting. The grants it serves and what it came from are recorded on its own page. */
export function NewSettingForm({ authorities, outcome, told }: NewSettingFormProps) {
  const [draft, setDraft] = useState(blank)
  const change = (part: Partial<Drafted>) => setDraft((before) => ({ ...before, ...part }))
  const done = (words: string) => {
    setDraft(blank)
    told.onDone(words)
  }
  const { record, busy } = useRecording({ ...told, onDone: done }, (urn) => urn)
  const submit = () => {
    // What was not chosen is sent as it is: the server says beside which field it is missing.
    const type = draft.type as SettingType
    const json = { ...draft, type, openedOn: dayOrNull(draft.openedOn) }
    record({
      send: () => call(api.settings.index.$post({ json })),
      done: `${draft.name.trim()} is recorded. Say on its page which boroughs it serves, and what it came from.`,
    })
  }
  return (
    <SettingForm words="Record this setting" busy={busy} onSubmit={submit}>
      <NameFields {...{ draft, change, outcome }} />
      <PlaceFields {...{ draft, change, outcome, authorities }} />
    </SettingForm>
  )
}

type FieldsProps = { draft: Drafted; change: (part: Partial<Drafted>) => void; outcome: Outcome }

const id = (field: string) => settingField(newSetting, field)

function NameFields({ draft, change, outcome }: FieldsProps) {
  const errorOf = errorsIn(newSetting, newSetting, outcome)
  return (
    <>
      <TextInput
        id={id('name')}
        label="Name"
        value={draft.name}
        error={errorOf('name')}
        onChange={(name) => change({ name })}
      />
      <TextInput
        id={id('urn')}
        label="URN"
        hint="Six digits, from DfE’s register of schools"
        width={10}
        inputMode="numeric"
        value={draft.urn}
        error={errorOf('urn')}
        onChange={(urn) => change({ urn })}
      />
      <TextInput
        id={id('laestab')}
        label="DfE number (LAESTAB)"
        hint="For example 306/1100: the authority’s three digits come first"
        width={10}
        value={draft.laestab}
        error={errorOf('laestab')}
        onChange={(laestab) => change({ laestab })}
      />
    </>
  )
}

const choose = { value: '', label: 'Choose' }

function PlaceFields({
  draft,
  change,
  outcome,
  authorities,
}: FieldsProps & Pick<NewSettingFormProps, 'authorities'>) {
  const errorOf = errorsIn(newSetting, newSetting, outcome)
  const types = Object.entries(settingTypes).map(([value, label]) => ({ value, label }))
  const places = authorities.map(({ gssCode, dfeCode, name }) => ({
    value: gssCode,
    label: `${name} (${dfeCode})`,
  }))
  return (
    <>
      <Select
        id={id('type')}
        label="Type"
        value={draft.type}
        error={errorOf('type')}
        options={[choose, ...types]}
        onChange={(type) => change({ type })}
      />
      <Select
        id={id('gssCode')}
        label="Authority it lies in"
        value={draft.gssCode}
        error={errorOf('gssCode')}
        options={[choose, ...places]}
        onChange={(gssCode) => change({ gssCode })}
      />
      <DateInput
        id={id('openedOn')}
        label="Opened on"
        hint="For example 1 9 2025. Leave it empty if it is not known."
        value={draft.openedOn}
        error={errorOf('openedOn')}
        onChange={(part) => change({ openedOn: { ...draft.openedOn, ...part } })}
      />
    </>
  )
}
