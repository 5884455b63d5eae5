/** Which file a figure came in with, and where in it each part stood. The file itself is never kept. */
import type { Db } from '@inclusion/db/open'
import type { Locator } from '@inclusion/shared/locators'
import type { FigurePlace } from '../uploads/store.ts'
import type { FileSource } from './figure-provenance.ts'

export type SavedFile = FileSource & { confirmedAt: string }

/** The files that gave a figure of a return, first to last. */
export async function findFiles(db: Db, returnId: string, locator: Locator): Promise<SavedFile[]> {
  const rows = await db
    .selectFrom('uploads')
    .select(['fileName', 'format', 'places', 'confirmedAt'])
    .where('returnId', '=', returnId)
    .where('confirmedAt', 'is not', null)
    .orderBy('confirmedAt')
    .execute()
  return rows.flatMap(({ fileName, format, places, confirmedAt }) => {
    const own = ((places === null ? [] : JSON.parse(places)) as FigurePlace[]).filter(
      ([at]) => at === locator,
    )
    if (own.length === 0) return []
    const named = own.map(([, part, at]) => ({ part, at }))
    return [{ name: fileName, format, places: named, confirmedAt: confirmedAt ?? '' }]
  })
}

/** The file of a change: the first that was saved at that moment or after it, as a save is marked before its file. */
export function fileOfChange(files: readonly SavedFile[], changedAt: string): FileSource | null {
  const found = files.find(({ confirmedAt }) => confirmedAt >= changedAt)
  if (!found) return null
  const { name, format, places } = found
  return { name, format, places }
}
