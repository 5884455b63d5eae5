/** Accepted figures and their roll-up: what every page reads, written in the transaction that accepts. */
import { upsertRows } from '@inclusion/db/insert-rows'
import type { Trx } from '@inclusion/db/open'
import type { Figure, Figures } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { readLocator, type FigureLocator } from '@inclusion/shared/locators'
import { overPlaces } from '@inclusion/shared/roll-up'
import { definitionsOf } from '../framework/store.ts'
import { acceptedShape } from '../returns/row-shapes.ts'
import type { ReturnHead } from '../returns/store.ts'
import type { StoredVersion } from '../returns/versions.ts'

/** Replaces the accepted figures of a return, and its roll-up rows, by those of a version. */
export async function acceptFigures(
  trx: Trx,
  head: ReturnHead,
  { version, content }: StoredVersion,
): Promise<void> {
  const definitions = await definitionsOf(trx, head.id)
  await trx.deleteFrom('accepted_points').where('returnId', '=', head.id).execute()
  await upsertRows(trx, 'accepted_points', pointsOf(head.id, version, content.figures), acceptedShape)
  await trx
    .deleteFrom('roll_ups')
    .where('programme', '=', head.programme)
    .where('periodId', '=', head.periodId)
    .where('gssCode', '=', head.gssCode)
    .execute()
  const rolled = rollUpsOf(head, definitions, content.figures).map((row) => ({ ...row, version }))
  await upsertRows(trx, 'roll_ups', rolled, {
    columns: {
      programme: 'text',
      indicator: 'text',
      category: 'text',
      periodId: 'text',
      gssCode: 'text',
      value: 'number',
      numerator: 'number',
      denominator: 'number',
      people: 'number',
      settings: 'number',
      version: 'number',
    },
    key: ['programme', 'indicator', 'category', 'periodId', 'gssCode'],
  })
}

function pointsOf(returnId: string, version: number, figures: Figures) {
  return Object.entries(figures).map(([locator, figure]) => {
    const { indicator, urn, dimension, category } = readLocator(locator) as FigureLocator
    const { value, numerator, denominator, people, text, missing } = figure
    const place = { indicator, urn, category: dimension ? `${dimension}:${category}` : null }
    return { returnId, locator, ...place, value, numerator, denominator, people, text, missing, version }
  })
}

/** Whether a figure adds to the total: a number, or both halves of a pair. One that is not available adds nothing. */
const givesNumbers = ({ value, numerator, denominator }: Figure): boolean =>
  value !== null || (numerator !== null && denominator !== null)

/** One row for each indicator and category: the authority's own figure and its settings', together. */
export function rollUpsOf(
  { programme, periodId, gssCode }: Pick<ReturnHead, 'programme' | 'periodId' | 'gssCode'>,
  definitions: readonly IndicatorDefinition[],
  figures: Figures,
) {
  const groups = new Map<
    string,
    { indicator: string; category: string; figures: Figure[]; settings: number }
  >()
  for (const [locator, figure] of Object.entries(figures)) {
    const place = readLocator(locator) as FigureLocator
    const category = place.dimension ? `${place.dimension}:${place.category}` : ''
    const key = `${place.indicator} ${category}`
    const group = groups.get(key) ?? { indicator: place.indicator, category, figures: [], settings: 0 }
    group.figures.push(figure)
    if (place.urn !== null && givesNumbers(figure)) group.settings++
    groups.set(key, group)
  }
  return [...groups.values()].flatMap(({ indicator, category, figures: places, settings }) => {
    const definition = definitions.find((candidate) => candidate.indicator === indicator)
    if (!definition || definition.measure === 'text') return []
    const { value, numerator, denominator, people } = overPlaces(definition, places)
    if (value === null && denominator === null) return []
    return [
      { programme, indicator, category, periodId, gssCode, value, numerator, denominator, people, settings },
    ]
  })
}
