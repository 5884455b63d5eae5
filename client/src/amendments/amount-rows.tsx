import { showNumber } from '@inclusion/shared/figures'
import type { TierThreshold } from '@inclusion/shared/framework/tiers'
import { tierLabels } from '../standards/severity-names.ts'
import { tierFrom, type AwardRow, type DraftedAmounts } from './drafted-amounts.ts'
import { awardField } from './fault-places.ts'
import { boroughRow } from './number-sheet.ts'
import { NumberTable } from './number-table.tsx'

type AmountRowsProps = {
  rows: readonly AwardRow[]
  years: readonly string[]
  thresholds: readonly TierThreshold[]
  draft: DraftedAmounts
  errorOf: (field: string) => string | undefined
  onChange: (draft: DraftedAmounts) => void
}

/** A line for each borough: its amount in each year, and its tier as it follows. */
export function AmountRows({ rows, years, thresholds, draft, errorOf, onChange }: AmountRowsProps) {
  const byCode = new Map(rows.map((row) => [row.gssCode, row]))
  const closedOf = (gssCode: string, year: string): string | null => {
    const known = byCode.get(gssCode)?.known.find(({ financialYear }) => financialYear === year)
    return known?.pence == null ? null : showNumber(known.pence, 'money')
  }
  return (
    <NumberTable
      caption="Each borough"
      rowHeader="Borough"
      rows={rows.map(boroughRow)}
      columns={years.map((year) => ({
        key: year,
        header: year,
        names: [year.replace('-', '/'), `20${year.slice(2, 4)}/20${year.slice(5)}`],
      }))}
      idOf={awardField}
      {...{ closedOf, errorOf }}
      prefix="£"
      numbers={draft.pounds}
      onChange={(pounds) => onChange({ ...draft, pounds })}
      last={{
        header: 'Tier',
        wordsOf: ({ key }) => tierLabels[tierFrom(byCode.get(key)!, draft, { years, thresholds })],
      }}
    />
  )
}
