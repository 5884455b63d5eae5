import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { NotConnected, ProblemError } from './api.ts'
import { paths } from './routing/paths.ts'

const tries = 3

/** A session that has ended leads to signing in, and from there back to the same page. */
function leadToSignIn(error: Error): void {
  if (!(error instanceof ProblemError) || error.problem.type !== 'not-signed-in') return
  window.location.assign(paths.signIn(`${window.location.pathname}${window.location.search}`))
}

/** What was fetched. A refusal is final; a lost connection is tried again. */
export const cache = new QueryClient({
  queryCache: new QueryCache({ onError: leadToSignIn }),
  mutationCache: new MutationCache({ onError: leadToSignIn }),
  defaultOptions: {
    queries: {
      // Without a connection a page says so: it does not wait for one.
      networkMode: 'always',
      staleTime: 5_000,
      retry: (failures, error) => error instanceof NotConnected && failures < tries && navigator.onLine,
    },
    mutations: { retry: false },
  },
})
