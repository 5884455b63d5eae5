/**
 * Whether the audit trail is whole: every event read again, its hash worked out anew and followed to the next. One
 * function for the page, the command and the tests.
 */
import { setImmediate } from 'node:timers/promises'
import type { Selectable } from 'kysely'
import type { Db } from '@inclusion/db/open'
import type { AuditEventRow, AuditHeadRow } from '@inclusion/db/tables/trust'
import { canonicalJson } from '@inclusion/shared/canonical'
import { sha256 } from './audit.ts'

/** The first place where the chain does not hold, and what is wrong there. */
export type ChainBreak = {
  /** The number of the event that is missing, changed or out of its place. */
  position: number
  /** When that event says it was; of a missing one, when the event before it was. */
  at: string | null
  why: string
}

export type ChainReport = {
  /** How many events are whole: all of them, or those before the first break. */
  events: number
  /** When the first and the last of those were. */
  since: string | null
  until: string | null
  /** The hash of the last of those: kept elsewhere, it proves later that the trail up to it is the same. */
  hash: string
  broken: ChainBreak | null
}

/** The number and the hash of an event, as somebody kept them apart from the database. */
export type Kept = { position: number; hash: string }

const atOnce = 1000

/**
 * Reads the whole chain, as long as it is when this begins, and says where it first breaks, if it does. A long trail
 * is read in parts, with a breath between them for everybody else. Held against what was kept elsewhere, a trail that
 * was cut short or written anew together with its head is told too.
 */
export async function verifyChain(db: Db, kept?: Kept): Promise<ChainReport> {
  // Before the events: what comes meanwhile is none of this.
  const head = await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()
  const report: ChainReport = { events: 0, since: null, until: null, hash: '', broken: null }
  for (;;) {
    const events = await readOn(db, report.events, head)
    for (const event of events) {
      const broken = faultOf(event, report) ?? faultBeside(event, kept)
      if (broken) return { ...report, broken }
      report.hash = event.hash
      report.events = event.position
      report.since ??= event.at
      report.until = event.at
    }
    if (events.length < atOnce) return { ...report, broken: faultAtTheEnd(report, head, kept) }
    await setImmediate()
  }
}

type Stored = Selectable<AuditEventRow>
type Head = Selectable<AuditHeadRow>

const readOn = (db: Db, after: number, head: Head): Promise<Stored[]> =>
  db
    .selectFrom('audit_events')
    .selectAll()
    .where('position', '>', after)
    .where('position', '<=', head.position)
    .orderBy('position')
    .limit(atOnce)
    .execute()

function faultOf(
  { hash, ...event }: Stored,
  { events, hash: previousHash, until }: ChainReport,
): ChainBreak | null {
  const position = events + 1
  if (event.position !== position) return { position, at: until, why: 'an event is missing' }
  const { at } = event
  if (event.previousHash !== previousHash)
    return { position, at, why: 'it does not follow the one before it' }
  if (sha256(canonicalJson(event)) !== hash) return { position, at, why: 'its content was changed' }
  return null
}

function faultBeside({ position, at, hash }: Stored, kept?: Kept): ChainBreak | null {
  if (position !== kept?.position || hash === kept.hash) return null
  return { position, at, why: 'it is not the one whose hash was kept: the trail was written anew' }
}

/** What the head remembers must be the last event, and none may be missing that was kept elsewhere. */
function faultAtTheEnd({ events, until, hash }: ChainReport, head: Head, kept?: Kept): ChainBreak | null {
  const isWhole = head.position === events && head.hash === hash && (kept?.position ?? 0) <= events
  return isWhole ? null : { position: events + 1, at: until, why: 'the last events were removed' }
}
