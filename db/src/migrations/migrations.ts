/** The migrations, listed by hand and in order. Each is SQL that runs on both engines. */
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import * as placesAndProgrammes from './0001-places-and-programmes.ts'
import * as people from './0002-people.ts'
import * as returns from './0003-returns.ts'
import * as standards from './0004-standards.ts'
import * as registers from './0005-registers.ts'
import * as settings from './0006-settings.ts'
import * as uploads from './0007-uploads.ts'
import * as reviews from './0008-reviews.ts'
import * as queue from './0009-queue.ts'
import * as collection from './0010-collection.ts'
import * as amendments from './0011-amendments.ts'
import * as leavingAndTrail from './0012-leaving-and-trail.ts'
import * as howCountsCame from './0013-how-counts-came.ts'
import * as filersLettersAndLevels from './0014-filers-letters-and-levels.ts'

export type Engine = 'sqlite' | 'postgres'

type Script = {
  sql: string
  appendOnly?: string[]
  triggers?: Record<Engine, string[]>
  /** Rows made of what is stored already, where the engines read it differently. */
  backfill?: Record<Engine, string[]>
}

/** Name to script; names sort in the order they run. */
const scripts: Record<string, Script> = {
  '0001-places-and-programmes': placesAndProgrammes,
  '0002-people': people,
  '0003-returns': returns,
  '0004-standards': standards,
  '0005-registers': registers,
  '0006-settings': settings,
  '0007-uploads': uploads,
  '0008-reviews': reviews,
  '0009-queue': queue,
  '0010-collection': collection,
  '0011-amendments': amendments,
  '0012-leaving-and-trail': leavingAndTrail,
  '0013-how-counts-came': howCountsCame,
  '0014-filers-letters-and-levels': filersLettersAndLevels,
}

/** The migrations for one engine: SQLite's types are the ones written, PostgreSQL's are put in their place. */
export function migrationsFor(engine: Engine): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(scripts).map(([name, script]) => [
      name,
      { up: async (db: Kysely<unknown>) => runScript(db, engine, script) },
    ]),
  )
}

async function runScript(db: Kysely<unknown>, engine: Engine, script: Script): Promise<void> {
  const text = engine === 'sqlite' ? script.sql : toPostgres(script.sql)
  const own = [...(script.triggers?.[engine] ?? []), ...(script.backfill?.[engine] ?? [])].map((statement) =>
    engine === 'sqlite' ? statement : quoted(statement),
  )
  const triggers = [
    ...(script.appendOnly ?? []).flatMap((table) => appendOnlyTriggers(engine, table)),
    ...own,
  ]
  for (const statement of [...text.split(/;\s*\n/), ...triggers]) {
    if (statement.trim()) await sql.raw(statement).execute(db)
  }
}

/** Camel case is kept by quoting; INTEGER widens to BIGINT, REAL to DOUBLE PRECISION, STRICT and WITHOUT ROWID go. */
function toPostgres(text: string): string {
  const typed = text
    .replace(/\) STRICT(, WITHOUT ROWID)?/g, ')')
    .replace(/\bINTEGER\b/g, 'BIGINT')
    .replace(/\bREAL\b/g, 'DOUBLE PRECISION')
  return quoted(typed)
}

/** PostgreSQL keeps camel case only between quotes. */
function quoted(text: string): string {
  return text.replace(/(?<!")\b[a-z]+(?:[A-Z][a-z0-9]*)+\b(?!")/g, '"$&"')
}

function appendOnlyTriggers(engine: Engine, table: string): string[] {
  const refusal = `${table} can be added to, never changed`
  if (engine === 'sqlite') {
    return ['UPDATE', 'DELETE'].map(
      (act) =>
        `CREATE TRIGGER ${table}_no_${act.toLowerCase()} BEFORE ${act} ON ${table} BEGIN SELECT RAISE(ABORT, '${refusal}'); END`,
    )
  }
  return [
    `CREATE FUNCTION ${table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${refusal}'; END $$`,
    `CREATE TRIGGER ${table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} EXECUTE FUNCTION ${table}_refuse()`,
  ]
}
