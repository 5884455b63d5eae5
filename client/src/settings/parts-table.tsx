import type { SettingView } from '@inclusion/server/settings/view'
import { shortDate } from '@inclusion/shared/time'
import { Table } from '../ui/table.tsx'
import { lastDayWords } from './words.ts'

/** The grants a setting takes part in: one report for each borough, of that borough's mentored young people. */
export function PartsTable({ view: { parts, name } }: { view: SettingView }) {
  const boroughs = new Set(parts.map(({ gssCode }) => gssCode)).size
  return (
    <>
      <Table
        caption="Boroughs it serves"
        captionSize="m"
        columns={[
          { header: 'Borough', cell: ({ authority }: SettingView['parts'][number]) => authority },
          { header: 'Programme', cell: ({ programmeName }) => programmeName },
          { header: 'From', cell: ({ startsOn }) => shortDate(startsOn) },
          { header: 'Last day', cell: ({ endsBefore }) => lastDayWords(endsBefore) },
        ]}
        rows={parts}
        rowKey={({ grantId, startsOn }) => `${grantId} ${startsOn}`}
        empty="It takes part in no grant, so nobody asks it for a report."
      />
      {boroughs > 1 && (
        <p className="govuk-body">
          {name} gives a report to each of these boroughs: of that borough’s own young people in the
          programme.
        </p>
      )}
    </>
  )
}
