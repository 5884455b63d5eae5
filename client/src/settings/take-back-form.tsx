import { shortDate } from '@inclusion/shared/time'
import { api, call } from '../api.ts'
import { SettingForm } from './setting-form.tsx'
import type { SettingFormParts } from './setting-forms.tsx'
import { useNames } from './use-names.ts'
import { useRecording } from './use-recording.ts'

/** A succession that was recorded by mistake, taken back. */
export function TakeBackForm({ view, told, onActing }: SettingFormParts) {
  const { record, busy } = useRecording(told, useNames(view))
  const { urn, revision, name, successor } = view
  if (!successor) return null
  const submit = () => {
    onActing('take-back')
    record({
      send: () => call(api.settings[':urn']['take-back'].$post({ param: { urn }, json: { revision } })),
      done: `${successor.name} does not succeed ${name} any more.`,
    })
  }
  return (
    <SettingForm words="Take the succession back" busy={busy} onSubmit={submit}>
      <p className="govuk-body">
        For a mistake: {successor.name} did not take its place from {shortDate(successor.on)}, or not on that
        day. {name} has its last day, its parts in grants and its reports again as they were before. This can
        be done while {successor.name} has begun no report that came to it so. The record of both acts stays.
      </p>
    </SettingForm>
  )
}
