import type { ReturnView } from '@inclusion/server/returns/view'
import { figureLocator } from '@inclusion/shared/locators'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { asksIn } from '@inclusion/shared/framework/tiers'
import { Details } from '../../ui/details.tsx'
import { Table, type Column } from '../../ui/table.tsx'
import { changeWords, coverageWords, figureWords, lastPeriod, together } from '@inclusion/shared/figure-words'
import { FigureLink } from '../../provenance/figure-link.tsx'
import { Link } from '../../ui/link.tsx'
import { copiedWords, prefillLines } from '../prefilled.ts'
import { QuestionFigure } from '../question-figure.tsx'
import { addressOf } from '../return-news.tsx'
import type { Section } from '../sections.ts'

type Row = {
  returnId: string
  /** Its locator. */
  key: string
  words: string
  /** Where it is filled in. */
  address: string
  definition: IndicatorDefinition
  now: Numbers
  before: Numbers
  /** What was typed and cannot be read as a figure. */
  unread: string
  /** Which settings it is of, while not all have reported. */
  coverage: string | null
  /** Where it comes from, of a figure that nobody types here. */
  sources: readonly string[]
  question: React.ReactNode
}
type Numbers = Parameters<typeof figureWords>[1]

const columns: Column<Row>[] = [
  {
    header: 'Measure',
    cell: ({ words, address, sources, question }) => (
      <>
        <Link href={address}>{words}</Link>
        {sources.map((source) => (
          <div key={source} className="app-reason">
            {source}
          </div>
        ))}
        {question}
      </>
    ),
  },
  {
    header: 'This period',
    cell: ({ returnId, key, words, definition, now, unread, coverage }) => (
      <>
        <FigureLink {...{ returnId, locator: key, name: words }}>
          {figureWords(definition, now) ?? <em>{unread ? `${unread}: cannot be read` : 'Not given'}</em>}
        </FigureLink>
        {coverage && <div className="govuk-hint govuk-!-margin-bottom-0">{coverage}</div>}
      </>
    ),
    numeric: true,
  },
  {
    header: 'Last period',
    cell: ({ definition, before }) => figureWords(definition, before) ?? '–',
    numeric: true,
  },
  {
    header: 'Change',
    cell: ({ definition, before, now, coverage }) =>
      (coverage === null && changeWords(definition.measure, before, now)) || '–',
    numeric: true,
  },
]

/** The figures of one section as they will be filed, beside last period's; breakdowns folded away beneath. */
export function FigureTable({ view, section }: { view: ReturnView; section: Section }) {
  const numbers = section.definitions.filter(({ measure }) => measure !== 'text')
  const breakdowns = numbers.flatMap((definition) => categoryRows(view, definition))
  if (numbers.length === 0) return null
  return (
    <>
      <Rows caption={section.name} rows={numbers.map((definition) => totalRow(view, definition))} />
      {breakdowns.length > 0 && (
        <Details summary={`Breakdowns: ${breakdowns.length} figures`}>
          <Rows caption={`${section.name}, broken down`} rows={breakdowns} />
        </Details>
      )}
    </>
  )
}

function Rows({ caption, rows }: { caption: string; rows: readonly Row[] }) {
  return (
    <Table caption={caption} captionSize="hidden" columns={columns} rows={rows} rowKey={({ key }) => key} />
  )
}

function totalRow(view: ReturnView, definition: IndicatorDefinition): Row {
  const { checkInput, reports } = view
  const { figures } = checkInput
  const before = lastPeriod(checkInput)?.figures ?? {}
  const { indicator, label } = definition
  const locator = figureLocator(indicator)
  const isTogether = definition.collectedFrom === 'setting'
  return {
    returnId: view.id,
    key: indicator,
    words: label,
    address: addressOf(view, indicator),
    definition,
    now: isTogether ? together(definition, figures) : figures[locator],
    before: isTogether ? together(definition, before) : before[locator],
    unread: unreadAt(view, locator),
    coverage: coverageWords(definition, reports),
    sources: prefillLines(view, definition),
    question: <Question view={view} definition={definition} />,
  }
}

/** '"12a"', as it was typed. */
const unreadAt = ({ checkInput }: ReturnView, at: string): string =>
  checkInput.drafts
    .filter(({ locator }) => locator === at)
    .map(({ entered }) => `"${entered}"`)
    .join(' and ')

function Question({ view, definition }: { view: ReturnView; definition: IndicatorDefinition }) {
  return (
    <div className="app-reason app-screen-only">
      <QuestionFigure view={view} definition={definition} />
    </div>
  )
}

function categoryRows(view: ReturnView, definition: IndicatorDefinition): Row[] {
  const { checkInput } = view
  const { figures, tier } = checkInput
  const before = lastPeriod(checkInput)?.figures ?? {}
  const { indicator, label, disaggregations } = definition
  return disaggregations
    .filter(({ askedFrom }) => asksIn(askedFrom, tier))
    .flatMap(({ dimension, categories, label: breakdown }) =>
      categories.map((category): Row => {
        const key = figureLocator(indicator, { dimension, category: category.code })
        const words = `${label}. ${breakdown}: ${category.label}`
        const copied = copiedWords(view, key)
        const unread = unreadAt(view, key)
        const given = { now: figures[key], before: before[key], unread, coverage: null }
        const sources = copied === null ? [] : [copied]
        return {
          returnId: view.id,
          key,
          words,
          definition,
          ...given,
          address: addressOf(view, key),
          sources,
          question: null,
        }
      }),
    )
    .filter(({ now, unread }) => now !== undefined || unread)
}
