/** The mentored pupils, found in the register by what was pasted. Nothing of it leaves the page. */
import type { CohortMatch, Member } from '../counts.ts'
import type { Register } from '../register.ts'
import { exact, foldName, plainNumber, pupilIndex, type Named, type PupilIndex } from './pupil-index.ts'
import { readLines, type Cell, type Line } from './read-line.ts'
import { readStartDate } from './start-date.ts'

type Fault = CohortMatch['faults'][number]

/**
 * Finds the pupils of a pasted list: one a line, by any identifying column, with a start date beside it or
 * not, and other columns that are passed over. An identifier with figures must be exact, but for zeros before
 * a number; of a name case, accents, hyphens, spaces and the order are forgiven, so long as it names one pupil
 * only. A line of headings is skipped. What could not be found, or not surely, is answered by line.
 */
export function matchCohort(register: Register, pasted: string): CohortMatch {
  const index = pupilIndex(register)
  const [head, ...rest] = readLines(pasted)
  if (!head) return { members: [], faults: [], columns: [] }
  const headings = isHeading(register, index, head) ? head.cells : []
  const members = new Map<number, Member>()
  const columns = new Set<number>()
  const faults: Fault[] = []
  for (const line of headings.length > 0 ? rest : [head, ...rest]) {
    const found = findPupil(index, line)
    const fault = (why: Fault['why'], candidates: readonly number[]): void => {
      faults.push({ line: line.number, text: line.text, why, candidates: [...candidates] })
    }
    const [pupil, another] = found.pupils
    if (pupil === undefined || found.isHalf) fault('nobody', found.pupils)
    else if (another !== undefined) fault('several', found.pupils)
    else {
      const startsOn = startOf(register, pupil, line, headings)
      if (startsOn === undefined) fault('date', [pupil])
      else if (members.has(pupil)) fault('twice', [pupil])
      else members.set(pupil, { pupil, startsOn })
      for (const column of found.columns) columns.add(column)
    }
  }
  return { members: [...members.values()], faults, columns: [...columns].toSorted((a, b) => a - b) }
}

/** A pupil in the register's own words, for the head's eyes: her identifiers, one after the other. */
export function describePupil({ pupils }: Register, index: number): string {
  const identifiers = pupils[index]?.identifiers ?? []
  return identifiers.filter((identifier) => identifier.trim() !== '').join(', ')
}

const headingWords =
  /\b(name|names|forename|surname|upn|uln|pupil|pupils|student|admission|adm|identifier|id|number|no|start|starts|started|date|mentor|mentoring)\b/i

/** Only a first line that names nobody and has no date can be headings. */
function isHeading({ identifierColumns }: Register, index: PupilIndex, { cells }: Line): boolean {
  if (cells.some(({ date }) => date !== undefined) || findPupil(index, { cells }).pupils.length > 0)
    return false
  const columns = new Set(identifierColumns.map(foldName))
  return cells.some(
    ({ text }) => columns.has(foldName(text)) || (headingWords.test(text) && !/\d/.test(text)),
  )
}

type Found = Named & { isHalf: boolean }

/** Who a line names: by each cell, by two cells beside each other, or by the line as a whole. */
function findPupil(index: PupilIndex, { cells }: Pick<Line, 'cells'>): Found {
  const texts = cells.filter(({ date }) => date === undefined).map(({ text }) => text)
  const pairs = texts.slice(1).map((text, after) => `${texts[after]}${text}`)
  // A number that could be read as a date, and is somebody's.
  const whole = cells.flatMap(
    ({ text }) => index.identifiers.get(exact(text)) ?? index.numbers.get(plainNumber(text)) ?? [],
  )
  const names = [...texts, ...pairs, texts.join('')].flatMap((text) => index.names.get(nameKey(text)) ?? [])
  const named = [...whole, ...names]
  if (named.length > 0) return { ...together(named), isHalf: false }
  const halves = texts.flatMap((text) => index.halves.get(nameKey(text)) ?? [])
  return { pupils: [...new Set(halves.flatMap(({ pupils }) => pupils))], columns: [], isHalf: true }
}

const nameKey = (text: string): string => (/\d/.test(text) ? '' : foldName(text))

/** Those that all the cells agree on; where they agree on nobody, everybody that one of them names. */
function together(named: readonly Named[]): Named {
  const columns = [...new Set(named.flatMap((one) => one.columns))]
  const all = [...new Set(named.flatMap(({ pupils }) => pupils))]
  const agreed = all.filter((pupil) => named.every(({ pupils }) => pupils.includes(pupil)))
  return { pupils: agreed.length > 0 ? agreed : all, columns }
}

const startHeading = /\b(starts?|started|began|begins|since|from|joined)\b|^date$/i

/** The start date of a line; null where it has none, undefined where it cannot be told. */
function startOf(
  register: Register,
  pupil: number,
  { cells }: Line,
  headings: readonly Cell[],
): Member['startsOn'] | undefined {
  const under = headings.find(({ text }) => startHeading.test(text))
  if (under) {
    const start = cells.filter(({ place }) => place === under.place).at(-1)
    if (start && start.date === undefined && /\d/.test(start.text)) return undefined
    return start ? readable(start.date) : null
  }
  // A date of birth beside a name is no start.
  const own = new Set(register.pupils[pupil]!.identifiers.map((identifier) => readStartDate(identifier)))
  const dates = cells.filter(({ date }) => date !== undefined && !own.has(date))
  return dates.length > 1 ? undefined : readable(dates.length === 0 ? undefined : dates[0]!.date)
}

/** No date at all is null here; one that cannot be read, undefined. */
function readable(date: Cell['date']): Member['startsOn'] | undefined {
  if (date === null) return undefined
  return date ?? null
}
