import type { ReportView } from '@inclusion/server/setting-reports/view'
import { periodMonths } from '@inclusion/shared/periods'
import { addDays, shortDate } from '@inclusion/shared/time'
import { InsetText } from '../ui/inset-text.tsx'
import type { Tally } from './counts.ts'
import { counted } from './layout-words.ts'

/** Days of the period that the files say nothing of: the counts would be short, and look whole. */
export function WeeksWithoutNote({ tally: { weeksWithout } }: { tally: Tally }) {
  if (weeksWithout.length === 0) return null
  const spans = weeksWithout.map(
    ({ startsOn, endsBefore }) => `${shortDate(startsOn)} to ${shortDate(addDays(endsBefore, -1))}`,
  )
  return (
    <InsetText>
      No mark of anybody: {spans.join('; ')}. If the setting was open then, drop the register of those days
      too. Without it the counts are short.
    </InsetText>
  )
}

/** Marks that no count takes, because of their dates; and marks given twice alike. */
export function OutsideNote({ view, tally }: { view: ReportView; tally: Tally }) {
  const { before, after, repeated } = tally
  const outside = [
    before > 0 && `${counted(before, 'mark')} before`,
    after > 0 && `${counted(after, 'mark')} after`,
  ].filter(Boolean)
  if (outside.length === 0 && repeated === 0) return null
  return (
    <InsetText>
      {outside.length > 0 && (
        <>
          Left out because of their dates, which lie neither in the period nor in a baseline:{' '}
          {outside.join(' and ')} {periodMonths(view.period.id)}.{' '}
        </>
      )}
      {repeated > 0 && `${counted(repeated, 'mark')} given twice alike: counted once.`}
    </InsetText>
  )
}
