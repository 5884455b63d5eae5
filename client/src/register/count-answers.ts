/** Counts the register as she answered, in the words and numbers that the page shows. */
import { describePupil, matchCohort } from './cohort/match-cohort.ts'
import { countRegister } from './count/count-register.ts'
import type { CohortMatch } from './counts.ts'
import type { Answers, Counted } from './protocol.ts'
import { dateOf, type Register } from './register.ts'

const conflictsShown = 20
const faultsShown = 50

export function countAnswers(register: Register, { pasted, ...answers }: Answers): Counted {
  const match = pasted.trim() === '' ? null : matchCohort(register, pasted)
  const members = match && match.members.length > 0 ? match.members : null
  const counts = countRegister(register, { ...answers, members })
  const { conflicts } = counts.tally
  return {
    // The page shows the first few; the rest would only be carried over.
    counts: { ...counts, tally: { ...counts.tally, conflicts: [] } },
    conflicts: conflicts.length,
    shownConflicts: conflicts.slice(0, conflictsShown).map(({ pupil, day, session, marks }) => ({
      pupil: describePupil(register, pupil),
      date: dateOf(day),
      session: session === 0 ? 'Morning' : 'Afternoon',
      marks,
    })),
    cohort: match && cohortOf(register, match),
  }
}

function cohortOf(register: Register, { members, faults, columns }: CohortMatch): Counted['cohort'] {
  return {
    members: members.length,
    dated: members.filter(({ startsOn }) => startsOn !== null).length,
    faults: faults.slice(0, faultsShown).map(({ line, text, why, candidates }) => ({
      line,
      text,
      why,
      candidates: candidates.map((pupil) => describePupil(register, pupil)),
    })),
    columns: columns.map((column) => register.identifierColumns[column] ?? ''),
  }
}
