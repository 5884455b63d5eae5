import type { IndicatorEvidence, ProgrammeView } from '@inclusion/server/programmes/view'
import { paths } from '../routing/paths.ts'
import { provenancePaths } from '../routing/provenance-paths.ts'
import { Link } from '../ui/link.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { RatingTag } from './rating-tag.tsx'
import {
  baseWords,
  countedOnceWords,
  isSmall,
  profileWords,
  rollUpWords,
  sinceWords,
  smallWords,
} from './roll-up-words.ts'

type Of = Pick<ProgrammeView, 'programme' | 'period'>

const columnsOf = (view: Of): Column<IndicatorEvidence>[] => [
  { header: 'KPI', cell: ({ code, label }) => <Kpi code={code} label={label} /> },
  {
    header: 'This period',
    numeric: true,
    cell: (evidence) => (
      <Amount view={view} shown={evidence.shown} evidence={evidence} amounts={evidence.period} />
    ),
  },
  {
    header: 'Year to date',
    numeric: true,
    cell: (evidence) => (
      <>
        <Amount
          view={view}
          shown={evidence.shownYearToDate}
          evidence={evidence}
          amounts={evidence.yearToDate}
        />
        {evidence.since && <p className="app-reason">{sinceWords(evidence.since)}</p>}
      </>
    ),
  },
  { header: 'Put together by', cell: rollUpWords },
  { header: 'Boroughs', numeric: true, cell: ({ boroughs }) => boroughs },
  { header: 'Profile', numeric: true, cell: profileWords },
  { header: 'Against profile', cell: ({ rating }) => <RatingTag rating={rating} /> },
]

/** Every KPI of the programme, section by section, rolled up by its own rule. */
export function IndicatorTables({ view }: { view: Of & Pick<ProgrammeView, 'indicators'> }) {
  const { indicators } = view
  const footnote = countedOnceWords(indicators)
  return (
    <>
      {[...Map.groupBy(indicators, ({ section }) => section)].map(([section, rows]) => (
        <Table
          key={section}
          caption={section}
          captionSize="m"
          columns={columnsOf(view)}
          rows={rows}
          rowKey={({ code }) => code}
        />
      ))}
      {footnote && <p className="govuk-body govuk-!-width-two-thirds">{footnote}</p>}
    </>
  )
}

function Kpi({ code, label }: { code: string; label: string }) {
  return (
    <>
      <Link href={paths.indicator(code)}>{label}</Link>
      <p className="app-reason">{code}</p>
    </>
  )
}

type AmountProps = {
  view: Of
  shown: string
  evidence: IndicatorEvidence
  amounts: IndicatorEvidence['period']
}

/** A figure of all boroughs together, that leads to the returns it is made of. */
function Amount({ view, shown, evidence, amounts }: AmountProps) {
  const base = baseWords(evidence, amounts)
  return (
    <>
      <Link
        href={provenancePaths.rollUp(view.programme.code, evidence.code, view.period.id)}
        about={`${evidence.label}: where it comes from`}
      >
        {shown}
      </Link>
      {base && <p className="app-reason">{base}</p>}
      {isSmall(evidence, amounts) && <p className="app-reason">{smallWords}</p>}
    </>
  )
}
