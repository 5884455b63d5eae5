import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { FrameworkView } from '@inclusion/server/framework/view'
import { useNavigate } from '@tanstack/react-router'
import { addDays, shortDate } from '@inclusion/shared/time'
import { faultOf, useOutcome } from '../outcome.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { typedDay } from '../settings/typed-day.ts'
import { DateInput } from '../ui/date-input.tsx'
import { dateOf, isDate, type TypedDate } from '../ui/typed-date.ts'
import { AmendmentFrame } from './amendment-frame.tsx'
import { programmeField } from './fault-places.ts'
import { SaveButtons } from './save-buttons.tsx'
import { useSaving } from './use-saving.ts'
import { useTyped } from './use-typed.ts'

const field = programmeField('endsBefore')

/** The last day of a programme that there is. The day it has stays where nothing else is said. */
export function EndForm({ opened, ground }: { opened: AmendmentView; ground: FrameworkView }) {
  const { outcome, ...told } = useOutcome()
  const navigate = useNavigate()
  const saving = useSaving(opened, told)
  const now = addDays(ground.programme.endsBefore, -1)
  const drafted = saving.ground.content.endsBefore
  const saved: TypedDate = typedDay(drafted === null ? now : addDays(drafted, -1))
  const { typed, change, ...typing } = useTyped(`amendment ${opened.id} end`, saved)
  const submit = () => {
    const day = dateOf(typed)
    if (!isDate(day))
      return told.onFaults([{ field, message: 'Give the last day as a day, a month and a year' }])
    const endsBefore = day === now ? null : addDays(day, 1)
    return saving.save({
      change: (content) => ({ ...content, endsBefore }),
      done: endsBefore === null ? 'The end stays as it is.' : `It ends on ${shortDate(day)}.`,
      after: () => {
        typing.forget()
        void navigate({ href: staffPaths.amendment(opened.id) })
      },
    })
  }
  return (
    <AmendmentFrame title="End of the programme" {...{ saving, outcome, typing }} width="two-thirds">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <DateInput
          id={field}
          label="Last day"
          hint={`It ends on ${shortDate(now)} as it is.`}
          value={typed}
          error={faultOf(outcome, field)}
          onChange={(part) => change({ ...typed, ...part })}
        />
        <SaveButtons amendmentId={opened.id} busy={saving.busy} />
      </form>
    </AmendmentFrame>
  )
}
