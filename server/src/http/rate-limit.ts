/** Limits on attempts to sign in: by client address always, and by email beside it. In memory, bounded. */
import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as HonoContext } from 'hono'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import type { HttpEnvironment } from './environment.ts'

const windowMinutes = 15
const mostKeys = 50_000

/** How many in a window. One address may be a whole council behind one gateway. */
export const limits = {
  'code-asked': { address: 60, email: 6 },
  'code-tried': { address: 60, email: 12 },
} as const

export type Attempt = keyof typeof limits

export type RateLimit = (c: HonoContext<HttpEnvironment>, attempt: Attempt, email: string) => void

type Count = { from: number; used: number }

/** Counts an attempt; throws Problem('too-many-requests') once the address or the email has had its share. */
export function createRateLimit(context: Context): RateLimit {
  const counts = new Map<string, Count>()
  return function limit(c, attempt, email) {
    const now = Date.parse(context.realNow())
    const keys = [
      { key: `${attempt} ${network(clientAddress(c, context))}`, most: limits[attempt].address },
      { key: `${attempt} ${hashed(email, context)}`, most: limits[attempt].email },
    ]
    for (const { key, most } of keys) {
      if (use(counts, key, now) > most) throw new Problem('too-many-requests')
    }
  }
}

/** How often the key was used in its window, this time included. The key used longest ago makes room. */
function use(counts: Map<string, Count>, key: string, now: number): number {
  const known = counts.get(key)
  const count = known && now - known.from < windowMinutes * 60_000 ? known : { from: now, used: 0 }
  count.used++
  counts.delete(key)
  counts.set(key, count)
  if (counts.size > mostKeys) counts.delete(counts.keys().next().value!)
  return count.used
}

/** An email is kept only as a keyed hash. */
const hashed = (email: string, { environment }: Context): string =>
  createHmac('sha256', environment.authSecret).update(email).digest('base64url')

/**
 * The client's address: from the trusted proxy's header (its last entry, the one the proxy itself wrote),
 * else the socket's.
 */
export function clientAddress(c: HonoContext, { environment }: Context): string {
  const { clientIpHeader } = environment
  const header = clientIpHeader === null ? undefined : c.req.header(clientIpHeader)
  return (header?.split(',').at(-1)?.trim() ?? socketAddress(c)).slice(0, 45)
}

/** A request that came by no socket (a test's) has no address. */
function socketAddress(c: HonoContext): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

/** What is counted as one client: an IPv6 client has a whole /64 to itself. */
export function network(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address
  const [before = '', after] = address.split('%')[0]!.split('::')
  const head = before === '' ? [] : before.split(':')
  const tail = after ? after.split(':') : []
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length
  const groups = [...head, ...Array<string>(zeros).fill('0'), ...tail].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
