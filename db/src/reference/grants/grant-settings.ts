/** Which settings take part in which mentoring grant. The decisions do not say: this is a reading of the list. */
import type { GrantRow, GrantSettingRow } from '../../tables/grants.ts'
import type { SettingRow } from '../../tables/places.ts'
import { gssCodeOf } from '../authorities.ts'
import { lastListed, settings } from '../settings.ts'
import { mentoringGrants } from './mentoring.ts'

/** The programme is for young people aged 11 to 18. */
const forPrimaryAge = /primary/i

/** A setting that DfE last listed this long ago has most likely closed or become another. */
const lastListedTooLongAgo = new Set(['2013-14', '2014-15'])

/** Invented: Richmond upon Thames has no pupil referral unit of its own, and a setting may serve two boroughs. */
const alsoServes = [{ setting: 'Malden Oaks', borough: gssCodeOf('Richmond upon Thames') }]

export const grantSettings: GrantSettingRow[] = mentoringGrants.flatMap((grant) =>
  settings
    .filter((setting) => takesPart(setting) && serves(setting, grant))
    .map(({ urn }) => ({ grantId: grant.id, urn, startsOn: grant.cohortStartOn, endsBefore: null })),
)

function takesPart({ urn, name }: Pick<SettingRow, 'urn' | 'name'>): boolean {
  return !forPrimaryAge.test(name) && !lastListedTooLongAgo.has(lastListed.get(urn) ?? '')
}

function serves(
  { name, gssCode }: Pick<SettingRow, 'name' | 'gssCode'>,
  grant: Pick<GrantRow, 'gssCode'>,
): boolean {
  const shared = alsoServes.some(({ setting, borough }) => setting === name && borough === grant.gssCode)
  return gssCode === grant.gssCode || shared
}
