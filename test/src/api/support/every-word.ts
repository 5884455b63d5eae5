/** Everything that a service keeps, searched for words: each table, the file itself, letters and the log. */
import { existsSync, readFileSync } from 'node:fs'
import type { Context } from '@inclusion/server/context'
import { sql, type RawBuilder } from 'kysely'
import type { Service } from '../../support/service.ts'

/** A logger that keeps its lines, at every level. */
export function recordingLog(): { lines: string[]; log: Context['log'] } {
  const lines: string[] = []
  const record = (...said: unknown[]) => void lines.push(JSON.stringify(said))
  const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal']
  const log: Record<string, unknown> = Object.fromEntries(levels.map((level) => [level, record]))
  log['child'] = () => log
  return { lines, log: log as unknown as Context['log'] }
}

/** Tables in whose rows a word stands; `none of 30 tables` proves that there were tables to look into. */
export async function tablesWith({ database }: Service, words: readonly string[]): Promise<string[]> {
  const names: RawBuilder<{ name: string }> =
    database.engine === 'sqlite'
      ? sql`SELECT name FROM sqlite_master WHERE type = 'table'`
      : sql`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`
  const tables = (await names.execute(database.db)).rows.map(({ name }) => name)
  const found: string[] = []
  for (const table of tables) {
    const { rows } = await sql`SELECT * FROM ${sql.table(table)}`.execute(database.db)
    if (holds(JSON.stringify(rows), words)) found.push(table)
  }
  return tables.length > 20 ? found : ['too few tables']
}

/** Files of a SQLite database, its log of writes included, in whose bytes a word stands. */
export const filesWith = (file: string, words: readonly string[]): string[] =>
  [file, `${file}-wal`, `${file}-shm`, `${file}-journal`].filter(
    (path) => existsSync(path) && holds(readFileSync(path, 'latin1'), words),
  )

export function holds(text: string, words: readonly string[]): boolean {
  const small = text.toLowerCase()
  return words.some((word) => small.includes(word.toLowerCase()))
}
