import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReportLine, ReturnView } from '@inclusion/server/returns/view'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { figureLocator } from '@inclusion/shared/locators'
import { useRouteParam } from '../routing/use-route-param.ts'
import { Page } from '../ui/page.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { figureWords, lastPeriod, levelWords, together } from './figure-words.ts'
import { returnQuery } from './queries.ts'
import { ReturnTrail } from './return-header.tsx'
import { returnCaption } from './return-words.ts'
import { SettingLine } from './setting-line.tsx'

export function ReturnSettingsPage() {
  const { data: view } = useSuspenseQuery(returnQuery(useRouteParam('returnId')))
  const { reports, checkInput } = view
  const signed = reports.filter(({ status }) => status === 'signed-off').length
  const measured = checkInput.asked.filter(({ collectedFrom }) => collectedFrom === 'setting')
  return (
    <Page title="Reports of your settings" caption={returnCaption(view)} before={<ReturnTrail view={view} />}>
      <p className="govuk-body">
        {signed} of {reports.length} signed off. The head of each setting reports its figures; where a setting
        has no head in this service, you enter them.
      </p>
      {reports.map((report) => (
        <SettingLine key={report.urn} view={view} report={report} />
      ))}
      {reports.length > 0 && (
        <Table
          caption="Their figures, and all settings together"
          captionSize="m"
          columns={columnsOf(view, reports)}
          rows={measured}
          rowKey={({ indicator }) => indicator}
        />
      )}
      <p className="govuk-hint">
        Together means the sum of the counts over the sum of what they are out of: rates are never averaged.
      </p>
    </Page>
  )
}

/** One column a setting, one for all of them together, and the last period's together to hold it against. */
function columnsOf(
  { checkInput }: ReturnView,
  reports: readonly ReportLine[],
): Column<IndicatorDefinition>[] {
  const last = lastPeriod(checkInput)
  return [
    { header: 'Measure', cell: ({ label }) => label },
    ...reports.map(({ urn, name }): Column<IndicatorDefinition> => ({
      header: name,
      cell: (definition) =>
        figureWords(definition, checkInput.figures[figureLocator(definition.indicator, { urn })]) ??
        'Not given yet',
      numeric: true,
    })),
    {
      header: 'Together',
      cell: (definition) => (
        <strong>{figureWords(definition, together(definition, checkInput.figures)) ?? 'None yet'}</strong>
      ),
      numeric: true,
    },
    {
      header: 'Last period, together',
      cell: (definition) =>
        last ? (levelWords(definition, together(definition, last.figures)) ?? 'None') : 'None',
      numeric: true,
    },
  ]
}
