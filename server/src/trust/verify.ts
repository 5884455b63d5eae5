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
  broken: ChainBreak | null
}

const atOnce = 1000

/**
 * Reads the whole chain, as long as it is when this begins, and says where it first breaks, if it does. A long trail
 * is read in parts, with a breath between them for everybody else.
 */
export async function verifyChain(db: Db): Promise<ChainReport> {
  // Before the events: what comes meanwhile is none of this.
  const head = await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()
  const report: ChainReport = { events: 0, since: null, until: null, broken: null }
  let previousHash = ''
  for (;;) {
    const events = await readOn(db, report.events, head)
    for (const event of events) {
      const broken = faultOf(event, { position: report.events + 1, previousHash, until: report.until })
      if (broken) return { ...report, broken }
      previousHash = event.hash
      report.events = event.position
      report.since ??= event.at
      report.until = event.at
    }
    if (events.length < atOnce) return { ...report, broken: faultAtTheEnd(report, { head, previousHash }) }
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

type Expected = { position: number; previousHash: string; until: string | null }

function faultOf({ hash, ...event }: Stored, expected: Expected): ChainBreak | null {
  const { position } = expected
  if (event.position !== position) return { position, at: expected.until, why: 'an event is missing' }
  const { at } = event
  if (event.previousHash !== expected.previousHash)
    return { position, at, why: 'it does not follow the one before it' }
  if (sha256(canonicalJson(event)) !== hash) return { position, at, why: 'its content was changed' }
  return null
}

/** What the head remembers must be the last event. */
function faultAtTheEnd(
  { events, until }: ChainReport,
  { head, previousHash }: { head: Head; previousHash: string },
): ChainBreak | null {
  if (head.position === events && head.hash === previousHash) return null
  return { position: events + 1, at: until, why: 'the last events were removed' }
}
