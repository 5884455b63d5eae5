/** Five years of a programme's quarters for so many authorities: all filed but the last, which is half filled in. */
import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nextPeriod, periodOf, type PeriodId } from '@inclusion/shared/periods'
import { addDays } from '@inclusion/shared/time'
import { findSnapshot } from '@inclusion/server/demonstration/snapshot'
import Database from 'better-sqlite3'

/** The twentieth quarter is the one that is open on the demonstration's first day. */
const firstQuarter: PeriodId = 'FY2021-22-Q4'
const quarters = 20
export const openYear = '2025-26'
export const programme = 'COL'

/** Items asked of an open return, of which half are answered. */
const asked = 20

const periods: PeriodId[] = [firstQuarter]
while (periods.length < quarters + 1) periods.push(nextPeriod(periods.at(-1)!))
const collected = periods.slice(0, quarters)

const code = (index: number): string => `E8${String(index).padStart(7, '0')}`
const dfeCode = (index: number): string => (10 * 36 * 36 + index).toString(36)

/** A copy of the demonstration on disk with that programme beside what it has. */
export async function openCollection(authorities: number): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'returns-bench-')), 'returns.sqlite')
  copyFileSync(await findSnapshot(), path)
  const db = new Database(path)
  db.transaction(() => fill(db, authorities))()
  db.exec('ANALYZE')
  db.close()
  return path
}

function fill(db: Database.Database, authorities: number): void {
  const insert = (table: string, columns: string) =>
    db.prepare(`INSERT OR IGNORE INTO ${table} (${columns}) VALUES (${columns.replaceAll(/\w+/g, '?')})`)
  insert('programmes', 'code, name, summary, calendar, startsOn, endsBefore, settingsReport').run(
    ...[programme, 'Collected', '', 'financial-quarters', '2021-01-01', '2027-01-01', 0],
  )
  const addPeriod = insert('periods', 'id, calendar, startsOn, endsBefore')
  const addWindow = insert('collection_windows', 'programme, periodId, opensOn, dueOn')
  for (const id of collected) {
    const { calendar, startsOn, endsBefore } = periodOf(id)
    addPeriod.run(id, calendar, startsOn, endsBefore)
    addWindow.run(programme, id, endsBefore, addDays(endsBefore, 30))
  }
  const addAuthority = insert('authorities', 'gssCode, dfeCode, name, subregion, isBorough')
  const addGrant = insert(
    'grants',
    'id, programme, gssCode, cohort, cohortStartOn, status, processesPersonalData, invented',
  )
  for (let index = 0; index < authorities; index++) {
    addAuthority.run(code(index), dfeCode(index), `Authority ${index}`, 'Inner', 0)
    addGrant.run(`COL-${code(index)}`, programme, code(index), '2021', '2021-01-01', 'active', 0, 1)
  }
  addReturns(db, authorities, insert)
}

type Insert = (table: string, columns: string) => Database.Statement

function addReturns(db: Database.Database, authorities: number, insert: Insert): void {
  const definitions = db
    .prepare(`SELECT id, indicator FROM indicator_definitions WHERE edition = 1 LIMIT ${asked}`)
    .all() as { id: string; indicator: string }[]
  const addReturn = insert(
    'returns',
    'id, grantId, periodId, tier, standardId, status, submittedBy, acceptedBy, statusSince, dueWhenFiled',
  )
  const addVersion = insert(
    'return_versions',
    'returnId, number, reference, canonical, sha256, findings, standardId, certifiedBy, submittedAt',
  )
  const addItem = insert('return_items', 'returnId, indicator, definitionId')
  const addPoint = insert(
    'data_points',
    'returnId, locator, indicator, value, provenance, revision, changedBy, changedAt',
  )
  // As long as the versions of the demonstration are: what is not read must not cost anything.
  const canonical = 'x'.repeat(20_000 / Math.max(1, authorities / 390))
  const hash = '0'.repeat(64)
  for (const [at, periodId] of collected.entries()) {
    const isOpen = at === collected.length - 1
    const due = addDays(periodOf(periodId).endsBefore, 30)
    for (let index = 0; index < authorities; index++) {
      const id = `COL-${code(index)}-${periodId}`
      const when = `${addDays(due, index % 10 === 0 ? 3 : -3)}T12:00:00.000Z`
      addReturn.run(
        ...[id, `COL-${code(index)}`, periodId, 'standard', 'reference-1'],
        ...(isOpen
          ? ['in-progress', null, null, when, null]
          : ['accepted', 'owen-clarke', 'leila-haddad', when, due]),
      )
      if (!isOpen) addVersion.run(id, 1, id, canonical, hash, '[]', 'reference-1', 'owen-clarke', when)
      else
        for (const [place, { id: definitionId, indicator }] of definitions.entries()) {
          addItem.run(id, indicator, definitionId)
          if (place % 2 === 0) addPoint.run(id, indicator, indicator, 1, 'typed', 1, 'ruth-okafor', when)
        }
    }
  }
}
