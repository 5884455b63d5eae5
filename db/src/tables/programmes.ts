/** Programmes, the decisions that fund them, their calendars and comparators. */
import type { Generated } from 'kysely'

export interface DecisionRow {
  reference: string
  title: string
  summary: string
}

export interface ProgrammeRow {
  code: string
  name: string
  summary: string
  calendar: 'financial-quarters' | 'school-terms'
  startsOn: string
  endsBefore: string
  settingsReport: 0 | 1
  comparator: string | null
  /** Whether it is a trial, of which learning is asked (check 11.1). */
  trial: Generated<0 | 1>
  /** How a baseline's sessions are chosen where start dates and an earlier register are given. */
  baselineWindows: Generated<'one-window' | 'term-before-start'>
}

export interface FundingLineRow {
  id: string
  decision: string
  /** Null for money of the decision that belongs to no programme here. */
  programme: string | null
  financialYear: string
  pence: number
  source: string
}

export interface TierThresholdRow {
  tier: 'light' | 'standard' | 'enhanced'
  fromPence: number
}

export interface PeriodRow {
  id: string
  calendar: 'financial-quarters' | 'school-terms'
  startsOn: string
  endsBefore: string
}

export interface CollectionWindowRow {
  programme: string
  periodId: string
  opensOn: string
  dueOn: string
  revision: Generated<number>
}

export interface ComparatorRow {
  series: string
  area: string
  areaLevel: 'authority' | 'subregion' | 'region' | 'country'
  academicYear: string
  timeIdentifier: string
  schools: number
  enrolments: number
  possible: number
  absence: number
  authorised: number
  unauthorised: number
  persistent: number
  severe: number | null
  source: string
  vintage: string
}
