import { useQuery } from '@tanstack/react-query'
import type { BackTestView } from '@inclusion/server/standards/back-test-view'
import type { EditionView } from '@inclusion/server/standards/view'
import { testedReturnsQuery } from './queries.ts'
import { TestedFilter } from './tested-filter.tsx'
import { TestedReturnCard } from './tested-return-card.tsx'

type Of = { check?: string; authority?: string }
type TestedReturnsProps = { edition: EditionView; backTest: BackTestView; of: Of }

/** The returns behind the numbers, with what was said in each: of one check, one authority, or what differs. */
export function TestedReturns({ edition, backTest, of }: TestedReturnsProps) {
  const { data } = useQuery(testedReturnsQuery(backTest.id, of))
  return (
    <section id="returns">
      <h2 className="govuk-heading-m">Returns</h2>
      <TestedFilter edition={edition} backTest={backTest} of={of} />
      <output className="app-progress">
        <p className="govuk-body">{data ? countWords(data, of) : 'Looking…'}</p>
      </output>
      {data?.returns.map((tested) => (
        <TestedReturnCard key={tested.returnId} tested={tested} />
      ))}
    </section>
  )
}

function countWords({ returns, more }: { returns: readonly unknown[]; more: number }, { check }: Of): string {
  const count = returns.length + more
  const what = check ? `in which check ${check} fires in either edition` : 'in which the editions differ'
  const shown = more > 0 ? ` The latest ${returns.length} are shown.` : ''
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'return' : 'returns'} ${what}.${shown}`
}
