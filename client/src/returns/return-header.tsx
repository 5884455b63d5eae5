import type { ReturnLine } from '@inclusion/server/returns/view'
import { paths } from '../routing/paths.ts'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'

/** The way down to a page inside a return. */
export function ReturnTrail({
  view,
  below = [],
}: {
  view: Pick<ReturnLine, 'id' | 'programme' | 'authority' | 'period'>
  below?: readonly { href: string; words: string }[]
}) {
  return (
    <Breadcrumbs
      trail={[
        { href: paths.home(), words: 'Your work' },
        { href: paths.return(view.id), words: `${view.authority.name}, ${view.period.label}` },
        ...below,
      ]}
    />
  )
}
