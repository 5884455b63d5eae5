import { useSuspenseQuery } from '@tanstack/react-query'
import type { DueDayView } from '@inclusion/server/collection/extension-view'
import { problems } from '@inclusion/shared/problems'
import { longDate, shortDate } from '@inclusion/shared/time'
import { hasErrors, OutcomeNotice, useOutcome } from '../outcome.tsx'
import { paths } from '../routing/paths.ts'
import { staffPaths } from '../routing/staff-paths.ts'
import { useRouteParam } from '../routing/use-route-param.ts'
import { BackLink } from '../ui/back-link.tsx'
import { InsetText } from '../ui/inset-text.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { StatusTag } from '../ui/status-tag.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { timeWords } from './collection-words.ts'
import { extensionField, ExtensionForm } from './extension-form.tsx'
import { Extensions } from './extensions.tsx'
import { dueDayQuery } from './queries.ts'

const reminderColumns: Column<DueDayView['reminders'][number]>[] = [
  { header: 'On', cell: ({ on }) => shortDate(on) },
  { header: 'Who', cell: ({ name }) => name },
  { header: 'Sent by', cell: ({ by }) => by ?? 'The service, on its day' },
]

/** When one return is due: its extensions, and who was reminded of it. */
export function DueDayPage() {
  const returnId = useRouteParam('returnId')
  const { data: view } = useSuspenseQuery(dueDayQuery(returnId))
  const { outcome, ...told } = useOutcome()
  const { authority, programme, programmeCode, period, refusal } = view
  return (
    <Page
      title={`Due day of ${authority}`}
      caption={`${programme}, ${period}`}
      before={<BackLink href={staffPaths.collection({ programme: programmeCode })}>Collection</BackLink>}
      hasErrors={hasErrors(outcome)}
    >
      <OutcomeNotice {...outcome} fieldId={extensionField} />
      <SummaryList rows={rowsOf(view)} />
      {refusal === null && <ExtensionForm key={view.dueOn} {...{ view, outcome, told }} />}
      {refusal === 'return-was-filed' && <InsetText>{problems[refusal].title}</InsetText>}
      <Extensions {...{ view, told }} />
      <Table
        caption="Reminded"
        captionSize="m"
        columns={reminderColumns}
        rows={view.reminders}
        rowKey={({ on, name }) => `${on} ${name}`}
        empty="Nobody was reminded of this return."
      />
    </Page>
  )
}

function rowsOf(view: DueDayView) {
  const { returnId, status, dueOn, extendedFrom } = view
  return [
    {
      key: 'Status',
      value: (
        <Link href={paths.return(returnId)} about="of the return">
          <StatusTag status={status} />
        </Link>
      ),
    },
    { key: 'Due by the end of', value: `${longDate(dueOn)}: ${timeWords(view).toLowerCase()}` },
    ...(extendedFrom ? [{ key: 'Without extension', value: longDate(extendedFrom) }] : []),
  ]
}
