import { useQuery } from '@tanstack/react-query'
import type { ClauseScore, StandardsScore } from '@inclusion/shared/standards/score'
import { staffPaths } from '../routing/staff-paths.ts'
import { Details } from '../ui/details.tsx'
import { Link } from '../ui/link.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { returnScoreQuery } from './record-queries.ts'
import { clauseStates, scoreWords, tierNames } from './score-words.ts'

/** Enough to see what it is about; all of them stand in the return. */
const reasonsShown = 4

const columns: Column<ClauseScore>[] = [
  { header: 'Clause', cell: ({ clause, name }) => `${clause}. ${name}` },
  {
    header: 'State',
    cell: ({ state }) => <Tag colour={clauseStates[state].colour}>{clauseStates[state].words}</Tag>,
  },
  { header: 'Why', cell: (clause) => <Reasons {...clause} /> },
]

/** The standards score of a return, clause by clause: as it stands, or as it was filed. */
export function ScoreList({ returnId, filed = false }: { returnId: string; filed?: boolean }) {
  const { data, isError } = useQuery(returnScoreQuery(returnId))
  if (isError) return <p className="govuk-body">The standards score could not be fetched. Try again later.</p>
  if (!data) return null
  const live = filed ? null : data.live
  const shown = live ?? data.filed
  if (!shown) return null
  const { edition, score } = shown
  const when = live ? 'as the figures stand now' : `as filed in version ${data.filed?.version ?? 1}`
  // A receipt is one page of A4: on paper the score is left to the return’s own page.
  return (
    <section className={filed ? 'govuk-!-display-none-print' : ''}>
      <h2 className="govuk-heading-m">
        Standards score
        <span className="govuk-caption-m">
          {edition}, {tierNames[data.tier].toLowerCase()}, {when}
        </span>
      </h2>
      <p className="govuk-body">{scoreWords(score, live !== null)}</p>
      <ClauseDetails {...score} />
      <p className="govuk-body">
        <Link href={staffPaths.scores()}>Scores over time</Link>
      </p>
    </section>
  )
}

function ClauseDetails({ clauses }: Pick<StandardsScore, 'clauses'>) {
  return (
    <Details summary="Each clause, and why">
      <Table
        caption="Clauses of the standard"
        captionSize="hidden"
        columns={columns}
        rows={clauses}
        rowKey={({ clause }) => clause}
      />
    </Details>
  )
}

function Reasons({ state, reasons }: ClauseScore) {
  if (state === 'met') return 'Nothing stands against it.'
  if (state === 'not-asked') return 'It asks nothing of grants in this tier.'
  const more = reasons.length - reasonsShown
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {reasons.slice(0, reasonsShown).map(({ message, answer }, position) => (
        // Two figures can be said of in the same words.
        <li key={`${position} ${message}`}>
          {message}
          {answer !== null && <p className="app-reason">{answer}</p>}
        </li>
      ))}
      {more > 0 && <li>And {more} more.</li>}
    </ul>
  )
}
