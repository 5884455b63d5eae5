import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { ReturnView } from '@inclusion/server/returns/view'
import { rankedBetween, type SinceLast } from '@inclusion/shared/movements/since-last'
import { largeOf } from '@inclusion/shared/movements/size'
import { Moved } from '../returns/summary/moved.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { InsetText } from '../ui/inset-text.tsx'
import { Link } from '../ui/link.tsx'
import { cardId, indicatorOf } from './asking.ts'
import { againstOf, comparable, noneWords, sidesOf, sinceWords, type Against } from './changes-words.ts'
import { comparisonsQuery } from './queries.ts'

/** What a review opens on: what changed, against whichever earlier filing the address says, each with its cause. */
export function Changes({ view }: { view: ReturnView }) {
  const { data } = useSuspenseQuery(comparisonsQuery(view.id))
  const { against: wanted }: { against?: string } = useSearch({ strict: false })
  const against = againstOf(data, wanted)
  const since = useMemo(() => {
    const sides = sidesOf(data, against)
    return sides && rankedBetween(view.checkInput, sides.before, sides.after)
  }, [data, against, view.checkInput])
  const large = useMemo(() => since && largeBetween(since, view.checkInput.asked), [since, view.checkInput])
  return (
    <section aria-labelledby="what-changed" className="app-changed">
      <h2 className="govuk-heading-m" id="what-changed">
        What changed since {sinceWords(data, against)}
      </h2>
      <nav aria-label="What to compare with">
        <ul className="app-queue-views">
          {comparable.map((each) => (
            <Choice
              key={each}
              view={view}
              of={each}
              isChosen={each === against}
              words={sinceWords(data, each)}
            />
          ))}
        </ul>
      </nav>
      {since ? (
        <Moved
          view={view}
          since={since}
          address={(locator) => `#${cardId(indicatorOf(locator) ?? '')}`}
          {...(large && { large })}
          withEffects
        />
      ) : (
        <InsetText>{noneWords[against]}</InsetText>
      )}
    </section>
  )
}

/** Between two versions of one period nothing is usual: whatever was changed stands out. */
const largeBetween = (since: SinceLast, asked: ReturnView['checkInput']['asked']) =>
  since.before.periodId === since.after.periodId
    ? null
    : new Set(largeOf(since, asked).map(({ movement }) => movement.locator))

type ChoiceProps = { view: ReturnView; of: Against; isChosen: boolean; words: string }

function Choice({ view, of, isChosen, words }: ChoiceProps) {
  return (
    <li>
      {isChosen ? (
        <strong aria-current="true">Since {words}</strong>
      ) : (
        <Link href={staffPaths.reviewAgainst(view.id, of)}>Since {words}</Link>
      )}
    </li>
  )
}
