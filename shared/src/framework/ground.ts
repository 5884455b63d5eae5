/** What an amendment is held against: all of a programme that is there today, as data for pure rules. */
import type { PeriodId } from '../periods.ts'
import { comparePeriods, periodOf } from '../periods.ts'
import type { LocalDate } from '../time.ts'
import type {
  AmendmentContent,
  DraftBaseline,
  DraftProfile,
  DraftProgramme,
  DraftWindow,
} from './amendment.ts'
import type { Identity } from './identities.ts'
import type { IndicatorDefinition } from './indicators.ts'
import type { TierThreshold } from './tiers.ts'

export type GroundGrant = {
  gssCode: string
  isActive: boolean
  cohortStartOn: LocalDate
  endsBefore: LocalDate | null
  /** The amounts on record, by financial year; one that is not known yet is none. */
  awards: { financialYear: string; pence: number }[]
  /** The settings that take part, by their URN. */
  settings: string[]
}

export type DecidedMoney = { decision: string; financialYear: string; pence: number }

/** Another amendment of the programme that is drafted or proposed: its name, and who began it. */
export type OtherAmendment = { name: string; by: string; content: AmendmentContent }

export type Ground = {
  /** Today in London. */
  on: LocalDate
  /** The code of the programme. */
  code: string
  /** Null while there is no such programme. */
  programme: DraftProgramme | null
  /** Every edition of every indicator of it. */
  definitions: IndicatorDefinition[]
  identities: (Identity & { endsFrom: PeriodId | null })[]
  windows: DraftWindow[]
  grants: GroundGrant[]
  /** From which amount on a grant is in which tier. */
  thresholds: TierThreshold[]
  /** The returns that are open, or were. `isFiled`: it was submitted at least once. */
  opened: { gssCode: string; periodId: PeriodId; isFiled: boolean }[]
  authorities: { gssCode: string; name: string }[]
  settings: { urn: string; name: string; closedOn: LocalDate | null }[]
  /** References of published decisions. */
  decisions: string[]
  /** What decisions give the programme, and what grants are awarded by them. */
  funding: DecidedMoney[]
  awarded: DecidedMoney[]
  /** On record, from the latest period in which returns are open. */
  profiles: DraftProfile[]
  /** On record from the start. */
  baselines: Pick<DraftBaseline, 'gssCode' | 'indicator' | 'urn'>[]
  /** Authorities with a lead for this programme, who can sign in or has been invited. */
  withLead: string[]
  /** The first period that a published standard is in force for. */
  firstStandard: PeriodId | null
  /** Those that may be published before this one. */
  others: OtherAmendment[]
}

/** The latest period in which returns are open, or were; null before the first. */
export const lastOpened = ({ opened }: { opened: readonly { periodId: PeriodId }[] }): PeriodId | null =>
  opened
    .map(({ periodId }) => periodId)
    .toSorted(comparePeriods)
    .at(-1) ?? null

/** Whether no return is open in a period, nor in a later one: so that what takes effect there changes none. */
export function isFree(ground: { opened: readonly { periodId: PeriodId }[] }, periodId: PeriodId): boolean {
  const last = lastOpened(ground)
  return last === null || periodOf(periodId).startsOn > periodOf(last).startsOn
}
