/** Short ways to write an example of a figure that is followed from period to period. */
import { totalSessions } from '../../attendance/counts.ts'
import type { Figures } from '../../figures.ts'
import { previousPeriod } from '../../periods.ts'
import type { CheckInput, PastPeriod } from '../check-input.ts'
import { followedDefinitions } from './framework-plausible.ts'
import {
  accepted,
  ash,
  ashAttendance,
  exampleInput,
  pair,
  value,
  type WorkedExample,
} from './worked-example.ts'

type Written = Omit<WorkedExample, 'check' | 'input'> & {
  asked: readonly (keyof typeof followedDefinitions)[]
  given: Partial<Omit<CheckInput, 'asked'>>
}

/** The examples of one check, of October to December 2025. */
export function followedExamplesOf(check: string, written: readonly Written[]): WorkedExample[] {
  return written.map(({ asked, given, ...example }) => ({
    check,
    ...example,
    input: { ...exampleInput(given), asked: asked.map((name) => followedDefinitions[name]) },
  }))
}

/** One accepted period, the one just before. */
export const lastPeriod = (figures: Figures): PastPeriod[] => [accepted('FY2025-26-Q2', figures)]

/** Accepted periods of one figure, written earliest first, the last of them just before the example's. */
export function past(locator: string, amounts: readonly (number | [number, number])[]): PastPeriod[] {
  let periodId = 'FY2025-26-Q3'
  return amounts.toReversed().map((amount) => {
    periodId = previousPeriod(periodId)
    return accepted(periodId, {
      [locator]: typeof amount === 'number' ? value(amount) : pair(...amount),
    })
  })
}

/** Ash Centre's attendance of this period, as typed and as the figure worked out from it. */
export function attended(
  sessions: number,
  possible: number,
): Pick<CheckInput, 'attendance' | 'figures' | 'settings'> {
  const attendance = ashAttendance({
    attended: sessions,
    possible,
    authorised: possible - sessions,
    unauthorised: 0,
  })
  const figures = { 'XYZ-OP26@100001': pair(totalSessions(attendance, 'attended'), possible) }
  return { attendance: [{ ...attendance, enrolments: 20 }], figures, settings: [ash()] }
}
