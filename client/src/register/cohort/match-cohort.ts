/** The mentored pupils, found in the register by what was pasted. Nothing of it leaves the page. */
import type { LocalDate } from '@inclusion/shared/time'
import type { CohortMatch, Member } from '../counts.ts'
import type { Register } from '../register.ts'
import { findPupil } from './find-pupil.ts'
import { foldName, isGroup, pupilIndex, type PupilIndex } from './pupil-index.ts'
import { readLines, type Line } from './read-line.ts'
import { startOf } from './start-of.ts'

type Fault = CohortMatch['faults'][number]

/**
 * Finds the pupils of a pasted list: one a line, by any identifying column, with a start date beside it or
 * not, and other columns that are passed over. An identifier with figures must be exact, but for its case and
 * zeros before a number; of a name case, accents, hyphens, spaces and the order are forgiven, so long as it
 * names one pupil only. A line of headings is skipped. A start before `earliest` is none. What could not be
 * found, or not surely, is answered by line.
 */
export function matchCohort(
  register: Register,
  pasted: string,
  earliest: LocalDate | null = null,
): CohortMatch {
  const index = pupilIndex(register)
  const [head, ...rest] = readLines(pasted)
  if (!head) return { members: [], faults: [], lines: [], columns: [] }
  const headings = isHeading(register, index, head) ? head.cells : []
  const passed = new Set(headings.filter(({ text }) => isPassed(text)).map(({ place }) => place))
  const members = new Map<number, Member>()
  const lines: CohortMatch['lines'] = []
  const columns = new Set<number>()
  const faults: Fault[] = []
  for (const line of headings.length > 0 ? rest : [head, ...rest]) {
    const found = findPupil(index, line, passed)
    const fault = (why: Fault['why'], candidates: readonly number[]): void => {
      faults.push({ line: line.number, text: line.text, why, candidates: [...candidates] })
    }
    const [pupil, another] = found.pupils
    if (pupil === undefined || found.isHalf) fault('nobody', found.pupils)
    else if (another !== undefined) fault('several', found.pupils)
    else {
      const start = startOf(register, line, { pupil, headings, earliest })
      if ('fault' in start) fault(start.fault, [pupil])
      else if (members.has(pupil)) fault('twice', [pupil])
      else members.set(pupil, { pupil, startsOn: start.startsOn })
      lines.push({ text: line.text, pupil })
      for (const column of found.columns) columns.add(column)
    }
  }
  return { members: [...members.values()], faults, lines, columns: [...columns].toSorted((a, b) => a - b) }
}

/** A pupil in the register's own words, for the head's eyes: her identifiers, one after the other. */
export function describePupil({ pupils }: Register, index: number): string {
  const identifiers = pupils[index]?.identifiers ?? []
  return identifiers.filter((identifier) => identifier.trim() !== '').join(', ')
}

const headingWords =
  /\b(name|names|forename|surname|upn|uln|pupil|pupils|student|admission|adm|identifier|id|number|no|start|starts|started|date|mentor|mentoring)\b/i

/** Columns of the list that say nothing of who a pupil is. */
const isPassed = (heading: string): boolean =>
  isGroup(heading) || /\bmentor\b|\bnotes?\b|\bethnic|\bneed/i.test(heading)

/** Only a first line that names nobody and has no date can be headings. */
function isHeading({ identifierColumns }: Register, index: PupilIndex, { cells }: Line): boolean {
  if (
    cells.some(({ date }) => date !== undefined) ||
    findPupil(index, { cells }, new Set()).pupils.length > 0
  )
    return false
  const columns = new Set(identifierColumns.map(foldName))
  return cells.some(
    ({ text }) => columns.has(foldName(text)) || (headingWords.test(text) && !/\d/.test(text)),
  )
}
