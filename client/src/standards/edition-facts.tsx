import type { EditionView } from '@inclusion/server/standards/view'
import { periodLabel } from '@inclusion/shared/periods'
import { londonDate, shortDate } from '@inclusion/shared/time'
import { SummaryList } from '../ui/summary-list.tsx'
import { EditionTag } from './edition-tag.tsx'

const onDay = (instant: string): string => shortDate(londonDate(instant))

/** How far an edition is, from when on it counts, and who had a hand in it. */
export function EditionFacts({ edition }: { edition: EditionView }) {
  const { created, proposed, approvedBy, publishedAt, summary } = edition
  return (
    <SummaryList
      rows={[
        { key: 'Status', value: <EditionTag edition={edition} /> },
        { key: 'For returns from', value: periodLabel(edition.effectiveFrom) },
        ...(summary ? [{ key: 'What it is for', value: summary }] : []),
        ...(created ? [{ key: 'Begun', value: `${created.by}, ${onDay(created.at)}` }] : []),
        ...(proposed ? [{ key: 'Proposed', value: `${proposed.by}, ${onDay(proposed.at)}` }] : []),
        ...(approvedBy && publishedAt
          ? [{ key: 'Approved and published', value: `${approvedBy}, ${onDay(publishedAt)}` }]
          : []),
      ]}
    />
  )
}
