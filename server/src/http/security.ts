/** What every response carries, and which requests are refused before anything reads them. */
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import type { HttpEnvironment } from './environment.ts'

const oneYear = 365 * 24 * 60 * 60

/** A reference for the log and for unexpected errors, given back as `X-Reference`. */
export const giveReference = (context: Context) =>
  createMiddleware<HttpEnvironment>(async function giveReference(c, next) {
    const reference = context.newId()
    c.set('reference', reference)
    c.header('x-reference', reference)
    await next()
  })

/** Strict headers: nothing inline, nothing from elsewhere, no frames, HTTPS kept once met. */
export const headers = ({ environment }: Context) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    strictTransportSecurity: environment.origin.startsWith('https:')
      ? `max-age=${oneYear}; includeSubDomains`
      : false,
    xFrameOptions: 'DENY',
    // Not no-referrer: under that a browser sends our own forms with `Origin: null`.
    referrerPolicy: 'same-origin',
    permissionsPolicy: {
      camera: [],
      microphone: [],
      geolocation: [],
      payment: [],
      usb: [],
      displayCapture: [],
    },
  })

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a request that another site made a browser send. `Sec-Fetch-Site` decides where there is one,
 * else `Origin`; every browser sends one of them with an unsafe method, so a request with neither is not
 * from a browser and carries nobody's cookie.
 */
export const refuseCrossSite = (context: Context) =>
  createMiddleware<HttpEnvironment>(async function refuseCrossSite(c, next) {
    if (safe.has(c.req.method)) return next()
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const ours =
      site === undefined
        ? origin === undefined || isOurs(context, origin, c.req.header('host'))
        : site === 'same-origin' || site === 'none'
    if (!ours) throw new Problem('cross-site')
    await next()
  })

/** The demonstration is also opened by addresses that it was not told of, so there the host must agree. */
function isOurs({ environment }: Context, origin: string, host: string | undefined): boolean {
  if (origin === environment.origin) return true
  return environment.demonstration && (origin === `http://${host}` || origin === `https://${host}`)
}

/** Answers of the API are for one person at one moment. */
export const noStore = createMiddleware<HttpEnvironment>(async function noStore(c, next) {
  c.header('cache-control', 'no-store')
  await next()
})
