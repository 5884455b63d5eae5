import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReportLine, ReturnView } from '@inclusion/server/returns/view'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { figureLocator } from '@inclusion/shared/locators'
import { useRouteParam } from '../routing/use-route-param.ts'
import { FigureLink } from '../provenance/figure-link.tsx'
import { paths } from '../routing/paths.ts'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { figureWords, lastPeriod, levelWords, together } from '@inclusion/shared/figure-words'
import { returnQuery } from './queries.ts'
import { ReturnTrail } from './return-header.tsx'
import { returnCaption } from './return-words.ts'
import { sectionsOf } from './sections.ts'
import { sessionQuery } from '../shell/session.ts'
import { RemindAll } from './remind-heads.tsx'
import { openQuestions } from './report-line.ts'
import { SettingLine } from './setting-line.tsx'
import { SettingsStanding } from './settings-standing.tsx'

export function ReturnSettingsPage() {
  const { data: view } = useSuspenseQuery(returnQuery(useRouteParam('returnId')))
  const { data: session } = useSuspenseQuery(sessionQuery)
  const { reports, checkInput } = view
  const questions = openQuestions(view)
  const signed = reports.filter(({ status }) => status === 'signed-off').length
  const measured = checkInput.asked.filter(({ collectedFrom }) => collectedFrom === 'setting')
  return (
    <Page title="Reports of your settings" caption={returnCaption(view)} before={<ReturnTrail view={view} />}>
      {reports.length === 0 && <NoSettings view={view} />}
      {reports.length > 0 && (
        <p className="govuk-body">
          {signed} of {reports.length} signed off. The head of each setting reports its figures; where a
          setting has no head in this service, you enter them.{questions && ` ${questions}.`}
        </p>
      )}
      {reports.length > 0 && <SettingsStanding view={view} />}
      <RemindAll view={view} />
      {reports.map((report) => (
        <SettingLine key={report.urn} view={view} report={report} me={session?.name ?? ''} />
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
      {reports.length > 0 && <InNoSetting view={view} />}
      <p className="govuk-hint">
        Together means the sum of the counts over the sum of what they are out of: rates are never averaged.
      </p>
    </Page>
  )
}

/** What a borough gives itself: it has no setting, or has young people outside of them. */
const ownOf = ({ checkInput }: ReturnView) =>
  sectionsOf(checkInput.asked).flatMap(({ slug, name, definitions }) =>
    definitions.some(({ alsoFromAuthority }) => alsoFromAuthority) ? [{ slug, name }] : [],
  )

function NoSettings({ view }: { view: ReturnView }) {
  return (
    <>
      <p className="govuk-body">
        No setting takes part in this grant, so no head reports for {view.authority.name} this time. Their
        attendance is asked of you instead.
      </p>
      <OwnLinks view={view} words="Give it in" />
      <p className="govuk-body">
        If a setting does serve your young people in the programme, ask the VRU team to record that.
      </p>
    </>
  )
}

function InNoSetting({ view }: { view: ReturnView }) {
  return (
    <OwnLinks
      view={view}
      words="Young people of the programme in no setting: you can give their attendance yourself, and it is added to the settings’ once. Give it in"
    />
  )
}

function OwnLinks({ view, words }: { view: ReturnView; words: string }) {
  return ownOf(view).map(({ slug, name }) => (
    <p key={slug} className="govuk-body">
      {words} <Link href={paths.returnSection(view.id, slug)}>{name}</Link>.
    </p>
  ))
}

/** One column a setting, one for all of them together, and the last period's together to hold it against. */
function columnsOf(
  { id: returnId, checkInput }: ReturnView,
  reports: readonly ReportLine[],
): Column<IndicatorDefinition>[] {
  const last = lastPeriod(checkInput)
  return [
    { header: 'Measure', cell: ({ label }) => label },
    ...reports.map(({ urn, name }): Column<IndicatorDefinition> => ({
      header: name,
      cell: (definition) => {
        const locator = figureLocator(definition.indicator, { urn })
        return (
          <FigureLink {...{ returnId, locator }} name={`${definition.label}, ${name}`}>
            {figureWords(definition, checkInput.figures[locator]) ?? 'Not given yet'}
          </FigureLink>
        )
      },
      numeric: true,
    })),
    {
      header: 'Together',
      cell: (definition) => (
        <FigureLink {...{ returnId, locator: definition.indicator, name: definition.label }}>
          <strong>{figureWords(definition, together(definition, checkInput.figures)) ?? 'None yet'}</strong>
        </FigureLink>
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
