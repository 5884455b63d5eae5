import type { ReturnView } from '@inclusion/server/returns/view'
import { figureLocator } from '@inclusion/shared/locators'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { asksIn } from '@inclusion/shared/framework/tiers'
import { Table, type Column } from '../../ui/table.tsx'
import { changeWords, figureWords, lastPeriod, levelWords, together } from '../figure-words.ts'
import type { Section } from '../sections.ts'

type Row = {
  key: string
  words: string
  definition: IndicatorDefinition
  isTotal: boolean
  now: Numbers
  before: Numbers
}
type Numbers = Parameters<typeof figureWords>[1]

const columns: Column<Row>[] = [
  {
    header: 'Measure',
    cell: ({ words, isTotal }) => (isTotal ? words : <span className="app-indent">{words}</span>),
  },
  {
    header: 'This period',
    cell: ({ definition, now }) => figureWords(definition, now) ?? <em>Not given</em>,
    numeric: true,
  },
  {
    header: 'Last period',
    cell: ({ definition, before }) => levelWords(definition, before) ?? '–',
    numeric: true,
  },
  {
    header: 'Change',
    cell: ({ definition, before, now }) => changeWords(definition.measure, before, now) ?? '–',
    numeric: true,
  },
]

/** The figures of one section as they will be filed, beside last period's. */
export function FigureTable({ view, section }: { view: ReturnView; section: Section }) {
  const rows = section.definitions
    .filter(({ measure }) => measure !== 'text')
    .flatMap((each) => rowsOf(view, each))
  if (rows.length === 0) return null
  return (
    <Table
      caption={section.name}
      captionSize="hidden"
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
    />
  )
}

function rowsOf({ checkInput }: ReturnView, definition: IndicatorDefinition): Row[] {
  const { figures, tier } = checkInput
  const before = lastPeriod(checkInput)?.figures ?? {}
  const { indicator, label, disaggregations } = definition
  const locator = figureLocator(indicator)
  const isTogether = definition.collectedFrom === 'setting'
  const total: Row = {
    key: indicator,
    words: label,
    definition,
    isTotal: true,
    now: isTogether ? together(definition, figures) : figures[locator],
    before: isTogether ? together(definition, before) : before[locator],
  }
  const categories = disaggregations
    .filter(({ askedFrom }) => asksIn(askedFrom, tier))
    .flatMap(({ dimension, categories: all, label: breakdown }) =>
      all.map((category): Row => {
        const at = figureLocator(indicator, { dimension, category: category.code })
        const words = `${breakdown}: ${category.label}`
        return { key: at, words, definition, isTotal: false, now: figures[at], before: before[at] }
      }),
    )
  return [total, ...categories.filter(({ now }) => now !== undefined)]
}
