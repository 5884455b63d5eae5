import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReturnLine } from '@inclusion/server/returns/view'
import { returnStatuses, statusNames } from '@inclusion/shared/returns'
import { shortDate } from '@inclusion/shared/time'
import { paths } from '../routing/paths.ts'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { Select } from '../ui/select.tsx'
import { StatusTag } from '../ui/status-tag.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { returnsQuery } from './queries.ts'
import { heldWords } from './return-words.ts'

const columns: Column<ReturnLine>[] = [
  {
    header: 'Return',
    cell: ({ id, authority, programme }) => (
      <Link href={paths.return(id)}>{`${authority.name}, ${programme.name}`}</Link>
    ),
  },
  { header: 'Period', cell: ({ period }) => period.label },
  { header: 'Status', cell: ({ status }) => <StatusTag status={status} /> },
  { header: 'With', cell: ({ holder }) => holder },
  {
    header: 'Held',
    cell: ({ heldForDays, status }) => (status === 'accepted' ? '' : heldWords(heldForDays)),
    numeric: true,
  },
  { header: 'Due', cell: ({ dueOn }) => shortDate(dueOn) },
]

const most = 100

export function ReturnsPage() {
  const { data: returns } = useSuspenseQuery(returnsQuery)
  const [status, setStatus] = useState('')
  const [period, setPeriod] = useState('')
  const periods = [...new Map(returns.map((line) => [line.period.id, line.period.label]))]
  const chosen = returns.filter(
    (line) => (status === '' || line.status === status) && (period === '' || line.period.id === period),
  )
  return (
    <Page title="Returns">
      <div className="app-filters">
        <Select
          id="status"
          label="Status"
          value={status}
          onChange={setStatus}
          options={[
            { value: '', label: 'Any' },
            ...returnStatuses.map((value) => ({ value, label: statusNames[value] })),
          ]}
        />
        <Select
          id="period"
          label="Period"
          value={period}
          onChange={setPeriod}
          options={[{ value: '', label: 'Any' }, ...periods.map(([value, label]) => ({ value, label }))]}
        />
      </div>
      <Table
        stacks
        caption={`${chosen.length === 1 ? '1 return' : `${chosen.length} returns`}${chosen.length > most ? `, the first ${most} shown` : ''}`}
        columns={columns}
        rows={chosen.slice(0, most)}
        rowKey={({ id }) => id}
        empty="No return is like that."
      />
    </Page>
  )
}
