/**
 * The events of a search as a file: CSV for a spreadsheet, or JSON lines, which hold each event exactly as its hash
 * covers it, so that others can verify it (docs/audit-trail.md). Written piece by piece, and of a bounded size.
 */
import { setImmediate } from 'node:timers/promises'
import type { Db } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import { londonDate } from '@inclusion/shared/time'
import type { Context } from '../context.ts'
import { namesOf } from '../returns/store.ts'
import { csvHeader, csvLines } from '../templates/guarded-csv.ts'
import { countEvents, findEvents, type AuditEvent, type ScopedSearch } from './search.ts'

/** A file that a spreadsheet still opens. */
export const mostExported = 100_000
const atOnce = 1000

export const exportTypes = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
} as const
export type ExportFormat = keyof typeof exportTypes

const columns = 'number at personId name action subject detail id previousHash hash'.split(' ')

export const exportName = (context: Context, format: ExportFormat): string =>
  `audit-trail-${londonDate(context.now())}.${format}`

/** Throws `too-many-events` for a search that finds more than a file may hold; else the file, latest event first. */
export async function exportEvents(
  context: Context,
  search: ScopedSearch,
  format: ExportFormat,
): Promise<ReadableStream<Uint8Array>> {
  if ((await countEvents(context.db, search, mostExported)) > mostExported)
    throw new Problem('too-many-events')
  return ReadableStream.from(pieces(context, search, format))
}

async function* pieces(
  { db }: Context,
  search: ScopedSearch,
  format: ExportFormat,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  if (format === 'csv') yield encoder.encode(csvHeader(columns))
  let before: number | undefined
  for (;;) {
    const events = await findEvents(db, search, { before, most: atOnce })
    if (events.length === 0) return
    const text = format === 'csv' ? csvLines(await rowsOf(db, events)) : events.map(jsonLine).join('')
    yield encoder.encode(text)
    before = events.at(-1)!.position
    await setImmediate()
  }
}

/** The event as it is stored: without its hash, what the hash is of. */
const jsonLine = (event: AuditEvent): string => `${JSON.stringify(event)}\n`

async function rowsOf(db: Db, events: readonly AuditEvent[]): Promise<string[][]> {
  const names = await namesOf(
    db,
    events.map(({ personId }) => personId),
  )
  return events.map(({ position, at, personId, ...event }) => [
    String(position),
    at,
    personId ?? '',
    personId === null ? '' : (names[personId] ?? ''),
    event.action,
    event.subject,
    event.detail,
    event.id,
    event.previousHash,
    event.hash,
  ])
}
