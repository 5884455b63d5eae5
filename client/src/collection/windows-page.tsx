import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { WindowsView } from '@inclusion/server/collection/windows-view'
import { shortDate } from '@inclusion/shared/time'
import { hasErrors, OutcomeNotice, useOutcome } from '../outcome.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Button } from '../ui/button.tsx'
import { Details } from '../ui/details.tsx'
import { Page } from '../ui/page.tsx'
import { Select } from '../ui/select.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { ReminderDays } from './reminder-days.tsx'
import { windowsQuery } from './queries.ts'
import { WindowCard } from './window-card.tsx'
import { windowField } from './window-form.tsx'

type Window = WindowsView['windows'][number]

const closedColumns: Column<Window>[] = [
  { header: 'Period', cell: ({ label }) => label },
  { header: 'Opened', cell: ({ opensOn }) => shortDate(opensOn) },
  { header: 'Due', cell: ({ dueOn }) => shortDate(dueOn) },
]

/** When a programme collects each period, and when people are reminded. */
export function WindowsPage() {
  const { programme }: { programme?: string } = useSearch({ strict: false })
  const { data: view } = useSuspenseQuery(windowsQuery(programme))
  const { outcome, ...told } = useOutcome()
  // Several forms stand here: a refusal is about the one that was sent.
  const [acting, onActing] = useState('')
  const { code, name } = view.programme
  const standing = view.windows.filter(({ state }) => state !== 'closed')
  const closed = view.windows.filter(({ state }) => state === 'closed')
  return (
    <Page
      title="Windows and reminders"
      caption={name}
      before={<BackLink href={staffPaths.collection({ programme: code })}>Collection</BackLink>}
      hasErrors={hasErrors(outcome)}
    >
      <OutcomeNotice {...outcome} fieldId={(field) => windowField(acting, field)} />
      <ProgrammePicker key={code} view={view} />
      <h2 className="govuk-heading-m">Windows that are not closed</h2>
      {standing.length === 0 && <p className="govuk-body">Every window of this programme is closed.</p>}
      {standing.map((window) => (
        <WindowCard
          key={`${code} ${window.periodId}`}
          {...{ window, programme: code, mayManage: view.mayManage, outcome, told, acting, onActing }}
        />
      ))}
      {closed.length > 0 && (
        <Details summary="Closed windows">
          <Table
            caption="Closed windows: past their due day, with every return in"
            columns={closedColumns}
            rows={closed}
            rowKey={({ periodId }) => periodId}
          />
        </Details>
      )}
      <ReminderDays {...{ view, outcome, told, acting, onActing }} />
    </Page>
  )
}

function ProgrammePicker({ view }: { view: WindowsView }) {
  const navigate = useNavigate()
  const [chosen, setChosen] = useState(view.programme.code)
  if (view.programmes.length < 2) return null
  return (
    <form
      className="app-inline-form"
      onSubmit={(event) => {
        event.preventDefault()
        void navigate({ href: staffPaths.collectionWindows(chosen) })
      }}
    >
      <Select
        id="programme"
        label="Programme"
        value={chosen}
        options={view.programmes.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={setChosen}
      />
      <Button look="secondary">Show</Button>
    </form>
  )
}
