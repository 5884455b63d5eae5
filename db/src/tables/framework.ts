/** The framework: indicators for ever, definitions by edition, identities, baselines and profiles. */
import type { Generated } from 'kysely'

export interface IndicatorRow {
  code: string
  programme: string
  position: number
}

export interface IndicatorDefinitionRow {
  id: string
  indicator: string
  edition: number
  effectiveFrom: string
  changeClass: 'patch' | 'minor' | 'major'
  definition: string
}

export interface IdentityRow {
  id: string
  programme: string
  effectiveFrom: string
  identity: string
  /** The period from which it no longer holds. */
  endsFrom: Generated<string | null>
}

export interface BaselineRow {
  id: string
  grantId: string
  indicator: string
  urn: string | null
  /** The period whose report gave it; null for one on record from the start. */
  periodId: string | null
  value: number | null
  numerator: number | null
  denominator: number | null
  people: number | null
  windowStartsOn: string
  windowEndsBefore: string
  source: string
  recordedAt: string
}

export interface ProfileRow {
  grantId: string
  indicator: string
  periodId: string
  value: number
  invented: 0 | 1
}
