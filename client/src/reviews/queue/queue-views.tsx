import type { QueueView } from '@inclusion/server/reviews/queue/view'
import type { QueueFilter } from '@inclusion/shared/review-queue'
import { paths } from '../../routing/paths.ts'
import { Link } from '../../ui/link.tsx'
import { addressWith } from './address.ts'

const one = (count: number, singular: string, plural: string) => `${count} ${count === 1 ? singular : plural}`

/** What an evaluator asks first, one link each, and the way back to all: how many need thought, are clean, wait too long, are theirs. */
export function QueueViews({ view: { counts }, filter }: { view: QueueView; filter: QueueFilter }) {
  const views = [
    { name: 'review', value: 'thought', words: one(counts.thought, 'needs thought', 'need thought') },
    { name: 'review', value: 'clean', words: `${counts.clean} clean` },
    { name: 'over', value: 'true', words: `${counts.over} over the service level` },
    { name: 'mine', value: 'true', words: one(counts.mine, 'is yours', 'are yours') },
  ] as const
  return (
    <ul className="app-queue-views">
      {views.map(({ name, value, words }) => (
        <li key={value + name}>
          {filter[name] === value ? (
            <strong aria-current="true">{words}</strong>
          ) : (
            <Link href={addressWith(filter, { [name]: value })}>{words}</Link>
          )}
        </li>
      ))}
      {Object.keys(filter).some((name) => name !== 'page') && (
        <li>
          <Link href={paths.reviews()}>Clear all filters</Link>
        </li>
      )}
    </ul>
  )
}
