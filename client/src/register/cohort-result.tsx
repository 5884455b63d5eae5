import { Table, type Column } from '../ui/table.tsx'
import { counted as countOf } from './layout-words.ts'
import type { CohortFault, Counted } from './protocol.ts'

/** Whom the pasted list was found to mean, and each line that it was not. */
export function CohortResult({ counted: { cohort, counts } }: { counted: Counted }) {
  if (!cohort) return null
  const { members, dated, faults, columns } = cohort
  const later = counts.startLater
  return (
    <>
      <output className="govuk-body app-register__result">
        {members === 0
          ? 'Nobody of the list was found in the register.'
          : `${countOf(members, 'pupil')} found by ${columns.join(', ')}, ${dated} with a start date.`}
        {later > 0 &&
          ` ${countOf(later, 'starts', 'start')} after this period, and so ${later === 1 ? 'is' : 'are'} not counted in it.`}
      </output>
      {faults.length > 0 && (
        <Table
          caption="Lines that are not counted"
          rows={faults}
          rowKey={({ line }) => String(line)}
          columns={faultColumns}
        />
      )}
    </>
  )
}

const faultColumns: readonly Column<CohortFault>[] = [
  { header: 'Line', cell: ({ line }) => line },
  { header: 'As pasted', cell: ({ text }) => <span className="app-break">{text}</span> },
  { header: 'Why', cell: faultWords },
]

function faultWords({ why, candidates }: CohortFault): string {
  if (why === 'nobody') return nobodyWords(candidates)
  if (why === 'several') return `More than one pupil may be meant: ${candidates.join('; ')}. Paste a number.`
  if (why === 'date') return 'The start date cannot be read. Write it like 6/10/2025, or take it out.'
  if (why === 'early')
    return 'This day is more than three years before the period, as a date of birth is. Put the day the pupil began, or none.'
  return 'This pupil stands in an earlier line.'
}

function nobodyWords(candidates: readonly string[]): string {
  const words = 'Nobody in the register has this. Look for a missing digit or another spelling.'
  if (candidates.length === 0) return words
  const more = candidates.length > candidatesShown ? ` or ${candidates.length - candidatesShown} others` : ''
  return `${words} It may mean ${candidates.slice(0, candidatesShown).join('; ')}${more}.`
}

const candidatesShown = 3
