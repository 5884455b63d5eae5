/** What every part of the service is handed: one plain object, built once, overridden in tests. */
import { randomBytes, randomInt } from 'node:crypto'
import { pino, type Logger } from 'pino'
import type { Db, OpenDatabase } from '@inclusion/db/open'
import type { Instant, LocalDate } from '@inclusion/shared/time'
import { londonDate } from '@inclusion/shared/time'
import type { Environment } from './env.ts'
import { createLater, type Later } from './later.ts'
import type { Mailer } from './mail/mailer.ts'

export type Context = {
  db: Db
  environment: Environment
  mailer: Mailer
  log: Logger
  version: string
  /** The service's clock. In the demonstration it starts at 20 January 2026 and ticks from there. */
  now: () => Instant
  /** The machine's clock, whatever `now` says: for sessions, codes and limits on attempts. */
  realNow: () => Instant
  /** A new id: UUIDv7 as text, so that ids sort in the order they were made. */
  newId: () => string
  /** A one-time code of six digits. */
  newCode: () => string
  /** Work that goes on after the answer. */
  later: Later
}

export type ContextParts = {
  database: OpenDatabase
  environment: Environment
  mailer: Mailer
  /** Milliseconds to add to the machine's clock (the demonstration's offset). */
  clockOffset?: number
  overrides?: Partial<Context>
}

export const version = '0.5.0'

export function createContext({
  database,
  environment,
  mailer,
  clockOffset,
  overrides,
}: ContextParts): Context {
  const clock = () => Date.now() + (clockOffset ?? 0)
  const log = pino({ level: environment.logLevel, redact: ['email', '*.email'] })
  return {
    db: database.db,
    environment,
    mailer,
    log,
    version,
    now: () => new Date(clock()).toISOString(),
    realNow: () => new Date().toISOString(),
    newId: createIds(clock),
    newCode: () => String(randomInt(0, 1_000_000)).padStart(6, '0'),
    later: createLater(log),
    ...overrides,
  }
}

/** Today in London by the service's clock. */
export const today = (context: Context): LocalDate => londonDate(context.now())

/** Ids that follow one another, also within a millisecond: UUIDv7 with a counter (RFC 9562, 6.2, method 1). */
export function createIds(clock: () => number): () => string {
  let latest = 0
  let count = 0
  return function newId() {
    const now = clock()
    if (now > latest) [latest, count] = [now, 0]
    else if (count < mostInMillisecond) count++
    // A full counter borrows the next millisecond, and a clock that goes back waits for itself.
    else [latest, count] = [latest + 1, 0]
    return uuidv7(latest, count)
  }
}

const mostInMillisecond = 0xf_ff

/** UUID version 7: 48 bits of time, 12 of a counter, the rest random. */
function uuidv7(milliseconds: number, count: number): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(milliseconds, 0, 6)
  bytes.writeUInt16BE(0x70_00 | count, 6)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
