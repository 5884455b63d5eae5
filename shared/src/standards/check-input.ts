/**
 * What a check sees: one value, built once by the server and sent to the browser, so that both run
 * the same function on the same input. No clock, no I/O.
 */
import type { Attendance } from '../attendance.ts'
import type { Figures } from '../figures.ts'
import type { Identity } from '../framework/identities.ts'
import type { IndicatorDefinition } from '../framework/indicators.ts'
import type { Tier } from '../framework/tiers.ts'
import type { Locator } from '../locators.ts'
import type { PeriodId } from '../periods.ts'
import type { Explanation } from './finding.ts'

export type DraftText = { locator: Locator; part: string; entered: string }

export type SettingReport = {
  urn: string
  name: string
  status: 'not-started' | 'in-progress' | 'signed-off'
  /** Why there is no report, where the borough lead has recorded it. */
  missingReason: string | null
}

/** The accepted figures of one earlier period of this grant. */
export type PastPeriod = { periodId: PeriodId; figures: Figures; definitions: Record<string, number> }

/** Who signs; present only when the signing checks are asked. */
export type Signing = {
  sentBy: string | null
  certifier: string | null
  declared: boolean
  /** Locators (or setting urns) that changed after it was sent for sign-off. */
  changedSinceSent: string[]
}

export type CheckInput = {
  periodId: PeriodId
  tier: Tier
  /** The definitions asked in this return, in order. */
  asked: IndicatorDefinition[]
  /** This return's figures, derived ones included (`derive.ts`). */
  figures: Figures
  drafts: DraftText[]
  settings: SettingReport[]
  attendance: Attendance[]
  identities: Identity[]
  /** Accepted earlier periods, latest first. Empty for a first return. */
  history: PastPeriod[]
  explanations: Explanation[]
  signing: Signing | null
}
