/** When the settings of a grant took part in it, by what stands for them now. */
import type { Db, Trx } from '@inclusion/db/open'
import type { Before } from '@inclusion/shared/movements/since-last'
import { addDays, type LocalDate } from '@inclusion/shared/time'
import type { LoadedReturn } from './load.ts'

/** Every part that is one, as long as its setting was open; one that ends on the day it starts was a mistake. */
export async function findParts(
  db: Db | Trx,
  { head, formerly }: Pick<LoadedReturn, 'head' | 'formerly'>,
): Promise<Before['parts']> {
  const nowOf = new Map(formerly.map(({ urn, nowUrn }) => [urn, nowUrn]))
  const rows = await db
    .selectFrom('grant_settings')
    .innerJoin('settings', 'settings.urn', 'grant_settings.urn')
    .select(['grant_settings.urn', 'startsOn', 'endsBefore', 'closedOn'])
    .where('grantId', '=', head.grantId)
    .orderBy('startsOn')
    .execute()
  const parts = rows
    .map(({ closedOn, ...part }) => ({ ...part, endsBefore: earlier(part.endsBefore, closedOn) }))
    .filter(({ startsOn, endsBefore }) => endsBefore === null || startsOn < endsBefore)
  const groups = Map.groupBy(parts, ({ urn }) => nowOf.get(urn) ?? urn)
  return Object.fromEntries(
    [...groups].map(([urn, own]) => [urn, own.map(({ startsOn, endsBefore }) => ({ startsOn, endsBefore }))]),
  )
}

/** Whichever comes first: the end of the part, or the day after the setting's last. */
function earlier(endsBefore: LocalDate | null, closedOn: LocalDate | null): LocalDate | null {
  if (closedOn === null) return endsBefore
  const closed = addDays(closedOn, 1)
  return endsBefore === null || closed < endsBefore ? closed : endsBefore
}
