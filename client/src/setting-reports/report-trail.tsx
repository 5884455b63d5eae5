import type { ReportView } from '@inclusion/server/setting-reports/view'
import { paths } from '../routing/paths.ts'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'

/** The way back: a head's own reports, or the return that the report belongs to. */
export function ReportTrail({ view: { returnId, authority, period, onBehalf } }: { view: ReportView }) {
  const home = { href: paths.home(), words: 'Your work' }
  const trail = onBehalf
    ? [
        home,
        { href: paths.return(returnId), words: `${authority}, ${period.label}` },
        { href: paths.returnSettings(returnId), words: 'Reports of your settings' },
      ]
    : [home, { href: paths.settingReports(), words: 'Reports of your settings' }]
  return <Breadcrumbs trail={trail} />
}
