import type { ReturnLine, ReturnView } from '@inclusion/server/returns/view'
import { longDate } from '@inclusion/shared/time'
import { paths } from '../routing/paths.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'

/** What a page of a return belongs to, above its title. */
export const returnCaption = ({
  programme,
  authority,
  period,
}: Pick<ReturnLine, 'programme' | 'authority' | 'period'>): string =>
  `${authority.name}, ${programme.name}, ${period.label}`

/** The way down to a page inside a return. */
export function ReturnTrail({
  view,
}: {
  view: Pick<ReturnLine, 'id' | 'programme' | 'authority' | 'period'>
}) {
  return (
    <Breadcrumbs
      trail={[
        { href: paths.home(), words: 'Your work' },
        { href: paths.return(view.id), words: `${view.authority.name}, ${view.period.label}` },
      ]}
    />
  )
}

export function BackToReturn({ view }: { view: Pick<ReturnView, 'id'> }) {
  return <BackLink href={paths.return(view.id)}>Back to the return</BackLink>
}

/** "Due Saturday 31 January 2026, 11 days left" or "3 days late". */
export function dueWords({ dueOn, daysLeft }: Pick<ReturnLine, 'dueOn' | 'daysLeft'>): string {
  return daysLeft === null ? longDate(dueOn) : `${longDate(dueOn)}, ${daysLeftWords(daysLeft)}`
}

export function daysLeftWords(daysLeft: number): string {
  if (daysLeft === 0) return 'today'
  return daysLeft > 0 ? `${dayWords(daysLeft)} left` : `${dayWords(-daysLeft)} late`
}

export const dayWords = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`
