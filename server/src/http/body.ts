/**
 * Reads and checks the whole body before anything else happens: size, type, form and depth. Never inside
 * a transaction, so a client that goes away holds nothing.
 */
import { createMiddleware } from 'hono/factory'
import { bodyLimit } from 'hono/body-limit'
import { Problem } from '@inclusion/shared/problems'
import type { HttpEnvironment } from './environment.ts'

const largestBody = 1024 * 1024
const deepest = 32

export const limitBody = bodyLimit({
  maxSize: largestBody,
  onError: () => {
    throw new Problem('too-large')
  },
})

/** Parses JSON once; later readers of `c.req.json()` get the same value. */
export const readJson = createMiddleware<HttpEnvironment>(async function readJson(c, next) {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
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
