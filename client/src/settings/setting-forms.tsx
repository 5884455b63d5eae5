import type { SettingView } from '@inclusion/server/settings/view'
import type { Outcome, Told } from '../outcome.tsx'
import { Details } from '../ui/details.tsx'
import { CloseForm } from './close-form.tsx'
import { EndPartForm } from './end-part-form.tsx'
import { SucceedForm } from './succeed-form.tsx'
import { TakeBackForm } from './take-back-form.tsx'
import { TakePartForm } from './take-part-form.tsx'

/** What each form of a setting is handed. It says that it acts before it sends. */
export type SettingFormParts = {
  view: SettingView
  outcome: Outcome
  told: Told
  acting: string
  onActing: (form: string) => void
}

/** What the VRU records of a setting. A day that was wrong is given anew, and a mistake taken back. */
export function SettingForms(parts: SettingFormParts) {
  const { view } = parts
  const { revision, successor } = view
  // Once something is recorded, the forms begin again from what stands.
  return (
    <section aria-labelledby="record" key={revision}>
      <h2 className="govuk-heading-m" id="record">
        Record a change
      </h2>
      <Details summary="It takes part in a borough’s grant">
        <TakePartForm {...parts} />
      </Details>
      {view.parts.length > 0 && (
        <Details summary="Its part in a grant ends, goes on, or was a mistake">
          <EndPartForm {...parts} />
        </Details>
      )}
      {successor ? (
        <Details summary="Its successor was recorded by mistake">
          <TakeBackForm {...parts} />
        </Details>
      ) : (
        <Details summary="Another setting succeeds it">
          <SucceedForm {...parts} />
        </Details>
      )}
      <Details summary="It closes, or is open after all">
        <CloseForm {...parts} />
      </Details>
    </section>
  )
}
