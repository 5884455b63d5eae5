/**
 * What a check sees: one value, built once by the server and sent to the browser, so that both run
 * the same function on the same input. No clock, no I/O.
 */
import type { Attendance } from '../attendance/counts.ts'
import type { Figures } from '../figures.ts'
import type { Identity } from '../framework/identities.ts'
import type { IndicatorDefinition } from '../framework/indicators.ts'
import type { Tier } from '../framework/tiers.ts'
import type { Locator } from '../locators.ts'
import type { PeriodId } from '../periods.ts'
import type { LocalDate } from '../time.ts'
import type { Explanation } from './finding.ts'
import type { ComparatorSummary, PeerSummary } from './peers.ts'

export type DraftText = { locator: Locator; part: string; entered: string }

export type SettingReport = {
  urn: string
  name: string
  status: 'not-started' | 'in-progress' | 'signed-off'
  /** Why there is no report, where the borough lead has recorded it: a reason's code, and their words. */
  missingReason: string | null
  missingText: string | null
}

/** The accepted figures of one earlier period of this grant. */
export type PastPeriod = { periodId: PeriodId; figures: Figures; definitions: Record<string, number> }

/** Who signs; present only when the signing checks are asked. */
export type Signing = {
  sentBy: string | null
  certifier: string | null
  declared: boolean
  /** The London date on which the return is submitted, or was when it was submitted first. */
  submittedOn: LocalDate
  /** The date it is due on. */
  dueOn: LocalDate
  /** Locators (or setting urns) that changed after it was sent for sign-off. */
  changedSinceSent: string[]
}

/** A baseline on record for one figure of this grant: the authority's (urn null) or one setting's. */
export type BaselineOnRecord = {
  indicator: string
  urn: string | null
  value: number | null
  numerator: number | null
  denominator: number | null
}

/** The grant that the return accounts for. Amounts in pence; null where the award is not known. */
export type GrantFacts = {
  startsOn: LocalDate
  processesPersonalData: boolean
  dpiaOn: LocalDate | null
  awards: { financialYear: string; pence: number | null }[]
}

/** What is on record of learning in this programme, for this authority: the latest meeting or note. */
export type LearningFacts = { isTrial: boolean; lastOn: LocalDate | null }

/** A waiver in force for this return; null fields mean any indicator, any setting. */
export type WaiverInForce = {
  check: string
  indicator: string | null
  urn: string | null
  until: LocalDate
  reason: string
}

/** The parts of an input that are read from elsewhere than the return, and so can fail to load. */
export const loadedParts = [
  'history',
  'identities',
  'baselines',
  'profiles',
  'peers',
  'comparator',
  'grant',
  'learning',
  'acceptedBefore',
] as const
export type LoadedPart = (typeof loadedParts)[number]

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
  /** The edition at which the present series of an indicator began (its last major change); 1 if not named. */
  seriesFrom: Record<string, number>
  explanations: Explanation[]
  signing: Signing | null
  /** This return's figures as they were last accepted, while it is open again; null otherwise. */
  acceptedBefore: Figures | null
  baselines: BaselineOnRecord[]
  /** Profiles by period and indicator: of this financial year, and of the periods before. */
  profiles: Record<PeriodId, Record<string, number>>
  /** What boroughs of this tier and cohort report: at least five of them, never this one. */
  peers: PeerSummary[]
  comparator: ComparatorSummary | null
  /** Null where the return is judged for one setting: the grant is the authority's. */
  grant: GrantFacts | null
  learning: LearningFacts | null
  waivers: WaiverInForce[]
  /** Parts that could not be loaded: every check that reads one fails closed. */
  failed: LoadedPart[]
}
