/** The shape of a worked example, and short ways to write one. */
import type { Attendance, SessionCounts } from '../../attendance/counts.ts'
import { emptyFigure, type Figure, type Figures } from '../../figures.ts'
import type { IndicatorDefinition } from '../../framework/indicators.ts'
import type { CheckInput, GrantFacts, PastPeriod, SettingReport, Signing } from '../check-input.ts'
import type { Finding } from '../finding.ts'
import { exampleDefinitions } from './framework.ts'

/** A return and all that the whole standard finds in it: findings of this check only, or none. */
export type WorkedExample = {
  check: string
  shows: 'fires' | 'does-not-fire' | 'edge' | 'no-history'
  title: string
  input: CheckInput
  expected: Pick<Finding, 'severity' | 'locator' | 'message'>[]
}

/** Indicators asked, by the number of their code: `OP1`. */
type Given = Partial<Omit<CheckInput, 'asked'>> & { asked?: readonly string[] }

/** An input of the invented programme: October to December 2025, standard tier, nothing asked or given. */
export function exampleInput({ asked = [], ...given }: Given): CheckInput {
  return {
    periodId: 'FY2025-26-Q3',
    tier: 'standard',
    asked: asked.map(exampleDefinition),
    figures: {},
    drafts: [],
    settings: [],
    attendance: [],
    identities: [],
    history: [],
    seriesFrom: {},
    explanations: [],
    signing: null,
    acceptedBefore: null,
    baselines: [],
    profiles: {},
    peers: [],
    comparator: null,
    grant: null,
    learning: null,
    waivers: [],
    failed: [],
    ...given,
  }
}

export function exampleDefinition(number: string): IndicatorDefinition {
  const definition = exampleDefinitions.find(({ indicator }) => indicator === `XYZ-${number}`)
  if (!definition) throw new RangeError(`No example indicator ${number}`)
  return definition
}

type Written = Pick<WorkedExample, 'title' | 'expected'> & { given: Given }

/** Writes the examples of one check. */
export function examplesOf(
  check: string,
  written: readonly (Written & Pick<WorkedExample, 'shows'>)[],
): WorkedExample[] {
  return written.map(({ given, ...example }) => ({ check, ...example, input: exampleInput(given) }))
}

export const figure = (parts: Partial<Figure>): Figure => ({ ...emptyFigure, ...parts })
export const value = (number: number): Figure => figure({ value: number })
export const pair = (numerator: number | null, denominator: number | null): Figure =>
  figure({ numerator, denominator })

/** A pair with the evidence given beside it. */
export const evidenced = (
  [numerator, denominator]: readonly [number, number],
  evidence: NonNullable<Figure['evidence']>,
): Figure => figure({ numerator, denominator, evidence })

/** An invented grant of £50,000 a year since April 2024, its impact assessment done. */
export const grantOf = (facts: Partial<GrantFacts> = {}): GrantFacts => ({
  startsOn: '2024-04-01',
  processesPersonalData: true,
  dpiaOn: '2024-03-01',
  awards: [
    { financialYear: '2024-25', pence: 5_000_000 },
    { financialYear: '2025-26', pence: 5_000_000 },
  ],
  ...facts,
})

/** The person who sends, the other who certifies, and the dates: all in order unless said. */
export const signedBy = (given: Partial<Signing> = {}): Signing => ({
  sentBy: 'amina',
  certifier: 'ben',
  declared: true,
  changedSinceSent: [],
  submittedOn: '2026-01-20',
  dueOn: '2026-01-31',
  ...given,
})

export const block = (locator: string | null, message: string) =>
  ({ severity: 'block', locator, message }) as const
export const explain = (locator: string | null, message: string) =>
  ({ severity: 'explain', locator, message }) as const
export const note = (locator: string | null, message: string) =>
  ({ severity: 'note', locator, message }) as const

/** Ash Centre, one of two invented settings, signed off unless said. */
export const ash = (report: Partial<SettingReport> = {}): SettingReport => ({
  urn: '100001',
  name: 'Ash Centre',
  status: 'signed-off',
  missingReason: null,
  missingText: null,
  ...report,
})
export const birch = (report: Partial<SettingReport> = {}): SettingReport => ({
  ...ash(report),
  urn: '100002',
  name: 'Birch Centre',
})

/** The attendance of young people in the programme at Ash Centre in 2025-26. */
export function ashAttendance(
  sessions: Partial<SessionCounts> | null,
  pupils: Partial<Omit<Attendance, 'sessions'>> = {},
): Attendance {
  const blank = {
    academicYear: '2025-26',
    possible: null,
    attended: null,
    authorised: null,
    unauthorised: null,
  }
  return {
    urn: '100001',
    cohort: 'mentored',
    sessions: sessions === null ? [] : [{ ...blank, ...sessions }],
    enrolments: null,
    persistent: null,
    severe: null,
    window: null,
    ...pupils,
  }
}

/** An accepted earlier period. */
export const accepted = (
  periodId: string,
  figures: Figures,
  definitions: Record<string, number> = {},
): PastPeriod => ({ periodId, figures, definitions })
