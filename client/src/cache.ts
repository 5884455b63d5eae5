import { QueryClient } from '@tanstack/react-query'
import { NotConnected } from './api.ts'

const tries = 3

/** What was fetched. A refusal is final; a lost connection is tried again. */
export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => error instanceof NotConnected && failures < tries,
    },
    mutations: { retry: false },
  },
})
