/**
 * Judges every write in the browser, by the same walk as the server's. It has to be asked before a write is
 * sent, and before one is put where it outlives the page: the queue of unsent changes asks here first
 * (`returns/entry/keeper.ts`), and so does every draft.
 */
import { identifiersIn, refusalOf } from '@inclusion/shared/privacy/refuse-body'

type Write = { method: string | undefined; body: string }

/** The refusal that the server would have sent, or null when the write may go. */
export function refuseHere(address: RequestInfo | URL, { method = 'GET', body }: Write): Response | null {
  const { pathname } = new URL(address instanceof Request ? address.url : address, window.location.origin)
  const problem = refusalOf(`${method} ${pathname}`, JSON.parse(body))
  if (problem === null) return null
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
  })
}

/** Whether a value that is to be kept in the browser's storage identifies a person. */
export const identifiesSomebody = (value: unknown): boolean => identifiersIn('', value).length > 0
