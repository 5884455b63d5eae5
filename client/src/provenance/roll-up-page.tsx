import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { PartOfRollUp, RollUpProvenance } from '@inclusion/server/provenance/roll-up'
import {
  baseWords,
  countedOnceWords,
  isSmall,
  rollUpWords,
  sinceWords,
  smallWords,
} from '../programmes/roll-up-words.ts'
import { paths } from '../routing/paths.ts'
import { provenancePaths } from '../routing/provenance-paths.ts'
import { staffPaths } from '../routing/staff-paths.ts'
import { useRouteParam } from '../routing/use-route-param.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Details } from '../ui/details.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { CardFoot } from './card-foot.tsx'
import { unreleased } from './figure-page.tsx'
import { rollUpQuery } from './queries.ts'

const columns: Column<PartOfRollUp>[] = [
  {
    header: 'Borough',
    cell: ({ returnId, locator, authority, period }) => (
      <Link
        href={provenancePaths.figure(returnId, locator)}
        about={`in ${period.label}: where it comes from`}
      >
        {authority}
      </Link>
    ),
  },
  { header: 'Figure', numeric: true, cell: ({ shown }) => shown ?? 'Blank' },
  { header: 'Version', numeric: true, cell: ({ version }) => version },
]
const settingsBehind: Column<PartOfRollUp> = {
  header: 'Settings',
  numeric: true,
  cell: ({ settings }) => (settings === 0 ? '–' : settings),
}
const withPeriod: Column<PartOfRollUp>[] = [
  columns[0]!,
  { header: 'Period', cell: ({ period }) => period.label },
  ...columns.slice(1),
]

/** Which returns a figure of the whole programme is made of, and which version of each. */
export function RollUpPage() {
  const programme = useRouteParam('code')
  const indicator = useRouteParam('indicator')
  const { period }: { period?: string } = useSearch({ strict: false })
  const { data } = useSuspenseQuery(rollUpQuery(programme, indicator, period))
  const now = data.parts.filter(({ isInPeriod }) => isInPeriod)
  const earlier = data.parts.filter(({ isInPeriod }) => !isInPeriod)
  return (
    <Page
      title={data.evidence.label}
      caption={`${data.programme.name}, ${data.period.label}`}
      before={
        <BackLink href={staffPaths.programme(programme, data.period.id)}>{data.programme.name}</BackLink>
      }
    >
      <Summary data={data} />
      <Table
        caption="Made of these accepted returns"
        captionSize="m"
        columns={now.some(({ settings }) => settings > 0) ? [...columns, settingsBehind] : columns}
        rows={now}
        rowKey={({ returnId }) => returnId}
        empty="No return of this period is accepted yet."
      />
      {earlier.length > 0 && (
        <Details summary={`Earlier in the year: ${earlier.length} more returns`}>
          <Table
            caption="Earlier in the year"
            captionSize="hidden"
            columns={withPeriod}
            rows={earlier}
            rowKey={({ returnId }) => returnId}
          />
        </Details>
      )}
      <CardFoot
        json={`/api/programmes/${programme}/indicators/${indicator}/provenance?period=${data.period.id}`}
      />
    </Page>
  )
}

function Summary({ data: { evidence, definition, releases } }: { data: RollUpProvenance }) {
  const base = baseWords(evidence, evidence.period)
  const once = countedOnceWords([evidence])
  return (
    <SummaryList
      rows={[
        {
          key: 'All boroughs, this period',
          value: (
            <>
              <strong>{evidence.shown}</strong>
              {base && `, ${base}`}
              {isSmall(evidence, evidence.period) && <div className="app-reason">{smallWords}</div>}
            </>
          ),
        },
        {
          key: 'Year to date',
          value: (
            <>
              {evidence.shownYearToDate}
              {evidence.since && <div className="app-reason">{sinceWords(evidence.since)}</div>}
            </>
          ),
        },
        { key: 'Put together by', value: `${rollUpWords(evidence)}${once ? `. ${once}` : ''}` },
        {
          key: 'What it counts',
          value: (
            <>
              <Link href={paths.indicator(definition.indicator)}>{definition.label}</Link>,{' '}
              {definition.indicator}, edition {definition.edition} of its definition, in force from{' '}
              {definition.effectiveFrom}
            </>
          ),
        },
        {
          key: 'Releases',
          value: releases.length === 0 ? unreleased : releases.map(({ title }) => title).join(', '),
        },
      ]}
    />
  )
}
