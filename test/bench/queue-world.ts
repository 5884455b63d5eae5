/**
 * Five years of returns for the benchmark of the queue: the demonstration's 39 grants, and as many invented ones as
 * make a hundred times that, each with a return a quarter, its version and its summary. Rows only, as any would be.
 */
import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findSnapshot } from '@inclusion/server/demonstration/snapshot'
import { periodOf, previousPeriod, type PeriodId } from '@inclusion/shared/periods'
import { addDays } from '@inclusion/shared/time'
import Database from 'better-sqlite3'

const latest: PeriodId = 'FY2025-26-Q3'
const quarters = 20
/** Invented programmes, of 32 boroughs each: with the demonstration's 39 grants a hundred times as many. */
const programmesMore = 121

/** A copy of the demonstration on disk, with five years of returns for its grants, or for a hundred times as many. */
export async function openQueueWorld(times: 1 | 100): Promise<{ path: string; returns: number }> {
  const path = join(mkdtempSync(join(tmpdir(), 'returns-bench-')), 'returns.sqlite')
  copyFileSync(await findSnapshot(), path)
  const raw = new Database(path)
  raw.pragma('foreign_keys = ON')
  raw.transaction(() => {
    addPeriods(raw)
    if (times === 100) for (let number = 0; number < programmesMore; number++) addProgramme(raw, number)
    addReturns(raw)
  })()
  raw.exec('ANALYZE')
  const { returns } = raw.prepare('SELECT count(*) AS returns FROM returns').get() as { returns: number }
  raw.close()
  return { path, returns }
}

function periodsBack(): PeriodId[] {
  const periods: PeriodId[] = [latest]
  while (periods.length < quarters) periods.push(previousPeriod(periods.at(-1)!))
  return periods
}

function addPeriods(raw: Database.Database): void {
  const add = raw.prepare(
    `INSERT INTO periods (id, calendar, startsOn, endsBefore) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  )
  for (const id of periodsBack()) {
    const { calendar, startsOn, endsBefore } = periodOf(id)
    add.run(id, calendar, startsOn, endsBefore)
    addWindows(raw, id)
  }
}

function addWindows(raw: Database.Database, id: PeriodId): void {
  const { endsBefore } = periodOf(id)
  raw
    .prepare(
      `INSERT INTO collection_windows (programme, periodId, opensOn, dueOn)
       SELECT code, ?, ?, ? FROM programmes WHERE calendar = 'financial-quarters' ON CONFLICT DO NOTHING`,
    )
    .run(id, endsBefore, addDays(endsBefore, 30))
}

/** `QAA` to `QEQ`. */
const codeOf = (number: number): string =>
  `Q${String.fromCodePoint(65 + Math.floor(number / 26))}${String.fromCodePoint(65 + (number % 26))}`

function addProgramme(raw: Database.Database, number: number): void {
  const code = codeOf(number)
  raw
    .prepare(
      `INSERT INTO programmes (code, name, summary, calendar, startsOn, endsBefore, settingsReport, comparator)
       VALUES (?, ?, '', 'financial-quarters', '2020-04-01', '2027-04-01', 0, NULL)`,
    )
    .run(code, `Programme ${number + 1}`)
  for (const id of periodsBack()) addWindows(raw, id)
  raw
    .prepare(
      `INSERT INTO grants (id, programme, gssCode, cohort, cohortStartOn, status, processesPersonalData, dpiaOn, invented, note)
       SELECT ? || '-' || gssCode, ?, gssCode, '2020', '2020-04-01', 'active', 0, NULL, 1, NULL
       FROM authorities WHERE isBorough = 1`,
    )
    .run(code, code)
}

/** Where a return of the latest quarter stands: four in ten are submitted, and nearly half of those are clean. */
const standing = ['submitted', 'submitted', 'in-progress', 'accepted', 'submitted', 'not-started', 'accepted']

function addReturns(raw: Database.Database): void {
  const grants = raw.prepare('SELECT id FROM grants ORDER BY id').all() as { id: string }[]
  const statements = {
    return: raw.prepare(
      `INSERT INTO returns (id, grantId, periodId, tier, standardId, status, sentBy, sentAt, submittedBy, submittedAt,
       takenBy, takenAt, acceptedBy, acceptedAt, statusSince, dueWhenFiled)
       VALUES (@id, @grantId, @periodId, 'standard', 'reference-1', @status, @sentBy, @at, @submittedBy, @at, @takenBy,
       @takenAt, @acceptedBy, @acceptedAt, @since, @due) ON CONFLICT DO NOTHING`,
    ),
    version: raw.prepare(
      `INSERT INTO return_versions (returnId, number, reference, canonical, sha256, findings, standardId, sentBy, sentAt,
       certifiedBy, submittedAt)
       VALUES (@id, 1, 'bench ' || @id, '{}', @sha256, '[]', 'reference-1', @sentBy, @at, @submittedBy, @at)`,
    ),
    summary: raw.prepare(
      `INSERT INTO filing_summaries (returnId, version, clausesAsked, clausesMet, explained, waived, noted, compared,
       large, gone, largestName, largestTimes, largestIsKnown)
       VALUES (@id, 1, 12, 12, @explained, 0, 2, 22, @large, 0, 'Contact hours', @times, 1)`,
    ),
  }
  for (const [age, periodId] of periodsBack().entries()) {
    for (const [index, { id: grantId }] of grants.entries())
      addReturn(statements, { grantId, periodId, age, index })
  }
}

type Statements = Record<'return' | 'version' | 'summary', Database.Statement>
type Place = { grantId: string; periodId: PeriodId; age: number; index: number }

function addReturn(statements: Statements, { grantId, periodId, age, index }: Place): void {
  const status = age === 0 ? standing[index % standing.length]! : 'accepted'
  const isFiled = status === 'submitted' || status === 'accepted'
  const isTaken = isFiled && (age > 0 || index % 3 === 0)
  const { endsBefore } = periodOf(periodId)
  const at = isFiled ? `${addDays(endsBefore, index % 19)}T10:00:00.000Z` : null
  const row = {
    ...{ id: `${grantId}-${periodId}`, grantId, periodId, status, at, due: addDays(endsBefore, 30) },
    ...{ sentBy: isFiled ? 'ruth-okafor' : null, submittedBy: isFiled ? 'daniel-marsh' : null },
    ...{ takenBy: isTaken ? 'leila-haddad' : null, takenAt: isTaken ? at : null },
    ...{ acceptedBy: status === 'accepted' ? 'leila-haddad' : null },
    ...{ acceptedAt: status === 'accepted' ? at : null, since: at ?? `${endsBefore}T08:00:00.000Z` },
    ...{ sha256: 'a'.repeat(64), explained: index % 4 === 0 ? 2 : 0, large: index % 5 === 0 ? 3 : 0 },
    times: 1 + (index % 60) / 10,
  }
  if (statements.return.run(row).changes === 0 || !isFiled) return
  statements.version.run(row)
  statements.summary.run(row)
}
