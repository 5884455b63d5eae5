/** Settings for tests of the rules: five URNs, open from ever until for ever unless said. */
import type { Place } from '@inclusion/shared/settings/succession'

export const urns: [string, string, string, string, string] = [
  '100001',
  '100002',
  '100003',
  '100004',
  '100005',
]

export const place = (urn: string, parts: Partial<Place> = {}): Place => ({
  urn,
  name: `Setting ${urn}`,
  openedOn: null,
  closedOn: null,
  successorUrn: null,
  succeededOn: null,
  ...parts,
})
