import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { paths } from '../routing/paths.ts'
import { sessionQuery } from '../shell/session.ts'
import { BackLink } from '../ui/back-link.tsx'
import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'
import { AttendanceChart } from './attendance-chart.tsx'
import { attendanceOf } from './attendance-series.ts'
import { ComparatorTable } from './comparator-table.tsx'
import { Completeness } from './completeness.tsx'
import { IndicatorTables } from './indicator-tables.tsx'
import { Meetings } from './meetings.tsx'
import { PeriodPicker } from './period-picker.tsx'
import { programmeQuery } from './queries.ts'

export function ProgrammePage() {
  const { code = '' } = useParams({ strict: false })
  const { period }: { period?: string } = useSearch({ strict: false })
  // The period before stays on the page, and the focus where it is, until the next one has come.
  const { data } = useSuspenseQuery(programmeQuery(code, useDeferredValue(period)))
  const { data: session } = useQuery(sessionQuery)
  const attendance = attendanceOf(data.indicators)
  const invented = session?.demonstration ?? false
  return (
    <Page
      title={data.programme.name}
      caption={data.period.label}
      before={<BackLink href={paths.programmes()}>All programmes</BackLink>}
    >
      <PeriodPicker {...data} />
      <output className="govuk-visually-hidden">{data.period.label}</output>
      <InsetText>
        The KPIs are the reference edition of the framework: the VRU’s own list is not published, and RMEL can
        replace any part of it.
        {invented && ' In this demonstration the figures of boroughs are invented.'}
        {invented && data.comparators.length > 0 && ' Those of the Department for Education are real.'}
      </InsetText>
      <h2 className="govuk-heading-m">Who is in</h2>
      <Completeness completeness={data.completeness} />
      {attendance && (
        <>
          <h2 className="govuk-heading-m">Attendance</h2>
          <AttendanceChart
            attendance={attendance}
            source={`accepted returns of the boroughs${invented ? ' (invented figures)' : ''}`}
          />
          <ComparatorTable comparators={data.comparators} />
        </>
      )}
      <h2 className="govuk-heading-m">KPIs</h2>
      <p className="govuk-body govuk-!-width-two-thirds">
        All boroughs that have accepted figures, together. A rate is the sum of its counts over boroughs,
        never a mean of rates. Profile and rating are of the boroughs that are in for this period: for a sum,
        their year to date; for every other measure, this period. “No rating” means that nothing was due or
        came, no profile is set, too few people stand behind the figure, or neither more nor less of it is
        better.
      </p>
      <IndicatorTables view={data} />
      <Meetings programme={code} mayRecord={session?.capabilities.includes('learning.record') ?? false} />
    </Page>
  )
}
