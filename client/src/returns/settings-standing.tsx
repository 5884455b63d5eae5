import type { ReportLine, ReturnView } from '@inclusion/server/returns/view'
import { londonDate, shortDate } from '@inclusion/shared/time'
import { Table, type Column } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { lastChange } from './figure-source.ts'
import { standingOf } from './report-line.ts'

/** Every setting in one glance: where its report stands, since when, and by whom. */
export function SettingsStanding({ view }: { view: ReturnView }) {
  return (
    <Table
      caption="Where they stand"
      captionSize="m"
      columns={columnsOf(view)}
      rows={view.reports}
      rowKey={({ urn }) => urn}
    />
  )
}

const columnsOf = (view: ReturnView): Column<ReportLine>[] => [
  { header: 'Setting', cell: (report) => <SettingLink report={report} /> },
  { header: 'Report', cell: (report) => <StandingTag report={report} /> },
  { header: 'Since', cell: (report) => dayWords(sinceWhen(view, report).at) },
  { header: 'By', cell: (report) => sinceWhen(view, report).by ?? '–' },
]

function SettingLink({ report: { urn, name } }: { report: ReportLine }) {
  return (
    <a className="govuk-link" href={`#setting-${urn}`}>
      {name}
    </a>
  )
}

export function StandingTag({ report }: { report: ReportLine }) {
  const { words, colour } = standingOf(report)
  return <Tag colour={colour}>{words}</Tag>
}

const dayWords = (at: string | null): string => (at === null ? '–' : shortDate(londonDate(at)))

function sinceWhen(view: ReturnView, report: ReportLine): { by: string | null; at: string | null } {
  const { urn, status, signedOffBy, signedOffAt, changedAt, missingReason } = report
  if (status === 'signed-off') return { by: signedOffBy, at: signedOffAt }
  if (missingReason !== null) return { by: null, at: changedAt }
  if (status === 'not-started') return { by: null, at: null }
  const last = lastChange(view, urn)
  return { by: last?.by ?? null, at: last?.at ?? changedAt }
}
