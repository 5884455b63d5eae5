/** What every part of the service is handed: one plain object, built once, overridden in tests. */
import { randomBytes, randomInt } from 'node:crypto'
import { pino, type Logger } from 'pino'
import type { Db, OpenDatabase } from '@inclusion/db/open'
import type { Instant, LocalDate } from '@inclusion/shared/time'
import { londonDate } from '@inclusion/shared/time'
import type { Environment } from './env.ts'
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
  /** A new id: UUIDv7 as text, so that ids sort by time. */
  newId: () => string
  /** A one-time code of six digits. */
  newCode: () => string
}

export type ContextParts = {
  database: OpenDatabase
  environment: Environment
  mailer: Mailer
  /** Milliseconds to add to the machine's clock (the demonstration's offset). */
  clockOffset?: number
  overrides?: Partial<Context>
}

export const version = '0.1.0'

export function createContext({
  database,
  environment,
  mailer,
  clockOffset,
  overrides,
}: ContextParts): Context {
  const clock = () => Date.now() + (clockOffset ?? 0)
  return {
    db: database.db,
    environment,
    mailer,
    log: pino({ level: environment.logLevel, redact: ['email', '*.email'] }),
    version,
    now: () => new Date(clock()).toISOString(),
    realNow: () => new Date().toISOString(),
    newId: () => uuidv7(clock()),
    newCode: () => String(randomInt(0, 1_000_000)).padStart(6, '0'),
    ...overrides,
  }
}

/** Today in London by the service's clock. */
export const today = (context: Context): LocalDate => londonDate(context.now())

/** UUID version 7 (RFC 9562): 48 bits of time, then random. */
export function uuidv7(milliseconds: number, random: Buffer = randomBytes(10)): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(milliseconds, 0, 6)
  random.copy(bytes, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
