/**
 * Reads and checks the whole body before anything else happens: size, type, form and depth. Never inside
 * a transaction, so a client that goes away holds nothing.
 */
import { createMiddleware } from 'hono/factory'
import { bodyLimit } from 'hono/body-limit'
import { Problem } from '@inclusion/shared/problems'
import type { HttpEnvironment } from './environment.ts'
import { filesTakenBy } from './files.ts'

const largestBody = 1024 * 1024
const deepest = 32

const limitTo = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new Problem('too-large')
    },
  })

const limitOthers = limitTo(largestBody)

/** One limit for every route but those of the table of files, which have their own. */
export const limitBody = createMiddleware<HttpEnvironment>(async function limitBody(c, next) {
  const files = filesTakenBy(c.req.method, c.req.path)
  return (files ? limitTo(files.largest) : limitOthers)(c, next)
})

/** Parses JSON once; later readers of `c.req.json()` get the same value. A route that takes files takes no JSON. */
export const readJson = createMiddleware<HttpEnvironment>(async function readJson(c, next) {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const files = filesTakenBy(c.req.method, c.req.path)
  if (files) {
    const type = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
    if (!files.types.includes(type)) throw new Problem('unsupported-type', { detail: files.whenOther })
    return next()
  }
  const text = await c.req.text()
  if (text === '') return next()
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) throw new Problem('unsupported-type')
  if (depthOf(text) > deepest) throw new Problem('too-deep')
  try {
    JSON.parse(text)
  } catch {
    throw new Problem('malformed-json')
  }
  return next()
})

/** How deep brackets nest, outside strings: one pass, no recursion. */
export function depthOf(json: string): number {
  let depth = 0
  let most = 0
  let inString = false
  for (let index = 0; index < json.length; index++) {
    const character = json[index]
    if (inString) {
      if (character === '\\') index++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '[' || character === '{') most = Math.max(most, ++depth)
    else if (character === ']' || character === '}') depth--
  }
  return most
}
