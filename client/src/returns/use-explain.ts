import { useQueryClient } from '@tanstack/react-query'
import { seenInputs, type Finding } from '@inclusion/shared/standards/finding'
import { api, call, ProblemError } from '../api.ts'
import type { Explanation } from './grid/grid-context.ts'

/**
 * Sends the explanation of a finding with the figures it is about, and fetches the return anew, also where the
 * server refused: the figures may be others by now. Throws what it refused.
 */
export function useExplain(returnId: string): (finding: Finding, given: Explanation) => Promise<void> {
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: ['return', returnId] })
  return async ({ check, locator, inputs }, { reason, text, holdsUntil }) => {
    const answer = { reason, text, ...(holdsUntil && { holdsUntil }) }
    const explanation = { check, locator: locator ?? '', ...answer, inputs: seenInputs(inputs) }
    const sent = call(
      api.returns[':returnId'].explanations.$put({
        param: { returnId },
        json: { explanations: [explanation] },
      }),
    )
    await sent.catch(async (error: unknown) => {
      if (error instanceof ProblemError) await refresh()
      throw error
    })
    await refresh()
  }
}
