/** SQL of amendments: the drafts and what became of them. */
import type { AmendmentRow } from '@inclusion/db/tables/amendments'
import { engineOf } from '@inclusion/db/engine'
import type { Db, Trx } from '@inclusion/db/open'
import { AmendmentContent } from '@inclusion/shared/framework/amendment'
import type { OtherAmendment } from '@inclusion/shared/framework/ground'
import type { Selectable, Updateable } from 'kysely'

export type Amendment = Omit<Selectable<AmendmentRow>, 'content'> & { content: AmendmentContent }

const parse = (content: string): AmendmentContent => AmendmentContent.parse(JSON.parse(content))

const read = ({ content, ...row }: Selectable<AmendmentRow>): Amendment => ({
  ...row,
  content: parse(content),
})

export async function findAmendment(db: Db | Trx, id: string): Promise<Amendment | null> {
  const row = await db.selectFrom('amendments').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? read(row) : null
}

/** The amendment, held against other writers until the transaction ends. SQLite has one writer. */
export async function lockAmendment(trx: Trx, id: string): Promise<Amendment | null> {
  const query = trx.selectFrom('amendments').selectAll().where('id', '=', id)
  const row = await (engineOf(trx) === 'sqlite' ? query : query.forUpdate()).executeTakeFirst()
  return row ? read(row) : null
}

/** Every amendment, the one changed last at the top. */
export async function listAmendments(db: Db): Promise<Amendment[]> {
  const rows = await db
    .selectFrom('amendments')
    .selectAll()
    .orderBy('changedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(read)
}

/** What else of a programme is drafted or proposed, the one begun first before the others. */
export async function findOthers(db: Db | Trx, programme: string, id: string): Promise<OtherAmendment[]> {
  const rows = await db
    .selectFrom('amendments')
    .innerJoin('people', 'people.id', 'amendments.createdBy')
    .select(['amendments.name', 'people.name as by', 'content'])
    .where('programme', '=', programme)
    .where('amendments.status', 'in', ['draft', 'proposed'])
    .where('amendments.id', '!=', id)
    .orderBy('amendments.createdAt')
    .orderBy('amendments.id')
    .execute()
  return rows.map(({ content, ...row }) => ({ ...row, content: parse(content) }))
}

export async function moveAmendment(trx: Trx, id: string, set: Updateable<AmendmentRow>): Promise<void> {
  await trx.updateTable('amendments').set(set).where('id', '=', id).execute()
}

/**
 * Holds every amendment of the programme that one is of, so that two of them are never published at the same moment.
 * Answers the programme; null for one that is not there.
 */
export async function lockAmendmentsOf(trx: Trx, id: string): Promise<string | null> {
  const found = await trx.selectFrom('amendments').select('programme').where('id', '=', id).executeTakeFirst()
  if (!found) return null
  const all = trx.selectFrom('amendments').select('id').where('programme', '=', found.programme).orderBy('id')
  if (engineOf(trx) !== 'sqlite') await all.forUpdate().execute()
  return found.programme
}
