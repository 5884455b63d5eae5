/** Places: the 33 London authorities and the settings in them. */

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
  closedOn: string | null
  successorUrn: string | null
  source: string
}
