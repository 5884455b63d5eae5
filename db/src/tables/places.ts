/** Places: the 33 London authorities and the settings in them. */
import type { Generated } from 'kysely'

export interface AuthorityRow {
  gssCode: string
  dfeCode: string
  name: string
  subregion: 'Inner' | 'Outer'
  isBorough: 0 | 1
}

export interface SettingRow {
  urn: string
  laestab: string
  name: string
  type: string | null
  gssCode: string
  openedOn: string | null
  /** Its last day; null while it is open. */
  closedOn: string | null
  successorUrn: string | null
  /** The first day on which its successor stands in its place. */
  succeededOn: Generated<string | null>
  source: string
  /** Counted up by every change of what is recorded of it, and of its part in grants. */
  revision: Generated<number>
}
