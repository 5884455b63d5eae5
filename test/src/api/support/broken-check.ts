/** Fault injection: editions that are published are frozen, so a check is broken in a draft of them. */
import type { Service } from '../../support/service.ts'

/** Makes a copy of the returns' edition in which one check is broken, and puts the returns under it, by SQL. */
export async function breakCheck(
  { context }: Service,
  code: string,
  body: object | string,
  returnIds: readonly string[],
): Promise<void> {
  const { db } = context
  const { standardId: basedOn } = await db
    .selectFrom('returns')
    .select('standardId')
    .where('id', '=', returnIds[0]!)
    .executeTakeFirstOrThrow()
  const ground = await db
    .selectFrom('standards')
    .selectAll()
    .where('id', '=', basedOn)
    .executeTakeFirstOrThrow()
  const checks = await db.selectFrom('checks').selectAll().where('standardId', '=', basedOn).execute()
  const id = `broken-${code}`
  await db
    .insertInto('standards')
    .values({ ...ground, id, name: `Broken ${code}`, status: 'draft', publishedAt: null })
    .execute()
  const broken = (text: string) =>
    typeof body === 'string' ? body : JSON.stringify({ ...(JSON.parse(text) as object), ...body })
  const copies = checks.map((check) => ({
    ...check,
    standardId: id,
    body: check.code === code ? broken(check.body) : check.body,
  }))
  for (let at = 0; at < copies.length; at += 20)
    await db
      .insertInto('checks')
      .values(copies.slice(at, at + 20))
      .execute()
  await db.updateTable('returns').set({ standardId: id }).where('id', 'in', returnIds).execute()
}
