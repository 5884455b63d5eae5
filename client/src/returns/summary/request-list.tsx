import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Comparisons } from '@inclusion/server/returns/comparisons'
import type { ReturnView } from '@inclusion/server/returns/view'
import type { QueryView } from '@inclusion/server/reviews/queries'
import { rankedBetween } from '@inclusion/shared/movements/since-last'
import { prepareInput } from '@inclusion/shared/standards/prepared-input'
import { placeName } from '@inclusion/shared/standards/words'
import { londonDate, shortDate } from '@inclusion/shared/time'
import { comparisonsQuery } from '../../reviews/queries.ts'
import { Link } from '../../ui/link.tsx'
import { Tag } from '../../ui/tag.tsx'
import { WarningText } from '../../ui/warning-text.tsx'
import { addressOf, askedWords } from '../return-news.tsx'
import { Moved } from './moved.tsx'
import { changedSince } from './request-state.ts'

/** Each thing that RMEL asked, with its answer and whether the figure was changed, and all that changed since then. */
export function RequestList({ view }: { view: ReturnView }) {
  const { data } = useSuspenseQuery(comparisonsQuery(view.id))
  const asked = view.queries.filter(({ askedOf, status }) => askedOf === 'borough' && status !== 'closed')
  const isChanged = changedSince(view, data)
  const left = asked.filter((query) => query.status === 'open' && !isChanged(query.locator)).length
  const prepared = useMemo(() => prepareInput(view.checkInput), [view.checkInput])
  return (
    <section aria-labelledby="asked-by-rmel">
      <h2 className="govuk-heading-m" id="asked-by-rmel">
        What RMEL asked
      </h2>
      <GivenBack data={data} />
      {asked.length === 0 ? (
        <p className="govuk-body">No question of RMEL is open.</p>
      ) : (
        <p className="govuk-body">{askedWords(asked)}.</p>
      )}
      {left > 0 && <WarningText>{leftWords(left, asked.length)}</WarningText>}
      {asked.map((query) => (
        <Asked
          key={query.id}
          query={query}
          name={placeName(prepared, query.locator)}
          href={addressOf(view, query.locator)}
          isChanged={isChanged(query.locator)}
        />
      ))}
      <SinceVersion view={view} data={data} />
    </section>
  )
}

const leftWords = (left: number, asked: number): string => {
  const some = left === 1 ? 'One of them has' : `${left} of them have`
  return `${asked === 1 ? 'It has' : some} neither an answer nor a change. RMEL will look for one.`
}

const on = ({ by, at }: { by: string; at: string }): string => `by ${by} on ${shortDate(londonDate(at))}`

/** Which version RMEL gave back, and what it had said of it. */
function GivenBack({ data: { accepted, reviewed } }: { data: Comparisons }) {
  if (accepted && accepted.version === reviewed?.version)
    return (
      <p className="govuk-body">
        Version {accepted.version} of this return was accepted {on(accepted)}, and opened again since. Its
        figures stand in the programme until RMEL accepts the return anew.
      </p>
    )
  if (!reviewed) return null
  return (
    <p className="govuk-body">
      Changes to version {reviewed.version} of this return were asked for {on(reviewed)}.
    </p>
  )
}

type AskedProps = { query: QueryView; name: string; href: string; isChanged: boolean }

function Asked({ query: { wants, status, messages }, name, href, isChanged }: AskedProps) {
  return (
    <div className="app-thread">
      <p>
        <strong>
          {wants === 'change' ? 'Change asked for on' : 'Question on'} <Link href={href}>{name}</Link>
        </strong>{' '}
        <Tag colour={status === 'answered' ? 'green' : 'orange'}>
          {status === 'answered' ? 'Answered' : 'Not answered'}
        </Tag>{' '}
        <Tag colour={isChanged ? 'green' : 'grey'}>{isChanged ? 'Changed' : 'Not changed'}</Tag>
      </p>
      {messages.map(({ by, at, text }) => (
        <p key={`${at} ${by}`}>
          {by}: {text}
        </p>
      ))}
    </div>
  )
}

/** What was changed of the version that RMEL gave back. */
function SinceVersion({ view, data: { reviewed, shown } }: { view: ReturnView; data: Comparisons }) {
  const since = useMemo(
    () => reviewed && rankedBetween(view.checkInput, reviewed.filing, shown),
    [view.checkInput, reviewed, shown],
  )
  if (!reviewed || !since) return null
  return (
    <section aria-labelledby="since-version" className="app-changed">
      <h3 className="govuk-heading-s" id="since-version">
        What changed since version {reviewed.version}
      </h3>
      <Moved view={view} since={since} address={(locator) => addressOf(view, locator)} />
    </section>
  )
}
