import type { QueueView } from '@inclusion/server/reviews/queue/view'
import type { QueueFilter } from '@inclusion/shared/review-queue'
import { Link } from '../../ui/link.tsx'
import { addressWith } from './address.ts'

/** What an evaluator asks first, one link each: how many need thought, are clean, wait too long, are theirs. */
export function QueueViews({ view: { counts }, filter }: { view: QueueView; filter: QueueFilter }) {
  const links = [
    { words: `${counts.thought} ${counts.thought === 1 ? 'needs' : 'need'} thought`, change: { review: 'thought' } },
    { words: `${counts.clean} clean`, change: { review: 'clean' } },
    { words: `${counts.over} over the service level`, change: { over: 'true' } },
    { words: `${counts.mine} ${counts.mine === 1 ? 'is' : 'are'} yours`, change: { mine: 'true' } },
  ]
  return (
    <ul className="app-queue-views">
      {links.map(({ words, change }) => (
        <li key={words}>
          <Link href={addressWith(filter, change)}>{words}</Link>
        </li>
      ))}
    </ul>
  )
}
