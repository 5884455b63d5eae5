/** SQL of uploads. */
import type { Db, Trx } from '@inclusion/db/open'
import type { UploadRow } from '@inclusion/db/tables/uploads'
import type { Context } from '../context.ts'
import type { ReadUpload, UploadContent } from './read-upload.ts'

/** Where one part of a saved figure stood in the file. */
export type FigurePlace = [locator: string, part: string, at: string]

export const placesIn = ({ entries }: Pick<UploadContent, 'entries'>): FigurePlace[] =>
  entries.map(({ locator, part, at }) => [locator, part, at])

type Keeping = { id: string; personId: string; createdAt: string }

/** An upload that waits for a yes. */
export async function insertUpload(trx: Trx, upload: ReadUpload, keeping: Keeping): Promise<void> {
  await insert(trx, upload, {
    ...keeping,
    content: JSON.stringify(upload.content),
    places: null,
    confirmedAt: null,
  })
}

/** An upload that is saved as it is sent. */
export async function insertConfirmed(trx: Trx, upload: ReadUpload, keeping: Keeping): Promise<void> {
  const places = JSON.stringify(placesIn(upload.content))
  await insert(trx, upload, { ...keeping, content: null, places, confirmedAt: keeping.createdAt })
}

type Rest = Pick<UploadRow, 'id' | 'personId' | 'createdAt' | 'content' | 'places' | 'confirmedAt'>

async function insert(trx: Trx, { view, name, format, sha256 }: ReadUpload, rest: Rest): Promise<void> {
  await trx
    .insertInto('uploads')
    .values({ returnId: view.id, fileName: name, format, sha256, ...rest })
    .execute()
}

/** A person's own upload to a return; nobody else's is found. */
export const findUpload = (db: Db | Trx, of: { id: string; returnId: string; personId: string }) =>
  db
    .selectFrom('uploads')
    .selectAll()
    .where('id', '=', of.id)
    .where('returnId', '=', of.returnId)
    .where('personId', '=', of.personId)
    .executeTakeFirst()

/** The figures of a return that this person saved last, and from a file. */
export async function figuresFromFiles(
  db: Db | Trx,
  { returnId, personId }: { returnId: string; personId: string },
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('data_points')
    .select('locator')
    .where('returnId', '=', returnId)
    .where('changedBy', '=', personId)
    .where('provenance', '=', 'file')
    .execute()
  return new Set(rows.map(({ locator }) => locator))
}

/** The last thing this person sent to a return. */
export const latestUpload = (db: Db | Trx, of: { returnId: string; personId: string }) =>
  db
    .selectFrom('uploads')
    .select(['id', 'fileName', 'createdAt', 'confirmedAt', 'places'])
    .where('returnId', '=', of.returnId)
    .where('personId', '=', of.personId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Keeps the file's name and where each figure stood, and forgets what it said; false when that was done before. */
export async function markConfirmed(
  trx: Trx,
  { id, places, at }: { id: string; places: FigurePlace[]; at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('uploads')
    .set({ content: null, places: JSON.stringify(places), confirmedAt: at })
    .where('id', '=', id)
    .where('confirmedAt', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

export async function deleteWaiting(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('uploads').where('id', '=', id).where('confirmedAt', 'is', null).execute()
}

/** Forgets what nobody confirmed and was sent before a moment, and answers how many. */
export async function deleteUnconfirmed({ db }: Pick<Context, 'db'>, before: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('uploads')
    .where('confirmedAt', 'is', null)
    .where('createdAt', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
