/** What a write is called in the audit, and the key that makes its repeats harmless. */
import type { Context as HonoContext } from 'hono'
import { Problem } from '@inclusion/shared/problems'
import { sha256 } from '../trust/audit.ts'
import type { Act } from '../trust/change.ts'
import { actorOf } from './allow.ts'
import type { HttpEnvironment } from './environment.ts'

const longestKey = 100

/** The act of this request: who, what, on what, and its `Idempotency-Key` if it has one. */
export async function actOf(c: HonoContext<HttpEnvironment>, action: string, subject: string): Promise<Act> {
  const { personId } = actorOf(c)
  const key = c.req.header('idempotency-key')
  if (key === undefined) return { personId, action, subject }
  if (key.length > longestKey || !/^[\x21-\x7e]+$/.test(key)) {
    throw new Problem('invalid-request', {
      errors: [{ field: 'Idempotency-Key', message: `Use 1 to ${longestKey} visible characters` }],
    })
  }
  const route = `${c.req.method} ${c.req.path}`
  return {
    personId,
    action,
    subject,
    repeatable: { key, route, bodyHash: sha256(new Uint8Array(await c.req.arrayBuffer())) },
  }
}
