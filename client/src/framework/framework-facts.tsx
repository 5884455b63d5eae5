import type { FrameworkView } from '@inclusion/server/framework/view'
import { addDays, shortDate } from '@inclusion/shared/time'
import { SummaryList } from '../ui/summary-list.tsx'

export const calendarNames = {
  'financial-quarters': 'Quarters of the financial year: April to June, July to September and so on',
  'school-terms': 'School terms: autumn, spring and summer',
} as const

const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' })

/** "PCD 1769: £175,000.00 in 2025-26", in the order of the years. */
const fundingLines = (funding: FrameworkView['funding']): string[] =>
  funding.map(
    ({ decision, financialYear, pence }) => `${decision}: ${pounds.format(pence / 100)} in ${financialYear}`,
  )

/** What a programme is: its dates, its calendar and how many boroughs have a grant. */
export function FrameworkFacts({
  view: { programme, grants, definitions, funding },
}: {
  view: FrameworkView
}) {
  const active = grants.filter(({ status }) => status === 'active')
  return (
    <SummaryList
      rows={[
        {
          key: 'Runs',
          value: `${shortDate(programme.startsOn)} to ${shortDate(addDays(programme.endsBefore, -1))}`,
        },
        { key: 'Returns by', value: calendarNames[programme.calendar] },
        { key: 'Boroughs with a grant', value: String(active.length) },
        {
          key: 'Paid by',
          value: fundingLines(funding).join('; ') || 'No decision is on record',
        },
        { key: 'Figures asked', value: String(definitions.length) },
        {
          key: 'Settings',
          value: programme.settingsReport ? 'Report their own attendance' : 'Do not report',
        },
      ]}
    />
  )
}
