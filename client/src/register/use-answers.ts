import { useMemo, useState } from 'react'
import type { ReportView } from '@inclusion/server/setting-reports/view'
import type { BaselineWindows } from '@inclusion/shared/attendance/counted'
import { periodOf } from '@inclusion/shared/periods'
import { addDays } from '@inclusion/shared/time'
import type { Grid } from '../returns/grid/grid-context.ts'
import { dateOf, isDate, type TypedDate } from '../ui/typed-date.ts'
import type { Duplicates, Meanings } from './counts.ts'
import type { Answers } from './protocol.ts'

/** What she has answered so far, as typed. */
export type Given = {
  meanings: Meanings
  duplicates: Duplicates
  /** The mentored pupils' identifiers, pasted or picked: in this page's memory, and nowhere else. */
  pasted: string
  /** Whether a baseline is counted too. */
  wantsBaseline: boolean
  /** How the baseline is chosen; null until she says: what fits her register then. */
  windows: BaselineWindows | null
  from: TypedDate
  to: TypedDate
}

export type Answering = {
  given: Given
  give: (part: Partial<Given>) => void
  answers: Answers
  /** What is wrong with the dates of the window; null when nothing is. */
  windowFault: string | null
  /** Forgets what was said of the files, and what was pasted. */
  forget: () => void
}

const typedDate = (date: string): TypedDate => {
  const [year = '', month = '', day = ''] = date.split('-')
  return { day: String(Number(day)), month: String(Number(month)), year }
}

/** Whether a baseline of the mentored is asked, and whether one was given before. */
export type AskedBaseline = 'none' | 'asked' | 'on-record'

export function askedBaseline({ entry, baselines }: Pick<Grid, 'entry' | 'baselines'>): AskedBaseline {
  const measured = entry.input.asked.find(
    ({ derivation, baseline }) => derivation?.kind === 'attendance' && baseline === 'required',
  )
  if (!measured) return 'none'
  return baselines.some(({ indicator }) => indicator === measured.indicator) ? 'on-record' : 'asked'
}

/** The answers for one report, beginning with its own period and the window before it. */
export function useAnswers(view: ReportView, baseline: AskedBaseline): Answering {
  const { baselineWindow } = view
  const [given, setGiven] = useState<Given>({
    meanings: {},
    duplicates: null,
    pasted: '',
    wantsBaseline: baseline === 'asked',
    windows: null,
    from: typedDate(baselineWindow.startsOn),
    to: typedDate(addDays(baselineWindow.endsBefore, -1)),
  })
  const periodId = view.period.id
  const mayBeOwn = view.baselineWindows === 'term-before-start'
  const answers = useMemo(() => answersOf(periodId, given, mayBeOwn), [periodId, given, mayBeOwn])
  return {
    given,
    give: (part) => setGiven((before) => ({ ...before, ...part })),
    answers,
    windowFault: faultOf(given),
    forget: () => setGiven((before) => ({ ...before, meanings: {}, duplicates: null, pasted: '' })),
  }
}

function answersOf(periodId: string, given: Given, mayBeOwn: boolean): Answers {
  const { startsOn, endsBefore } = periodOf(periodId)
  const { meanings, duplicates, pasted, wantsBaseline, windows: kind } = given
  // A window without a day: nothing of it is counted, and no mark in it waits to be resolved.
  const none = { startsOn, endsBefore: startsOn }
  const isWanted = wantsBaseline && faultOf(given) === null
  const window = isWanted ? { startsOn: dateOf(given.from), endsBefore: addDays(dateOf(given.to), 1) } : none
  return {
    period: { startsOn, endsBefore },
    meanings,
    duplicates,
    pasted,
    baseline: { kind: isWanted ? kind : 'one-window', mayBeOwn, window },
  }
}

function faultOf({ wantsBaseline, from, to }: Given): string | null {
  if (!wantsBaseline) return null
  if (!isDate(dateOf(from))) return 'The first day of the baseline must be a date, for example 1 7 2025'
  if (!isDate(dateOf(to))) return 'The last day of the baseline must be a date, for example 30 9 2025'
  return dateOf(from) <= dateOf(to) ? null : 'The baseline must end after it begins'
}
