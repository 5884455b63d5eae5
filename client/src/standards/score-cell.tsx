import { useQuery } from '@tanstack/react-query'
import type { ScoreCell } from '@inclusion/server/standards/scores'
import { paths } from '../routing/paths.ts'
import { sessionQuery } from '../shell/session.ts'
import { Link } from '../ui/link.tsx'
import { clauseStates } from './score-words.ts'

type ScoreCellWordsProps = {
  score: ScoreCell
  /** One clause, or null for all of them. */
  clause: string | null
  /** Whose return of when, for those who hear links out of their place. */
  about: string
  sayEdition: boolean
}

/** "12 of 12", and how: a link to the return, or to its review for those who review. */
export function ScoreCellWords({ score, clause, about, sayEdition }: ScoreCellWordsProps) {
  const { data: session } = useQuery(sessionQuery)
  const isStaff = session?.capabilities.includes('evidence.see') ?? false
  const { returnId, met, asked, explained, waived, states, edition } = score
  const words = clause === null ? `${met} of ${asked}` : clauseStates[states[clause] ?? 'not-asked'].words
  const how = [
    ...(explained > 0 ? [`${explained} explained`] : []),
    ...(waived > 0 ? [`${waived} waived`] : []),
  ]
  return (
    <>
      <Link href={isStaff ? paths.review(returnId) : paths.return(returnId)} about={about}>
        {words}
      </Link>
      {clause === null && how.length > 0 && <p className="app-reason">{how.join(', ')}</p>}
      {sayEdition && <p className="app-reason">{edition}</p>}
    </>
  )
}
