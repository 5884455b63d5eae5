import { useQueryClient } from '@tanstack/react-query'
import type { Finding } from '@inclusion/shared/standards/finding'
import { api, call } from '../api.ts'
import type { Explanation } from './grid/grid-context.ts'

/** Sends the explanation of a finding, and fetches the return anew. Throws what the server refused. */
export function useExplain(returnId: string): (finding: Finding, given: Explanation) => Promise<void> {
  const queries = useQueryClient()
  return async ({ check, locator }, { reason, text, holdsUntil }) => {
    const explanation = { check, locator: locator ?? '', reason, text, ...(holdsUntil && { holdsUntil }) }
    await call(
      api.returns[':returnId'].explanations.$put({
        param: { returnId },
        json: { explanations: [explanation] },
      }),
    )
    await queries.invalidateQueries({ queryKey: ['return', returnId] })
  }
}
