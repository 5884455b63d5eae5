/** The columns of a grid: only those that something in it has. */
import { isPair, type IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { partsOf } from '@inclusion/shared/figure-changes'
import { periodOf, type PeriodId } from '@inclusion/shared/periods'
import type { Grid } from './grid-context.ts'

export type ColumnName = 'figure' | 'denominator' | 'people' | 'rate' | 'last' | 'baseline' | 'profile'

export type GridColumn = { name: ColumnName; header: string }

export function columnsOf(
  definitions: readonly IndicatorDefinition[],
  { periodId, baselines, profile, urn }: { periodId: PeriodId } & Pick<Grid, 'baselines' | 'profile' | 'urn'>,
): GridColumn[] {
  const pairs = definitions.some(({ measure }) => isPair(measure))
  const people = definitions.some((definition) => partsOf(definition).includes('people'))
  const isHere = (code: string) => definitions.some(({ indicator }) => indicator === code)
  const columns: [ColumnName, string, boolean][] = [
    ['figure', 'Figure', true],
    ['denominator', 'Out of', pairs],
    ['people', 'People', people],
    ['rate', 'Rate', pairs],
    ['last', periodOf(periodId).calendar === 'financial-quarters' ? 'Last quarter' : 'Last term', true],
    // Those of its settings stand in their reports.
    ['baseline', 'Baseline', baselines.some((of) => of.urn === urn && isHere(of.indicator))],
    ['profile', 'Profile', Object.keys(profile).some(isHere)],
  ]
  return columns.flatMap(([name, header, shown]) => (shown ? [{ name, header }] : []))
}
