import type { DryRun } from '@inclusion/server/amendments/dry-run'
import { shortDate } from '@inclusion/shared/time'
import { Table } from '../ui/table.tsx'

/** How many boroughs and returns an amendment touches, period by period. */
export function DryRunTouches({ touches: { boroughs, returns, periods } }: Pick<DryRun, 'touches'>) {
  if (returns === 0) return null
  return (
    <>
      <p className="govuk-body-l">
        {boroughs === 1 ? '1 borough' : `${boroughs} boroughs`} would see it, in{' '}
        {returns === 1 ? '1 return' : `${returns} returns`}.
      </p>
      <Table
        caption="Which returns"
        columns={[
          { header: 'Period', cell: ({ label }) => label },
          { header: 'Opens', cell: ({ opensOn }) => shortDate(opensOn) },
          { header: 'Due', cell: ({ dueOn }) => shortDate(dueOn) },
          { header: 'Returns', cell: (period) => period.returns, numeric: true },
        ]}
        rows={periods}
        rowKey={({ id }) => id}
      />
    </>
  )
}
