/** The API, typed by the server's own routes: types only, so that no line of the server is in the bundle. */
import type { ProblemBody } from '@inclusion/shared/problems'
import type { IndicatorRoutes } from '@inclusion/server/framework/routes'
import type { HomeRoutes, MeRoutes } from '@inclusion/server/home/routes'
import type { ReceiptRoutes } from '@inclusion/server/receipts/routes'
import type { ReturnRoutes } from '@inclusion/server/returns/routes'
import type { ReviewRoutes } from '@inclusion/server/reviews/routes'
import type { SettingReportRoutes } from '@inclusion/server/setting-reports/routes'
import type { SettingRoutes } from '@inclusion/server/settings/routes'
import { hc } from 'hono/client'

/** The server refused: the problem says why, in words to show. */
export class ProblemError extends Error {
  readonly problem: ProblemBody

  constructor(problem: ProblemBody) {
    // What is refused for naming somebody says where and why: the title alone would not help to mend it.
    const items = problem.type === 'personal-data' ? problem.errors?.map(({ message }) => message) : null
    super(problem.detail ?? items?.join(' ') ?? problem.title)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** The server could not be reached, or what answered was not the service. Worth another try. */
export class NotConnected extends Error {
  constructor(options?: ErrorOptions) {
    super('Not connected. Try again when you are back online.', options)
    this.name = 'NotConnected'
  }
}

/** What `call` needs of a typed response. */
type Answer<Body> = { ok: boolean; status: number; json: () => Promise<Body> }

/**
 * The body of an answer. Throws ProblemError for a refusal and NotConnected when there was no answer of
 * the service: `call(api.returns[':id'].$get({ param: { id } }))`.
 */
export async function call<Body>(request: Promise<Answer<Body>>): Promise<Body> {
  const answer = await request.catch((cause: unknown) => {
    throw new NotConnected({ cause })
  })
  if (!answer.ok) throw await refusal(answer)
  return answer.json()
}

async function refusal(answer: Answer<unknown>): Promise<Error> {
  const body: unknown = await answer.json().catch(() => null)
  return isProblem(body) ? new ProblemError(body) : new NotConnected({ cause: `status ${answer.status}` })
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'type' in body && 'title' in body && 'status' in body
}

/**
 * One act has one key, however often it is sent: give it to every try of the same write, and the server
 * counts it once.
 */
export function once(key: string = crypto.randomUUID()): { headers: Record<string, string> } {
  return { headers: { 'Idempotency-Key': key } }
}

/**
 * The one door through which this client writes. A write without a key of its own gets one, and one that
 * identifies a person is answered here as the server would: it never leaves the browser.
 */
const send: typeof fetch = async (input, init = {}) => {
  const headers = new Headers(init.headers)
  const writes = !['GET', 'HEAD'].includes(init.method ?? 'GET')
  if (writes && typeof init.body === 'string') {
    const { refuseHere } = await import('./privacy-guard.ts')
    const refused = refuseHere(input, { method: init.method, body: init.body })
    if (refused) return refused
  }
  if (writes && !headers.has('Idempotency-Key')) headers.set('Idempotency-Key', crypto.randomUUID())
  return fetch(input, { ...init, headers, credentials: 'same-origin' })
}

export const options = { fetch: send }

/**
 * Each noun of the API, typed by its own routes: together they are more than TypeScript can write down. Those that
 * only the pages of staff use are in `staff-api.ts`.
 */
export const api = {
  me: hc<MeRoutes>('/api/me', options),
  home: hc<HomeRoutes>('/api/home', options),
  returns: hc<ReturnRoutes>('/api/returns', options),
  reviews: hc<ReviewRoutes>('/api/returns', options),
  settingReports: hc<SettingReportRoutes>('/api/setting-reports', options),
  settings: hc<SettingRoutes>('/api/settings', options),
  receipts: hc<ReceiptRoutes>('/api/receipts', options),
  indicators: hc<IndicatorRoutes>('/api/indicators', options),
}
