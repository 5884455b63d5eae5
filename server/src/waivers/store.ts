/** SQL of waivers. */
import type { Db, Trx } from '@inclusion/db/open'
import type { WaiverRow } from '@inclusion/db/tables/standards'
import { readCheck } from '../standards/read-check.ts'

export type Waiver = WaiverRow

export function findWaiver(db: Db | Trx, id: string): Promise<Waiver | undefined> {
  return db.selectFrom('waivers').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Every waiver there ever was, the latest request first. */
export function listWaivers(db: Db): Promise<Waiver[]> {
  return db.selectFrom('waivers').selectAll().orderBy('requestedAt', 'desc').orderBy('id', 'desc').execute()
}

/** The checks of every published edition by code, with the title that the latest one gives them. */
export async function publishedChecks(db: Db | Trx): Promise<{ code: string; title: string }[]> {
  const rows = await db
    .selectFrom('checks')
    .innerJoin('standards', 'standards.id', 'checks.standardId')
    .select(['code', 'body'])
    .where('standards.status', '=', 'published')
    .orderBy('standards.effectiveFrom')
    .orderBy('standards.publishedAt')
    .orderBy('checks.position')
    .execute()
  const titles = new Map(rows.map((row) => [row.code, readCheck(row).title]))
  return [...titles].map(([code, title]) => ({ code, title }))
}

/** Settings with the authorities whose grants they take part in, their own first. */
export async function settingPlaces(db: Db | Trx) {
  const settings = await db
    .selectFrom('settings')
    .select(['urn', 'name', 'gssCode'])
    .orderBy('name')
    .execute()
  const taking = await db
    .selectFrom('grant_settings')
    .innerJoin('grants', 'grants.id', 'grant_settings.grantId')
    .select(['urn', 'grants.gssCode'])
    .distinct()
    .execute()
  return settings.map(({ urn, name, gssCode }) => ({
    urn,
    name,
    gssCodes: [...new Set([gssCode, ...taking.filter((row) => row.urn === urn).map((row) => row.gssCode)])],
  }))
}
