import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { FrameworkView } from '@inclusion/server/framework/view'
import { addDays, shortDate } from '@inclusion/shared/time'
import { typedDay } from '../settings/typed-day.ts'
import { DateInput } from '../ui/date-input.tsx'
import { dateOf, isDate } from '../ui/typed-date.ts'
import { programmeField } from './fault-places.ts'
import { PartForm } from './part-form.tsx'
import { usePart } from './use-part.ts'

const field = programmeField('endsBefore')

/** The last day of a programme that there is. The day it has stays where nothing else is said. */
export function EndForm({ opened, framework }: { opened: AmendmentView; framework: FrameworkView }) {
  const now = addDays(framework.programme.endsBefore, -1)
  const { typed, change, errorOf, ...part } = usePart({
    opened,
    name: 'end',
    savedIn: ({ content: { endsBefore } }) => typedDay(endsBefore === null ? now : addDays(endsBefore, -1)),
    faultsOf: (day) =>
      isDate(dateOf(day)) ? [] : [{ field, message: 'Give the last day as a day, a month and a year' }],
    changeOf: (draft) => {
      const day = dateOf(draft)
      const endsBefore = day === now ? null : addDays(day, 1)
      return { change: (content) => ({ ...content, endsBefore }), done: 'The end is saved.' }
    },
  })
  return (
    <PartForm title="End of the programme" part={part} width="two-thirds">
      <DateInput
        id={field}
        label="Last day"
        hint={`It ends on ${shortDate(now)} as it is.`}
        value={typed}
        error={errorOf(field)}
        onChange={(day) => change({ ...typed, ...day })}
      />
    </PartForm>
  )
}
