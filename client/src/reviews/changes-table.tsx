import type { LastFiled } from '@inclusion/server/returns/last-filed'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { periodLabel } from '@inclusion/shared/periods'
import type { Difference } from '@inclusion/shared/differences'
import type { Finding } from '@inclusion/shared/standards/finding'
import { Link } from '../ui/link.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { cardId, indicatorOf } from './asking.ts'
import { changesBetweenVersions, changesSinceLastPeriod, type Change } from './changes.ts'

type ChangesProps = {
  input: CheckInput
  lastFiled: LastFiled | null
  findings: readonly Finding[]
  /** Between the two latest versions; null when there is one only. */
  differences: readonly Difference[] | null
}

/** `reasons`: what explains the change, or makes the two figures less alike. */
type Row = Change & { reasons: string[] }

const columns: Column<Row>[] = [
  { header: 'Figure', cell: ({ name, indicator }) => <Link href={`#${cardId(indicator)}`}>{name}</Link> },
  { header: 'Was', cell: ({ was }) => was },
  { header: 'Is', cell: ({ is }) => is },
  { header: 'Change', numeric: true, cell: ({ change }) => change },
]
const withReasons: Column<Row>[] = [
  ...columns,
  { header: 'Explained or caused by', cell: ({ reasons }) => reasons.map(ended).join(' ') },
]

/** What a review opens on: what changed since the version before, else since the last accepted period. */
export function ChangesTable({ input, lastFiled, findings, differences }: ChangesProps) {
  const last = input.history[0]
  const changes = differences
    ? changesBetweenVersions(input, differences)
    : changesSinceLastPeriod(input, lastFiled)
  const since = differences ? 'the version before' : last ? periodLabel(last.periodId) : null
  if (since === null)
    return <p className="govuk-body">This is the first return of this grant: there is nothing to compare.</p>
  const rows = changes.map((change) => ({
    ...change,
    reasons: [...change.causes, ...explanationsOf(change, findings)],
  }))
  return (
    <Table
      caption={`What changed since ${since}`}
      captionSize="m"
      columns={rows.some(({ reasons }) => reasons.length > 0) ? withReasons : columns}
      rows={rows}
      rowKey={({ locator }) => locator}
      empty="No figure changed."
    />
  )
}

function explanationsOf({ locator, indicator }: Change, findings: readonly Finding[]): string[] {
  const own = findings.filter((finding) =>
    locator === indicator ? indicatorOf(finding.locator) === indicator : finding.locator === locator,
  )
  return own.flatMap(({ explanation }) => (explanation ? [explanation.text] : []))
}

/** A sentence among others. */
const ended = (words: string): string => (/[.!?]$/.test(words.trim()) ? words : `${words}.`)
