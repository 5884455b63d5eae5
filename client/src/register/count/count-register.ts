/** Counts a register for a period: the whole setting, the mentored pupils, and their baseline. */
import { attendanceCodes } from '@inclusion/shared/attendance/codes'
import { academicYearsIn } from '@inclusion/shared/periods'
import type { BaselineCounts, CountRequest, Counts, Tally } from '../counts.ts'
import type { Register } from '../register.ts'
import { addSession, countsOf, newSums, type Sums } from './add-up.ts'
import { meaningOf, numberCodes, unresolved } from './mark-codes.ts'
import { daysSpanned, fates, listConflicts, settle, type Settled } from './settle.ts'
import { weeksWithout } from './weeks-without.ts'
import { baselineCounted, planWindows, type Days, type Windows } from './windows.ts'
import { yearTable, type YearTable } from './year-table.ts'

/**
 * The counts of a register. `whole`, `mentored` and `baseline` are null while a mark of the period, or of a
 * baseline's window, has no meaning, or a conflict there is not settled: nothing is guessed. A period in two
 * academic years is counted in two parts. `mentored` and `baseline` are null too where no cohort was given.
 */
export function countRegister(register: Register, request: CountRequest): Counts {
  const codes = numberCodes(register.vocabulary, request.meanings)
  const windows = planWindows(register.pupils.length, request)
  const settled = settle(register, codes, windows, request.duplicates)
  const tally = tallyOf(register, codes, settled, windows.period)
  const isSettled = request.duplicates !== null || settled.disputes.size === 0
  const isResolved = tally.marks.every(({ code }) => code !== null)
  const none = { whole: null, mentored: null, baseline: null }
  const counts = isSettled && isResolved ? count(register, request, windows, { codes, settled }) : none
  return { tally, ...counts, startLater: windows.startLater }
}

type Judged = { codes: Int8Array; settled: Settled }

function count(
  register: Register,
  { period }: CountRequest,
  windows: Windows,
  judged: Judged,
): Pick<Counts, 'whole' | 'mentored' | 'baseline'> {
  const years = yearTable([windows.period, ...windows.baselines])
  const asked = academicYearsIn(period)
  const sums = addUp(register, windows, years, judged)
  const isGiven = windows.isMentored !== null
  return {
    whole: countsOf(sums.whole, years, asked),
    mentored: isGiven ? countsOf(sums.mentored, years, asked) : null,
    baseline: isGiven ? baselineOf(sums.baseline, windows, years) : null,
  }
}

function baselineOf(sums: Sums, windows: Windows, years: YearTable): BaselineCounts {
  const counts = countsOf(sums, years, [])
  const window = baselineCounted(windows, ({ pupil }) => sums.possible[pupil]! > 0)
  return { ...counts, window, without: windows.mentored - counts.enrolments }
}

type CohortSums = Record<'whole' | 'mentored' | 'baseline', Sums>

function addUp(
  { marks, pupils }: Register,
  { period, isMentored, baselineFrom, baselineTo }: Windows,
  years: YearTable,
  { codes, settled: { fate } }: Judged,
): CohortSums {
  const [whole, mentored, baseline] = [1, 2, 3].map(() => newSums(pupils.length, years)) as [Sums, Sums, Sums]
  for (let at = 0; at < marks.length; at++) {
    const code = codes[marks.mark[at]!]!
    if (fate[at] !== fates.counted || code < 0) continue
    const pupil = marks.pupil[at]!
    const day = marks.day[at]!
    const year = years.yearOf(day)
    if (day >= period.from && day < period.to) {
      addSession(whole, pupil, year, code)
      if (isMentored?.[pupil] === 1) addSession(mentored, pupil, year, code)
    }
    if (day >= baselineFrom[pupil]! && day < baselineTo[pupil]!) addSession(baseline, pupil, year, code)
  }
  return { whole, mentored, baseline }
}

/** What was found, and what it was taken for: all that she is shown of how it was counted. */
function tallyOf(register: Register, codes: Int8Array, settled: Settled, period: Days): Tally {
  const { marks, vocabulary } = register
  const found = new Uint32Array(vocabulary.length)
  for (let at = 0; at < marks.length; at++) {
    const fate = settled.fate[at]
    if (fate === fates.counted || fate === fates.disputed) found[marks.mark[at]!]!++
  }
  const words = vocabulary
    .map((written, word) => ({ written, count: found[word]!, code: meaningOf(codes[word]!) }))
    .filter(({ count }) => count > 0)
  return {
    marks: words.toSorted(
      (left, right) => rank(left) - rank(right) || (left.written < right.written ? -1 : 1),
    ),
    ...daysSpanned(register),
    weeksWithout: weeksWithout(register, period),
    before: settled.before,
    after: settled.after,
    repeated: settled.repeated,
    conflicts: listConflicts(register, settled),
  }
}

/** Unresolved marks first, then in the order of the codes, then what is no mark. */
function rank({ code }: Tally['marks'][number]): number {
  if (code === null) return unresolved
  return code === 'no-mark' ? attendanceCodes.length : attendanceCodes.indexOf(code)
}
