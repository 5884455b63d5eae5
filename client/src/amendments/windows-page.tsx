import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { FrameworkView } from '@inclusion/server/framework/view'
import { periodLabel } from '@inclusion/shared/periods'
import { shortDate } from '@inclusion/shared/time'
import { staffPaths } from '../routing/staff-paths.ts'
import { Details } from '../ui/details.tsx'
import { Link } from '../ui/link.tsx'
import { Table } from '../ui/table.tsx'
import { AmendmentClosed } from './amendment-frame.tsx'
import { draftWindows, readWindows, windowFaults, type DraftedWindow } from './drafted-windows.ts'
import { datesOf, periodsOf } from './periods-of.ts'
import { useAmendment, useGround } from './use-amendment.ts'
import { PartForm } from './part-form.tsx'
import { usePart } from './use-part.ts'
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
  const known = framework?.windows ?? []
  const { typed, change, errorOf, ...part } = usePart({
    opened,
    name: 'windows',
    savedIn: (ground) => draftWindows(periodsOf(datesOf(ground, framework)), ground.content.windows, known),
    faultsOf: windowFaults,
    changeOf: (drafted) => {
      const windows = readWindows(drafted)
      return { change: (content) => ({ ...content, windows }), done: 'The windows are saved.' }
    },
  })
  const put = (at: number, some: Partial<DraftedWindow>) =>
    change(typed.map((window, index) => (index === at ? { ...window, ...some } : window)))
  const before = (
    <p className="govuk-body govuk-!-width-two-thirds">
      Proposed: a return opens on the day after its period ends, and is due at the end of that month, or as
      far from the end as the windows before. Change what does not fit. Past its last day a return is late.
    </p>
  )
  return (
    <PartForm title={title} part={part} {...{ before }} after={<KnownWindows windows={known} />}>
      {typed.map((window, index) => (
        <WindowFields key={window.periodId} {...{ window, errorOf }} onChange={(some) => put(index, some)} />
      ))}
      {typed.length === 0 && (
        <p className="govuk-body">
          Every period of the programme has its window.{' '}
          <Link href={staffPaths.amendmentProgramme(opened.id)}>Let the programme go on for longer</Link> to
          add more.
        </p>
      )}
    </PartForm>
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
