import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { FrameworkView } from '@inclusion/server/framework/view'
import { useNavigate } from '@tanstack/react-router'
import { periodLabel } from '@inclusion/shared/periods'
import { shortDate } from '@inclusion/shared/time'
import { faultOf, useOutcome } from '../outcome.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { Details } from '../ui/details.tsx'
import { Link } from '../ui/link.tsx'
import { Table } from '../ui/table.tsx'
import { AmendmentClosed, AmendmentFrame } from './amendment-frame.tsx'
import { draftWindows, readWindows, windowFaults, type DraftedWindow } from './drafted-windows.ts'
import { datesOf, periodsOf } from './periods-of.ts'
import { SaveButtons } from './save-buttons.tsx'
import { useAmendment, useGround } from './use-amendment.ts'
import { useSaving } from './use-saving.ts'
import { useTyped } from './use-typed.ts'
import { WindowFields } from './window-fields.tsx'

const title = 'Collection windows'

/** When each return opens, and when it is due. */
export function WindowsPage() {
  const amendment = useAmendment()
  const framework = useGround(amendment)
  if (amendment.actions.edit !== null) return <AmendmentClosed title={title} amendment={amendment} />
  return <WindowsForm opened={amendment} framework={framework} />
}

type WindowsFormProps = { opened: AmendmentView; framework: FrameworkView | null }

function WindowsForm({ opened, framework }: WindowsFormProps) {
  const { outcome, ...told } = useOutcome()
  const navigate = useNavigate()
  const saving = useSaving(opened, told)
  const { content } = saving.ground
  const known = framework?.windows ?? []
  const periods = periodsOf(datesOf(saving.ground, framework))
  const { typed, change, ...typing } = useTyped(
    `amendment ${opened.id} windows`,
    draftWindows(periods, content.windows, known),
  )
  const submit = () => {
    const faults = windowFaults(typed)
    if (faults.length > 0) return told.onFaults(faults)
    const windows = readWindows(typed)
    return saving.save({
      change: (now) => ({ ...now, windows }),
      done: 'The windows are saved.',
      after: () => {
        typing.forget()
        void navigate({ href: staffPaths.amendment(opened.id) })
      },
    })
  }
  const put = (at: number, part: Partial<DraftedWindow>) =>
    change(typed.map((window, index) => (index === at ? { ...window, ...part } : window)))
  return (
    <AmendmentFrame title={title} {...{ saving, outcome, typing }}>
      <p className="govuk-body govuk-!-width-two-thirds">
        Proposed: a return opens on the day after its period ends, and is due at the end of that month, or as
        far from the end as the windows before. Change what does not fit. Past its last day a return is late.
      </p>
      {typed.length === 0 ? (
        <p className="govuk-body">
          Every period of the programme has its window.{' '}
          <Link href={staffPaths.amendmentProgramme(opened.id)}>Let the programme go on for longer</Link> to
          add more.
        </p>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          {typed.map((window, index) => (
            <WindowFields
              key={window.periodId}
              window={window}
              errorOf={(field) => faultOf(outcome, field)}
              onChange={(part) => put(index, part)}
            />
          ))}
          <SaveButtons amendmentId={opened.id} busy={saving.busy} />
        </form>
      )}
      <KnownWindows windows={known} />
    </AmendmentFrame>
  )
}

function KnownWindows({ windows }: Pick<FrameworkView, 'windows'>) {
  if (windows.length === 0) return null
  return (
    <Details summary="The windows there are">
      <Table
        caption="Windows there are"
        captionSize="hidden"
        columns={[
          { header: 'Period', cell: ({ periodId }) => periodLabel(periodId) },
          { header: 'Opens', cell: ({ opensOn }) => shortDate(opensOn) },
          { header: 'Due', cell: ({ dueOn }) => shortDate(dueOn) },
        ]}
        rows={windows}
        rowKey={({ periodId }) => periodId}
      />
    </Details>
  )
}
