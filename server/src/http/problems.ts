/**
 * The one place where a refusal becomes a response: RFC 9457, `application/problem+json`; a page in words for a browser
 * that asked for one of the server's own.
 */
import type { Context as HonoContext } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { withoutIdentifiers } from '@inclusion/shared/privacy/find-identifiers'
import { Problem, problems, type ProblemBody, type ProblemType } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import { sorryPage } from '../pages/sorry-page.ts'
import type { HttpEnvironment } from './environment.ts'

/** Constraints of the database, and what to say when one refuses. */
const constraints: Record<string, ProblemType> = {
  returns_reviewer_is_independent: 'reviewer-filed-it',
  returns_certifier_is_another: 'certifier-is-the-sender',
  reopen_requests_answered_by_another: 'reopening-own-request',
  standards_approver_is_another: 'edition-approver-is-proposer',
  amendments_publisher_is_another: 'amendment-publisher-is-proposer',
  waivers_approver_is_another: 'waiver-needs-another',
}

/** SQLite and PostgreSQL codes of a machine in trouble, not a request at fault. */
const troubles: Record<string, ProblemType> = {
  SQLITE_FULL: 'no-space',
  SQLITE_READONLY: 'unavailable',
  SQLITE_BUSY: 'unavailable',
  SQLITE_IOERR: 'unavailable',
  '53100': 'no-space',
  '55P03': 'unavailable',
  '40P01': 'unavailable',
  '57P03': 'unavailable',
  ECONNREFUSED: 'unavailable',
}

export const onError = (context: Context) =>
  function answerWithProblem(error: Error, c: HonoContext<HttpEnvironment>): Response | Promise<Response> {
    const problem = asProblem(error)
    if (problem.type === 'unexpected' || problem.type === 'unavailable' || problem.type === 'no-space') {
      context.log.error(
        { reference: c.get('reference'), path: withoutIdentifiers(c.req.path), error: describe(error) },
        problem.message,
      )
    }
    return asksForPage(c) ? problemPage(context, c, problem) : problemResponse(c, problem)
  }

const asksForPage = (c: HonoContext): boolean =>
  !c.req.path.startsWith('/api/') && (c.req.header('accept') ?? '').includes('text/html')

function problemPage(
  { environment }: Context,
  c: HonoContext<HttpEnvironment>,
  { type, message }: Problem,
): Response | Promise<Response> {
  const { status } = problems[type]
  const reference = status >= 500 ? c.get('reference') : null
  const { demonstration } = environment
  return c.html(sorryPage({ demonstration, message, reference }), status as ContentfulStatusCode)
}

export function onNotFound(c: HonoContext<HttpEnvironment>): Response {
  return problemResponse(c, new Problem('not-found'))
}

function problemResponse(c: HonoContext<HttpEnvironment>, { type, members }: Problem): Response {
  const { status, title } = problems[type]
  const reference = status >= 500 ? { reference: c.get('reference') } : {}
  const body: ProblemBody = { type, title, status, ...reference, ...members }
  return c.json(body, status as ContentfulStatusCode, { 'content-type': 'application/problem+json' })
}

function asProblem(error: Error): Problem {
  if (error instanceof Problem) return error
  if (error instanceof HTTPException)
    return new Problem(error.status === 413 ? 'too-large' : 'invalid-request')
  const refused = Object.keys(constraints).find((name) => error.message.includes(name))
  if (refused) return new Problem(constraints[refused]!)
  const code = 'code' in error ? String(error.code) : ''
  return new Problem(troubles[code] ?? 'unexpected')
}

/**
 * Enough to find the fault; never the parameters, which may hold what a person typed. A driver may quote a
 * value in its message, so identifiers are taken out of that too.
 */
export function describe(error: unknown): { name: string; message: string; stack: string } {
  if (!(error instanceof Error))
    return { name: typeof error, message: withoutIdentifiers(String(error)), stack: '' }
  const { name, message, stack = '' } = error
  return { name, message: withoutIdentifiers(message), stack: withoutIdentifiers(stack) }
}
