import type { ReactNode } from 'react'
import { faultOf, type Outcome } from '../outcome.tsx'
import { refusalOf } from '../refusal-of.ts'
import { Button } from '../ui/button.tsx'

/** The id of a field, by the form it stands in: a page of one setting has several. */
export const settingField = (form: string, field: string): string => `${form}-${field}`

/** What is said beside a field of one form: refusals of another form are not about it. */
export const errorsIn =
  (form: string, acting: string, outcome: Outcome) =>
  (field: string): string | undefined =>
    form === acting
      ? (faultOf(outcome, settingField(form, field)) ?? refusalOf(outcome.error, field))
      : undefined

type SettingFormProps = { words: string; busy: boolean; onSubmit: () => void; children: ReactNode }

/** One act on a setting: its fields, and the button that sends them. What was typed stays until it is taken. */
export function SettingForm({ words, busy, onSubmit, children }: SettingFormProps) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
      <Button busy={busy}>{words}</Button>
    </form>
  )
}
