/**
 * Refuses a write that identifies a person before anything of it is stored, logged or queued (check 9.1).
 * The audit keeps which kinds stood in which fields, never the text. Only the sign-in forms are not under
 * /api: what is typed there is the address of the person who signs in, and no text of theirs.
 */
import type { Context as HonoContext } from 'hono'
import { createMiddleware } from 'hono/factory'
import { kindsIn } from '@inclusion/shared/privacy/find-identifiers'
import { identifiersIn, itemsOf, type Held } from '@inclusion/shared/privacy/refuse-body'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import { change } from '../trust/change.ts'
import { permissionFor } from './allow.ts'
import type { HttpEnvironment } from './environment.ts'
import { filesTakenBy } from './files.ts'

/** So many fields are told of in the audit: a sheet of identifiers is one event of a bounded size. */
const mostFields = 50

/** Runs after `readJson`, so that the body is well formed and not deep, and before every route. */
export const refusePersonalData = (context: Context) =>
  createMiddleware<HttpEnvironment>(async function refusePersonalData(c, next) {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const route = `${c.req.method} ${permissionFor(c.req.method, c.req.path)?.path}`
    // What is in a file is judged by whoever reads it: nothing of it is text before then.
    const isJson = filesTakenBy(c.req.method, c.req.path) === undefined
    const body: unknown = !isJson || (await c.req.text()) === '' ? null : await c.req.json()
    const aside = besideBody(c)
    const held = [...aside, ...identifiersIn(route, body)]
    if (held.length === 0) return next()
    const isCleanAddress = aside.every(({ path }) => path[0] !== 'address')
    const act = {
      personId: c.get('actor')?.personId ?? null,
      action: 'personal-data.refuse',
      subject: isCleanAddress ? `${c.req.method} ${c.req.path}`.slice(0, 200) : route,
    }
    await change(context, act, async (_, note) =>
      note({
        held: held.slice(0, mostFields).map(({ path, kinds }) => [pathWords(path), kinds]),
        fields: held.length,
      }),
    )
    throw new Problem('personal-data', { errors: itemsOf(held, body) })
  })

/** What a write carries beside its body, and would be kept: its address, and the key of its repeats. */
function besideBody(c: HonoContext): Held[] {
  const { pathname, search } = new URL(c.req.url)
  const inAddress = kindsIn(`${readable(pathname).replaceAll('/', ' | ')} ${readable(search)}`)
  // Keys are made of chance, and of the time: digits alone in one say nothing.
  const inKey = kindsIn(c.req.header('idempotency-key') ?? '').filter((kind) =>
    ['upn', 'email', 'ni'].includes(kind),
  )
  return [
    ...(inAddress.length > 0 ? [{ path: ['address'], kinds: inAddress }] : []),
    ...(inKey.length > 0 ? [{ path: ['Idempotency-Key'], kinds: inKey }] : []),
  ]
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** The names of fields that a stranger made up are texts too: only what reads like a field is kept. */
const pathWords = (path: readonly string[]): string =>
  path.map((name) => (/^(?:\d{1,4}|[a-zA-Z-]{1,30})$/.test(name) ? name : '?')).join('.')
