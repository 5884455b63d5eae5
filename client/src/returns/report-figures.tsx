import { useState } from 'react'
import type { ReportLine, ReturnView } from '@inclusion/server/returns/view'
import { smallCohortWords } from '@inclusion/shared/attendance/small-cohort'
import { figureLocator, type Locator } from '@inclusion/shared/locators'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { FigureLink } from '../provenance/figure-link.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { AskSetting } from './ask-setting.tsx'
import { isOfFew, sourceWords } from './figure-source.ts'
import { figureWords } from '@inclusion/shared/figure-words'
import { isLead } from './report-line.ts'

type ReportFiguresProps = { view: ReturnView; report: ReportLine; me: string }

/** The figures of one signed report, where each comes from, and a way to ask its head about one. */
export function ReportFigures({ view, report, me }: ReportFiguresProps) {
  const { urn, name, hasHead } = report
  const [asking, setAsking] = useState<Locator | null>(null)
  const measured = view.checkInput.asked.filter(({ collectedFrom }) => collectedFrom === 'setting')
  const mayAsk = isLead(view) && hasHead && view.status !== 'accepted'
  const ask = mayAsk ? (indicator: string) => setAsking(figureLocator(indicator, { urn })) : null
  const asked = measured.find(({ indicator }) => figureLocator(indicator, { urn }) === asking)
  return (
    <>
      <Table
        caption={`Figures of ${name}`}
        captionSize="hidden"
        columns={columnsOf({ view, urn, me }, ask)}
        rows={measured}
        rowKey={({ indicator }) => indicator}
      />
      {asking && asked && (
        <AskSetting
          key={asking}
          {...{ returnId: view.id, locator: asking, figure: asked.label, setting: name }}
          onDone={() => setAsking((now) => (now === asking ? null : now))}
        />
      )}
    </>
  )
}

type Place = { view: ReturnView; urn: string; me: string }
type Ask = ((indicator: string) => void) | null

const columnsOf = (place: Place, ask: Ask): Column<IndicatorDefinition>[] => [
  { header: 'Measure', cell: ({ label }) => label },
  {
    header: 'Figure, and where it comes from',
    cell: (definition) => <Given {...place} definition={definition} />,
  },
  ...(ask ? [{ header: 'Question', cell: askCell(ask) }] : []),
]

const askCell = (ask: NonNullable<Ask>) =>
  function AskCell({ indicator, label }: IndicatorDefinition) {
    return (
      <button type="button" className="app-link-button" onClick={() => ask(indicator)}>
        Ask about it<span className="govuk-visually-hidden">: {label}</span>
      </button>
    )
  }

type GivenProps = Place & { definition: IndicatorDefinition }

/** A figure in words, its source, and, of a few pupils, who sees it. */
function Given({ view, definition, urn, me }: GivenProps) {
  const words = figureWords(definition, view.checkInput.figures[figureLocator(definition.indicator, { urn })])
  return (
    <>
      <FigureLink
        returnId={view.id}
        locator={figureLocator(definition.indicator, { urn })}
        name={definition.label}
      >
        {words ?? 'Not given'}
      </FigureLink>
      <div className="app-reason app-source">{sourceWords(view, definition, urn, me)}</div>
      {isOfFew(view, definition, urn) && <div className="app-reason app-source">{smallCohortWords}</div>}
    </>
  )
}
