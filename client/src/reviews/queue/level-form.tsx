import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ServiceLevelsView } from '@inclusion/server/reviews/queue/level-routes'
import { longDate } from '@inclusion/shared/time'
import { call } from '../../api.ts'
import { faultOf, type Outcome, type Told } from '../../outcome.tsx'
import { refusalOf } from '../../refusal-of.ts'
import { staffApi } from '../../staff-api.ts'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { dateOf, isDate } from '../../ui/typed-date.ts'
import { workingDays } from './words.ts'

export const levelField = (field: string): string => `level-${field}`

type LevelFormProps = Told & { maySet: ServiceLevelsView['maySet']; outcome: Outcome }

const blank = { programme: '', days: '', day: '', month: '', year: '' }
type Typed = typeof blank

/** Sets a service level from a day on. The same day again puts right what was set for it. */
export function LevelForm({ maySet, outcome, ...told }: LevelFormProps) {
  const [typed, setTyped] = useState<Typed>(() => ({ ...blank, programme: maySet[0]?.programme ?? '' }))
  const set = useSetLevel(told, () => setTyped({ ...blank, programme: typed.programme }))
  const errorOf = (field: string) => faultOf(outcome, levelField(field)) ?? refusalOf(set.error, field)
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part })
  return (
    <form
      className="govuk-!-width-two-thirds"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const faults = faultsIn(typed)
        if (faults.length > 0) told.onFaults(faults)
        else set.mutate(levelIn(typed))
      }}
    >
      <h2 className="govuk-heading-m">Set a level from a day on</h2>
      <Select
        id={levelField('programme')}
        label="Programme"
        value={typed.programme}
        error={errorOf('programme')}
        options={maySet.map(({ programme, name }) => ({ value: programme ?? '', label: name }))}
        onChange={(programme) => change({ programme })}
      />
      <TextInput
        id={levelField('workingDays')}
        label="Working days"
        hint="From submission to the decision, 1 to 100"
        inputMode="numeric"
        width={4}
        value={typed.days}
        error={errorOf('workingDays')}
        onChange={(days) => change({ days })}
      />
      <DateInput
        id={levelField('startsOn')}
        label="For returns submitted from"
        hint="Today or a later day"
        value={typed}
        error={errorOf('startsOn')}
        onChange={change}
      />
      <Button busy={set.isPending}>Set the level</Button>
    </form>
  )
}

const levelIn = (typed: Typed) => ({
  programme: typed.programme === '' ? null : typed.programme,
  workingDays: Number(typed.days),
  startsOn: dateOf(typed),
})

function faultsIn(typed: Typed) {
  const days = Number(typed.days)
  const isDays = /^\d+$/.test(typed.days.trim()) && days >= 1 && days <= 100
  return [
    ...(isDays ? [] : [fault('workingDays', 'Enter a number of working days from 1 to 100')]),
    ...(isDate(dateOf(typed)) ? [] : [fault('startsOn', 'Enter the first day, for example 1 4 2026')]),
  ]
}

const fault = (field: string, message: string) => ({ field: levelField(field), message })

function useSetLevel({ onDone, onRefused }: Told, onSet: () => void) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (json: ReturnType<typeof levelIn>) => call(staffApi.serviceLevels.index.$post({ json })),
    onSuccess: ({ workingDays: days, startsOn }) => {
      onSet()
      onDone(`What is submitted from ${longDate(startsOn)} on is reviewed within ${workingDays(days)}.`)
      return cache.invalidateQueries({ queryKey: ['service-levels'] })
    },
    onError: onRefused,
  })
}
