import { useState } from 'react'
import type { WindowsView } from '@inclusion/server/collection/windows-view'
import { call } from '../api.ts'
import { faultOf, type Outcome, type Told } from '../outcome.tsx'
import { refusalOf } from '../refusal-of.ts'
import { typedDay } from '../settings/typed-day.ts'
import { staffApi } from '../staff-api.ts'
import { Button } from '../ui/button.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { dateOf } from '../ui/typed-date.ts'
import { useCollecting } from './use-collecting.ts'

export type WindowFormProps = {
  window: WindowsView['windows'][number]
  programme: string
  outcome: Outcome
  told: Told
  /** The form that was sent last, and what says so. */
  acting: string
  onActing: (form: string) => void
}

/** The id of a field of one window's form, or of the days of reminders. */
export const windowField = (form: string, field: string): string => `${form}-${field}`

/** Other days for a window, with the reason. What has opened stays open. */
export function WindowForm({ window, programme, outcome, told, acting, onActing }: WindowFormProps) {
  const { periodId, state } = window
  const { days, reason, change, submit, busy } = useWindowChange({ window, programme, told })
  const id = (field: string) => windowField(periodId, field)
  const errorOf = (field: string) =>
    acting === periodId ? (faultOf(outcome, id(field)) ?? refusalOf(outcome.error, field)) : undefined
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onActing(periodId)
        submit()
      }}
    >
      {state === 'to-come' && (
        <DateInput
          id={id('opensOn')}
          label="Opens on"
          value={days.opensOn}
          error={errorOf('opensOn')}
          onChange={(part) => change({ opensOn: { ...days.opensOn, ...part } })}
        />
      )}
      <DateInput
        id={id('dueOn')}
        label="Due by the end of"
        hint="For all returns of this period that are not filed yet, unless one is extended further."
        value={days.dueOn}
        error={errorOf('dueOn')}
        onChange={(part) => change({ dueOn: { ...days.dueOn, ...part } })}
      />
      <Textarea
        id={id('reason')}
        label="Why do the days change?"
        hint="Borough leads read it."
        rows={2}
        value={reason}
        error={errorOf('reason')}
        onChange={(words) => change({ reason: words })}
      />
      <Button busy={busy}>Change the days</Button>
    </form>
  )
}

/** What is typed of another window, and how it is sent. The reason goes once it is taken. */
function useWindowChange({
  window,
  programme,
  told,
}: Pick<WindowFormProps, 'window' | 'programme' | 'told'>) {
  const { periodId, label, revision, opensOn, dueOn } = window
  const [typed, setTyped] = useState(() => ({
    opensOn: typedDay(opensOn),
    dueOn: typedDay(dueOn),
    reason: '',
  }))
  const { send, busy } = useCollecting(
    () => {
      const { reason } = typed
      const json = { revision, opensOn: dateOf(typed.opensOn), dueOn: dateOf(typed.dueOn), reason }
      const param = { programme, periodId }
      return call(staffApi.collection.windows[':programme'][':periodId'].$put({ param, json }))
    },
    ({ told: letters }) => {
      setTyped((latest) => ({ ...latest, reason: '' }))
      return `The days of ${label} are changed. ${lettersWords(letters)}`
    },
    told,
  )
  return {
    days: typed,
    reason: typed.reason,
    change: (part: Partial<typeof typed>) => setTyped((latest) => ({ ...latest, ...part })),
    submit: () => send(undefined),
    busy,
  }
}

function lettersWords(letters: number): string {
  if (letters === 0) return 'No borough has a return to file by another day.'
  return letters === 1
    ? 'One borough lead is told by letter.'
    : `${letters} borough leads are told by letter.`
}
