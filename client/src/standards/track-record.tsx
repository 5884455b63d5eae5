/** What became of the findings of a check, for those who keep the standard. */
import { useQuery } from '@tanstack/react-query'
import type { Check } from '@inclusion/shared/standards/check'
import { medianWords, recordWords, unfired, type CheckRecord } from '@inclusion/shared/standards/track-record'
import { sessionQuery } from '../shell/session.ts'
import type { Column } from '../ui/table.tsx'
import { trackRecordQuery } from './record-queries.ts'

/** The record of any check of an edition; null for readers it is not for, and until it has come. */
function useTrackRecord(standardId: string): ((check: string) => CheckRecord) | null {
  const { data: session } = useQuery(sessionQuery)
  const isStaff = session?.capabilities.includes('evidence.see') ?? false
  const { data } = useQuery({ ...trackRecordQuery(standardId), enabled: isStaff })
  if (!data) return null
  const records = new Map(data.checks.map((record) => [record.check, record]))
  return (check) => records.get(check) ?? unfired(check)
}

/** Columns of a table of checks: empty for readers whom the track record is not for. */
export function useTrackColumns(standardId: string): Column<Pick<Check, 'code'>>[] {
  const recordOf = useTrackRecord(standardId)
  if (!recordOf) return []
  const count = (
    of: keyof Pick<CheckRecord, 'fired' | 'fixed' | 'explained' | 'waived'>,
    header: string,
  ) => ({
    header,
    cell: ({ code }: Pick<Check, 'code'>) => recordOf(code)[of].toLocaleString('en-GB'),
    numeric: true,
  })
  return [
    count('fired', 'Fired'),
    count('fixed', 'Fixed'),
    count('explained', 'Explained'),
    count('waived', 'Waived'),
    { header: 'Time to fix (median)', cell: ({ code }) => medianWords(recordOf(code)) },
  ]
}

/** The track record of one check under one edition, as a heading and a sentence. */
export function TrackRecord({ standardId, check }: { standardId: string; check: string }) {
  const recordOf = useTrackRecord(standardId)
  if (!recordOf) return null
  return (
    <section>
      <h2 className="govuk-heading-m">Track record</h2>
      <p className="govuk-body">{recordWords(recordOf(check))}</p>
      <p className="govuk-hint">What nobody has filled in yet is not counted: a blank is not wrong.</p>
    </section>
  )
}
