/**
 * Many rows in one statement, as one JSON parameter: several times faster than a row a statement, and
 * free of the engines' limits on the number of parameters (measured in `test/bench`).
 */
import { sql, type RawBuilder } from 'kysely'
import type { Trx, Db } from './open.ts'
import type { Tables } from './tables/tables.ts'
import { engineOf } from './engine.ts'

export type Row = Record<string, string | number | null>

export type RowTypes = Record<string, 'text' | 'number'>

/**
 * Rows as a table expression with the named columns, from one JSON parameter. SQLite gets arrays and reads
 * them by position, three times faster than by name; PostgreSQL names and types them once.
 */
export function jsonRows(db: Db | Trx, rows: Row[], columns: RowTypes): RawBuilder<unknown> {
  const names = Object.keys(columns)
  if (engineOf(db) === 'postgres') {
    const typed = names.map(
      (name) => sql`${sql.id(name)} ${sql.raw(columns[name] === 'text' ? 'text' : 'double precision')}`,
    )
    return sql`(SELECT ${sql.join(names.map((name) => sql.id(name)))} FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(${sql.join(typed)}))`
  }
  const picked = names.map((_name, position) => sql`value ->> ${sql.lit(position)}`)
  const values = JSON.stringify(rows.map((row) => names.map((name) => row[name] ?? null)))
  return sql`(SELECT ${sql.join(picked)} FROM json_each(${values}) WHERE true)`
}

export type RowShape = {
  columns: RowTypes
  key: string[]
  /** Replace only a row whose revision is the one before the given row's: the lock on a figure. */
  byRevision?: true
  /** Leave a row that is there as it is. */
  keep?: true
}

/**
 * Inserts rows; on a row with the same key, replaces every other column. Answers how many rows were
 * written: fewer than given when `byRevision` met a row that somebody else had changed.
 */
export async function upsertRows(
  db: Db | Trx,
  table: keyof Tables,
  rows: Row[],
  shape: RowShape,
): Promise<number> {
  if (rows.length === 0) return 0
  const names = Object.keys(shape.columns)
  const others = names.filter((name) => !shape.key.includes(name))
  const replace =
    shape.keep || others.length === 0
      ? sql`NOTHING`
      : sql`UPDATE SET ${sql.join(others.map((name) => sql`${sql.id(name)} = excluded.${sql.id(name)}`))}`
  const unchanged = shape.byRevision
    ? sql` WHERE ${sql.table(table)}.revision = excluded.revision - 1`
    : sql``
  const { numAffectedRows } =
    await sql`INSERT INTO ${sql.table(table)} (${sql.join(names.map((name) => sql.id(name)))})
    SELECT * FROM ${jsonRows(db, rows, shape.columns)} AS given
    WHERE true
    ON CONFLICT (${sql.join(shape.key.map((name) => sql.id(name)))}) DO ${replace}${unchanged}`.execute(db)
  return Number(numAffectedRows ?? 0)
}
