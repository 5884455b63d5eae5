/** What an amendment is held against: all of a programme that is there today, as data for pure rules. */
import type { PeriodId } from '../periods.ts'
import { comparePeriods, periodOf } from '../periods.ts'
import type { LocalDate } from '../time.ts'
import type { DraftProgramme, DraftWindow } from './amendment.ts'
import type { Identity } from './identities.ts'
import type { IndicatorDefinition } from './indicators.ts'

export type GroundGrant = {
  gssCode: string
  isActive: boolean
  cohortStartOn: LocalDate
  endsBefore: LocalDate | null
  /** The financial years that have an award line. */
  years: string[]
}

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
  /** The returns that are open, or were. */
  opened: { gssCode: string; periodId: PeriodId }[]
  authorities: { gssCode: string; name: string }[]
  settings: { urn: string; name: string; closedOn: LocalDate | null }[]
  /** References of published decisions. */
  decisions: string[]
  /** Authorities with a lead for this programme, who can sign in or has been invited. */
  withLead: string[]
  /** The first period that a published standard is in force for. */
  firstStandard: PeriodId | null
}

/** The latest period in which returns are open, or were; null before the first. */
export const lastOpened = ({ opened }: Pick<Ground, 'opened'>): PeriodId | null =>
  opened
    .map(({ periodId }) => periodId)
    .toSorted(comparePeriods)
    .at(-1) ?? null

/** Whether no return is open in a period, nor in a later one: so that what takes effect there changes none. */
export function isFree(ground: Pick<Ground, 'opened'>, periodId: PeriodId): boolean {
  const last = lastOpened(ground)
  return last === null || periodOf(periodId).startsOn > periodOf(last).startsOn
}
