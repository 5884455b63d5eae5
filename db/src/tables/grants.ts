/** Grants: one per programme and authority, its award lines, instalments and settings. */
import type { Generated } from 'kysely'

export interface GrantRow {
  id: string
  programme: string
  gssCode: string
  cohort: string
  cohortStartOn: string
  status: 'invited' | 'declined' | 'active' | 'ended'
  processesPersonalData: 0 | 1
  dpiaOn: string | null
  invented: 0 | 1
  note: string | null
  /** Nothing is owed for a period that starts on this day or later. */
  endsBefore: Generated<string | null>
}

export interface AwardLineRow {
  id: string
  grantId: string
  financialYear: string
  pence: number | null
  decision: string | null
  assumption: string | null
}

export interface InstalmentRow {
  id: string
  grantId: string
  financialYear: string
  pence: number
  dueOn: string | null
  condition: string
  paidOn: string | null
}

export interface GrantSettingRow {
  grantId: string
  urn: string
  startsOn: string
  endsBefore: string | null
}
