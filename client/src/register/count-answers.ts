/** Counts the register as she answered, in the words and numbers that the page shows. */
import { describePupil, matchCohort } from './cohort/match-cohort.ts'
import { countRegister } from './count/count-register.ts'
import { begunBefore, fittingWindows } from './count/fitting-windows.ts'
import type { CohortMatch } from './counts.ts'
import type { Answers, Counted } from './protocol.ts'
import { dateOf, type Register } from './register.ts'

const conflictsShown = 20
const faultsShown = 50

/** Nobody in this period's cohort began longer ago; what is earlier may be a date of birth. */
const yearsOfMentoring = 3

export function countAnswers(register: Register, { pasted, baseline, ...answers }: Answers): Counted {
  const match = pasted.trim() === '' ? null : matchCohort(register, pasted, earliestStart(answers))
  const members = match && match.members.length > 0 ? match.members : null
  const { mayBeOwn, window } = baseline
  const windows = baseline.kind ?? (mayBeOwn ? fittingWindows(register, members ?? []) : 'one-window')
  const asked = { ...answers, members, baseline: { kind: windows, window } }
  const counts = countRegister(register, asked)
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
    windows,
    begunBefore: windows === 'one-window' ? begunBefore(members ?? [], window) : 0,
  }
}

function earliestStart({ period: { startsOn } }: Pick<Answers, 'period'>): string {
  return `${Number(startsOn.slice(0, 4)) - yearsOfMentoring}${startsOn.slice(4)}`
}

function cohortOf(register: Register, { members, faults, lines, columns }: CohortMatch): Counted['cohort'] {
  return {
    lines,
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
