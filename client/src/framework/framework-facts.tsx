import type { FrameworkView } from '@inclusion/server/framework/view'
import { addDays, shortDate } from '@inclusion/shared/time'
import { SummaryList } from '../ui/summary-list.tsx'

export const calendarNames = {
  'financial-quarters': 'Quarters of the financial year: April to June, July to September and so on',
  'school-terms': 'School terms: autumn, spring and summer',
} as const

/** What a programme is: its dates, its calendar and how many boroughs have a grant. */
export function FrameworkFacts({ view: { programme, grants, definitions } }: { view: FrameworkView }) {
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
        { key: 'Figures asked', value: String(definitions.length) },
        {
          key: 'Settings',
          value: programme.settingsReport ? 'Report their own attendance' : 'Do not report',
        },
      ]}
    />
  )
}
